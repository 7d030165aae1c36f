"""`chart`: how a KPI went and where it is going, with a sentence that says so."""

from __future__ import annotations

import pytest

from conversations.view import Chart, Line, Message
from tests.chat import transcript
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Chen Zhe",)


@pytest.mark.usefixtures("demo")
@transcript
def test_a_chart_in_english() -> None:
    """
    > /kpi chart
    Harbour & Hill Trading: which department?

    [1] Sales   [2] Marketing   [3] Customer service   [4] Procurement   [5] Logistics   [6] E-commerce
    [7] Finance   [8] HR & Administration   [9] Why?

    > [Logistics]
    Logistics: which KPI would you like to see?

    KPI                          Actual  Trend
    ───────────────────────────────────────────
    ▼ On-time delivery            87.5%  ███▆▁▁
      Logistics cost ratio  not due yet  ▁▁▃▃█·
    ▲ Same-day shipping           94.7%  ▂▅▁▅█▃
      Days of inventory     not due yet  ▆█▃▁▁·

    [1] On-time delivery   [2] Logistics cost ratio   [3] Same-day shipping   [4] Days of inventory
    [5] Why?

    > [On-time delivery]
    On-time delivery: on target in 9 of the last 11 periods; November 2026 is heading for 87.5% against
    a target of 96%, a chance of under 1%.

    On-time delivery
                     Actual  │ Target  ╎ Threshold
    December 2025     96.4%       96%          85%  █████████████████████████████╎██│
    January 2026      96.4%       96%          85%  █████████████████████████████╎██│
    February 2026     96.6%       96%          85%  █████████████████████████████╎██│
    March 2026        96.1%       96%          85%  █████████████████████████████╎██│
    April 2026        96.4%       96%          85%  █████████████████████████████╎██│
    May 2026          96.3%       96%          85%  █████████████████████████████╎██│
    June 2026         96.8%       96%          85%  █████████████████████████████╎██│
    July 2026         96.8%       96%          85%  █████████████████████████████╎██│
    August 2026       96.8%       96%          85%  █████████████████████████████╎██│
    September 2026    94.2%       96%          85%  █████████████████████████████╎██│
    October 2026      87.2%       96%          85%  █████████████████████████████╎  │
    November 2026   ┊ 87.5%       96%          85%                               ┊░ │
    December 2026   ┊ 87.3%       96%          85%                            ░░░┊░ │
    January 2027    ┊ 87.2%       96%          85%                          ░░░░░┊░░│
    ┊ Forecast
    ░ 8 times in 10   November 2026 86.8% – 88%   December 2026 79% – 90.8%   January 2027 71% – 92.9%

    [1] Why?   [2] Report   [3] As a picture

    > [As a picture]
    On-time delivery: on target in 9 of the last 11 periods; November 2026 is heading for 87.5% against
    a target of 96%, a chance of under 1%.

    On-time delivery
                     Actual  │ Target  ╎ Threshold
    December 2025     96.4%       96%          85%  █████████████████████████████╎██│
    January 2026      96.4%       96%          85%  █████████████████████████████╎██│
    February 2026     96.6%       96%          85%  █████████████████████████████╎██│
    March 2026        96.1%       96%          85%  █████████████████████████████╎██│
    April 2026        96.4%       96%          85%  █████████████████████████████╎██│
    May 2026          96.3%       96%          85%  █████████████████████████████╎██│
    June 2026         96.8%       96%          85%  █████████████████████████████╎██│
    July 2026         96.8%       96%          85%  █████████████████████████████╎██│
    August 2026       96.8%       96%          85%  █████████████████████████████╎██│
    September 2026    94.2%       96%          85%  █████████████████████████████╎██│
    October 2026      87.2%       96%          85%  █████████████████████████████╎  │
    November 2026   ┊ 87.5%       96%          85%                               ┊░ │
    December 2026   ┊ 87.3%       96%          85%                            ░░░┊░ │
    January 2027    ┊ 87.2%       96%          85%                          ░░░░░┊░░│
    ┊ Forecast
    ░ 8 times in 10   November 2026 86.8% – 88%   December 2026 79% – 90.8%   January 2027 71% – 92.9%

    [1] Why?   [2] Report   [3] As a picture

    > [Report]
    ...
    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Logistics   [6] Period before

    > /kpi chart days of inventory 2026-Q3
    Days of inventory: on target in 4 of the last 4 periods; Q3 2026: 39.4 days against a target of 35 –
    49 days.

    Days of inventory
                Actual  │ Target  │ Upper limit
    Q4 2025    40 days   35 days        49 days  ███████████████████████│██▉     │
    Q1 2026  46.7 days   35 days        49 days  ███████████████████████│███████▌│
    Q2 2026  47.2 days   35 days        49 days  ███████████████████████│███████▊│
    Q3 2026  39.4 days   35 days        49 days  ███████████████████████│██▌     │

    [1] Why?   [2] Report   [3] As a picture

    > /kpi chart salaries paid on time
    Salaries paid on time: on target in 11 of the last 11 periods.

    Salaries paid on time
                    Actual  │ Target
    December 2025      Yes       Yes  ████████████████████████████████│
    January 2026       Yes       Yes  ████████████████████████████████│
    February 2026      Yes       Yes  ████████████████████████████████│
    March 2026         Yes       Yes  ████████████████████████████████│
    April 2026         Yes       Yes  ████████████████████████████████│
    May 2026           Yes       Yes  ████████████████████████████████│
    June 2026          Yes       Yes  ████████████████████████████████│
    July 2026          Yes       Yes  ████████████████████████████████│
    August 2026        Yes       Yes  ████████████████████████████████│
    September 2026     Yes       Yes  ████████████████████████████████│
    October 2026       Yes       Yes  ████████████████████████████████│
    November 2026                Yes                                  │

    [1] Why?   [2] Report   [3] As a picture

    > /kpi chart sails revenue
    ✗ There is nothing called “sails revenue”. Perhaps Sales revenue or Campaigns reviewed?

    [1] Sales revenue   [2] Campaigns reviewed
    """


@pytest.mark.usefixtures("demo")
@transcript
def test_a_chart_in_chinese() -> None:
    """
    > /kpi language zh
    ...

    > /kpi 图表
    海岳贸易：想看哪个部门？

    [1] 销售部   [2] 市场部   [3] 客服部   [4] 采购部   [5] 物流部   [6] 电商部   [7] 财务部
    [8] 人事行政部   [9] 为什么？

    > [物流部]
    物流部：想看哪个指标？

    指标            实际  走势
    ────────────────────────────
    ▼ 准时交货率   87.5%  ███▆▁▁
      物流费用率  未到期  ▁▁▃▃█·
    ▲ 当日发货率   94.7%  ▂▅▁▅█▃
      库存天数    未到期  ▆█▃▁▁·

    [1] 准时交货率   [2] 物流费用率   [3] 当日发货率   [4] 库存天数   [5] 为什么？

    > [准时交货率]
    准时交货率：最近 11 期中 9 期达标；2026年11月预计 87.5%，目标 96%，达标可能性：不到 1%。

    准时交货率
                   实际  │ 目标  ╎ 底线
    2025年12月    96.4%     96%     85%  █████████████████████████████╎██│
    2026年1月     96.4%     96%     85%  █████████████████████████████╎██│
    2026年2月     96.6%     96%     85%  █████████████████████████████╎██│
    2026年3月     96.1%     96%     85%  █████████████████████████████╎██│
    2026年4月     96.4%     96%     85%  █████████████████████████████╎██│
    2026年5月     96.3%     96%     85%  █████████████████████████████╎██│
    2026年6月     96.8%     96%     85%  █████████████████████████████╎██│
    2026年7月     96.8%     96%     85%  █████████████████████████████╎██│
    2026年8月     96.8%     96%     85%  █████████████████████████████╎██│
    2026年9月     94.2%     96%     85%  █████████████████████████████╎██│
    2026年10月    87.2%     96%     85%  █████████████████████████████╎  │
    2026年11月  ┊ 87.5%     96%     85%                               ┊░ │
    2026年12月  ┊ 87.3%     96%     85%                            ░░░┊░ │
    2027年1月   ┊ 87.2%     96%     85%                          ░░░░░┊░░│
    ┊ 预测
    ░ 八成可能落在   2026年11月 86.8%～88%   2026年12月 79%～90.8%   2027年1月 71%～92.9%

    [1] 为什么？   [2] 看报告   [3] 存为图片

    > /kpi 图表 销售收入 图片
    销售收入：最近 11 期中 0 期达标；2026年11月预计 ¥386.41万，目标 ¥385万，达标可能性：55%。

    销售收入
                       实际     │ 目标
    2025年12月    ¥339.19万  ¥374.96万  █████████████████████▉  │
    2026年1月     ¥294.13万     ¥333万  ███████████████████  │
    2026年2月      ¥148.2万   ¥163.8万  █████████▌│
    2026年3月     ¥288.93万  ¥324.55万  ██████████████████▋ │
    2026年4月     ¥322.64万     ¥343万  ████████████████████▊ │
    2026年5月     ¥331.24万     ¥350万  █████████████████████▍│
    2026年6月     ¥351.51万     ¥357万  ██████████████████████▋│
    2026年7月     ¥307.48万     ¥329万  ███████████████████▉ │
    2026年8月     ¥328.61万     ¥333万  █████████████████████│
    2026年9月     ¥340.47万     ¥361万  ██████████████████████ │
    2026年10月    ¥271.48万  ¥275.09万  █████████████████│
    2026年11月  ┊ ¥386.41万     ¥385万                          ┊░
    2026年12月     ┊ ¥430万     ¥392万                         ░░│░┊░░░░░
    2027年1月    ┊ ¥394.5万     ¥323万                      │░░░░┊░░░░░░░
    ┊ 预测
    ░ 八成可能落在   2026年11月 ¥373.18万～¥401.9万   2026年12月 ¥369.36万～¥507.46万
    2027年1月 ¥315.96万～¥511.77万

    [1] 为什么？   [2] 看报告   [3] 存为图片

    > /kpi 图表 库存天数 上季度
    库存天数：最近 4 期中 4 期达标；2026年第3季度 39.4 天，目标 35～49 天。

    库存天数
                      实际  │ 目标  │ 上限
    2025年第4季度    40 天   35 天   49 天  ███████████████████████│██▉     │
    2026年第1季度  46.7 天   35 天   49 天  ███████████████████████│███████▌│
    2026年第2季度  47.2 天   35 天   49 天  ███████████████████████│███████▊│
    2026年第3季度  39.4 天   35 天   49 天  ███████████████████████│██▌     │

    [1] 为什么？   [2] 看报告   [3] 存为图片
    """


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize("people", [("Anna",)])
@transcript
def test_there_is_nothing_to_draw() -> None:
    """
    > /kpi chart
    There is nothing to draw for Harbour Trading yet.
    """


@pytest.mark.usefixtures("demo")
def test_what_is_to_come_is_drawn_where_the_period_is_open(stage: RealStage) -> None:
    stage.type("Chen Zhe", "/kpi chart sales revenue")
    drawn = _chart(stage)
    lines = {series.line: series.values for series in drawn.series}

    assert [value is not None for value in lines[Line.ACTUAL]] == [True] * 11 + [False] * 3
    assert [value is not None for value in lines[Line.FORECAST]] == [False] * 11 + [True] * 3
    assert drawn.band
    widths = [each.high - each.low for each in drawn.band.ranges if each]
    assert widths == sorted(widths), "the farther, the less is known"


@pytest.mark.usefixtures("demo")
def test_what_is_over_has_nothing_to_come(stage: RealStage) -> None:
    stage.type("Chen Zhe", "/kpi chart sales revenue 2026-10")
    drawn = _chart(stage)

    assert drawn.band is None
    assert {series.line for series in drawn.series} == {Line.ACTUAL, Line.TARGET}
    assert drawn.labels[-1] == "October 2026"


def _chart(stage: RealStage) -> Chart:
    (drawn,) = (block for block in _message(stage).blocks if isinstance(block, Chart))
    return drawn


def _message(stage: RealStage) -> Message:
    (message,) = stage.shown["Chen Zhe"]
    assert isinstance(message, Message)
    return message
