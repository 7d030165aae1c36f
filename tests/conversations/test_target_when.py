"""A target is said in one line: of which KPI, what it is, and from when on."""

from __future__ import annotations

import pytest

from tests.chat import transcript
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

    @transcript
    def test_a_month_with_a_target_of_its_own_is_named(self, stage: RealStage) -> None:
        """
        > /kpi target visits 60 only November
        ...
        > the fair
        ...
        > yes
        ...
        > /kpi target visits 50 from November
        ...
        > more reps
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Key-account visits: 44 visits → 50 visits, from November 2026 on. Why: more reps

        November 2026 keeps its own target: 60.

        No score of November 2026 would change.

        Change it so?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Key-account visits: version 2 is in force from 1 Nov 2026. Earlier periods keep theirs.

          November 2026 keeps its own target: 60.

        [1] November 2026 as well   [2] Undo

        > [November 2026 as well]
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Why?
        It is kept in the history of the KPI.
        [Back] [Cancel]

        > more reps
        ── Target ──────────────────────────────────────────────────────────────────────────────────────────
        Key-account visits: 60 visits → 50 visits, only for November 2026. Why: more reps

        No score of November 2026 would change.

        Change it so?
        [1] Yes   [2] No
        [Back] [Cancel]

        > yes
        ✓ Key-account visits has its own target for November 2026: 50. Other periods keep theirs.

        [1] Undo
        """


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

    @transcript
    def test_a_month_with_a_target_of_its_own_is_named(self, stage: RealStage) -> None:
        """
        > /kpi 目标 大客户拜访次数 60 仅11月
        ...
        > 展会
        ...
        > 是
        ...
        > /kpi 目标 大客户拜访次数 50 从11月起
        ...
        > 人手多了
        ── 目标 ────────────────────────────────────────────────────────────────────────────────────────────
        大客户拜访次数：44 次 → 50 次，从2026年11月起。原因：人手多了

        2026年11月另有单独的目标，不随着变：60。

        2026年11月现有的得分都不受影响。

        就这样改吗？
        [1] 是   [2] 否
        [返回] [取消]

        > 是
        ✓ 大客户拜访次数：第 2 版自2026年11月1日起生效，以前各期不变。

          2026年11月另有单独的目标，不随着变：60。

        [1] 2026年11月也改   [2] 撤销
        """
