"""A scorecard, values and everything as files: what is in them, and that they come in again."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from adapters.document import content
from bot.archive import import_file
from bot.migrate import migrate
from conversations.cards.curve_formula import curve_formula
from conversations.event import Dropped
from conversations.view import Bar, Chart, Document, Message, Paragraph, Printed, Table
from kpi_engine.measure.curve.points import points
from kpi_engine.measure.curve.scoring import curve_for
from kpi_engine.model.curve import Curve, Flat, Hyperbola, Line, Piece, Stairs
from kpi_engine.model.kpi import Direction, Target
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.store.database import connect
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

        [1] Scorecard (XLSX)   [2] Month report (PDF)   [3] Values (CSV)   [4] Everything (JSON)

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
        found = json.loads(content(exported(stage, "export json")))["tables"]
        assert {one["name"]["en"] for one in found["kpi_version"]} >= {"Win rate", "Key-account visits"}
        visits = [one for one in found["actual"] if one["period_start"] == "2026-11-16"]
        assert [(one["value"], one["reason"], one["is_current"]) for one in visits] == [
            ("38", "", False),
            ("40", "mistyped", True),
        ]

    def test_everything_goes_into_an_empty_database(self, stage: RealStage, blank_url: str, tmp_path: Path) -> None:
        file = tmp_path / "all.json"
        file.write_bytes(content(exported(stage, "export json")))
        engine = connect(blank_url)
        migrate(engine)
        assert import_file(engine, file)["actual"] > 0
        engine.dispose()

    @pytest.mark.parametrize("people", [("Anna", "Li Na")])
    @transcript
    def test_only_an_owner_takes_everything(self) -> None:
        """
        > members add Li Na, Sales, member
        ...

        Li Na: export json
        ✓ Welcome to Harbour Trading, Li Na. I write to you by myself at most 5 times a week, between 09:00
          and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
          your heads and the owner see your own scores; everybody sees those of departments.

        [1] My day   [2] Help

        ✗ You can't do that; Anna (owner) can.

        Li Na: export pdf
        Here it is, with what you may see:

        ⤓ Li_Na-2026-11.pdf

        Li Na: export pdf October Sales
        There is nothing to put into a file yet.

        > export pdf win rate
        ✗ Win rate is one KPI; a scorecard is of the company, a department or a person.
        """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe", "Thomas Berger")])
class TestPrint:
    def printed(self, stage: RealStage, line: str) -> Printed:
        report = exported(stage, line).content
        assert isinstance(report, Printed)
        return report

    def test_a_department(self, stage: RealStage) -> None:
        report = self.printed(stage, "export pdf 2026-10 Logistics")
        assert (report.over, report.title, report.score) == (
            "Harbour & Hill Trading",
            "Logistics, October 2026",
            "88.8",
        )
        assert [section.heading for section in report.sections] == [
            "Scorecard",
            "Needs a look",
            "Action plan",
            "How the score came about",
        ]
        assert [chart.title for chart in report.sections[1].blocks if isinstance(chart, Chart)] == [
            "On-time delivery",
            "Logistics cost ratio",
        ]
        assert not any(isinstance(cell, Bar) for block in report.sections[0].blocks for cell in cells(block))

    def test_a_company_has_its_departments(self, stage: RealStage) -> None:
        stage.type("Chen Zhe", "language 中文")
        report = self.printed(stage, "导出 pdf 公司 上月")
        assert (report.over, report.title) == ("", "海岳贸易 · 2026年10月")
        assert [section.heading for section in report.sections][:3] == ["各部门", "销售部", "市场部"]
        assert report.facts[0] == ("等级", "B")

    def test_what_was_said_is_in_it(self, stage: RealStage) -> None:
        stage.type("Chen Zhe", "close start Sales 2026-10", "close comment Sales 2026-10", "A <b>strong</b> month")
        said = next(
            one for one in self.printed(stage, "export pdf Sales 2026-10").sections if one.heading == "What was said"
        )
        assert said.blocks == (Paragraph("<b>Chen Zhe</b>: A &lt;b&gt;strong&lt;/b&gt; month"),)

    @pytest.mark.parametrize("words", ["export pdf company 2026-10", "导出 pdf 公司 2026-10"])
    def test_a_sum_has_no_more_digits_than_it_takes_to_do_it_again(self, stage: RealStage, words: str) -> None:
        if "导出" in words:
            stage.type("Chen Zhe", "language 中文")
        said = [
            cell
            for section in self.printed(stage, words).sections
            for block in section.blocks
            for cell in cells(block)
            if isinstance(cell, str)
        ]
        assert any(" × 100.0 = " in cell for cell in said)
        assert not [cell for cell in said if re.search(r"\d\.\d{5}", cell)]

    def test_it_becomes_pages(self, stage: RealStage) -> None:
        file = content(exported(stage, "export pdf company 2026-10"))
        assert file.startswith(b"%PDF-")
        assert b"/Count 4" in file


def cells(block: object) -> list[object]:
    return [cell for row in block.rows for cell in row] if isinstance(block, Table) else []


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("安娜",)])
@transcript
def test_files_in_chinese() -> None:
    """
    > /kpi 导出
    要导出什么？其他人或部门的考核表可以这样写：/kpi 导出 销售 上月。

    [1] 考核表（XLSX）   [2] 月报（PDF）   [3] 数据（CSV）   [4] 全部（JSON）

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
    ✗ 赢单率是单个指标；考核表按公司、部门或个人导出。
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


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Lin Haoran",)])
@transcript
def test_what_only_an_owner_takes_is_offered_to_nobody_else() -> None:
    """
    > /kpi export
    What shall I put into a file? A scorecard of another: /kpi export Sales last month.

    [1] Scorecard (XLSX)   [2] Month report (PDF)   [3] Values (CSV)

    > language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    > /kpi export
    要导出什么？其他人或部门的考核表可以这样写：/kpi 导出 销售 上月。

    [1] 考核表（XLSX）   [2] 月报（PDF）   [3] 数据（CSV）
    """
