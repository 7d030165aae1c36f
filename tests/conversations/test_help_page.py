"""The page of a command: what it does, who may, examples, and what goes with it."""

from __future__ import annotations

import pytest

from conversations.flows.help_pages import DOES, LOOKED_AT, RELATED, WhoMay, who_may
from conversations.texts import texts_for
from kpi_engine.model.name import Language
from tests.chat import transcript


def test_every_command_is_told_of_alike() -> None:
    """A command that is added has related ones, and all of these there are."""
    names = set(texts_for(Language.EN, "CNY").names_in("commands"))
    assert set(RELATED) == names
    assert {one for related in RELATED.values() for one in related} | set(DOES) <= names
    assert set(DOES) >= LOOKED_AT


@pytest.mark.parametrize(
    ("command", "who"),
    [
        ("settings", WhoMay.OWNERS),
        ("build", WhoMay.HEADS),
        ("away", WhoMay.OWN),
        ("plan", WhoMay.TEAM),
        ("report", WhoMay.ALL),
    ],
)
def test_who_may_is_as_the_rights_have_it(command: str, who: WhoMay) -> None:
    assert who_may(command) is who


@pytest.mark.usefixtures("built")
@transcript
def test_a_page() -> None:
    """
    > help build
    Build the KPIs of a department, or of one person by name, step by step
    Who may: heads for their department, owners everywhere.
    /kpi build Sales
    See also: /kpi strategy, /kpi target, /kpi check.

    [1] /kpi build Sales

    > help members
    Who belongs to the company; add or remove somebody
    Everybody may look; for changes: heads for their department, owners everywhere.
    /kpi members
    /kpi members remove
    /kpi members add Li Na, Service, 30%
    /kpi members add Li Na, Sales, member
    See also: /kpi invite, /kpi away.

    [1] /kpi members   [2] /kpi members remove   [3] /kpi members add Li Na, Service, 30%
    [4] /kpi members add Li Na, Sales, member
    """


@pytest.mark.usefixtures("built")
class TestChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("安娜",)

    @transcript
    def test_a_page(self) -> None:
        """
        > 帮助 建模
        一步步搭建部门的 KPI；写上姓名就是个人的 KPI
        谁可以用：部门负责人（限本部门）和老板。
        /kpi 建模 销售
        相关：/kpi 战略、/kpi 目标、/kpi 体检。

        [1] /kpi 建模 销售

        > 帮助 成员
        公司成员；添加、移除成员
        所有人可看；可以改的：部门负责人（限本部门）和老板。
        /kpi 成员
        /kpi 成员 删除
        /kpi 成员 添加 李娜，客服，30%
        /kpi 成员 添加 李娜，销售，成员
        相关：/kpi 邀请、/kpi 请假。

        [1] /kpi 成员   [2] /kpi 成员 删除   [3] /kpi 成员 添加 李娜，客服，30%
        [4] /kpi 成员 添加 李娜，销售，成员
        """
