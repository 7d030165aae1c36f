"""The first to write in a Slack workspace while there is a company elsewhere: it is theirs, or theirs is a new one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from adapters.base import LOCAL, Who
from bot import bootstrap
from bot.demo.start import furnish
from conversations.event import Said
from conversations.view import Message, Text
from kpi_engine.store.database import connect
from kpi_engine.store.tables import CompanyRow
from tests.adapters.slack.fields import inputs
from tests.adapters.slack.reading import words_of
from tests.bot.test_slack import WAYS, Office, played

ASKED = "does your company use me already"
NEW = "We are new here"


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    """The made-up company, which nobody has taken to Slack."""
    engine = connect(sqlite_database)
    furnish(bootstrap.build(engine))
    yield engine
    engine.dispose()


def companies(engine: Engine) -> int:
    with Session(engine) as session:
        return session.scalar(select(func.count(CompanyRow.id))) or 0


def code_of_the_owner(engine: Engine) -> str:
    """As the owner reads it at the terminal."""
    (said,) = bootstrap.build(engine).hear(Who(LOCAL, "", "Chen Zhe", "Chen Zhe"), Said("/kpi invite me"))
    assert isinstance(said, Message)
    text = said.blocks[1]
    assert isinstance(text, Text)
    return text.html.partition("join ")[2].partition("<")[0]


@pytest.mark.parametrize("way", WAYS)
def test_the_code_is_written_in_answer_and_the_company_is_in_slack(engine: Engine, way: str) -> None:
    async def scene(office: Office) -> None:
        ann = office.person()
        await ann.command("start")
        assert ASKED in office.said[-1]
        assert office.slack.messages[-1].only == "UANN"
        assert office.slack.views == {}
        await ann.say(code_of_the_owner(engine))
        assert "Welcome to Harbour &amp; Hill Trading, Chen Zhe." in office.said[-1]
        await ann.command("start")
        assert "Harbour" in str(office.modal)
        await office.person("UCAT").command("start")
        assert "I don't know you yet" in office.said[-1]

    played(engine, way, scene)
    assert companies(engine) == 1


@pytest.mark.parametrize("way", WAYS)
def test_wherever_they_speak_they_are_asked_and_the_button_begins_a_new_company(engine: Engine, way: str) -> None:
    async def scene(office: Office) -> None:
        ann = office.person()
        await ann.open("home")
        await ann.shortcut("enter_numbers")
        asked = office.modal
        for meets in (ann.command(""), ann.say("hello"), ann.mention("report")):
            await meets
        told = [words_of(each) for each in (*office.slack.messages, *office.slack.homes.values(), asked)]
        assert [ASKED in words and "Harbour" not in words for words in told] == [True] * 5
        assert inputs(asked) == []
        assert companies(engine) == 1
        office.slack.views.clear()
        await ann.press(NEW, office.slack.messages[0])
        assert office.modal["title"]["text"] == "Your company"
        await ann.hand_in(office.modal, {"name": "Kestrel", "departments": "Sales"})
        assert "Kestrel is set up: Sales" in office.said[0]

    played(engine, way, scene)
    assert companies(engine) == 2


def test_it_begins_from_the_home_tab_as_well(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        ann = office.person("UBOB")
        await ann.open("home")
        (home,) = office.slack.homes.values()
        await ann.press("新建公司", home)
        assert office.modal["title"]["text"] == "公司信息"

    played(engine, "http", scene)
    assert companies(engine) == 2
