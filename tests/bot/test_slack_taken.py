""" "Take this as a value" at somebody's message, in the made-up company."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from kpi_engine.store.database import connect
from tests.adapters.slack.client import Client
from tests.adapters.slack.fields import inputs
from tests.adapters.slack.reading import words_of
from tests.adapters.slack.town import user
from tests.bot.slack_stage import THOMAS, actuals, furnished
from tests.bot.test_slack import WAYS, Office, played

TAKE = "take_as_value"


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    engine = connect(sqlite_database)
    furnished(engine)
    yield engine
    engine.dispose()


def thomas(office: Office) -> Client:
    office.slack.users[THOMAS.user] = user(THOMAS.name)
    return office.person(THOMAS.user)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_a_value_is_one_and_whoever_took_it_can_take_it_back(engine: Engine, way: str) -> None:
    before = actuals(engine)

    async def scene(office: Office) -> None:
        await thomas(office).take("Key-account visits 5 this week", TAKE)
        (told,) = office.slack.messages
        assert (told.channel, told.only) == ("C1", THOMAS.user)
        assert "I understood" in words_of(told)
        assert actuals(engine) == before + 1
        await thomas(office).press("Undo", told)
        assert "Taken back" in office.said[-1]

    played(engine, way, scene)


def test_where_the_kpi_is_not_clear_it_is_asked_for(engine: Engine) -> None:
    before = actuals(engine)

    async def scene(office: Office) -> None:
        await thomas(office).take("Hi all, we had 12 complaints and it rained", TAKE)
        (field,) = inputs(office.modal)
        assert field["label"]["text"] == "Which KPI is meant?"

    played(engine, "http", scene)
    assert actuals(engine) == before


def test_what_has_no_value_in_it_is_told(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        await thomas(office).take("Good morning <!channel> &amp; *all*", TAKE)
        (told,) = office.slack.messages
        assert told.only == THOMAS.user
        assert "I can read no value in “Good morning @channel & *all*”." in words_of(told)

    played(engine, "http", scene)


def test_a_message_without_words_leads_to_what_is_owed(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        await thomas(office).take("", TAKE)
        assert office.modal["title"]["text"] == "Your values"

    played(engine, "http", scene)
