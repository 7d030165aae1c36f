"""The first to write in another workspace: their company is here already and they have its code, or it is a new one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.base import Who
from bot.tables import WorkspaceRow
from conversations.event import Pressed, Said
from conversations.view import Form, Message, Run
from kpi_engine.store.tables import CompanyRow
from tests.chat import transcript
from tests.databases import DATABASES
from tests.stage import RealStage


class TwoPlaces(RealStage):
    """Anna and 安娜 are where the company is; everybody else is in a workspace that is nobody's yet."""

    def who(self, person: str) -> Who:
        here = person in ("Anna", "安娜")
        return super().who(person) if here else Who("slack", "T7", person, person)


@pytest.fixture
def people() -> tuple[str, ...]:
    return "Anna", "anna.k", "Bea", "安娜", "小安", "小李"


@pytest.fixture
def stage(sqlite_database: str, people: tuple[str, ...], founded: None) -> Iterator[TwoPlaces]:
    found = TwoPlaces(sqlite_database, people)
    yield found
    found.close()


def companies(stage: RealStage) -> int:
    with Session(stage.bot.engine) as session:
        return len(session.scalars(select(CompanyRow.id)).all())


@transcript
def test_a_company_that_is_here_already_takes_the_workspace(stage: TwoPlaces) -> None:
    """
    anna.k: /kpi start
    Hello anna.k. Before I begin: does your company use me already, in another chat or in the terminal?
    Then type /kpi invite me there and send me the code it shows, and everything is here as well. If
    somebody else keeps the KPIs, ask them for a code.
    If nobody there has used me yet, press the button: the company begins here, and you own it.

    [1] We are new here

    anna.k: hello
    Hello anna.k. Before I begin: does your company use me already, in another chat or in the terminal?
    Then type /kpi invite me there and send me the code it shows, and everything is here as well. If
    somebody else keeps the KPIs, ask them for a code.
    If nobody there has used me yet, press the button: the company begins here, and you own it.

    [1] We are new here

    -- the bot restarts --

    > /kpi invite me
    Type this with your other account, within 15 minutes: then it is yours as well. It works once.

    /kpi join K000-0000-0001

    [1] Withdraw   [2] Who has come

    anna.k: K000-0000-0009
    ✗ That code doesn't work. Each works once, and only for some days: please ask whoever gave it to you
      for a new one.

    anna.k: k000-0000-0001
    ✓ Welcome to Harbour Trading, Anna. This account is yours from now on. I write to you by myself at
      most 5 times a week, between 09:00 and 18:00 on working days, and not while you are on leave; /kpi
      remind changes that. Only you, your heads and the owner see your own scores; everybody sees those
      of departments.

    [1] My day   [2] Help

    anna.k: /kpi members
    Only you so far.

    Name  Role   Works in (share of time)
    ─────────────────────────────────────
    Anna  Owner

    [1] Add somebody   [2] Who has come

    anna.k: start new company
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello Anna. Four short questions about the company, then we build KPIs for the first department.

    What is the company called?
    ↵ Harbour Trading
    [Cancel]

    Bea: /kpi start
    ✗ I don't know you yet, Bea. Ask whoever keeps your company's KPIs to invite you; then type /kpi
      join and the code.
    """
    assert companies(stage) == 1


@transcript
def test_a_new_company_is_founded_by_who_says_so(stage: TwoPlaces) -> None:
    """
    anna.k: /kpi start Kestrel
    Hello anna.k. Before I begin: does your company use me already, in another chat or in the terminal?
    Then type /kpi invite me there and send me the code it shows, and everything is here as well. If
    somebody else keeps the KPIs, ask them for a code.
    If nobody there has used me yet, press the button: the company begins here, and you own it.

    [1] We are new here

    -- the bot restarts --

    anna.k: [We are new here]
    ── Your company ────────────────────────────────────────────────────────────────────────────────────
    Hello anna.k. Four short questions about the company, then we build KPIs for the first department.

    What is the company called?
    [Cancel]

    anna.k: Kestrel
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

    Bea: hello
    ✗ I don't know you yet, Bea. Ask whoever keeps your company's KPIs to invite you; then type /kpi
      join and the code.

    anna.k: start new company
    Which time zone are you in?
    A city or a time zone, such as Shanghai or Europe/Berlin.
    ↵ UTC
    [Back] [Cancel]
    """
    assert companies(stage) == 2


class TestInChinese:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return "安娜", "小安", "小李"

    @transcript
    def test_a_company_that_is_here_already_takes_the_workspace(self, stage: TwoPlaces) -> None:
        """
        小安: 你好
        小安，你好！先问一句：你们公司是不是已经在别的聊天工具或终端里用我了？是的话，在那边输入 /kpi 邀请
        我，把邀请码发到这里，原来的指标和数据就都在。KPI 由别的同事负责的，请向对方要一个邀请码。
        如果公司里还没有人用过我，就点“新建公司”，你就是这家公司的老板。

        [1] 新建公司

        > /kpi 邀请 我
        请在 15 分钟内用你的另一个账号输入下面这行，该账号就绑定到你名下。仅可使用一次。

        /kpi 加入 K000-0000-0001

        [1] 撤回   [2] 谁已加入

        小安: K000-0000-0001
        ✓ 安娜，欢迎加入“海港贸易”！这个账号已绑定到你名下。我每周最多主动给你发 5 条消息，只在工作日 09:00
          至 18:00 发，请假时不打扰；要改就用 /kpi 提醒。个人得分只有你自己、部门负责人和老板能看到，部门得
          分大家都能看到。

        [1] 今日待办   [2] 帮助

        小李: /kpi 开始
        ✗ 小李，我还不认识你。请找公司负责 KPI 的同事邀请你，再输入 /kpi 加入 和邀请码。
        """
        assert companies(stage) == 1

    @transcript
    def test_a_new_company_is_founded_by_who_says_so(self, stage: TwoPlaces) -> None:
        """
        小安: /kpi 开始
        小安，你好！先问一句：你们公司是不是已经在别的聊天工具或终端里用我了？是的话，在那边输入 /kpi 邀请
        我，把邀请码发到这里，原来的指标和数据就都在。KPI 由别的同事负责的，请向对方要一个邀请码。
        如果公司里还没有人用过我，就点“新建公司”，你就是这家公司的老板。

        [1] 新建公司

        小安: [新建公司]
        ── 公司信息 ────────────────────────────────────────────────────────────────────────────────────────
        小安，你好！先问四个关于公司的小问题，然后给第一个部门搭建 KPI。

        公司叫什么名字？
        [取消]

        小李: 开始 新公司
        ✗ 小李，我还不认识你。请找公司负责 KPI 的同事邀请你，再输入 /kpi 加入 和邀请码。
        """
        assert companies(stage) == 2


@pytest.mark.parametrize("database", DATABASES)
def test_of_two_who_press_at_once_one_founds_and_the_other_is_no_member(
    database: str, people: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    stage = TwoPlaces(str(request.getfixturevalue(f"{database}_database")), people)
    stage.type("Anna", "/kpi start Harbour")
    together = Barrier(2)

    def press(person: str) -> type[object]:
        together.wait()
        (said,) = stage.bot.hear(stage.who(person), Pressed(Run("start new company")))
        return type(said)

    with ThreadPoolExecutor(2) as pool:
        shown = list(pool.map(press, ("anna.k", "Bea")))
    assert sorted(shown, key=str) == sorted((Form, Message), key=str)
    assert companies(stage) == 2
    stage.close()


def test_what_looks_like_a_code_is_what_it_says_to_who_is_known(stage: TwoPlaces) -> None:
    assert "I don't understand “1234-5678-9012”" in stage.type("Anna", "1234-5678-9012")


def test_asking_leaves_nothing_behind(stage: TwoPlaces) -> None:
    stage.bot.hear(stage.who("anna.k"), Said("/kpi start"), "mark")
    assert stage.bot.unasked(stage.who("anna.k")) == ()
    assert stage.bot.stranger(stage.who("anna.k")) == ""
    with Session(stage.bot.engine) as session:
        assert len(session.scalars(select(WorkspaceRow)).all()) == 1
