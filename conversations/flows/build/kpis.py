"""Step 3 of building: which KPIs, from the catalogue or in own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from conversations.ask import Ask
from conversations.cards.reasons import reason_words
from conversations.choice_fields import record_id, record_value
from conversations.fields import Rejected
from conversations.flows.build.draft import Draft, from_catalogue
from conversations.flows.build.own import own_draft
from conversations.flows.build.part import part_of
from conversations.flows.build.scope import Whose
from conversations.flows.size import is_small_company
from conversations.forms import choice, form, many, yesno
from conversations.view import Option, Text
from kpi_engine.design.candidates import candidates
from kpi_engine.design.catalogue import called, find, kinds_of
from kpi_engine.design.match import alike
from kpi_engine.design.reasons import Candidate
from kpi_engine.design.vague import vague
from kpi_engine.model.company import Department
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name

MOST_KPIS = 8
"""More than that in one set and none of them is key."""
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


def chosen_kpis(ask: Ask, whose: Whose, goal: str) -> tuple[list[Draft], list[KpiVersion], list[KpiVersion]]:
    """The new KPIs, those in force that stay, and those that end."""
    department, person_id = whose.department, whose.person.id if whose.person else None
    every = ask.know.kpis(department_id=department.id)
    present = {_value(version): version for version in every if version.kpi.person_id == person_id}
    shared = _shared(every, list(present.values())) if whose.person else {}
    offered = _offered(ask, department, goal, [*present.values(), *shared.values()])
    picks = ask(
        Kpis,
        options={"picks": [*_in_force(ask, present), *_parts(ask, shared), *(_option(ask, one) for one in offered)]},
        initial={"picks": "\n".join(present or shared or _at_once(ask, offered))},
        intro=[Text(ask.texts.say("build.kpis", name=whose.name))],
    ).picks
    ended = _ended(ask, [version for key, version in present.items() if key not in picks])
    kept = [present[pick] for pick in picks if pick in present]
    drafts: list[Draft] = []
    for pick in (pick for pick in picks if pick not in present):
        others = [one.name for one in drafts]
        draft = part_of(ask, shared[pick], whose) if pick in shared else drafted(ask, department, pick, others)
        if not any(alike(draft.name, name) for name in _names(drafts, kept)):
            drafts.append(draft)
    return drafts, kept, ended


def _value(version: KpiVersion) -> str:
    return record_value(f"kpi{version.kpi.id}")


def _shared(every: Sequence[KpiVersion], present: Sequence[KpiVersion]) -> dict[str, KpiVersion]:
    """The department's KPIs of which the person has none yet: each can have a part in them."""
    names = [version.definition.name for version in present]
    return {
        _value(version): version
        for version in every
        if version.kpi.person_id is None and not any(alike(version.definition.name, name) for name in names)
    }


def _parts(ask: Ask, shared: Mapping[str, KpiVersion]) -> list[Option]:
    note = ask.texts.label("build.part")
    return [Option(key, ask.texts.name(version.definition.name), note) for key, version in shared.items()]


def _at_once(ask: Ask, offered: Sequence[Candidate]) -> list[str]:
    """A small company takes what is suggested, unless it wants something else."""
    return [record_value(found.kpi.id) for found in offered] if is_small_company(ask) else []


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
        small=is_small_company(ask),
        company=ask.know.company().name,
    )


def _in_force(ask: Ask, present: dict[str, KpiVersion]) -> list[Option]:
    note = ask.texts.label("build.in_force")
    return [Option(key, ask.texts.name(version.definition.name), note) for key, version in present.items()]


def _option(ask: Ask, found: Candidate) -> Option:
    reasons = [reason_words(reason, ask.texts) for reason in found.reasons]
    return Option(
        record_value(found.kpi.id), ask.texts.name(found.kpi.name), ask.texts.label("build.and").join(reasons[:2])
    )


def drafted(ask: Ask, department: Department, pick: str, others: Sequence[Name]) -> Draft:
    """What was picked, from the catalogue or in own words; a vague wish becomes something that can be counted."""
    kinds = kinds_of(department.name)
    known = find(record_id(pick)) or called(pick, kinds)
    if known:
        return from_catalogue(known)
    wish = vague(pick)
    if wish is None:
        return own_draft(ask, department, pick, others)
    options = [
        Option(record_value(found.id), ask.texts.name(found.name), ask.texts.name(found.formula))
        for found in wish.instead
    ]
    intro = Text(ask.texts.say("build.vague", wish=pick, word=wish.word))
    instead = ask(Measurable, f"measurable:{pick}", options={"instead": options}, intro=[intro]).instead
    known = find(record_id(instead)) or called(instead, kinds)
    return from_catalogue(known) if known else own_draft(ask, department, instead, others)
