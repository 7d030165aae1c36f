"""Whoever enters a KPI agrees to it or says why not: the made-up company's buyer, and its head, in the check."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.demo.start import furnish
from tests.chat import transcript
from tests.stage import RealStage


@pytest.fixture
def stage(people: tuple[str, ...], sqlite_database: str) -> Iterator[RealStage]:
    """The made-up company on a Monday morning."""
    found = RealStage(sqlite_database, people)
    furnish(found.bot)
    yield found
    found.close()


class TestInEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "Deng Xue", "Daniel Hughes", "Helen Marsh"

    @transcript
    def test_who_enters_a_kpi_has_a_word(self) -> None:
        """
        > /kpi language English
        ✓ From now on you read English.

        [1] My day

        > /kpi check Supplier on-time delivery
        Supplier on-time delivery: no error, 2 warnings, no hint.

        Warning
        1. The target of Supplier on-time delivery is hardly within reach: the chance of reaching it is
        under 1% (values so far: 54). Lower it, or say what will be different. A chance between 45% and 75%
        is reasonable.
        2. Deng Xue does not agree to Supplier on-time delivery: “Two of the main suppliers still ship by
        the week / 有两家主要供应商仍按周发货”. Talk it over with Deng Xue and the team.

        [1] I agree to it   [2] I object   [3] Whole company

        > [I object]
        ── Your view ───────────────────────────────────────────────────────────────────────────────────────
        What would have to be different?
        The head and the team read it in the check.
        [Back] [Cancel]

        > First settle it with the two suppliers
        ✓ Thank you for saying so. The check shows it with Supplier on-time delivery: First settle it with
          the two suppliers

        [1] Undo

        > /kpi check agree Supplier on-time delivery
        ✓ You agree to Supplier on-time delivery. Thank you.

        [1] Undo

        > /kpi check agree Supplier on-time delivery
        ✓ You agree to Supplier on-time delivery. Thank you.

        [1] Undo

        Daniel Hughes: /kpi check agree Supplier on-time delivery
        ── A KPI that is right as it is ────────────────────────────────────────────────────────────────────
        ✗ “Supplier on-time delivery” is not among the choices.
        Which KPI?
          1  Replies within 24 hours
        [Cancel]

        > /kpi undo
        ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
        Take back what was said of a KPI (Supplier on-time delivery)?
        [1] Yes   [2] No
        [Cancel]

        > yes
        ✓ Taken back: what was said of a KPI (Supplier on-time delivery).

        [1] My day

        Helen Marsh: /kpi check agree
        ✗ You enter no KPI, and none is yours.
        """


class TestInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "邓雪", "Daniel Hughes"

    @transcript
    def test_who_enters_a_kpi_has_a_word(self) -> None:
        """
        > /kpi 体检 采购部
        采购部：待完善 0 项，需注意 2 项，提示 2 项。

        需注意
        1. 供应商准时交货率的目标太难：按已有的 54 个数据，达成的可能性不到 1%。降低目标，或说明今后会有什么
        不同。达成的可能性在 45% 到 75% 之间比较合理。
        2. 邓雪对供应商准时交货率有不同意见：“Two of the main suppliers still ship by the week / 有两家主要
        供应商仍按周发货”。和邓雪及团队沟通一下。

        提示
        3. 新开发供应商数的目标没有依据：只有 4 个数据，也没有说明为什么这样定。说明依据：历史数据、市场情
        况，还是公司的要求。
        4. 采购部的 KPI 只到部门，没有分解到人。让丹尼尔·休斯、罗一凡、邓雪或彭志强承担部门目标的一部分，或
        有自己的 KPI。

        [1] 第 2 条我同意   [2] 第 2 条我不同意   [3] 全公司

        Daniel Hughes: /kpi check Supplier on-time delivery
        Supplier on-time delivery: no error, 2 warnings, no hint.

        Warning
        1. The target of Supplier on-time delivery is hardly within reach: the chance of reaching it is
        under 1% (values so far: 54). Lower it, or say what will be different. A chance between 45% and 75%
        is reasonable.
        2. Deng Xue does not agree to Supplier on-time delivery: “Two of the main suppliers still ship by
        the week / 有两家主要供应商仍按周发货”. Talk it over with Deng Xue and the team.

        [1] 1: set the target   [2] 2: change who enters it   [3] Mute one   [4] Whole company

        > [第 2 条我同意]
        ✓ 你已认可供应商准时交货率，谢谢。

        [1] 撤销

        > /kpi 体检 供应商准时交货率
        供应商准时交货率：待完善 0 项，需注意 1 项，提示 0 项。

        需注意
        1. 供应商准时交货率的目标太难：按已有的 54 个数据，达成的可能性不到 1%。降低目标，或说明今后会有什么
        不同。达成的可能性在 45% 到 75% 之间比较合理。

        [1] 我同意   [2] 我不同意   [3] 全公司

        > /kpi 撤销
        ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
        确认撤销“对指标的意见（供应商准时交货率）”吗？
        [1] 是   [2] 否
        [取消]

        > 是
        ✓ 已撤销：对指标的意见（供应商准时交货率）。

        [1] 今日待办

        > /kpi 体检 供应商准时交货率
        供应商准时交货率：待完善 0 项，需注意 2 项，提示 0 项。

        需注意
        1. 供应商准时交货率的目标太难：按已有的 54 个数据，达成的可能性不到 1%。降低目标，或说明今后会有什么
        不同。达成的可能性在 45% 到 75% 之间比较合理。
        2. 邓雪对供应商准时交货率有不同意见：“Two of the main suppliers still ship by the week / 有两家主要
        供应商仍按周发货”。和邓雪及团队沟通一下。

        [1] 我同意   [2] 我不同意   [3] 全公司

        > [我不同意]
        ── 你的意见 ────────────────────────────────────────────────────────────────────────────────────────
        怎样改你会同意？
        负责人和同事会在体检里看到。
        [返回] [取消]

        > 先和两家供应商谈妥，再提到95%
        ✓ 谢谢直言。体检时会随供应商准时交货率一起列出你的意见：先和两家供应商谈妥，再提到95%

        [1] 撤销

        Daniel Hughes: /kpi check Supplier on-time delivery
        Supplier on-time delivery: no error, 2 warnings, no hint.

        Warning
        1. The target of Supplier on-time delivery is hardly within reach: the chance of reaching it is
        under 1% (values so far: 54). Lower it, or say what will be different. A chance between 45% and 75%
        is reasonable.
        2. Deng Xue does not agree to Supplier on-time delivery: “先和两家供应商谈妥，再提到95%”. Talk it
        over with Deng Xue and the team.

        [1] 1: set the target   [2] 2: change who enters it   [3] Mute one   [4] Whole company

        Daniel Hughes: /kpi check agree Supplier on-time delivery
        ── A KPI that is right as it is ────────────────────────────────────────────────────────────────────
        ✗ “Supplier on-time delivery” is not among the choices.
        Which KPI?
          1  Replies within 24 hours
        [Cancel]
        """
