"""Dialogs to play with: no company, no database; what is kept goes through JSON after every turn."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from types import SimpleNamespace
from typing import cast

from conversations.ask import Ask
from conversations.asking import Pending
from conversations.forms import choice, form, many, number, text, yesno
from conversations.know import Know
from conversations.run import Run, from_plain, to_plain
from conversations.talk import Flow, Played, answer, back, play, said, skip
from conversations.texts import Texts, texts_for
from conversations.view import Message, Option, Text
from conversations.world import World
from kpi_engine.model.company import Department, Person, Role
from kpi_engine.model.name import Language, Name

TODAY = date(2026, 11, 23)
"""A Monday."""
ANNA = Person(1, Name.same("Anna"), Role.OWNER, Language.EN, "UTC")


def words_of(language: Language = Language.EN, currency: str = "CNY") -> Texts:
    """What is said in that language."""
    return texts_for(language, currency)


def world(today: date = TODAY, language: Language = Language.EN, **known: object) -> World:
    """A world in which there is to be known what is given."""
    return World(
        cast(Know, SimpleNamespace(**known)), words_of(language), today, ANNA, datetime.combine(today, time(9), UTC)
    )


def departments(names: Mapping[int, str]) -> Callable[[], list[Department]]:
    """What is known of departments, by id."""
    return lambda: [Department(id, Name.same(name)) for id, name in names.items()]


def told(*results: object) -> Message:
    """What a toy flow ends with: a message of what it was told."""
    return Message(tuple(Text(str(result)) for result in results))


PLACES = (Option("#7", "Ulm"), Option("#3", "Paris"), Option("#9", "Bonn"))


class SwotKind(StrEnum):
    """Named as one with labels."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"


@form
class Trip:
    """Where to and for how long."""

    where: str = choice()
    days: Decimal = number(least=1, most=30)
    note: str | None = text(optional=True)


@form
class Paid:
    """By whom."""

    payer: str = text()


@form
class Stop:
    """One of several."""

    name: str = text()
    another: bool = yesno()


@form
class Packed:
    """Several at once."""

    things: tuple[str, ...] = many(own=True)


@form
class Extras:
    """Nothing that is needed."""

    things: tuple[str, ...] = many(optional=True)


@form
class Mood:
    """One of an enumeration."""

    kind: SwotKind = choice(of=SwotKind)


def travel(ask: Ask) -> Message:
    """A trip, and who pays for it."""
    trip = ask(Trip, options={"where": PLACES}, initial={"days": "2"})
    return told(trip.where, trip.days, trip.note, ask(Paid).payer)


@dataclass
class Dialog:
    """One person's dialog, from the command to the end."""

    flow: Flow
    words: str = ""
    world: World = field(default_factory=world)
    played: Played = field(init=False)

    def __post_init__(self) -> None:
        self.played = self._kept(play(self.flow, Run("r1", "toy", self.words), self.world))

    @property
    def run(self) -> Run:
        """What is kept of it."""
        return self.played.run

    @property
    def pending(self) -> Pending:
        """The form at which it stands."""
        assert isinstance(self.played.result, Pending), self.played.result
        return self.played.result

    @property
    def open(self) -> list[str]:
        """The keys of what is still to be answered in the present form."""
        return [self.pending.asked.paths[name] for name in self.pending.open]

    @property
    def told(self) -> list[str]:
        """What the flow has ended with."""
        assert isinstance(self.played.result, Message), self.played.result
        return [block.html for block in self.played.result.blocks if isinstance(block, Text)]

    @property
    def wrong(self) -> Mapping[str, str]:
        """What was not taken, and by which key it is explained."""
        return {name: rejected.key for name, rejected in self.pending.rejected.items()}

    def answer(self, **values: str) -> Dialog:
        """Hands in some fields of the form."""
        return self._goes_on(answer(self.flow, self.run, self.world, values))

    def say(self, *typed: str) -> Dialog:
        """Types one answer after another."""
        for words in typed:
            self._goes_on(said(self.flow, self.run, self.world, words))
        return self

    def back(self) -> Dialog:
        """Goes back by one turn."""
        return self._goes_on(back(self.flow, self.run, self.world))

    def skip(self, name: str = "") -> Dialog:
        """Leaves a question out."""
        return self._goes_on(skip(self.flow, self.run, self.world, name))

    def deploy(self, flow: Flow, changed: World | None = None) -> Dialog:
        """Goes on with another version of the flow, or in a world that has changed."""
        self.flow = flow
        self.world = changed or self.world
        return self._goes_on(play(flow, self.run, self.world))

    def _goes_on(self, played: Played) -> Dialog:
        self.played = self._kept(played)
        return self

    def _kept(self, played: Played) -> Played:
        """The same after it was written down and read again, and each time it is played."""
        kept = from_plain(json.loads(json.dumps(to_plain(played.run))))
        again = play(self.flow, kept, self.world)
        assert kept == again.run == played.run
        if isinstance(played.result, Pending) and isinstance(again.result, Pending):
            assert again.result.open == played.result.open
            assert again.result.drafts == played.result.drafts
        else:
            assert again.result == played.result
        return Played(kept, played.result)
