"""User groups in Slack: asked for when they are wanted, and their people are known from then on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.tables import PostRow
from kpi_engine.store.database import connect
from tests.adapters.slack.fields import inputs, key_of, options_of
from tests.adapters.slack.reading import words_of
from tests.adapters.slack.state import Failure
from tests.adapters.slack.town import user
from tests.bot.test_slack import WAYS, Office, played

HIDDEN = "I am not allowed to see the user groups of your workspace yet."
SILENT = "I could not get hold of the user groups just now."


@pytest.fixture
def engine(sqlite_database: str) -> Iterator[Engine]:
    engine = connect(sqlite_database)
    yield engine
    engine.dispose()


async def begun(office: Office) -> None:
    """Ann has set the company up; in her workspace are a guest, a bot and somebody who has left."""
    office.slack.users |= {
        "UGUE": user("Gus", is_restricted=True),
        "UROB": user("Robot", is_bot=True),
        "UOLD": user("Old", deleted=True),
    }
    office.slack.groups = {"Field *team*": ["UBOB", "UANN", "UGUE", "UROB", "UOLD", "UGONE"], "Sales": ["UCAT", "UBOB"]}
    ann = office.person()
    await ann.command("start")
    await ann.hand_in(office.modal, {"name": "Kestrel", "departments": "Sales"})


@pytest.mark.parametrize("way", WAYS)
def test_groups_are_picked_in_a_modal_and_their_people_are_known(engine: Engine, way: str) -> None:
    async def scene(office: Office) -> None:
        await begun(office)
        ann, bob = office.person(), office.person("UBOB")
        await bob.command("")
        assert "我还不认识你" in office.said[-1]
        await ann.press("From user groups", office.slack.messages[-2])
        (field,) = inputs(office.modal)
        assert key_of(field) == "groups"
        notes = [(each["text"]["text"], each["description"]["text"]) for each in options_of(field["element"])]
        assert notes == [
            ("Field *team*", "2 people; a new department"),
            ("Sales", "2 people; a department already, 2 not in it yet"),
        ]
        chosen = "\n".join(each["value"] for each in options_of(field["element"]))
        await ann.hand_in(office.modal, {"groups": chosen})
        assert "New department: Field *team*. 2 people joined the company." in words_of(office.slack.messages[-2])
        await bob.command("")
        assert "王芳，你好" in office.said[-1]

    office = played(engine, way, scene)
    assert [method for method, _ in office.slack.calls if method == "usergroups.list"] == ["usergroups.list"]


def test_who_builds_comes_from_the_modal_to_the_groups_and_back(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        await begun(office)
        ann = office.person()
        await ann.command("build")
        assert "A user group of your workspace can become one" in words_of(office.modal)
        await ann.press("From user groups", office.modal)
        (field,) = inputs(office.modal)
        await ann.hand_in(office.modal, {"groups": options_of(field["element"])[0]["value"]})
        told = next(each for each in office.slack.messages if "New department: Field *team*." in words_of(each))
        await ann.press("Build a department's KPIs", told)
        (field,) = inputs(office.modal)
        assert [each["text"]["text"] for each in options_of(field["element"])] == ["Sales", "Field *team*"]

    played(engine, "http", scene)


def test_nobody_is_written_to_and_who_opens_the_chat_is_greeted_once(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        await begun(office)
        await office.person().command("members groups all")
        assert {message.channel for message in office.slack.messages} == {"C1"}
        bob = office.person("UBOB")
        await bob.open("messages")
        await bob.open("messages")
        assert [each.payload["text"][:5] for each in office.slack.messages if each.channel == "DUBOB"] == ["王芳，你好"]

    played(engine, "http", scene)
    with Session(engine) as session:
        assert session.scalars(select(PostRow)).all() == []


@pytest.mark.parametrize(
    ("method", "error", "said"),
    [
        ("usergroups.list", "missing_scope", HIDDEN),
        ("usergroups.list", "fatal_error", SILENT),
        ("users.list", "missing_scope", HIDDEN),
        ("users.list", "ratelimited", SILENT),
    ],
)
def test_where_slack_does_not_tell_it_is_said_and_asked_anew(
    engine: Engine, method: str, error: str, said: str
) -> None:
    async def scene(office: Office) -> None:
        await begun(office)
        office.slack.failures = [Failure(method, error)]
        await office.person().command("members groups")
        assert said in office.said[-1]
        await office.person().command("members groups")
        assert "Field" in str(office.modal)

    played(engine, "http", scene)


def test_in_a_large_workspace_all_people_of_the_groups_are_found_and_nobody_is_looked_for_any_longer(
    engine: Engine,
) -> None:
    """Page by page, as many as there are; where Slack wants patience it is asked again after the time it wants."""

    async def scene(office: Office) -> None:
        office.slack.users |= {f"U{n}": user(f"Person {n}") for n in range(160)}
        office.slack.groups = {"Field": ["UANN", "U140"]}
        await office.person().command("start")
        await office.person().hand_in(office.modal, {"name": "Kestrel", "departments": "Sales"})
        office.slack.failures = [Failure("users.list", "ratelimited", 429, 1)]
        await office.person().command("members groups all")
        assert "1 person joined the company." in office.said[-1]
        pages = [method for method, _ in office.slack.calls if method == "users.list"]
        assert len(pages) == 1 + (3 + 141 + 1) // 2

    played(engine, "http", scene)


def test_a_workspace_without_groups(engine: Engine) -> None:
    async def scene(office: Office) -> None:
        await begun(office)
        office.slack.groups = {}
        await office.person().command("members groups")
        assert "There are no user groups in your workspace yet." in office.said[-1]
        assert "users.list" not in [method for method, _ in office.slack.calls]

    played(engine, "http", scene)


def test_groups_of_another_workspace_are_not_seen(engine: Engine) -> None:
    """Whoever knows the id of a group of another workspace can't take it: it is none of the choices."""

    async def scene(office: Office) -> None:
        await begun(office)
        office.slack.users["UEVE"] = user("Eve", team_id="T2")
        eve = office.person("UEVE", "T2")
        await eve.command("start new company")
        await eve.hand_in(office.modal, {"name": "Other", "departments": "Sales"})
        await office.person().command("members groups")
        office.slack.views.clear()
        office.slack.groups = {"Night": ["UEVE"]}
        await eve.command("members groups #S0 Field")
        assert "Field *team*" not in str(office.modal)
        assert "Night" in str(office.modal)

    played(engine, "http", scene)
