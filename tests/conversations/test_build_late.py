"""A KPI begun late in a month is forecast against the part of its target for which values may still come."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_chart_and_report_have_one_base(self) -> None:
        """
        > /kpi build Sales
        ...

        > 1
        ...

        > Sell more in the shop
        ...

        > Store sales
        ...

        > 380k 410k 355k 412k 400k 420k
        ...

        > 400k
        ...

        > skip
        ...

        > yes
        ...

        > store sales 18k
        ...

        > /kpi chart store sales
        Store sales: 6 earlier periods, from before there was a target; November 2026 is heading for
        CN¥108,000 against a target of CN¥114,286 for the days that count (CN¥400,000 for the whole).

        Store sales
                                    Actual    │ Target
        May 2026                CN¥380,000              █████████████████████████████▉
        June 2026               CN¥410,000              ████████████████████████████████▎
        July 2026               CN¥355,000              ███████████████████████████▉
        August 2026             CN¥412,000              ████████████████████████████████▍
        September 2026          CN¥400,000              ███████████████████████████████▍
        October 2026            CN¥420,000              █████████████████████████████████
        November 2026 (part)  ┊ CN¥108,000  CN¥114,286          ┊│
        ┊ Forecast

        [1] Why?   [2] Report   [3] As a picture

        > /kpi report store sales
        Store sales, November 2026: 94.5 of 100. 1 of 21 values are in. The target is CN¥400,000 for the
        whole of November 2026, CN¥114,286 for the days that count, CN¥19,048 for the values that are in.

        KPI               Actual     Target  Score               Weight  Trend
        ───────────────────────────────────────────────────────────────────────
        ▲ Store sales  CN¥18,000  CN¥19,048   94.5  █████████▌│     100  ▇▁▇▆█·

        By now      CN¥19,048; it is behind by 0.9% of the target
        Forecast    CN¥108,000 against CN¥114,286
        It takes    CN¥19,257 in each of the 5 values to come
        Department  Sales
        Entered by  Anna
        Counted as  Sales paid at the tills less refunds
        Source      Till or POS system
        How often   Every working day

        Store sales
                                    Actual    │ Target
        June 2026               CN¥410,000              ████████████████████████████████▎
        July 2026               CN¥355,000              ███████████████████████████▉
        August 2026             CN¥412,000              ████████████████████████████████▍
        September 2026          CN¥400,000              ███████████████████████████████▍
        October 2026            CN¥420,000              █████████████████████████████████
        November 2026 (part)  ┊ CN¥108,000  CN¥114,286          ┊│
        ┊ Forecast

        [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

        -- 2026-11-26 18:00 --
        > store sales 119k
        ✓ Thank you. I understood:

          KPI          Period            Value  Before
          ────────────────────────────────────────────
          Store sales  26 Nov 2026  CN¥119,000

        [1] Undo   [2] Report   [3] Why?

        > /kpi report store sales
        Store sales, November 2026: 120.0 of 100. 2 of 21 values are in. The target is CN¥400,000 for the
        whole of November 2026, CN¥76,190 for the days that count, CN¥38,095 for the values that are in.

        KPI                Actual     Target          Score                Weight  Trend
        ─────────────────────────────────────────────────────────────────────────────────
        ▲ Store sales  CN¥137,000  CN¥38,095  120.0 (359.6)  ██████████│█     100  ▇▁▇▆█·

        By now      CN¥76,190 for the days that count is reached
        Forecast    CN¥274,000 against CN¥76,190
        Department  Sales
        Entered by  Anna
        Counted as  Sales paid at the tills less refunds
        Source      Till or POS system
        How often   Every working day

        Store sales
                                    Actual   │ Target
        June 2026               CN¥410,000             ████████████████████████████████▎
        July 2026               CN¥355,000             ███████████████████████████▉
        August 2026             CN¥412,000             ████████████████████████████████▍
        September 2026          CN¥400,000             ███████████████████████████████▍
        October 2026            CN¥420,000             █████████████████████████████████
        November 2026 (part)  ┊ CN¥274,000  CN¥76,190        │              ┊
        ┊ Forecast

        [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before
        """


class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_chart_and_report_have_one_base(self) -> None:
        """
        > /kpi 建模 销售
        ...

        > 1
        ...

        > 门店多卖货
        ...

        > 门店销售额
        ...

        > 38万 41万 35.5万 41.2万 40万 42万
        ...

        > 40万
        ...

        > 跳过
        ...

        > 是
        ...

        > 门店销售额 1.8万
        ...

        > /kpi 图表 门店销售额
        门店销售额：此前 6 期还没有目标；2026年11月预计 ¥10.8万，目标 ¥11.43万（只算计入的天数，全期为 ¥40
        万）。

        门店销售额
                                 实际    │ 目标
        2026年5月               ¥38万            █████████████████████████████▉
        2026年6月               ¥41万            ████████████████████████████████▎
        2026年7月             ¥35.5万            ███████████████████████████▉
        2026年8月             ¥41.2万            ████████████████████████████████▍
        2026年9月               ¥40万            ███████████████████████████████▍
        2026年10月              ¥42万            █████████████████████████████████
        2026年11月（部分）  ┊ ¥10.8万  ¥11.43万          ┊│
        ┊ 预测

        [1] 为什么？   [2] 看报告   [3] 存为图片

        > /kpi 报告 门店销售额
        门店销售额，2026年11月：94.5 分。共 21 期，已填 1 期。2026年11月全期目标 ¥40万，其中计入的天数为
        ¥11.43万，按已填的期数折算为 ¥19,048。

        指标             实际     目标  得分               权重  走势
        ───────────────────────────────────────────────────────────────
        ▲ 门店销售额  ¥18,000  ¥19,048  94.5  █████████▌│   100  ▇▁▇▆█·

        目前应达到  ¥19,048，落后目标 0.9%
        预测        ¥10.8万（对应目标 ¥11.43万）
        要达标还需  余下 5 期每期 ¥19,257
        部门        销售
        填报人      安娜
        计算方法    收银实收金额减退款
        数据来源    收银系统
        填报频率    每个工作日

        门店销售额
                                 实际    │ 目标
        2026年6月               ¥41万            ████████████████████████████████▎
        2026年7月             ¥35.5万            ███████████████████████████▉
        2026年8月             ¥41.2万            ████████████████████████████████▍
        2026年9月               ¥40万            ███████████████████████████████▍
        2026年10月              ¥42万            █████████████████████████████████
        2026年11月（部分）  ┊ ¥10.8万  ¥11.43万          ┊│
        ┊ 预测

        [1] 为什么？   [2] 填报   [3] 看图表   [4] 历史   [5] 销售   [6] 上一期
        """
