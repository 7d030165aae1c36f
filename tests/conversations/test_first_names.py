"""A first name alone is enough wherever somebody is expected, as long as nobody else is called so."""

from __future__ import annotations

import pytest

from kpi_engine.design.match import first_names
from kpi_engine.model.name import Name
from tests.chat import transcript


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (Name.same("Thomas Berger"), ("Thomas",)),
        (Name("Thomas Berger", "托马斯·贝格尔"), ("Thomas", "托马斯")),
        (Name.same("王志远"), ("志远",)),
        (Name.same("欧阳娜娜"), ("娜娜",)),
        (Name("Wang Zhiyuan", "王志远"), ("Wang", "志远")),
        (Name.same("李娜"), ()),
        (Name.same("Tom"), ()),
    ],
)
def test_what_colleagues_call_somebody(name: Name, called: tuple[str, ...]) -> None:
    assert first_names(name) == called


@pytest.mark.usefixtures("built")
@transcript
def test_a_first_name_is_enough() -> None:
    """
    > members add Thomas Berger, Sales, member
    ✓ Thomas Berger is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > invite Thomas
    Send this to Thomas Berger, and to nobody else: whoever types it is Thomas Berger here. It works
    once, until 30 Nov 2026.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    > members Thomas
    Thomas Berger:

    Name           Role    Works in (share of time)
    ───────────────────────────────────────────────
    Thomas Berger  Member  Sales

    [1] Add somebody   [2] Who has come

    > members Sales
    Sales:

    Name           Role    Works in (share of time)
    ───────────────────────────────────────────────
    Thomas Berger  Member  Sales

    [1] Add somebody   [2] Who has come

    > members Tomas
    ✗ I know nobody called “Tomas”. Perhaps Thomas Berger?

    [1] Thomas Berger

    > away Thomas until Friday
    ✓ Thomas Berger is away from 23 Nov 2026 to 27 Nov 2026. I ask for nothing that falls on these days,
      and their own targets shrink with them.

    [1] Undo

    > members deputy Thomas Anna
    ✓ Anna steps in for Thomas Berger, and hears of values missed if Thomas Berger agrees to that.

    [1] Undo

    > plan give brochure Thomas
    ✗ There is nothing called “brochure”.

    > report Thomas
    Thomas Berger, November 2026: no score yet.

    Department  Share        Score  Weight scored
    ─────────────────────────────────────────────
    Sales        100%  not due yet             0%

    [1] Sales   [2] Company   [3] Period before

    > members add Thomas, Service, member
    ✓ Thomas is added (member), by share of time: Service 100%.

    [1] Add another   [2] Undo

    > members add May Chen, Sales, member
    ✓ May Chen is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > away May 4 to 6
    ✓ You are away from 4 May 2027 to 6 May 2027. I ask for nothing that falls on these days, and your
      own targets shrink with them.

    [1] Undo

    > away May until Friday
    ✓ May Chen is away from 23 Nov 2026 to 27 Nov 2026. I ask for nothing that falls on these days, and
      their own targets shrink with them.

    [1] Undo

    > members add May Ling, Sales, member
    ✓ May Ling is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    > invite May
    ✗ More than one person is called “May”: May Chen and May Ling. Please say which.

    > members remove May Ling
    ✓ May Ling is no longer in the company. What they did keeps their name.

    [1] Members   [2] Undo

    > members remove Thomas Berger
    ✓ Thomas Berger is no longer in the company. What they did keeps their name.

    [1] Members   [2] Undo
    """


@pytest.mark.usefixtures("built")
@transcript
def test_a_department_or_a_kpi_goes_before_a_first_name() -> None:
    """
    > members add Sales Miller, Service, member
    ✓ Sales Miller is added (member), by share of time: Service 100%.

    [1] Add another   [2] Undo


    > report Sales
    Sales, November 2026: no score yet.

    KPI                      Actual        Target  Score  Weight  Trend
    ────────────────────────────────────────────────────────────────────
    Sales revenue       not due yet  CN¥1,200,000             40  ··▃█▁·
    New customers won   not due yet            12             20  ··▅▁█·
    Win rate            not due yet           30%             20  ▁█▅▃▆·
    Key-account visits  not due yet            44             10  ··▃█▁·
    cold calls made     not due yet           420             10  ··▃█▁·

    [1] Sales revenue   [2] New customers won   [3] Win rate   [4] Key-account visits
    [5] cold calls made   [6] Company   [7] Period before

    > report @Sales
    Sales Miller, November 2026: no score yet.

    Department  Share        Score  Weight scored
    ─────────────────────────────────────────────
    Service      100%  not due yet             0%

    [1] Company   [2] Period before

    > invite Sales
    ── A member ────────────────────────────────────────────────────────────────────────────────────────
    About Sales:

    In which department?
    Skip it for somebody who works for the whole company, such as the bookkeeper.
      1  Sales
      2  Service
      3  Warehouse
    ↵ –
    [Back] [Skip] [Cancel]

    > invite @Sales
    Send this to Sales Miller, and to nobody else: whoever types it is Sales Miller here. It works once,
    until 30 Nov 2026.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    /kpi invite is still open; it waits where you left it.

    [3] Continue
    """


@pytest.mark.usefixtures("built")
class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_a_first_name_is_enough(self) -> None:
        """
        > 成员 添加 王志远，销售部，成员
        ✓ 已添加：王志远（成员），部门和工作时间占比：销售 100%。

        [1] 再加一位   [2] 撤销

        > 邀请 志远
        请把下面这行发给王志远本人：谁输入，谁就是王志远，请勿转发他人。仅可使用一次，有效期至2026年11月30
        日。

        /kpi 加入 K000-0000-0001

        [1] 撤回   [2] 谁已加入

        > 成员 志远
        王志远：

        姓名    角色  所在部门（工作时间占比）
        ──────────────────────────────────────
        王志远  成员  销售

        [1] 添加成员   [2] 谁已加入

        > 请假 志远 到周五
        ✓ 王志远2026年11月23日至2026年11月27日请假，已记下。这些日子的数据不会催填，个人目标按在岗天数折算。

        [1] 撤销

        > 成员 添加 李志远，销售部，成员
        ✓ 已添加：李志远（成员），部门和工作时间占比：销售 100%。

        [1] 再加一位   [2] 撤销

        > 邀请 志远
        ✗ 叫“志远”的不止一个人：王志远、李志远。请写全名。
        """
