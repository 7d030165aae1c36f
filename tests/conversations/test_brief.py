"""`report brief`: a minute's reading for whoever looks after a company or a department."""

from __future__ import annotations

import pytest

from conversations.view import Message
from tests.chat import transcript
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Chen Zhe", "Thomas Berger")


@pytest.mark.usefixtures("demo")
@transcript
def test_a_brief_in_english() -> None:
    """
    > /kpi report brief
    Harbour & Hill Trading, November 2026: 93.7, +0.3 since October 2026, from 58.7% of the weight.

    What moved: Replies within 24 hours (+0.4), Invoices sent on the day of shipping (−0.3), Online
    sales (+0.2).

    Thanks to Daniel Hughes for Replies within 24 hours (104.3), Lü Meng for Online sales (109.8), Ma
    Lijuan for First response time (95.7).

    Could use a hand: Cao Na with On-time delivery (69.1), Deng Xue with Supplier on-time delivery
    (86.0), Lin Haoran with New customers won (81.8).

    Not in yet: Sales (2 values), Marketing (1 value), Customer service (1 value), Procurement (2
    values), E-commerce (1 value), Finance (1 value), HR & Administration (3 values).

    To decide: On-time delivery would add 2.1 points if it met its target. Does it need help, or another
    target?

    [1] Why?   [2] Chart   [3] Check the KPI   [4] Report

    > [Check the KPI]
    On-time delivery: no error, one warning, no hint.

    Warning
    1. The target of On-time delivery is hardly within reach: the chance of reaching it is 0% (values so
    far: 54). Lower it, or say what will be different. A chance between 45% and 75% is reasonable.

    [1] Mute one   [2] Whole company

    > /kpi report brief Finance last month
    Finance, October 2026: 98.8, −1.0 since September 2026.

    What moved: Bank balance at the end of the day (−0.6), Invoices sent on the day of shipping (−0.2),
    Days sales outstanding (−0.2).

    Thanks to Gao Yuan for Bank balance at the end of the day (104.2), Qian Huimin for Days to close
    (100.0).

    To decide: nothing; everything that has a value is on track.

    [1] Report

    > /kpi report brief win rate
    Sales, November 2026: 91.2, −2.0 since October 2026, from 58.8% of the weight.

    What moved: Sales revenue (+0.9), New customers won (+0.3).

    Thanks to Xu Wenjing for Sales revenue (97.5).

    Could use a hand: Lin Haoran with New customers won (81.8).

    Not in yet: Sales revenue (1 value), New customers won (1 value).

    To decide: New customers won would add 7.3 points if it met its target. Does it need help, or
    another target?

    [1] Why?   [2] Chart   [3] Check the KPI   [4] Report

    Thomas Berger: /kpi report brief
    Thomas Berger, November 2026: 99.4, −1.3 since October 2026.

    What moved: Key-account visits (−3.0), Quotes sent (+1.7).

    Thanks to Thomas Berger for Quotes sent (98.5), Thomas Berger for Key-account visits (100.0).

    Not in yet: Key-account visits (1 value).

    To decide: nothing; everything that has a value is on track.

    [1] Report

    Thomas Berger: /kpi report brief @Xu
    ✗ You have no right to do that; Chen Zhe, Lin Haoran or Xu Wenjing can.
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_a_brief_in_chinese() -> None:
    """
    > /kpi language zh
    ...

    > /kpi 报告 简报
    海岳贸易，2026年11月：93.7 分，比2026年10月 +0.3（已有 58.7% 权重的数据）。

    主要变化：24小时内回复率 +0.4、发货当日开票率 −0.3、线上销售额 +0.2。

    值得感谢：丹尼尔·休斯（24小时内回复率 104.3）、吕萌（线上销售额 109.8）、马丽娟（首次响应时间
    95.7）。

    需要支持：曹娜（准时交货率 69.1）、邓雪（供应商准时交货率 86.0）、林浩然（新增客户数 81.8）。

    还差的数据：销售部 2 项、市场部 1 项、客服部 1 项、采购部 2 项、电商部 1 项、财务部 1 项、人事行政部
    3 项。

    请你定一件事：准时交货率如能达标，总分可再加 2.1 分。是加派支持，还是调整目标？

    [1] 为什么？   [2] 看图表   [3] 检查该指标   [4] 看报告

    > /kpi 报告 简报 物流 上月
    物流部，2026年10月：85.4 分，比2026年9月 −11.5。

    主要变化：准时交货率 −7.4、物流费用率 −4.1。

    值得感谢：冯涛（库存天数 100.0）。

    需要支持：曹娜（准时交货率 68.1）、吴建国（物流费用率 80.0）。

    请你定一件事：准时交货率如能达标，总分可再加 9.4 分。是加派支持，还是调整目标？

    [1] 为什么？   [2] 看图表   [3] 检查该指标   [4] 看报告
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_a_brief_of_nothing_yet() -> None:
    """
    > /kpi report brief
    Harbour Trading, November 2026: no score yet.

    Not in yet: Sales (24 values).

    [1] Report
    """


@pytest.mark.usefixtures("demo")
def test_a_brief_is_for_whoever_asks(stage: RealStage) -> None:
    stage.type("Chen Zhe", "/kpi report brief")
    (brief,) = stage.shown["Chen Zhe"]

    assert isinstance(brief, Message)
    assert brief.only_you
