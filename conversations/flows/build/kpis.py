"""Step 3 of building: which KPIs, from the catalogue or in own words."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.ask import Ask
from conversations.cards.reasons import reason_words
from conversations.choice_fields import record_id, record_value
from conversations.fields import Rejected
from conversations.flows.build.draft import Draft, from_catalogue, of_own
from conversations.forms import choice, form, many, yesno
from conversations.view import Option, Text
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.candidates import candidates
from kpi_engine.design.catalogue import called, find, kinds_of
from kpi_engine.design.match import alike
from kpi_engine.design.reasons import Candidate
from kpi_engine.design.vague import vague
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import Direction, KpiVersion, Perspective, UnitKind
from kpi_engine.model.name import Name

MOST_KPIS = 8
"""More than that in one set and none of them is key."""
DIRECTIONS = (Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.YESNO)
"""What can be good of a KPI in own words; the others need more than a target to be agreed."""
OFFERED = 12
"""Candidates shown at a time."""


@form
class Kpis:
    """What is to be measured."""

    picks: tuple[str, ...] = many(most=MOST_KPIS, own=True)


@form
class Retire:
    """Whether what is in force and was not chosen ends."""

    agreed: bool = yesno()


@form
class Measurable:
    """What could be counted in place of a vague wish."""

    instead: str = choice(own=True)


@form
class Own:
    """How a KPI in own words is counted."""

    unit: UnitKind = choice(of=UnitKind)
    direction: Direction = choice(of=Direction)
    frequency: PeriodKind = choice(of=PeriodKind)
    perspective: Perspective = choice(of=Perspective)


def chosen_kpis(ask: Ask, department: Department, goal: str) -> tuple[list[Draft], list[KpiVersion], list[KpiVersion]]:
    """The new KPIs, those in force that stay, and those that end."""
    present = {
        record_value(f"kpi{version.kpi.id}"): version
        for version in ask.know.kpis(department_id=department.id)
        if version.kpi.person_id is None
    }
    offered = _offered(ask, department, goal, list(present.values()))
    picks = ask(
        Kpis,
        options={"picks": [*_in_force(ask, present), *(_option(ask, found) for found in offered)]},
        initial={"picks": "\n".join(present)},
        intro=[Text(ask.texts.say("build.kpis", name=department.name))],
    ).picks
    ended = _ended(ask, [version for key, version in present.items() if key not in picks])
    kept = [present[pick] for pick in picks if pick in present]
    drafts: list[Draft] = []
    for draft in (drafted(ask, department, pick) for pick in picks if pick not in present):
        if not any(alike(draft.name, name) for name in _names(drafts, kept)):
            drafts.append(draft)
    return drafts, kept, ended


def _names(drafts: list[Draft], kept: list[KpiVersion]) -> Iterator[Name]:
    yield from (draft.name for draft in drafts)
    yield from (version.definition.name for version in kept)


def _ended(ask: Ask, left_out: list[KpiVersion]) -> list[KpiVersion]:
    """Agreed to by name: what somebody else puts in force meanwhile is asked about when it is there."""
    if left_out:
        names = [version.definition.name for version in left_out]
        key = ",".join(str(version.kpi.id) for version in left_out)
        ask(Retire, f"retire:{key}", intro=[Text(ask.texts.say("build.retire", retired=names))], check=_agreed)
    return left_out


def _agreed(given: Retire) -> Rejected | None:
    return None if given.agreed else Rejected("not_retired")


def _offered(ask: Ask, department: Department, goal: str, present: list[KpiVersion]) -> tuple[Candidate, ...]:
    goals = [found.name for found in ask.know.goals() if found.department_id is None]
    return candidates(
        department.name,
        [Name.same(goal), *goals],
        ask.know.swot(),
        [version.definition for version in present],
        OFFERED,
        len(ask.know.people()),
    )


def _in_force(ask: Ask, present: dict[str, KpiVersion]) -> list[Option]:
    note = ask.texts.label("build.in_force")
    return [Option(key, ask.texts.name(version.definition.name), note) for key, version in present.items()]


def _option(ask: Ask, found: Candidate) -> Option:
    reasons = [reason_words(reason, ask.texts) for reason in found.reasons]
    return Option(
        record_value(found.kpi.id), ask.texts.name(found.kpi.name), ask.texts.label("build.and").join(reasons[:2])
    )


def drafted(ask: Ask, department: Department, pick: str) -> Draft:
    """What was picked, from the catalogue or in own words; a vague wish becomes something that can be counted."""
    kinds = kinds_of(department.name)
    known = find(record_id(pick)) or called(pick, kinds)
    if known:
        return from_catalogue(known)
    wish = vague(pick)
    if wish is None:
        return _own(ask, pick)
    options = [
        Option(record_value(found.id), ask.texts.name(found.name), ask.texts.name(found.formula))
        for found in wish.instead
    ]
    intro = Text(ask.texts.say("build.vague", wish=pick, word=wish.word))
    instead = ask(Measurable, f"measurable:{pick}", options={"instead": options}, intro=[intro]).instead
    known = find(record_id(instead)) or called(instead, kinds)
    return from_catalogue(known) if known else _own(ask, instead)


def _own(ask: Ask, words: str) -> Draft:
    own = ask(
        Own,
        f"own:{words}",
        options={"direction": [one for one in ask.texts.options(Direction) if one.value in DIRECTIONS]},
        intro=[Text(ask.texts.say("build.own", words=words))],
    )
    return of_own(words, own.unit, own.direction, own.frequency, own.perspective)
