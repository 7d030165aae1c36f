"""What is good of a KPI in somebody's own words; where its name says otherwise, it is asked back once."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.forms import choice, form
from conversations.view import Option, Text
from kpi_engine.design.check.heading import better_by_name, is_contrary
from kpi_engine.model.kpi import Direction

OTHER = "other"
FIRST = (Direction.HIGHER, Direction.LOWER, Direction.RANGE)
"""What most people mean; the others are shown to who asks for something else."""


@form
class Own:
    """What is good."""

    direction: str = choice()


@form
class OwnOther:
    """What is good, of the rarer things."""

    other: Direction = choice(of=Direction)


@form
class OwnSure:
    """What is good after all, of the two that contradict each other."""

    sure: Direction = choice(of=Direction)


def chosen_direction(ask: Ask, words: str) -> Direction:
    """What its name says stands first; who says the contrary is asked once whether that is meant."""
    by_name = better_by_name(words)
    said = _said(ask, words, by_name)
    return _sure(ask, words, said, by_name) if by_name and is_contrary(said, by_name) else said


def _said(ask: Ask, words: str, by_name: Direction | None) -> Direction:
    every = ask.texts.options(Direction)
    first = [option for option in every if option.value in FIRST]
    more = Option(OTHER, ask.texts.label("build.other"), ask.texts.label("build.other_note"))
    intro = Text(ask.texts.say("build.own", words=words))
    initial = {"direction": by_name.value} if by_name else {}
    options = {"direction": [*first, more]}
    chosen = ask(Own, f"own:{words}", options=options, initial=initial, intro=[intro]).direction
    if chosen != OTHER:
        return Direction(chosen)
    rest = [option for option in every if option.value not in FIRST]
    return ask(OwnOther, f"own:{words}", options={"other": rest}).other


def _sure(ask: Ask, words: str, said: Direction, by_name: Direction) -> Direction:
    options = [option for option in ask.texts.options(Direction) if option.value in (said, by_name)]
    intro = Text(ask.texts.say("build.contrary", words=words, direction=said))
    return ask(OwnSure, f"own:{words}:{said}", options={"sure": options}, intro=[intro]).sure
