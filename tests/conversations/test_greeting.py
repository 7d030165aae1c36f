"""A newcomer hears once what the bot does and does not do, however they come; whoever invited them, that they are here."""

from __future__ import annotations

import pytest

from tests.chat import transcript


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "Tom"


@pytest.mark.usefixtures("founded")
@transcript
def test_a_member_without_a_code_is_greeted_once() -> None:
    """
    > /kpi members add Tom, Sales, member
    ✓ Tom is added (member), by share of time: Sales 100%.

    [1] Add another   [2] Undo

    Tom: hello
    ✓ Welcome to Harbour Trading, Tom. I write to you by myself at most 5 times a week, between 09:00
      and 18:00 on working days, and not while you are on leave; /kpi remind changes that. Only you,
      your heads and the owner see your own scores; everybody sees those of departments.

    [3] My day   [4] Help

    Hello Tom. Nothing is waiting for you today.

    There are no KPIs yet: owner and heads are agreeing on them. Once there are, I ask for your values
    when they are due and remind you once if one is missing, and your own score is seen only by you,
    your head and the owner.

    [1] 中文   [2] Help

    Tom: /kpi
    Hello Tom. Nothing is waiting for you today.

    There are no KPIs yet: owner and heads are agreeing on them. Once there are, I ask for your values
    when they are due and remind you once if one is missing, and your own score is seen only by you,
    your head and the owner.

    [1] 中文   [2] Help
    """


@pytest.mark.usefixtures("founded")
class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "李娜"

    @transcript
    def test_a_member_without_a_code_is_greeted_once(self) -> None:
        """
        > /kpi 成员 添加 李娜，销售部，成员
        ✓ 已添加：李娜（成员），部门和工作时间占比：销售 100%。

        [1] 再加一位   [2] 撤销

        李娜: 你好
        ✓ 李娜，欢迎加入“海港贸易”！我每周最多主动给你发 5 条消息，只在工作日 09:00 至 18:00 发，请假时不打
          扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得分大家都能看到。

        [3] 今日待办   [4] 帮助

        李娜，你好！今天没有要填的数据。

        公司还没有 KPI，老板和负责人正在商定。定好以后，到期的数据我会来问，没填的再提醒一次；个人得分只有本
        人、上级和老板看得到。

        [1] English   [2] 帮助
        """
