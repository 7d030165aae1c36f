"""A KPI in somebody's own words: what is good, what it is counted in, how often, and where the number comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conversations.ask import Ask
from conversations.fields import Rejected
from conversations.flows.build.better import chosen_direction
from conversations.flows.build.draft import Draft, of_own
from conversations.flows.size import is_small_company
from conversations.flows.sourcing import own_source
from conversations.forms import choice, form, text
from conversations.view import Option, Text
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.catalogue import kinds_of
from kpi_engine.design.perspective import likely_perspective, told_perspective
from kpi_engine.measure.formula.text import Unreadable, read_formula
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import Direction, Perspective, UnitKind
from kpi_engine.model.name import Name

COMPUTED = "computed"
MOST_NAMES = 8
"""KPIs that are named for a formula."""
FIXED_UNITS = {
    Direction.ZERO: UnitKind.COUNT,
    Direction.MILESTONE: UnitKind.DURATION,
    Direction.YESNO: UnitKind.YESNO,
    Direction.LEVELS: UnitKind.SCORE,
}
"""The unit, where what is good leaves no choice."""


@form
class OwnUnit:
    """What it is counted in."""

    unit: UnitKind = choice(of=UnitKind)


@form
class OwnRhythm:
    """How often there is a value."""

    frequency: str = choice()


@form
class OwnFormula:
    """Which KPIs it is computed from."""

    formula: str = text()


@form
class OwnSide:
    """Which side of the company it looks at."""

    perspective: Perspective = choice(of=Perspective)


def own_draft(ask: Ask, department: Department, words: str, others: Sequence[Name]) -> Draft:
    """Three to six short questions, each only where the ones before leave it open; `others` are chosen before it."""
    direction = chosen_direction(ask, words)
    unit = FIXED_UNITS.get(direction) or _unit(ask, words)
    frequency = _frequency(ask, words)
    formula = _formula(ask, words, others) if frequency is None else ""
    perspective = _perspective(ask, department, words, unit)
    source = own_source(ask, words) if frequency else Name("", "")
    draft = of_own(words, unit, direction, frequency or PeriodKind.MONTH, perspective, formula)
    return replace(draft, source=source)


def _unit(ask: Ask, words: str) -> UnitKind:
    units = [option for option in ask.texts.options(UnitKind) if option.value != UnitKind.YESNO]
    return ask(OwnUnit, f"own:{words}", options={"unit": units}).unit


def _frequency(ask: Ask, words: str) -> PeriodKind | None:
    """None: it is computed from others."""
    computed = Option(COMPUTED, ask.texts.label("build.computed"), ask.texts.label("build.computed_note"))
    options = {"frequency": [*ask.texts.options(PeriodKind), computed]}
    chosen = ask(OwnRhythm, f"own:{words}", options=options, initial={"frequency": PeriodKind.MONTH}).frequency
    return None if chosen == COMPUTED else PeriodKind(chosen)


def _formula(ask: Ask, words: str, others: Sequence[Name]) -> str:
    """As it was typed; the engine makes ids of the names."""
    every = [version.definition.name for version in ask.know.kpis()] + list(others)
    known = list(enumerate(every, 1))

    def unread(given: OwnFormula) -> Rejected | None:
        match read_formula(given.formula, known):
            case Unreadable(piece=piece):
                return Rejected("formula_unread", {"raw": given.formula, "piece": piece})
            case _:
                return None

    intro = [Text(ask.texts.say("build.formula", names=every[:MOST_NAMES]))] if every else []
    return ask(OwnFormula, f"own_formula:{words}", intro=intro, check=unread).formula


def _perspective(ask: Ask, department: Department, words: str, unit: UnitKind) -> Perspective:
    """Asked where the words do not tell it, and of a small company never."""
    kinds = kinds_of(department.name)
    likely = likely_perspective(words, unit, kinds)
    if is_small_company(ask) or told_perspective(words, unit, kinds):
        return likely
    return ask(OwnSide, f"own:{words}", initial={"perspective": likely}).perspective
