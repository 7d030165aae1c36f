"""What a report says where there is little to report, in both languages."""

from __future__ import annotations

import pytest

from conversations.view import Message, Tone
from tests.chat import transcript
from tests.stage import RealStage

REPORT = {"Anna": "/kpi report company", "安娜": "/kpi 报告 公司"}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


def test_a_company_without_departments_is_told_to_set_up(stage: RealStage, founder: str) -> None:
    hint = {"Anna": "Begin with /kpi start", "安娜": "输入 /kpi 开始 就可以了"}[founder]

    assert hint in stage.type(founder, REPORT[founder])


@pytest.mark.usefixtures("founded")
def test_a_company_without_kpis_is_told_to_build_some(stage: RealStage, founder: str) -> None:
    said = stage.type(founder, REPORT[founder])

    assert {
        "Anna": "There are no KPIs yet. The owner or the head of a department can begin with /kpi build.",
        "安娜": "公司还没有 KPI。老板或部门负责人可以输入 /kpi 建模 开始搭建。",
    }[founder] in said
    assert "no departments" not in said


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe",)])
@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("On-time delivery last month", "On-time delivery, October 2026"),
        ("last month on-time delivery", "On-time delivery, October 2026"),
        ("Sales in October", "Sales, October 2026"),
        ("for October Sales", "Sales, October 2026"),
        ("10月的销售部", "Sales, October 2026"),
    ],
)
def test_a_name_and_its_period_in_any_order(stage: RealStage, words: str, shown: str) -> None:
    assert stage.type("Chen Zhe", f"/kpi report {words}").startswith(shown)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe", "Thomas Berger")])
@transcript
def test_down_and_up_again() -> None:
    """
    > /kpi report
    Harbour & Hill Trading, November 2026: 98.6 of 100, from 53.5% of the weight.

    Department             Score               Weight scored
    ────────────────────────────────────────────────────────
    ▲ Sales                 98.4  █████████▉│          58.8%
    ▲ Marketing             95.7  █████████▋│            50%
    ▲ Customer service     100.8  ██████████│            60%
    ▲ Procurement          100.9  ██████████│          52.9%
    ● Logistics             83.3  ████████▍ │          52.9%
    ▲ E-commerce           105.2  ██████████│            90%
    ▲ Finance              101.7  ██████████│          23.5%
    ▲ HR & Administration  102.6  ██████████│            40%

    Not in yet: Sales (2 values), Marketing (1 value), Customer service (1 value), Procurement (2
    values), E-commerce (1 value), HR & Administration (3 values).

    [1] Why?   [2] Brief   [3] Sales   [4] Marketing   [5] Customer service   [6] Procurement
    [7] Logistics   [8] E-commerce   [9] Finance   [10] HR & Administration   [11] Period before

    > [Sales]
    Sales, November 2026: 98.4 of 100, from 58.8% of the weight.

    KPI                            Actual        Target  Score  Weight  Trend   Forecast
    ──────────────────────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue          CN¥2,574,280  CN¥2,566,667  100.3      30  █▄▆▇▁·  CN¥3,864,115 (55%)
    ▲ New customers won                21            22   95.5      20  █▃▃▁█·  43 (45%)
      Win rate                not due yet           31%             15  █▁▆▆█·  32.7% (73%)
      Gross margin of sales   not due yet         23.8%             20  ▁█▇▇▃·  23.4% (34%)

    Not in yet: Sales revenue (1 value), New customers won (1 value).

    [1] Why?   [2] Brief   [3] Sales revenue   [4] New customers won   [5] Win rate
    [6] Gross margin of sales   [7] Chen Zhe   [8] Thomas Berger   [9] Company   [10] Period before

    > [Sales revenue]
    Sales revenue, November 2026: 100.3 of 100. 14 of 21 values are in. The target is CN¥3,850,000 for
    the whole of November 2026, CN¥2,566,667 for the values that are in.

    KPI                    Actual        Target  Score               Weight  Trend
    ───────────────────────────────────────────────────────────────────────────────
    ▲ Sales revenue  CN¥2,574,280  CN¥2,566,667  100.3  ██████████│      30  █▄▆▇▁·

    By now      CN¥2,577,849, as is usual at this time; it is behind by 0.1% of the target
    Forecast    CN¥3,864,115; 8 times in 10 it is CN¥3,731,789 – CN¥4,019,027; chance of reaching
                CN¥3,850,000: 55%
    It takes    CN¥182,246 in each of the 7 values to come
    Department  Sales
    Entered by  Xu Wenjing
    Counted as  Sales invoiced in the period, without tax
    Source      Accounting system
    How often   Every working day

    Action plan
    What                                                                      Who            Due
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Offer the ten largest buyers yearly contracts / 与前十大客户洽谈年度框架  Thomas Berger  11 Dec 2026
    合同

    Sales revenue
                            Actual      │ Target
    June 2026         CN¥3,515,140  CN¥3,570,000  ████████████████████████████▉│
    July 2026         CN¥3,074,770  CN¥3,290,000  █████████████████████████▎ │
    August 2026       CN¥3,286,130  CN¥3,330,000  ███████████████████████████│
    September 2026    CN¥3,404,680  CN¥3,610,000  ████████████████████████████ │
    October 2026      CN¥2,714,820  CN¥2,750,909  ██████████████████████│
    November 2026   ┊ CN¥3,864,115  CN¥3,850,000                                ░┊░
    ┊ Forecast
    ░ 8 times in 10   November 2026 CN¥3,731,789 – CN¥4,019,027

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

    > [Why?]
    Sales revenue, November 2026: 100.3

    Value       CN¥2,574,280 (sum of 14 values)
    Counted as  Sales invoiced in the period, without tax
    Target      CN¥2,566,666.67: CN¥3,850,000 for November 2026 × 14/21
    Agreed      version 1, in force from 1 Nov 2025
    Weight      30 of 100

    CN¥2,574,280 / CN¥2,566,666.67 × 100.0 = 100.3.

    [1] History   [2] Report

    > /kpi report sales revenue
    ...
    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Sales   [6] Period before

    > [Sales]
    ...

    > [Thomas Berger]
    Thomas Berger, November 2026: 103.8 of 100, grade A.

    KPI                   Actual  Target  Score  Weight  Trend   Forecast
    ─────────────────────────────────────────────────────────────────────
    ▲ Key-account visits      12      11  109.1      50  █▁▅█▅·  22 (53%)
    ▲ Quotes sent             39    39.6   98.5      50  █▃▇▁▁·  52 (37%)

    Not in yet: Key-account visits (1 value).

    [1] Why?   [2] Brief   [3] Key-account visits   [4] Quotes sent   [5] Sales   [6] Company
    [7] Period before

    > [Key-account visits]
    Key-account visits, November 2026: 109.1 of 100. 2 of 4 values are in. The target is 22 for the
    whole of November 2026, 11 for the values that are in.

    KPI                   Actual  Target  Score               Weight  Trend
    ────────────────────────────────────────────────────────────────────────
    ▲ Key-account visits      12      11  109.1  ██████████│      50  █▁▅█▅·

    By now      11; it is ahead by 4.5% of the target
    Forecast    22; 8 times in 10 it is 20 – 24; chance of reaching 22: 53%
    It takes    5 in each of the 2 values to come
    Department  Sales
    Entered by  Thomas Berger
    Counted as  Visits to key accounts with a written note
    Source      Customer list or CRM
    How often   Every week

    Key-account visits
                    Actual  │ Target
    June 2026           21      20.4  ████████████████████████████│
    July 2026           19      18.8  █████████████████████████│▏
    August 2026         20        19  ██████████████████████████│▌
    September 2026      21      20.6  ████████████████████████████│
    October 2026        20      20.3  ███████████████████████████│
    November 2026     ┊ 22        22                             ░░░┊░░
    ┊ Forecast
    ░ 8 times in 10   November 2026 20 – 24

    [1] Why?   [2] Enter a value   [3] Chart   [4] History   [5] Thomas Berger   [6] Period before

    > [Thomas Berger]
    ...

    > [Company]
    ...

    Thomas Berger: /kpi report
    Thomas Berger, November 2026: 103.8 of 100, grade A.

    KPI                   Actual  Target  Score  Weight  Trend   Forecast
    ─────────────────────────────────────────────────────────────────────
    ▲ Key-account visits      12      11  109.1      50  █▁▅█▅·  22 (53%)
    ▲ Quotes sent             39    39.6   98.5      50  █▃▇▁▁·  52 (37%)

    Not in yet: Key-account visits (1 value).

    [1] Why?   [2] Brief   [3] Key-account visits   [4] Quotes sent   [5] Sales   [6] Company
    [7] Period before
    """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe", "Thomas Berger")])
@transcript
def test_a_report_in_chinese() -> None:
    """
    > /kpi language zh
    ...

    > /kpi 报告 物流
    物流部，2026年11月：83.3 分（达标为 100 分），已有 52.9% 权重的数据。

    指标            实际       目标   得分  权重  走势    预测
    ──────────────────────────────────────────────────────────────────────
    ▼ 准时交货率   87.5%        96%   69.1    25  ███▆▁▁  87.5%（不到 1%）
      物流费用率  未到期       6.4%           20  ▁▁▃▃█·  6.39%（50%）
    ▲ 当日发货率   94.7%      94.5%  101.0    20  ▂▅▁▅█▃  94.7%（68%）
      库存天数    未到期  35～49 天           20  ▆█▃▁▁·  39.8 天（83%）

    [1] 为什么？   [2] 简报   [3] 准时交货率   [4] 物流费用率   [5] 当日发货率   [6] 库存天数   [7] 冯涛
    [8] 公司   [9] 上一期

    > [库存天数]
    库存天数，2026年11月：未到期。

    指标        实际       目标  得分  权重  走势
    ───────────────────────────────────────────────
    库存天数  未到期  35～49 天          20  ▆█▃▁▁·

    预测      39.8 天，八成可能在 33.9～45.2 天，达到 35～49 天的可能性：83%
    部门      物流部
    填报人    冯涛
    计算方法  平均库存金额乘以天数 ÷ 销售成本
    数据来源  财务系统
    填报频率  每月

    库存天数
                     实际  │ 目标  │ 上限
    2026年6月     47.2 天   35 天   49 天  ███████████████████████│███████▎│
    2026年7月     49.9 天   35 天   49 天  ███████████████████████│████████│
    2026年8月     42.4 天   35 天   49 天  ███████████████████████│████    │
    2026年9月     39.4 天   35 天   49 天  ███████████████████████│██      │
    2026年10月    39.5 天   35 天   49 天  ███████████████████████│██▏     │
    2026年11月  ┊ 39.8 天   35 天   49 天                        ░│░░┊░░░  │
    ┊ 预测
    ░ 八成可能落在   2026年11月 33.9～45.2 天

    [1] 为什么？   [2] 填报   [3] 看图表   [4] 历史   [5] 物流部   [6] 上一期

    > /kpi 报告 线上销售额
    线上销售额，2026年11月：109.8 分。共 21 期，已填 15 期。2026年11月全期目标 ¥115万，按已填的期数折算
    为 ¥82.14万。

    指标              实际      目标   得分               权重  走势
    ──────────────────────────────────────────────────────────────────
    ▲ 线上销售额  ¥90.22万  ¥82.14万  109.8  ██████████│    30  █▂▁▃▄·

    目前应达到  ¥81.81万（按往年节奏），超前目标 7.3%
    预测        ¥128.14万，八成可能在 ¥122.36万～¥134.46万，达到 ¥115万的可能性：99% 以上
    要达标还需  余下 6 期每期 ¥41,303
    部门        电商部
    填报人      吕萌
    计算方法    线上已付款订单金额减退款
    数据来源    店铺后台
    填报频率    每个工作日

    线上销售额
                       实际   │ 目标
    2026年6月     ¥102.56万   ¥101万  ████████████████████████│▏
    2026年7月      ¥88.15万  ¥82.8万  ████████████████████│▋
    2026年8月      ¥85.31万  ¥82.8万  ████████████████████│
    2026年9月      ¥90.35万  ¥88.2万  █████████████████████│▏
    2026年10月     ¥91.81万    ¥88万  █████████████████████│▌
    2026年11月  ┊ ¥128.14万   ¥115万                              │ ░┊░
    ┊ 预测
    ░ 八成可能落在   2026年11月 ¥122.36万～¥134.46万

    [1] 为什么？   [2] 填报   [3] 看图表   [4] 历史   [5] 电商部   [6] 上一期

    > /kpi 报告 销售 上季度
    销售部，2026年第3季度：99.6 分（达标为 100 分），等级 B。

    指标                       实际      目标   得分                权重  走势
    ────────────────────────────────────────────────────────────────────────────
    ▲ 销售收入            ¥976.56万  ¥1,023万   95.5  █████████▌│     30  ··▁▂█▇
    ▲ 新增客户数                107       117   91.6  █████████▏│     20  ··▁▄█▇
    ▲ 赢单率                  31.3%       31%  100.9  ██████████│     15  ··█▁▁▂
    ▲ 销售毛利率              24.2%     23.8%  104.1  ██████████│     20  ··▂▄▁█
    ▲ 产品知识考核通过率       100%       90%  111.1  ██████████│▏    15  ··▄▄▄▄

    [1] 为什么？   [2] 简报   [3] 销售收入   [4] 新增客户数   [5] 赢单率   [6] 销售毛利率
    [7] 产品知识考核通过率   [8] 陈喆   [9] 托马斯·贝格尔   [10] 公司   [11] 上一期
    """


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("people", [("Chen Zhe",)])
@pytest.mark.parametrize("about", ["company", "Sales", "@Thomas", "online sales", "me"])
@pytest.mark.parametrize(
    "when",
    [
        "today",
        "this week",
        "last week",
        "last month",
        "2026-11",
        "2026-W47",
        "2026-Q3",
        "2026",
        "Nov 2026",
        "11/2026",
        "本月",
        "上季度",
        "",
    ],
)
def test_every_subject_in_every_period(stage: RealStage, about: str, when: str) -> None:
    stage.type("Chen Zhe", f"/kpi report {about} {when}")
    (shown,) = stage.shown["Chen Zhe"]

    assert isinstance(shown, Message)
    assert shown.tone is not Tone.REFUSAL
