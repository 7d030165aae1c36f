"""`report brief`: a minute's reading for whoever looks after a company or a department."""

from __future__ import annotations

import re

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
    Harbour & Hill Trading, November 2026: 98.6, +0.2 since October 2026, from 53.5% of the weight.

    What moved: Replies within 24 hours (+1.1), Supplier on-time delivery (+0.5), Bank balance at the
    end of the day (−0.5).

    Thanks to Daniel Hughes for Replies within 24 hours (116.3); Emma Collins for Online return rate
    (112.6); Lü Meng for Online sales (109.8).

    Could use a hand: Cao Na with On-time delivery (69.1); Zhang Yue with Qualified leads (88.5); Deng
    Xue with Supplier on-time delivery (88.5).

    Not in yet: Sales (2 values), Marketing (1 value), Customer service (1 value), Procurement (2
    values), E-commerce (1 value), HR & Administration (3 values).

    To decide: On-time delivery would add 2.1 points if it met its target. Does it need more hands, or
    another target?

    [1] Why?   [2] Chart   [3] Check the KPI   [4] Report

    > [Check the KPI]
    On-time delivery: no error, one warning, no hint.

    Warning
    1. The target of On-time delivery is hardly within reach: the chance of reaching it is under 1%
    (values so far: 54). Lower it, or say what will be different. A chance between 45% and 75% is
    reasonable.

    [1] 1: set the target   [2] Mute one   [3] Whole company

    > /kpi report brief Finance last month
    Finance, October 2026: 99.3, +10.2 since September 2026.

    What moved: Report errors (+7.6), Overdue receivables share (+5.7), Days to close (−2.0).

    Thanks to Qian Huimin for Report errors (114.3); Gao Yuan for Overdue receivables share (92.4) and
    Bank balance at the end of the day (105.9).

    To decide: nothing; everything that has a value is on track.

    [1] Report

    > /kpi report brief win rate
    Sales, November 2026: 98.4, +0.5 since October 2026, from 58.8% of the weight.

    What moved: Sales revenue (+1.0), New customers won (+0.8).

    Thanks to Xu Wenjing for Sales revenue (100.3); Lin Haoran for New customers won (95.5).

    Not in yet: Sales revenue (1 value), New customers won (1 value).

    To decide: nothing; everything that has a value is on track.

    [1] Report

    Thomas Berger: /kpi report brief
    Thomas Berger, November 2026: 103.8, +8.4 since October 2026.

    What moved: Key-account visits (+5.3), Quotes sent (+3.1).

    Going well: Key-account visits (109.1) and Quotes sent (98.5).

    Not in yet: Key-account visits (1 value).

    To decide: nothing; everything that has a value is on track.

    [1] Report

    Thomas Berger: /kpi report brief @Xu
    ✗ You can't do that; Lin Haoran (head), Chen Zhe (owner) or Xu Wenjing (member) can.
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_a_brief_in_chinese() -> None:
    """
    > /kpi language zh
    ...

    > /kpi 报告 简报
    海岳贸易，2026年11月：98.6 分，比2026年10月 +0.2（已有 53.5% 权重的数据）。

    主要变化：24小时内回复率 +1.1、供应商准时交货率 +0.5、日终银行存款余额 −0.5。

    值得感谢：丹尼尔·休斯（24小时内回复率 116.3）、艾玛·柯林斯（网店退货率 112.6）、吕萌（线上销售额
    109.8）。

    需要支持：曹娜（准时交货率 69.1）、张玥（合格线索数 88.5）、邓雪（供应商准时交货率 88.5）。

    还差的数据：销售部 2 项、市场部 1 项、客服部 1 项、采购部 2 项、电商部 1 项、人事行政部 3 项。

    请你定一件事：准时交货率如能达标，总分可再加 2.1 分。是增派人手，还是调整目标？

    [1] 为什么？   [2] 看图表   [3] 检查该指标   [4] 看报告

    > /kpi 报告 简报 物流 上月
    物流部，2026年10月：88.8 分，比2026年9月 −9.7。

    主要变化：准时交货率 −7.4、物流费用率 −2.7、当日发货率 +0.3。

    值得感谢：冯涛（当日发货率 103.5，库存天数 100.0）。

    需要支持：曹娜（准时交货率 68.1）、吴建国（物流费用率 88.9）。

    请你定一件事：准时交货率如能达标，总分可再加 9.4 分。是增派人手，还是调整目标？

    [1] 为什么？   [2] 看图表   [3] 检查该指标   [4] 看报告
    """


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_a_brief_of_nothing_yet() -> None:
    """
    > /kpi report brief
    Harbour Trading, November 2026: no score yet.

    [1] Report
    """


@pytest.mark.usefixtures("demo")
def test_a_brief_is_for_whoever_asks(stage: RealStage) -> None:
    stage.type("Chen Zhe", "/kpi report brief")
    (brief,) = stage.shown["Chen Zhe"]

    assert isinstance(brief, Message)
    assert brief.only_you


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "On-time delivery would add 2.1 points if it met its target"),
        ("zh", "准时交货率如能达标，总分可再加 2.1 分"),
    ],
)
@pytest.mark.usefixtures("demo")
def test_what_a_met_target_would_add_is_said_alike_in_the_brief_and_in_why(
    stage: RealStage, language: str, said: str
) -> None:
    stage.type("Chen Zhe", f"/kpi language {language}")
    for words in ("report brief", "why"):
        assert said in re.sub(r"\s+", " ", stage.type("Chen Zhe", f"/kpi {words}"))
