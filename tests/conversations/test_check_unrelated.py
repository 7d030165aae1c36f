"""A KPI of which the check does not see how it serves its goal: one tap says that it does."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestInEnglish:
    @pytest.mark.usefixtures("built")
    @transcript
    def test_one_tap_says_that_it_serves_the_goal(self) -> None:
        """
        > /kpi build Service
        ...
        > Halve quality complaints
        ...
        > Answer every call within a minute
        ...
        > canteen menus
        ...
        > Higher is better
        ...
        > count
        ...
        > month
        ...
        > skip
        ...
        > skip
        ...
        > yes
        ...
        > 5
        ...
        > skip
        ...
        > yes
        ...
        > /kpi check Service
        Service: one error, 2 warnings, no hint.

        Error
        1. For canteen menus, where its number comes from is still to be said. Name the system or list that
        it is taken from. If there is none, measure something easier.

        Warning
        2. I don't see how canteen menus serves “Answer every call within a minute”. If it does, one tap
        says so; otherwise link it to another goal, or end it.
        3. Service has one KPI. Fewer than 3 don't show the whole. Add what else the department is there
        for.

        canteen menus is new. Once it has values, from 11 Jan 2027 on, I look at whether its target can be
        reached and whether it needs a plan.

        [1] 1: name the source   [2] 2: yes, it serves “Answer every call within a minute”
        [3] 2: link to “Grow revenue by 20 % within a year”   [4] 2: link to “Halve quality complaints”
        [5] 3: add a KPI   [6] Mute one   [7] Whole company

        > [2: yes, it serves “Answer every call within a minute”]
        ✓ The check leaves this alone from now on: canteen menus, unrelated to its goal. Why: It serves the
          goal

        [1] Undo

        > /kpi check canteen menus
        canteen menus: one error, no warning, no hint. Muted: 1.

        Error
        1. For canteen menus, where its number comes from is still to be said. Name the system or list that
        it is taken from. If there is none, measure something easier.

        Muted
        2. I don't see how canteen menus serves “Answer every call within a minute”. Anna: It serves the
        goal

        canteen menus is new. Once it has values, from 11 Jan 2027 on, I look at whether its target can be
        reached and whether it needs a plan.

        [1] 1: name the source   [2] Unmute 2   [3] Mute one   [4] Whole company
        """


class TestInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @pytest.mark.usefixtures("built")
    @transcript
    def test_one_tap_links_it_to_another_goal(self) -> None:
        """
        > /kpi 建模 客服
        ...
        > 质量投诉减半
        ...
        > 每个来电一分钟内接听、当天答复
        ...
        > 食堂菜品数
        ...
        > 越高越好
        ...
        > 1
        ...
        > 3
        ...
        > 跳过
        ...
        > 跳过
        ...
        > 是
        ...
        > 5
        ...
        > 跳过
        ...
        > 是
        ...
        > /kpi 体检 客服
        客服：待完善 1 项，需注意 2 项，提示 0 项。

        待完善
        1. 食堂菜品数的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。

        需注意
        2. 看不出食堂菜品数与目标“每个来电一分钟内接听、当天答复”有什么关系。如果确实有关，点一下即可；否则
        改为对应别的目标，或停用。
        3. 客服有 1 个 KPI，少于 3 个看不到全貌。补上部门的其他职责。

        食堂菜品数刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：写明数据来源   [2] 2：与“每个来电一分钟内接听、当天答复”有关
        [3] 2：改为对应“一年内营收增长20%”   [4] 2：改为对应“质量投诉减半”   [5] 3：新增指标   [6] 忽略一条
        [7] 全公司

        > [2：改为对应“质量投诉减半”]
        ✓ 食堂菜品数：第 2 版自2026年11月1日起生效，以前各期不变。

        [1] 撤销

        > /kpi 体检 食堂菜品数
        食堂菜品数：待完善 1 项，需注意 1 项，提示 0 项。

        待完善
        1. 食堂菜品数的数据来源待补充。写明取自哪个系统或台账；确实没有的话，换一个容易统计的。

        需注意
        2. 看不出食堂菜品数与目标“质量投诉减半”有什么关系。如果确实有关，点一下即可；否则改为对应别的目标，
        或停用。

        食堂菜品数刚开始用，目标定得合不合适、要不要行动计划，等有了数据再看：2027年1月11日起。

        [1] 1：写明数据来源   [2] 2：与“质量投诉减半”有关   [3] 2：改为对应“每个来电一分钟内接听、当天答复”
        [4] 2：改为对应“一年内营收增长20%”   [5] 忽略一条   [6] 全公司
        """
