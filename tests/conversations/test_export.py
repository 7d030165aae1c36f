"""A scorecard, values and everything as files: what is in them, and that they come in again."""

from __future__ import annotations

import json
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from adapters.document import content
from conversations.cards.curve_formula import curve_formula
from conversations.event import Dropped
from conversations.view import Document, Message
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Piece, Stairs
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.score import Subject, SubjectKind
from tests.chat import transcript
from tests.factories import month
from tests.spreadsheet import computed
from tests.stage import RealStage


def exported(stage: RealStage, line: str) -> Document:
    stage.type(stage.people[0], line)
    (view,) = stage.shown[stage.people[0]]
    assert isinstance(view, Message)
    (document,) = (block for block in view.blocks if isinstance(block, Document))
    return document


@pytest.mark.usefixtures("built")
class TestEnglish:
    @transcript
    def test_files_are_offered_and_sent(self) -> None:
        """
        > /kpi export
        What shall I put into a file? A scorecard of another: /kpi export Sales last month.

        [1] Scorecard (XLSX)   [2] Values (CSV)   [3] Everything (JSON)

        > [Values (CSV)]
        Here it is, with what you may see:

        ⤓ Harbour_Trading-values.csv

        > key-account visits 38, new customers 11
        ✓ Thank you. I understood 2 values:

          KPI                 Period                Value  Before
          ───────────────────────────────────────────────────────
          Key-account visits  week 47, 2026     38 visits
          New customers won   week 47, 2026  11 customers

        [1] Undo   [2] Report   [3] Why?

        > export scorecard
        Here it is, with what you may see:

        ⤓ Harbour_Trading-2026-11.xlsx

        > export Sales 2026-11
        Here it is, with what you may see:

        ⤓ Sales-2026-11.xlsx

        > export win rate
        ✗ Win rate is one KPI; a scorecard is of the company, a department or a person.

        > export Sales 2020-01
        There is nothing to put into a file yet.

        > export json
        Here it is, with what you may see:

        ⤓ Harbour_Trading.json
        """

    def test_values_come_in_again(self, stage: RealStage) -> None:
        stage.type("Anna", "key-account visits 38 as in the CRM")
        document = exported(stage, "export values")
        views = stage.hear("Anna", Dropped(document.name, content(document)))
        assert "stand there already" in str(views[0])

    def test_the_scorecards_formulas_give_its_scores(self, stage: RealStage) -> None:
        stage.type("Anna", "win rate November 27%", "key-account visits 38, new customers 11")
        with stage.reader("Anna") as reader:
            (sales,) = (one for one in reader.departments() if one.name.en == "Sales")
            card = reader.scorecard(Subject(SubjectKind.DEPARTMENT, sales.id), month(11))
        page = load_workbook(BytesIO(content(exported(stage, "export Sales 2026-11"))))["Sales"]
        by_name = {row[0].value: row for row in page.iter_rows(min_row=2)}
        scored = [line for line in card.lines if line.score is not None]
        assert scored
        for line in scored:
            _, actual, _, score, *_ = by_name[line.version.definition.name.en]
            cells = {actual.coordinate: Decimal(str(actual.value))}
            assert computed(str(score.value), cells) == pytest.approx(float(line.score or 0))
        assert str(page["D7"].value).startswith("=IF(SUMIF(")

    def test_everything_has_every_version_and_line(self, stage: RealStage) -> None:
        stage.type("Anna", "key-account visits 38", "key-account visits 40", "typo")
        found = json.loads(content(exported(stage, "export json")))
        assert {one["name_en"] for one in found["versions"]} >= {"Win rate", "Key-account visits"}
        visits = [one for one in found["values"] if one["period"] == "2026-W47"]
        assert [(one["value"], one["reason"], one["current"]) for one in visits] == [
            (40, "mistyped", "true"),
            (38, "", "false"),
        ]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_files_in_chinese() -> None:
    """
    > /kpi 导出
    要导出什么？其他人或部门的成绩单可以这样写：/kpi 导出 销售 上月。

    [1] 成绩单（XLSX）   [2] 数据（CSV）   [3] 全部（JSON）

    > [数据（CSV）]
    文件如下，只包含你能看到的内容：

    ⤓ 海港贸易-数据.csv

    > 大客户拜访次数 38
    ✓ 收到，谢谢！我的理解是：

      指标            周期           数值  之前
      ─────────────────────────────────────────
      大客户拜访次数  2026年第47周  38 次

    [1] 撤销   [2] 看报告   [3] 为什么？

    > 导出 销售 2026-11
    文件如下，只包含你能看到的内容：

    ⤓ 销售-2026-11.xlsx

    > 导出 赢单率
    ✗ 赢单率是单个指标；成绩单按公司、部门或个人导出。
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_there_is_nothing_yet() -> None:
    """
    > export values
    There is nothing to put into a file yet.

    > export scorecard
    There is nothing to put into a file yet.
    """


LEVELS = Target(Decimal(100), Decimal(80), Decimal(120))
CURVES = (
    *(curve_for(direction, LEVELS) for direction in (Direction.HIGHER,)),
    curve_for(Direction.LOWER, Target(Decimal(100), Decimal(120), Decimal(80))),
    curve_for(Direction.HIGHER, Target(Decimal("0.3"))),
    Curve((Piece(Flat(Decimal(0)), Decimal(5), with_end=True), Piece(Hyperbola(Decimal(10)))), cap=Decimal(150)),
    Curve((Piece(Stairs((Decimal(0), Decimal(100)), Decimal("0.1"), Decimal(-2), begun=True)),), hurdle=Decimal(60)),
    Curve((Piece(Stairs((Decimal(10), Decimal(100)), Decimal(3), Decimal(5), begun=False)),), floor=Decimal(-20)),
    Curve((Piece(Line((Decimal(-1), Decimal(0)), (Decimal(1), Decimal(100)))),)),
)


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("value", ["-1", "0.3", "1", "2.25", "5", "6", "80", "99.5", "100", "119", "120", "400"])
def test_a_formula_scores_as_the_curve_does(curve: Curve, value: str) -> None:
    score = points(curve, Decimal(value))[1]
    assert computed("=" + curve_formula(curve, "B2"), {"B2": Decimal(value)}) == pytest.approx(float(score))
