"""However a dialog is answered, and however often one goes back, it ends as if it had been answered straight through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from conversations.ask import Ask
from conversations.asking import Pending
from conversations.view import Message
from tests.conversations.toys import PLACES, Dialog, Packed, Paid, Stop, Trip, told

Draw: TypeAlias = Callable[..., Any]
"""Hypothesis's choice of one thing from a strategy."""

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "trip.where": ("Ulm", "#7", "1", "ul"),
    "trip.days": ("12", "１２", " 12 "),
    "trip.note": ("by train", " by  train"),
    "packed.things": ("1, own tent", "#7\nown tent", "Ulm; own tent"),
    "stop1.name": ("Bonn",),
    "stop1.another": ("yes", "是"),
    "stop2.name": ("Rome",),
    "stop2.another": ("no", "0"),
    "paid.payer": ("Tom",),
}
"""Several ways to say the same."""
WRONG = {"trip.where": "Rome", "trip.days": "many", "stop1.another": "perhaps", "paid.payer": "x" * 300}


def tour(ask: Ask) -> Message:
    """Every kind of question, a loop and a branch."""
    trip = ask(Trip, options={"where": PLACES})
    things = ask(Packed, options={"things": PLACES}).things if trip.note else ()
    stops = [ask(Stop, "stop1")]
    while stops[-1].another:
        stops.append(ask(Stop, f"stop{len(stops) + 1}"))
    return told(trip, things, stops, ask(Paid))


STRAIGHT = (
    "Trip(where='#7', days=Decimal('12'), note='by train')",
    "('#7', 'own tent')",
    "[Stop(name='Bonn', another=True), Stop(name='Rome', another=False)]",
    "Paid(payer='Tom')",
)


@given(st.data())
def test_the_end_is_the_same_in_any_order(data: st.DataObject) -> None:
    dialog = Dialog(tour)
    for _ in range(data.draw(st.integers(0, 10), "turns")):
        if not isinstance(dialog.played.result, Pending):
            break
        data.draw(st.sampled_from((_answer, _answer, _mistake, _say, _back)), "act")(dialog, data.draw)
    while isinstance(dialog.played.result, Pending):
        dialog.answer(**{name: ANSWERS[dialog.pending.asked.paths[name]][0] for name in dialog.pending.asked.fields})

    assert tuple(dialog.told) == STRAIGHT


@given(st.data())
def test_back_takes_back_the_answers_of_the_last_turn_and_no_others(data: st.DataObject) -> None:
    dialog = Dialog(tour)
    for _ in range(data.draw(st.integers(0, 4), "turns")):
        _answer(dialog, data.draw)
    before = dialog.run.answers
    _answer(dialog, data.draw)
    new = dialog.run.answers.keys() - before.keys()

    kept = dialog.back().run.answers

    assert not new & kept.keys()
    assert kept.items() <= before.items()


def _answer(dialog: Dialog, draw: Draw) -> None:
    if isinstance(dialog.played.result, Pending):
        dialog.answer(**{name: draw(st.sampled_from(ANSWERS[path])) for name, path in _some(dialog, draw).items()})


def _mistake(dialog: Dialog, draw: Draw) -> None:
    dialog.answer(**{name: WRONG[path] for name, path in _some(dialog, draw).items() if path in WRONG})


def _say(dialog: Dialog, draw: Draw) -> None:
    dialog.say(draw(st.sampled_from(ANSWERS[dialog.open[0]])))


def _back(dialog: Dialog, draw: Draw) -> None:
    dialog.back()


def _some(dialog: Dialog, draw: Draw) -> dict[str, str]:
    """Some fields of the present form, in any order, with their paths."""
    names = draw(st.lists(st.sampled_from(list(dialog.pending.asked.fields)), min_size=1, unique=True))
    return {name: dialog.pending.asked.paths[name] for name in names}
