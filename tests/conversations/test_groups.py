"""User groups of a messenger become departments, and their people people of the company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from adapters.base import LOCAL, GroupsWanted, NoGroups, PeopleGroup, Standing, Who
from tests.chat import transcript
from tests.stage import RealStage


def somebody(name: str, standing: Standing = Standing.MEMBER) -> Who:
    return Who(LOCAL, "", name, name, time_zone="Europe/Berlin", standing=standing)


SALES = PeopleGroup("S1", "Sales", (somebody("Tom <b>"), somebody("王芳"), somebody("Guest", Standing.GUEST)))
FIELD = PeopleGroup("S2", "Field *team*", (somebody("Tom <b>"), somebody("Anna"), somebody("Li Na"), somebody("Sue")))
NIGHT = PeopleGroup("S3", "Night shift", ())


class Workspace(RealStage):
    """A stage whose messenger tells of groups."""

    groups: tuple[PeopleGroup, ...] | NoGroups = (SALES, FIELD, NIGHT)

    def who(self, person: str) -> Who:
        return replace(super().who(person), groups=self.groups)


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Tom <b>", "王芳", "Li Na"


@pytest.fixture
def stage(stage_url: str, people: tuple[str, ...]) -> Iterator[Workspace]:
    found = Workspace(stage_url, people)
    yield found
    found.close()


@transcript
def test_groups_become_departments_with_their_people(stage: Workspace) -> None:
    """
    > /kpi start Kestrel
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Anna. Four short questions about the company, then we build KPIs for the first department.

    Does your workspace keep people in user groups? Begin with one department here; after that one tap
    makes departments of the groups, with their people.

    Which departments are there?
    Pick from the list, or type your own with commas between them.
      1  Sales
      2  Customer service
      3  Marketing
      4  Production
      5  Procurement
      6  Logistics and warehouse
      7  Finance
      8  Human resources
      9  More                     shops, restaurants, projects and others
    Or your own
    [Back] [Cancel]

    > Sales
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ UTC
    [Back] [Cancel]

    >
    Which currency do you count in?
    Such as USD, EUR or CNY.
    ↵ USD
    [Back] [Cancel]

    >
    ✓ Kestrel is set up: Sales. Next: where is the company going?

    [1] Set goals and SWOT   [2] Add somebody   [3] From user groups   [4] Build a department's KPIs

    > [From user groups]
    ── User groups ─────────────────────────────────────────────────────────────────────────────────────
    A group becomes a department, and its people come with it. Nobody is written to, and who has a
    department already stays there.

    Which groups become departments?
    Pick, or type their names with commas between them; “all” takes all of them.
      1  Sales         2 people; a department already, 2 not in it yet
      2  Field *team*  4 people; a new department
      3  Night shift   0 people; a new department
    [Cancel]

    > 2, 3
    ✓ New departments: Field *team* and Night shift. 3 people joined the company.

      Anna stayed where they were. To put somebody into another department as well, say the share of
      their time: /kpi members add Anna, Field *team*, 30%.

      Nobody was written to. Who joins a group later is not added by itself: /kpi members groups looks
      again.

    [1] Members   [2] Build a department's KPIs   [3] Undo

    > /kpi members
    4 people.

    Name     Role    Works in (share of time)
    ─────────────────────────────────────────
    Anna     Owner
    Tom <b>  Member  Field *team*
    Li Na    Member  Field *team*
    Sue      Member  Field *team*

    [1] Add somebody   [2] Who has come   [3] From user groups

    > /kpi members groups
    ── User groups ─────────────────────────────────────────────────────────────────────────────────────
    A group becomes a department, and its people come with it. Nobody is written to, and who has a
    department already stays there. Already done: Field *team* and Night shift.

    Which groups become departments?
    Pick, or type their names with commas between them; “all” takes all of them.
      1  Sales  2 people; a department already, 1 not in it yet
    [Cancel]

    > all
    ✓ 1 person joined the company.

      Tom <b> stayed where they were. To put somebody into another department as well, say the share of
      their time: /kpi members add Tom <b>, Sales, 30%.

      Nobody was written to. Who joins a group later is not added by itself: /kpi members groups looks
      again.

    [1] Members   [2] Build a department's KPIs   [3] Undo

    > /kpi members groups
    Sales, Field *team* and Night shift are departments already, with everybody in them.

    [1] Members

    > [Members]
    5 people.

    Name     Role    Works in (share of time)
    ─────────────────────────────────────────
    Anna     Owner
    Tom <b>  Member  Field *team*
    Li Na    Member  Field *team*
    Sue      Member  Field *team*
    王芳     Member  Sales

    [1] Add somebody   [2] Who has come   [3] From user groups

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back what came from user groups (Sales)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: what came from user groups (Sales).

    [1] My day

    > /kpi undo
    ── Undo ────────────────────────────────────────────────────────────────────────────────────────────
    Take back what came from user groups (Field *team*, Night shift)?
    [1] Yes   [2] No
    [Cancel]

    > yes
    ✓ Taken back: what came from user groups (Field *team*, Night shift).

    [1] My day

    > /kpi members
    Only you so far.

    Name  Role   Works in (share of time)
    ─────────────────────────────────────
    Anna  Owner

    [1] Add somebody   [2] Who has come   [3] From user groups

    > /kpi members groups all
    ✓ New departments: Field *team* and Night shift. 4 people got a department.

      Anna stayed where they were. To put somebody into another department as well, say the share of
      their time: /kpi members add Anna, Sales, 30%.

      Nobody was written to. Who joins a group later is not added by itself: /kpi members groups looks
      again.

    [1] Members   [2] Build a department's KPIs   [3] Undo

    > /kpi members
    5 people.

    Name     Role    Works in (share of time)
    ────────────────────────────────────────────────
    Anna     Owner
    Tom <b>  Member  Sales (50%), Field *team* (50%)
    Li Na    Member  Field *team*
    Sue      Member  Field *team*
    王芳     Member  Sales

    [1] Add somebody   [2] Who has come   [3] From user groups

    Tom <b>: /kpi members groups
    ✗ You can't do that; Anna (owner) can.
    """


@transcript
def test_who_is_known_stays_and_namesakes_are_told_apart_by_a_code(stage: Workspace) -> None:
    """
    > /kpi start Kestrel
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Anna. Four short questions about the company, then we build KPIs for the first department.

    Does your workspace keep people in user groups? Begin with one department here; after that one tap
    makes departments of the groups, with their people.

    Which departments are there?
    Pick from the list, or type your own with commas between them.
      1  Sales
      2  Customer service
      3  Marketing
      4  Production
      5  Procurement
      6  Logistics and warehouse
      7  Finance
      8  Human resources
      9  More                     shops, restaurants, projects and others
    Or your own
    [Back] [Cancel]

    > Sales, Warehouse
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ UTC
    [Back] [Cancel]

    >
    Which currency do you count in?
    Such as USD, EUR or CNY.
    ↵ USD
    [Back] [Cancel]

    >
    ✓ Kestrel is set up: Sales and Warehouse. Next: where is the company going?

    [1] Set goals and SWOT   [2] Add somebody   [3] From user groups   [4] Build a department's KPIs

    > /kpi members add Li Na, Warehouse, head
    ✓ Li Na is added (head), by share of time: Warehouse 100%.

    [1] Add another   [2] Undo

    > /kpi members add Sue, viewer
    ✓ Sue is added (viewer).

    [1] Add another   [2] Undo

    Li Na: /kpi
    ✓ Welcome to Kestrel, Li Na. I write to you by myself at most 5 times a week, between 09:00 and
      18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you, your
      heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Hello Li Na. Nothing is waiting for you today.

    There are no KPIs yet. Goals first, then one department: that takes about five minutes.

    [1] Build a department's KPIs   [2] Help

    > /kpi members groups field *team*
    ✓ New department: Field *team*. 1 person joined the company.

      Anna and Li Na stayed where they were. To put somebody into another department as well, say the
      share of their time: /kpi members add Anna, Field *team*, 30%.

      I know somebody called Sue already, and can't tell whether it is the same person. A code settles
      it: /kpi invite Sue.

      Nobody was written to. Who joins a group later is not added by itself: /kpi members groups looks
      again.

    [1] Members   [2] Build a department's KPIs   [3] Undo

    > /kpi members
    4 people.

    Name     Role    Works in (share of time)
    ─────────────────────────────────────────
    Anna     Owner
    Li Na    Head    Warehouse
    Sue      Viewer
    Tom <b>  Member  Field *team*

    [1] Add somebody   [2] Who has come   [3] From user groups
    """


@transcript
def test_in_chinese(stage: Workspace) -> None:
    """
    > /kpi start Kestrel
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Anna. Four short questions about the company, then we build KPIs for the first department.

    Does your workspace keep people in user groups? Begin with one department here; after that one tap
    makes departments of the groups, with their people.

    Which departments are there?
    Pick from the list, or type your own with commas between them.
      1  Sales
      2  Customer service
      3  Marketing
      4  Production
      5  Procurement
      6  Logistics and warehouse
      7  Finance
      8  Human resources
      9  More                     shops, restaurants, projects and others
    Or your own
    [Back] [Cancel]

    > Sales
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ UTC
    [Back] [Cancel]

    >
    Which currency do you count in?
    Such as USD, EUR or CNY.
    ↵ USD
    [Back] [Cancel]

    >
    ✓ Kestrel is set up: Sales. Next: where is the company going?

    [1] Set goals and SWOT   [2] Add somebody   [3] From user groups   [4] Build a department's KPIs

    > /kpi language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    > /kpi 成员
    目前只有你一个人。

    姓名  角色  所在部门（工作时间占比）
    ────────────────────────────────────
    Anna  老板

    [1] 添加成员   [2] 谁已加入   [3] 从用户组导入

    > [从用户组导入]
    ── 用户组 ──────────────────────────────────────────────────────────────────────────────────────────
    选中的用户组会成为部门，组内成员一并加入。不会给任何人发消息；已有部门的人保持不变。

    哪些用户组要转为部门？
    可多选，也可以输入名称，用逗号隔开；“全部”即全选。
      1  Sales         2 人；已是部门，2 人尚未加入
      2  Field *team*  4 人；新部门
      3  Night shift   0 人；新部门
    [取消]

    > 全部
    ✓ 新部门：Field *team*、Night shift。4 人加入公司。

      Anna保持不变。如需兼任，可按工作时间占比添加：/kpi 成员 添加 Anna，销售，30%。

      没有给任何人发消息。之后进组的人不会自动加入，再输入一次 /kpi 成员 用户组 即可。

    [1] 成员   [2] 搭建部门 KPI   [3] 撤销

    > /kpi 成员 用户组
    Sales、Field *team*、Night shift都已经是部门，成员也都在其中。

    [1] 成员

    > /kpi 撤销
    ── 撤销 ────────────────────────────────────────────────────────────────────────────────────────────
    确认撤销“从用户组导入（销售、Field *team*、Night shift）”吗？
    [1] 是   [2] 否
    [取消]

    > 是
    ✓ 已撤销：从用户组导入（销售、Field *team*、Night shift）。

    [1] 今日待办

    王芳: /kpi
    ✗ 你已经不在公司的成员名单里了。如果有误，请老板重新添加：/kpi 成员 添加 王芳。
    """


@pytest.mark.usefixtures("founded")
@transcript
def test_who_builds_is_told_that_groups_may_become_departments(stage: Workspace) -> None:
    """
    > /kpi build
    ── Building a department's KPIs 1/5 ────────────────────────────────────────────────────────────────
    Another department? A user group of your workspace can become one, with its people.

    Which department?
      1  Sales
      2  Service
      3  Warehouse
    [From user groups] [Cancel]

    > [From user groups]
    ── User groups ─────────────────────────────────────────────────────────────────────────────────────
    A group becomes a department, and its people come with it. Nobody is written to, and who has a
    department already stays there.

    Which groups become departments?
    Pick, or type their names with commas between them; “all” takes all of them.
      1  Sales         2 people; a department already, 2 not in it yet
      2  Field *team*  4 people; a new department
      3  Night shift   0 people; a new department
    [Cancel]

    > Field *team*
    ✓ New department: Field *team*. 3 people joined the company.

      Anna stayed where they were. To put somebody into another department as well, say the share of
      their time: /kpi members add Anna, Field *team*, 30%.

      Nobody was written to. Who joins a group later is not added by itself: /kpi members groups looks
      again.

    [1] Members   [2] Build a department's KPIs   [3] Undo

    /kpi build is still open; it waits where you left it.

    [4] Continue

    > [Build a department's KPIs]
    ── Building a department's KPIs 1/5 ────────────────────────────────────────────────────────────────
    Which department?
      1  Sales
      2  Service
      3  Warehouse
      4  Field *team*
    [Cancel]
    """


@transcript
def test_who_builds_for_the_only_department_is_told_so_in_chinese(stage: Workspace) -> None:
    """
    > /kpi language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    > /kpi 开始 Kestrel
    ── 公司信息 ────────────────────────────────────────────────────────────────────────────────────────
    Anna，你好！先问四个关于公司的小问题，然后给第一个部门搭建 KPI。

    如果你们的工作区已有用户组：先在这里填一个部门，之后点一下就能把用户组连同成员一起转为部门。

    公司有哪些部门？
    可从列表中选，也可自己输入，用逗号隔开。
      1  销售
      2  客服
      3  市场
      4  生产
      5  采购
      6  物流仓储
      7  财务
      8  人力资源
      9  更多      门店、餐饮、项目等
    或者自己写
    [返回] [取消]

    > 销售
    公司在哪个时区？
    填城市或时区，如上海、Asia/Shanghai。
    ↵ Asia/Shanghai
    [返回] [取消]

    >
    用什么货币核算？
    如人民币、CNY、USD。
    ↵ CNY
    [返回] [取消]

    >
    ✓ Kestrel已设置好，部门有：销售。下一步：明确公司目标。

    [1] 设定目标与 SWOT   [2] 添加成员   [3] 从用户组导入   [4] 搭建部门 KPI

    > [搭建部门 KPI]
    ── 部门目标 2/5 ────────────────────────────────────────────────────────────────────────────────────
    销售要为公司做到什么？指标要对应公司目标。

    要建别的部门？工作区的用户组可以直接转为部门，成员一并加入。

    主要对应公司的哪个目标？
       1  一年内营收增长20%
       2  开拓新区域，赢得新客户
       3  提高线上销售占比
       4  质量投诉减半
       5  不打折也保住毛利
       6  打响品质口碑，树立品牌
       7  新产品贡献两成收入
       8  缩短新品上市周期
       9  加强技术培训，培养人才
      10  单位成本下降8%
      11  提高人均效率
      12  优化供应商，降低采购成本
      13  大客户一个不丢
      14  更快响应客户
      15  提升客户满意度和复购
      16  账上现金至少够用六个月
      17  应收账款按时收回
      18  压缩不急的开支
    或者用自己的话写
    [从用户组导入] [取消]

    > [从用户组导入]
    ── 用户组 ──────────────────────────────────────────────────────────────────────────────────────────
    选中的用户组会成为部门，组内成员一并加入。不会给任何人发消息；已有部门的人保持不变。

    哪些用户组要转为部门？
    可多选，也可以输入名称，用逗号隔开；“全部”即全选。
      1  Sales         2 人；已是部门，2 人尚未加入
      2  Field *team*  4 人；新部门
      3  Night shift   0 人；新部门
    [取消]

    > Field *team*
    ✓ 新部门：Field *team*。3 人加入公司。

      Anna保持不变。如需兼任，可按工作时间占比添加：/kpi 成员 添加 Anna，Field *team*，30%。

      没有给任何人发消息。之后进组的人不会自动加入，再输入一次 /kpi 成员 用户组 即可。

    [1] 成员   [2] 搭建部门 KPI   [3] 撤销

    /kpi 建模 还没完成，进度已保留。

    [4] 继续

    > /kpi 建模
    ── 搭建部门 KPI 1/5 ────────────────────────────────────────────────────────────────────────────────
    要建别的部门？工作区的用户组可以直接转为部门，成员一并加入。

    给哪个部门搭建？
      1  销售
      2  Field *team*
    [从用户组导入] [取消]
    """


@pytest.mark.usefixtures("founded")
def test_who_builds_on_a_messenger_without_groups_is_told_of_none(stage: Workspace) -> None:
    assert "[From user groups]" in stage.type("Anna", "/kpi build")
    stage.groups = NoGroups.NONE
    said = stage.type("Anna", "/kpi build")
    assert "Which department?" in said
    assert "group" not in said


@pytest.mark.usefixtures("founded")
@pytest.mark.parametrize(
    ("why", "said"),
    [
        (NoGroups.NONE, "There are no user groups here"),
        (NoGroups.HIDDEN, "I am not allowed to see the user groups"),
        (NoGroups.SILENT, "I could not get hold of the user groups"),
        ((), "There are no user groups in your workspace yet."),
    ],
)
def test_why_there_are_none_is_told(why: tuple[()] | NoGroups, said: str, stage: Workspace) -> None:
    stage.groups = why
    assert said in stage.type("Anna", "/kpi members groups")


@pytest.mark.usefixtures("founded")
def test_what_is_not_told_yet_is_asked_for_and_nothing_is_done_before(stage: Workspace) -> None:
    stage.groups = NoGroups.NOT_ASKED
    with pytest.raises(GroupsWanted):
        stage.type("Anna", "/kpi members groups Field *team*")
    assert "Field" not in stage.type("Anna", "/kpi members")
