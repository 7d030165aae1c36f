"""A KPI in somebody's own words: what is good, what it is counted in, how often."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.flows.build.draft import Draft, of_own
from conversations.flows.size import is_small_company
from conversations.forms import choice, form
from conversations.view import Option, Text
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.catalogue import kinds_of
from kpi_engine.design.perspective import likely_perspective
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import Direction, Perspective, UnitKind

OTHER = "other"
FIRST = (Direction.HIGHER, Direction.LOWER, Direction.RANGE)
"""What most people mean; the others are shown to who asks for something else."""
FIXED = {
    Direction.ZERO: UnitKind.COUNT,
    Direction.MILESTONE: UnitKind.DURATION,
    Direction.YESNO: UnitKind.YESNO,
    Direction.LEVELS: UnitKind.SCORE,
}
"""The unit, where what is good leaves no choice."""


@form
class Own:
    """What is good."""

    direction: str = choice()


@form
class OwnOther:
    """What is good, of the rarer things."""

    other: Direction = choice(of=Direction)


@form
class OwnUnit:
    """What it is counted in."""

    unit: UnitKind = choice(of=UnitKind)


@form
class OwnRhythm:
    """How often there is a value."""

    frequency: PeriodKind = choice(of=PeriodKind)


@form
class OwnSide:
    """Which side of the company it looks at."""

    perspective: Perspective = choice(of=Perspective)


def own_draft(ask: Ask, department: Department, words: str) -> Draft:
    """Two to five short questions, each only where the ones before leave it open."""
    direction = _direction(ask, words)
    unit = FIXED.get(direction) or _unit(ask, words)
    frequency = ask(OwnRhythm, f"own:{words}", initial={"frequency": PeriodKind.MONTH}).frequency
    return of_own(words, unit, direction, frequency, _perspective(ask, department, words, unit))


def _direction(ask: Ask, words: str) -> Direction:
    every = ask.texts.options(Direction)
    first = [option for option in every if option.value in FIRST]
    more = Option(OTHER, ask.texts.label("build.other"), ask.texts.label("build.other_note"))
    intro = Text(ask.texts.say("build.own", words=words))
    chosen = ask(Own, f"own:{words}", options={"direction": [*first, more]}, intro=[intro]).direction
    if chosen != OTHER:
        return Direction(chosen)
    rest = [option for option in every if option.value not in FIRST]
    return ask(OwnOther, f"own:{words}", options={"other": rest}).other


def _unit(ask: Ask, words: str) -> UnitKind:
    units = [option for option in ask.texts.options(UnitKind) if option.value != UnitKind.YESNO]
    return ask(OwnUnit, f"own:{words}", options={"unit": units}).unit


def _perspective(ask: Ask, department: Department, words: str, unit: UnitKind) -> Perspective:
    """A small company is not asked which side of it something looks at."""
    likely = likely_perspective(words, unit, kinds_of(department.name))
    if is_small_company(ask):
        return likely
    return ask(OwnSide, f"own:{words}", initial={"perspective": likely}).perspective
