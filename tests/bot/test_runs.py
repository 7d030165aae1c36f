"""Open dialogs: which is in front, how long it waits, and that nobody writes over what somebody else has done."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from bot.runs import KEPT, Runs
from conversations.run import Run
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Actor
from tests.factories import NOW, Office, found_office

BUILD = Run("1", "build", "Sales", {"scope.department": "1"}, {"purpose.goal": "Sell"}, (("scope.department",),), 3)
MOMENT = timedelta(minutes=1)


def runs(office: Office, now: datetime = NOW, by: int | None = None) -> Runs:
    return Runs(office.session, office.actor(by), now)


def test_a_dialog_is_kept_as_it_stands(office: Office) -> None:
    runs(office).save(BUILD)
    office.session.flush()
    office.session.expire_all()

    found = runs(office)
    assert found.front() == found.of("build") == found.get("1") == BUILD


def test_the_one_touched_last_is_in_front(office: Office) -> None:
    runs(office).save(BUILD)
    runs(office, NOW + MOMENT).save(Run("2", "strategy"))
    assert runs(office).front() == Run("2", "strategy")

    later = runs(office, NOW + 2 * MOMENT)
    assert later.get("1") == BUILD
    later.save(BUILD)
    assert runs(office).front() == BUILD


def test_a_clock_that_is_set_back_does_not_change_which_is_in_front(office: Office) -> None:
    runs(office).save(BUILD)
    runs(office, NOW - timedelta(hours=1)).save(Run("2", "strategy"))

    assert runs(office).front() == Run("2", "strategy")


def test_a_dialog_left_alone_is_over_after_fourteen_days(office: Office) -> None:
    runs(office).save(BUILD)
    in_time, late = runs(office, NOW + KEPT), runs(office, NOW + KEPT + MOMENT)

    assert in_time.front() == in_time.of("build") == in_time.get("1") == BUILD
    assert (late.front(), late.of("build"), late.get("1")) == (None, None, None)


def test_a_dialog_that_is_over_makes_room_for_another(office: Office) -> None:
    runs(office).save(BUILD)
    runs(office, by=office.hal).save(replace(BUILD, id="2"))
    late = runs(office, NOW + KEPT + MOMENT)
    late.save(replace(BUILD, id="3"))
    office.session.flush()
    assert late.of("build") == replace(BUILD, id="3")

    late.hand_over(replace(BUILD, id="3"), office.hal)
    assert runs(office, NOW + KEPT + MOMENT, by=office.hal).get("3") == replace(
        BUILD, id="3", handed_by=office.owner.person.id
    )


def test_a_dialog_is_nobody_elses(office: Office) -> None:
    runs(office).save(BUILD)
    theirs = runs(office, by=office.hal)

    assert (theirs.front(), theirs.of("build"), theirs.get("1")) == (None, None, None)


def test_what_is_over_is_gone(office: Office) -> None:
    runs(office).save(BUILD)
    ending = runs(office)
    ending.get("1")
    ending.end(BUILD)
    office.session.flush()

    assert runs(office).get("1") is None


def test_what_was_never_kept_can_be_over(office: Office) -> None:
    runs(office).end(BUILD)

    assert runs(office).front() is None


def test_a_dialog_is_given_to_somebody_else(office: Office) -> None:
    runs(office).save(BUILD)
    giving = runs(office)
    giving.get("1")
    giving.hand_over(BUILD, office.hal)
    office.session.flush()

    assert runs(office).front() is None
    assert runs(office, by=office.hal).front() == replace(BUILD, handed_by=office.owner.person.id)


def test_a_dialog_is_aside_while_something_else_is_shown(office: Office) -> None:
    runs(office).save(BUILD)
    runs(office, NOW + MOMENT).save(Run("2", "strategy"))

    runs(office).put_aside({"2"})
    assert (aside(office, "1"), aside(office, "2")) == (True, False)
    runs(office).put_aside({"1"})
    assert (aside(office, "1"), aside(office, "2")) == (False, True)


def aside(office: Office, id: str) -> bool | None:
    found = runs(office).get(id)
    return found.aside if found else None


def test_who_has_one_of_the_same_command_open_is_given_none(office: Office) -> None:
    runs(office, by=office.hal).save(BUILD)
    giving = runs(office)
    giving.save(replace(BUILD, id="2"))
    office.session.flush()

    with pytest.raises(Refusal, match="has_one_open"):
        giving.hand_over(replace(BUILD, id="2"), office.hal)


@pytest.fixture
def owner(engine: Engine) -> Actor:
    """Ann, who has the dialog open."""
    with Session(engine) as session, session.begin():
        office = found_office(session)
        Runs(session, office.owner, NOW).save(BUILD)
        return office.owner


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@pytest.mark.parametrize("first", ["saves", "ends"])
@pytest.mark.parametrize("second", ["saves", "ends"])
def test_nobody_writes_over_what_was_done_since_they_looked(
    engine: Engine, owner: Actor, first: str, second: str
) -> None:
    with Session(engine) as one, Session(engine) as other:
        early, late = Runs(one, owner, NOW), Runs(other, owner, NOW)
        assert early.get("1") == late.get("1") == BUILD
        _do(early, first, "taken")
        one.commit()
        _do(late, second, "lost")
        with pytest.raises(StaleDataError):
            other.commit()

    with Session(engine) as session:
        found = Runs(session, owner, NOW).get("1")
        assert (found and found.words) == ("taken" if first == "saves" else None)


def _do(runs: Runs, what: str, words: str) -> None:
    if what == "saves":
        runs.save(replace(BUILD, words=words))
    else:
        runs.end(BUILD)
