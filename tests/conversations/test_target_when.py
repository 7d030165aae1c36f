"""A target is said in one line: of which KPI, what it is, and from when on."""

from __future__ import annotations

import pytest

from tests.stage import RealStage

pytestmark = pytest.mark.usefixtures("built")


@pytest.mark.parametrize("people", [("Anna", "Tom")])
class TestEnglish:
    @pytest.mark.parametrize(
        ("typed", "change"),
        [
            ("Key-account visits 45 from December", "44 visits → 45 visits, from December 2026 on"),
            ("visits 45 December", "44 visits → 45 visits, from December 2026 on"),
            ("key-account vis 45 2027-01", "44 visits → 45 visits, from January 2027 on"),
            ("visits 40 / 45 / 50, from next month", "44 visits → 40 / 45 / 50 visits"),
            ("visits 45 only December", "44 visits → 45 visits, only for December 2026"),
        ],
    )
    def test_in_one_line(self, stage: RealStage, typed: str, change: str) -> None:
        said = stage.type("Anna", f"/kpi target {typed}", "the fair")
        assert change in said

    def test_a_number_without_a_period_is_asked_from_when_on(self, stage: RealStage) -> None:
        assert "From when on?" in stage.type("Anna", "/kpi target visits 45")

    def test_what_is_no_period_stays_with_the_number(self, stage: RealStage) -> None:
        assert "“45 from one fine day” is no number" in stage.type("Anna", "/kpi target visits 45 from one fine day")


@pytest.mark.parametrize("people", [("安娜", "汤姆")])
class TestChinese:
    @pytest.mark.parametrize(
        ("typed", "change"),
        [
            ("大客户拜访次数 45 从12月起", "45 次，从2026年12月起"),
            ("大客户拜访次数 45从12月起", "45 次，从2026年12月起"),
            ("大客户拜访次数45 12月起", "45 次，从2026年12月起"),
            ("大客户拜访 45 明年1月起", "45 次，从2027年1月起"),
            ("大客户拜访次数 45 仅12月", "45 次，仅2026年12月"),
        ],
    )
    def test_in_one_line(self, stage: RealStage, typed: str, change: str) -> None:
        said = stage.type("安娜", f"/kpi 目标 {typed}", "展会")
        assert change in said
