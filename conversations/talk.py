"""The dialog engine: plays a flow over the answers given so far, from the top, each time somebody says something.

Answers are kept by key, never by position: an inserted question is simply asked next, a removed one is forgotten, an
option that is gone is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile
from typing import TypeAlias

from conversations.answers import with_typed
from conversations.ask import Ask, Do
from conversations.asking import Paused, Pending, suggested_again
from conversations.fields import Rejected
from conversations.run import Run, reopened, without_refused
from conversations.value_field import named_answers
from conversations.view import Act, Message
from conversations.words import option_and_more
from conversations.world import World
from kpi_engine.errors import Refusal

Flow: TypeAlias = Callable[[Ask], Do | Message | tuple[Message, ...]]
"""Ends with something to do or to say; with several messages where one of them is for nobody else."""


@dataclass(frozen=True, slots=True)
class Played:
    """How far a dialog came, and what it is at now."""

    run: Run
    result: Pending | Do | Message | tuple[Message, ...]

    def took_nothing_from(self, before: Run) -> bool:
        """Whether nothing of what was answered was understood."""
        return isinstance(self.result, Pending) and bool(self.result.rejected) and self.run.answers == before.answers


def play(flow: Flow, run: Run, world: World, rejected: Mapping[str, Rejected] | None = None) -> Played:
    """Plays the flow over the answers there are; Refusal where the words after the command fit nothing."""
    return _played(flow, Ask(run, world, rejected or {}))


def come_back(flow: Flow, run: Run, world: World) -> Played:
    """Plays a dialog whose question was out of sight: what was refused long ago is not held against anybody again."""
    played = play(flow, run, world)
    if not isinstance(played.result, Pending) or not played.result.rejected:
        return played
    return play(flow, without_refused(played.run, suggested_again(played.result)), world)


def answer(flow: Flow, run: Run, world: World, values: Mapping[str, str]) -> Played:
    """Takes raw answers to the form at which the dialog stands, any subset; those not understood are asked again."""
    return _answered(flow, run, world, lambda pending: values)


def skip(flow: Flow, run: Run, world: World, name: str) -> Played:
    """Leaves a question as it stood before the dialog, if it may be; without a name the first open one."""
    return _answered(flow, run, world, lambda pending: {name or pending.open[0]: Act.SKIP})


def said(flow: Flow, run: Run, world: World, text: str) -> Played:
    """Takes typed words as the answer to the first open question."""
    return _answered(flow, run, world, lambda pending: {pending.open[0]: text})


def back(flow: Flow, run: Run, world: World) -> Played:
    """Takes the last turn's answers out and keeps them as initial values; what nobody asks any more is no step."""
    ask = Ask(run, world, {})
    with suppress(Refusal):
        _played(flow, ask)
    steps = [turn for turn in run.turns if not ask.asked.isdisjoint(turn)]
    before = reopened(run, steps[-1]) if steps else run
    return play(flow, replace(before, turn=run.turn + 1), world)


def _played(flow: Flow, ask: Ask) -> Played:
    try:
        result: Pending | Do | Message | tuple[Message, ...] = flow(ask)
    except Paused as paused:
        result = paused.pending
    if ask.words_left:
        raise Refusal("words_left", words=ask.words_left)
    return Played(ask.run, result)


def _answered(flow: Flow, run: Run, world: World, values: Callable[[Pending], Mapping[str, str]]) -> Played:
    played = play(flow, run, world)
    if not isinstance(played.result, Pending):
        return played
    typed = _spread(values(played.result), played.result, world.today)
    taken, rejected = with_typed(played.run, played.result.asked, typed, world.today)
    turn = taken.turn + (taken.answers != played.run.answers)  # where nothing was understood the form is still the same
    return play(flow, replace(taken, turn=turn), world, rejected)


def _spread(typed: Mapping[str, str], pending: Pending, today: date) -> Mapping[str, str]:
    """Several values in one answer go to one question each, and so do an option and what stands behind it."""
    ((name, alone),) = typed.items() if len(typed) == 1 else (("", ""),)
    fields = pending.asked.fields
    from_there = {each: fields[each] for each in dropwhile(lambda each: each != name, pending.open)}
    return named_answers(alone, fields, pending.open) or option_and_more(alone, from_there, today) or typed
