"""A value that does not go with the others of its row is asked back while a KPI is built."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_it_is_named_with_what_is_usual(self) -> None:
        """
        > /kpi build Sales
        ...

        > 1
        ...

        > Sell more in the shop
        ...

        > Store sales
        ...

        > 380k 410k 355k 12k 400k 420k
        ── Just to be sure 4/5 ─────────────────────────────────────────────────────────────────────────────
        Store sales: I read CN¥12,000. It is usually between CN¥355,000 and CN¥420,000.

        Is the row right? Enter takes it; or type it again.
        ↵ 380000; 410000; 355000; 12000; 400000; 420000
        [Back] [Cancel]

        > 380k 410k 355k 412k 400k 420k
        ── Target 4/5 ──────────────────────────────────────────────────────────────────────────────────────
        I read: CN¥380,000 · CN¥410,000 · CN¥355,000 · CN¥412,000 · CN¥400,000 · CN¥420,000. Lowest
        CN¥355,000, middle CN¥410,000, highest CN¥420,000.

        My suggestion: CN¥342,000 / CN¥402,000 / CN¥422,000 (threshold / target / stretch). The chance of
        the target is 60%: you would have made it in 3 of the last 6 months. With only 6 values that is a
        wide guess.

        Which target for Store sales, every month? (A value is entered every working day.)
        A number, or three: threshold / target / stretch, such as 40 / 50 / 60. Threshold scores 60, target
        100, stretch 120.
        ↵ CN¥342,000 / CN¥402,000 / CN¥422,000
        [Back] [Cancel]
        """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_it_is_taken_when_it_is_meant(self) -> None:
        """
        > /kpi 建模 销售
        ...

        > 1
        ...

        > 门店多卖货
        ...

        > 门店销售额
        ...

        > 38万 41万 35.5万 1.2万 40万 42万
        ── 再确认一下 4/5 ──────────────────────────────────────────────────────────────────────────────────
        门店销售额：我读到的是 ¥12,000，平时在 ¥355,000 到 ¥420,000 之间。

        这一行数都对吗？直接回车即可，不对就重新填一遍。
        ↵ 380000; 410000; 355000; 12000; 400000; 420000
        [返回] [取消]

        >
        ── 目标 4/5 ────────────────────────────────────────────────────────────────────────────────────────
        我读到的是：¥380,000 · ¥410,000 · ¥355,000 · ¥12,000 · ¥400,000 · ¥420,000。最低 ¥12,000，居中
        ¥400,000，最高 ¥420,000。

        建议：¥420,000。达成可能性：74%（最近 6 个月里有 1 个月能做到）。两者不一致：可能性按近来的走势估
        计，达成次数只看以往。只有 6 个数，只能粗略估计。

        “门店销售额”每月的目标是多少？（每个工作日填一个数）
        填一个数，或三个数：底线 / 目标 / 挑战，如 40 / 50 / 60。达到底线 60 分，目标 100 分，挑战 120 分。
        ↵ ¥420,000
        [返回] [取消]
        """


@pytest.mark.usefixtures("founded")
@transcript
def test_money_is_no_percentage() -> None:
    """
    > /kpi build Sales
    ...

    > Sell abroad
    ...

    > Win 40 new customers
    ...

    > Win rate
    ...

    > 12k 13k 12.5k
    ── Just to be sure 4/5 ─────────────────────────────────────────────────────────────────────────────
    Win rate: I read 12000%, which is a lot for a percentage.

    Is the row right? Enter takes it; or type it again.
    ↵ 12000%; 13000%; 12500%
    [Back] [Cancel]

    > 24% 31% 28%
    ...

    > cancel
    ...
    """
