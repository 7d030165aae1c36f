"""What is typed of a KPI's past while it is built scores nothing of the present month."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_rate_of_the_week_has_its_months_and_no_score(self) -> None:
        """
        > /kpi build Warehouse
        ...

        > 1
        ...

        > Deliver on the day promised
        ...

        > On-time delivery
        ...

        > 91% 92% 93%
        ...

        > 95%
        ...

        > skip
        ...

        > yes
        ...

        > /kpi report warehouse
        Warehouse, November 2026: no score yet.

        KPI                    Actual  Target  Score  Weight  Trend
        ────────────────────────────────────────────────────────────
        On-time delivery  not due yet     95%            100  ··▁▅█·

        [1] On-time delivery   [2] Company   [3] Period before
        """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_a_rate_of_the_week_has_its_months_and_no_score(self) -> None:
        """
        > /kpi 建模 仓储
        ...

        > 1
        ...

        > 说好哪天就哪天送到
        ...

        > 准时交付率
        ...

        > 91% 92% 93%
        ...

        > 95%
        ...

        > 跳过
        ...

        > 是
        ...

        > /kpi 报告 仓储
        仓储，2026年11月：暂无得分。

        指标          实际  目标  得分  权重  走势
        ────────────────────────────────────────────
        准时交货率  未到期   95%         100  ··▁▅█·

        [1] 准时交货率   [2] 公司   [3] 上一期
        """
