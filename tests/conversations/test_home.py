"""`home`: what the tab of a messenger shows that is one person's alone."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("张玥", "Mia Ross")


@pytest.mark.usefixtures("demo")
@transcript
def test_my_day_comes_before_my_scorecard_and_the_ways_to_others() -> None:
    """
    > /kpi home
    张玥，你好！有 1 项数据等你填报：

    指标        周期          上次      目标
    ────────────────────────────────────────
    合格线索数  2026年第47周    34  每月 156

    2026年11月你的得分：97.8（已有 54% 权重的数据）。与2026年10月相比，主要变化：首次解决率 −1.2、内容按
    时发布率 −0.9、客户投诉数 +0.7。

    接下来 14 天你要完成的行动：

    行动                                                                     指标          截止日期
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Go through the leads that sales sent back, once a week / 每周与销售复盘  合格线索数    2026年12月4日
    退回的线索
    Move a third of the budget from search to exhibitions / 三分之一预算从   单条线索成本  2026年12月7日
    搜索转到展会

    [1] 填报我的数据   [2] 看报告   [3] 为什么？   [4] 帮助

    市场部，2026年11月：95.7 分（达标为 100 分），已有 50% 权重的数据。

    指标                实际   目标   得分  权重  走势    预测
    ──────────────────────────────────────────────────────────────────
    ● 合格线索数          69     78   88.5    30  █▁▃▄▂·  137（9%）
      单条线索成本    未到期    ¥96           20  █▁▂▆▁·  ¥95.1（52%）
      线索转化率      未到期  20.4%           15  █▄▄▁▇·  19.3%（32%）
    ▲ 内容按时发布率   87.5%    85%  106.7    20  ▂▁▄▇█▇  87.4%（90%）
      活动复盘完成率  未到期    88%           15  ▅█▅▂▁·  89.6%（57%）

    还差的数据：合格线索数 1 项。

    [5] 为什么？   [6] 简报   [7] 合格线索数   [8] 单条线索成本   [9] 线索转化率   [10] 内容按时发布率
    [11] 活动复盘完成率   [12] 公司   [13] 上一期

    部门、提醒和设置：

    [14] 市场部   [15] 客服部   [16] 海岳贸易   [17] 提醒设置   [18] 设置

    > [提醒设置]
    """


@transcript
def test_before_there_are_kpis_it_is_my_day(stage: RealStage) -> None:
    """
    > /kpi home
    张玥，你好！我帮公司定下少而精的 KPI，按时请大家填数据，并让每个人看到完成情况和原因。
    到期的数据我只问一次；个人得分只有本人、上级和老板看得到。
    输入 /kpi 开始 就可以了，只需回答四个小问题。

    [1] 设置公司   [2] English   [3] 帮助

    > /kpi
    张玥，你好！我帮公司定下少而精的 KPI，按时请大家填数据，并让每个人看到完成情况和原因。
    到期的数据我只问一次；个人得分只有本人、上级和老板看得到。
    输入 /kpi 开始 就可以了，只需回答四个小问题。

    [1] 设置公司   [2] English   [3] 帮助
    """
