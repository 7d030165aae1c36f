"""`kpi-bot score`: a sheet in, a table or JSON out; what is wrong with it is a line for each fault, and status 2."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot import cli
from tests.adapters.files.books import Written, book, fill, saved
from tests.bot.conftest import Score
from tests.golden import check_golden

DOCS = Path(__file__).parents[2] / "docs"
CARD: list[list[Written]] = [
    ["2026年11月绩效考核表"],
    ["姓名：李娜", "部门：销售部"],
    [],
    ["序号", "指标名称", "指标定义", "权重", "目标值", "单位", "计分规则", "实际值", "得分"],
    [1, "销售收入", "当期开票金额", 0.4, 120, "万元", "实际/目标*100", 108, None],
    [2, "客户投诉率", "投诉数/订单数", 0.3, "≤3%", "%", None, 0.025, None],
    [3, "新客户开发数", None, 0.2, 40, "家", None, None, None],
    [4, "培训完成", None, 0.1, "完成", None, None, "是", None],
    ["合计", None, None, 1],
    ["被考核人签字：", None, None, None, "日期："],
]


def percent(sheet: Worksheet) -> None:
    """As a Chinese office formats its weights and rates."""
    for cell in ("D5", "D6", "D7", "D8", "D9", "H6"):
        sheet[cell].number_format = "0.0%"
    sheet.merge_cells("A1:I1")


def write(text: str, name: str = "card.csv") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_chinese_workbook_is_answered_in_chinese(score: Score, request: pytest.FixtureRequest) -> None:
    Path("十一月考核.xlsx").write_bytes(book(CARD, percent))
    status, out, err = score("十一月考核.xlsx", "--why")
    assert (status, err) == (0, "")
    check_golden("score/zh.txt", out, request)


def test_an_english_sheet_is_answered_in_english(score: Score, request: pytest.FixtureRequest) -> None:
    status, out, err = score(str(DOCS / "scorecard.csv"), "--why")
    assert (status, err) == (0, "")
    check_golden("score/en.txt", out, request)


def test_without_why_there_is_the_table_alone(score: Score) -> None:
    """(40 x 90 + 25 x 88 + 20 x 75 + 10 x 80) / 95 = 85.26, which is a C."""
    _, out, _ = score(str(DOCS / "scorecard.csv"))
    lines = out.splitlines()
    assert lines[0] == "scorecard: 85.3 of 100, from 95% of the weight, grade C."
    assert len(lines) == 2 + 2 + 5


def test_the_three_kinds_of_file_say_the_same(score: Score) -> None:
    """The examples of docs/score.md."""
    heads, *rows = [line.split(",") for line in (DOCS / "scorecard.csv").read_text("utf-8").splitlines()]
    Path("scorecard.xlsx").write_bytes(book([heads, *rows]))
    scores = []
    for file in (str(DOCS / "scorecard.csv"), str(DOCS / "scorecard.json"), "scorecard.xlsx"):
        status, out, _ = score(file, "--json")
        assert status == 0
        (sheet,) = json.loads(out)["sheets"]
        scores.append((sheet["score"], sheet["grade"], [kpi["score"] for kpi in sheet["kpis"]]))
    assert scores[0] == scores[1] == scores[2]
    assert scores[0][2] == ["90", "88", "75", "80", None]


def test_a_chinese_sheet_with_rules_and_points_by_hand(score: Score, request: pytest.FixtureRequest) -> None:
    """40 x 150 + 30 x 90 + 20 x 90 + 10 x 96 are 114.6 of 100; + 3 - 2 = 115.6."""
    status, out, err = score(str(DOCS / "scorecard.zh.csv"), "--why")
    assert (status, err) == (0, "")
    check_golden("score/rules.zh.txt", out, request)


def test_json_with_rules_a_gate_and_points_by_hand(score: Score, request: pytest.FixtureRequest) -> None:
    """(50 x 96 + 30 x 95.2 + 20 x 80) / 100 = 92.6, + 3 - 2; the gate is met."""
    status, out, err = score(str(DOCS / "scorecard.rules.json"), "--why")
    assert (status, err) == (0, "")
    check_golden("score/rules.en.txt", out, request)
    (sheet,) = json.loads(score(str(DOCS / "scorecard.rules.json"), "--json")[1])["sheets"]
    assert sheet["adjustments"][0] == {"points": "3", "reason": "Letter of thanks from a customer"}
    assert (sheet["grade"], sheet["coefficient"], sheet["closed"], sheet["factor"]) == ("B", "1.0", [], "1")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The total: 90.0, held until Accidents is met, so 80.0."),
        ("zh", "总分：90.0 分，Accidents未达标，限为 80.0 分。"),
    ],
)
def test_a_gate_that_is_not_met_is_told(score: Score, language: str, told: str) -> None:
    file = write("KPI,Weight,Target,Actual,Gate\nRevenue,100,100,90,\nAccidents,,≤0,1,cap 80\n")
    assert told in score(file, "--why", "--language", language)[1]
    assert json.loads(score(file, "--json")[1])["sheets"][0]["closed"] == ["Accidents"]


def test_a_multiplier_is_part_of_the_sum(score: Score) -> None:
    """90 x 80 % = 72; the modifier is 80 % of its target."""
    file = write("KPI,Weight,Target,Actual,Direction,Gate\nRevenue,100,100,90,,\nModifier,,10,8,higher,multiplier\n")
    assert "The total: 90.0 × 80% (Modifier) = 72.0." in score(file, "--why")[1]


def test_a_multiplier_without_a_value_waits(score: Score) -> None:
    file = write("KPI,Weight,Target,Actual,Gate\nRevenue,100,100,90,\nAccidents,,≤0,,multiplier\n")
    assert "Accidents would multiply the total, and has no score yet." in score(file, "--why")[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_whatever_the_encoding(score: Score, encoding: str) -> None:
    Path("card.csv").write_bytes("指标名称;权重;目标值;实际值\n销售收入;100;120万;60万\n".encode(encoding))
    assert score("card.csv")[1].startswith("card：50.0 分（达标为 100 分），等级 D。")


@pytest.mark.parametrize(("language", "first"), [("en", "card: 50.0 of 100"), ("zh", "card：50.0 分")])
def test_the_language_can_be_chosen(score: Score, language: str, first: str) -> None:
    assert score(write("KPI,Weight,Target,Actual\n销售收入,100,2,1\n"), "--language", language)[1].startswith(first)


def test_each_sheet_that_is_a_scorecard_is_scored(score: Score) -> None:
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    fill(first, [["How to fill this in"]], "Read me")
    for name, actual in (("Tom", 5), ("Li Na", 12)):
        fill(workbook.create_sheet(), [["KPI", "Weight", "Target", "Actual"], ["Revenue", 1, 10, actual]], name)
    Path("team.xlsx").write_bytes(saved(workbook))
    _, out, _ = score("team.xlsx")
    assert [line for line in out.splitlines() if "grade" in line] == [
        "Tom: 50.0 of 100, grade D.",
        "Li Na: 120.0 of 100, grade S.",
    ]


def test_json_has_every_number_with_all_its_digits(score: Score) -> None:
    status, out, _ = score(write("KPI,Weight,Target,Actual\nRevenue,2/3,3,1\n".replace("2/3", "100")), "--json")
    assert status == 0
    assert json.loads(out) == {
        "sheets": [
            {
                "name": "card",
                "base": "33.33333333333333333333333333",
                "factor": "1",
                "adjustments": [],
                "raw": "33.33333333333333333333333333",
                "score": "33.33333333333333333333333333",
                "coverage": "1",
                "grade": "D",
                "coefficient": "0",
                "closed": [],
                "waiting": [],
                "kpis": [
                    {
                        "name": "Revenue",
                        "cell": "A2",
                        "weight": "100",
                        "direction": "higher",
                        "unit": "count",
                        "target": {"value": "3", "upper": None, "threshold": None, "stretch": None},
                        "actual": "1",
                        "state": "scored",
                        "raw": "33.33333333333333333333333333",
                        "score": "33.33333333333333333333333333",
                        "points": "33.33333333333333333333333333",
                    }
                ],
            }
        ]
    }


def test_json_says_why_in_words(score: Score) -> None:
    _, out, _ = score(write("KPI,Weight,Target,Actual\nRevenue & more,50,4,1\nProfit,50,4,n/a\n"), "--json", "--why")
    revenue, profit = json.loads(out)["sheets"][0]["kpis"]
    assert revenue["why"] == "Revenue & more: 1, target 4. 1 / 4 × 100.0 = 25.0."
    assert profit["why"] == "Profit: There was nothing to measure. It is left out of the total."
    assert (profit["state"], profit["score"], profit["points"]) == ("n/a", None, None)


def test_points_of_a_sheet_are_its_score(score: Score) -> None:
    _, out, _ = score(str(DOCS / "scorecard.json"), "--json")
    (sheet,) = json.loads(out)["sheets"]
    assert sheet["name"] == "Sales, November"
    points = sum(Decimal(kpi["points"]) for kpi in sheet["kpis"] if kpi["points"])
    assert abs(points - Decimal(sheet["score"])) < Decimal("1e-20")


def test_too_little_is_no_grade_and_nothing_no_score(score: Score) -> None:
    some = write("KPI,Weight,Target,Actual\nRevenue,50,2,2\nProfit,50,2,\n")
    assert score(some)[1].startswith("card: 100.0 of 100, from 50% of the weight; there is no grade under 60%.\n")
    status, out, _ = score(write("KPI,Weight,Target,Actual\nRevenue,100,2,\n"), "--why")
    assert status == 0
    assert out.startswith("card: no score yet.\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "KPI,Weight,Target,Actual\nRevenue,40,many,5\nStock,40,5,5\nProfit,30,5,x\n",
            [
                "card.csv, row 1, column B: The weights make 110, not 100.",
                "card.csv, row 2, column C: “many” is no number that I can read. Please type it like 1200, 3.5k or 12%.",
                "card.csv, row 3: I can't tell what is good for “Stock”. Please write higher, lower or range in a column "
                "“Direction”, or the target as ≥ 5, ≤ 5 or 4-6.",
                "card.csv, row 4, column D: “x” is no number that I can read. Please type it like 1200, 3.5k or 12%.",
            ],
        ),
        ("KPI,Target,Actual\nRevenue,1,1\n", ["card.csv, row 1: A column for “Weight” is missing."]),
        (
            "\n\n指标名称,权重,目标值,计分规则,实际值\n销售收入,100,5,每低1%扣2分,4\n",
            [
                "card.csv，第 4 行，D 列：“每低1%扣2分”有歧义。不足一档的部分按比例算、不算，还是按一档算？"
                "请写明“按比例扣分”、“不足1%不扣分”或“不足1%按1%计”。"
            ],
        ),
        (
            "KPI,Weight,Target,Rule,Actual\nRevenue,50,5,as the boss likes,4\n"
            "On time,50,95%,2 points off for each 1% below target,93%\n",
            [
                "card.csv, row 2, column D: I can't score by the rule “as the boss likes”: I don't understand “as the "
                "boss likes”. Without a rule it is scored by weight, target and direction.",
                "card.csv, row 3, column D: “2 points off for each 1% below target” can be meant in more than one way. "
                "Percentage points or percent of the target? Write “each 1 percentage point” or “each 1% of target”. "
                "Parts of a step in proportion, not at all or in full? Write “pro rata”, “whole steps only” or “rounded "
                "up”.",
            ],
        ),
        (
            "KPI,Weight,Target,Actual\nA \x1b[31mred,100,5,4\n",
            [
                "card.csv, row 2: I can't tell what is good for “A [31mred”. Please write higher, lower or range in a "
                "column “Direction”, or the target as ≥ 5, ≤ 5 or 4-6."
            ],
        ),
        (
            "Dear all\n",
            [
                "card.csv: I find no table in it. A scorecard has columns called KPI, Weight, Target and Actual; values "
                "have KPI, Period and Value."
            ],
        ),
        ('KPI,"Weight\n', ["card.csv: In line 1 a quotation mark is not closed, or closed in the middle."]),
        ("", ["card.csv: There is nothing in the file."]),
    ],
)
def test_what_is_wrong_is_a_line_for_each_fault(score: Score, text: str, lines: list[str]) -> None:
    status, out, err = score(write(text))
    assert (status, out) == (cli.WRONG, "")
    assert err.splitlines() == [f"kpi-bot: {line}" for line in lines]


def test_a_fault_in_json_names_the_kpi_and_the_key(score: Score) -> None:
    text = '[{"name": "Revenue", "weight": 100, "target": 5, "actual": "none"}]'
    assert score(write(text, "card.json")) == (
        cli.WRONG,
        "",
        "kpi-bot: card.json, row 1, column actual: “none” is no number that I can read. "
        "Please type it like 1200, 3.5k or 12%.\n",
    )


def test_a_fault_in_a_workbook_names_the_sheet(score: Score) -> None:
    Path("card.xlsx").write_bytes(book([["KPI", "Weight", "Target", "Actual"], ["Revenue", 1, 5, "=B2"]], title="Tom"))
    _, _, err = score("card.xlsx")
    assert err.startswith("kpi-bot: card.xlsx, sheet Tom, row 2, column D: “=B2” is a formula without a value.")


def test_what_cannot_be_read_at_all_is_told_in_the_language_of_the_shell(
    score: Score, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    Path("card.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    told = "kpi-bot: card.xls：文件是旧版 Excel（xls）或设了密码，请另存为不带密码的 xlsx。\n"
    assert score("card.xls") == (cli.WRONG, "", told)


@pytest.mark.parametrize(
    ("file", "told"), [("nothing.csv", "nothing.csv: No such file or directory"), (".", ".: Is a directory")]
)
def test_no_file(score: Score, file: str, told: str) -> None:
    assert score(file) == (cli.WRONG, "", f"kpi-bot: {told}\n")


def test_a_file_too_large_is_not_read_to_its_end(score: Score) -> None:
    Path("card.csv").write_bytes(bytes(5_000_001))
    assert score("card.csv")[2] == "kpi-bot: card.csv: The file is too large; 5 MB are the most that I read.\n"
