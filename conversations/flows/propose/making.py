"""A proposal is made: a new KPI, something else about one, or the end of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from conversations.ask import Ask
from conversations.cards.change import change_table, kpis_in, preview_blocks, title
from conversations.choice_fields import record_id, record_value
from conversations.fields import Rejected
from conversations.flows.finding import begun_kpi, find_kpi, kpi_names, nothing_called
from conversations.flows.propose.newcomer import named_place, new_definition, place_of_new
from conversations.flows.propose.parts import new_part
from conversations.flows.propose.prospect import as_if_now
from conversations.flows.propose.said import said_change
from conversations.flows.reading import all_names
from conversations.forms import choice, form, start_day, text, yesno
from conversations.view import Option, Text
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.weights import making_room
from kpi_engine.errors import Refusal
from kpi_engine.model.change import AddKpi, Change, NewKpi, RetireKpi, ReviseKpi, SetWeights, Weights
from kpi_engine.model.kpi import KpiVersion

_INTO = re.compile(r"(.+?)(?:\s+into\s+|\s*并入\s*)(.+)", re.IGNORECASE)
"""`cold calls into visits`: the KPI that ends, and its twin."""


@form
class ProposedKpi:
    """The KPI that something is proposed about."""

    kpi: str = choice()


@form
class Grounds:
    """Why, and from when on."""

    reason: str = text()
    since: date = start_day()


@form
class PutForward:
    """Whether it is put before the department as it stands there."""

    agreed: bool = yesno()


def new(ask: Ask, words: str) -> Change:
    """One more KPI for a department; the others give way in proportion."""
    what, named = named_place(ask, words)
    department = place_of_new(ask, named)
    others = _set(ask, department.id, None)
    definition = new_definition(ask, department, what, others)
    grounds = _grounds(ask, definition.cycle)
    weights = _rest(others, definition.weight)
    return _agreed(
        ask, AddKpi(department.id, NewKpi(definition), weights, grounds.since, grounds.reason), grounds.since
    )


def changed(ask: Ask, words: str) -> Change:
    """Target, weight, name or who enters the values of a KPI."""
    said = None if not words or find_kpi(ask, words) else said_change(words)
    version = _kpi(ask, said.kpi if said else words)
    others = _others(ask, version)
    definition = new_part(ask, version, others, said)
    grounds = _grounds(ask, definition.cycle)
    if definition.weight != version.definition.weight:
        weights = ((version.kpi.id, definition.weight), *_rest(others, definition.weight))
        return _agreed(ask, SetWeights(weights, grounds.since, grounds.reason), grounds.since)
    return _agreed(ask, ReviseKpi(version.kpi.id, definition, grounds.since, grounds.reason), grounds.since)


def retired(ask: Ask, words: str) -> Change:
    """The end of a KPI; the others share its weight in proportion, or `into` its twin it goes to that alone."""
    named, twin = _into(ask, words)
    version = _kpi(ask, named)
    others = _others(ask, version)
    weights = _to_twin(ask, version, others, twin) if twin else _rest(others, Decimal(0))
    grounds = _grounds(ask, version.definition.cycle)
    return _agreed(ask, RetireKpi(version.kpi.id, weights, grounds.since, grounds.reason), grounds.since)


def _into(ask: Ask, words: str) -> tuple[str, str]:
    """The KPI and its twin as they are named; no twin where that is all one name, such as "Leads into sales"."""
    parts = _INTO.fullmatch(words)
    return (parts[1], parts[2]) if parts and not find_kpi(ask, words) else (words, "")


def _to_twin(ask: Ask, version: KpiVersion, others: Sequence[KpiVersion], twin: str) -> Weights:
    heir = _named(ask, twin).kpi
    if heir not in (each.kpi for each in others):
        raise Refusal("words_left", words=twin)
    weights = ((each.kpi, each.definition.weight) for each in others)
    return tuple((kpi.id, weight + version.definition.weight if kpi == heir else weight) for kpi, weight in weights)


def _grounds(ask: Ask, cycle: PeriodKind) -> Grounds:
    """From the next cycle on, unless another day is said: nobody's running month changes under them."""
    after = ask.know.company().calendar.holding(ask.today, cycle).end
    return ask(Grounds, initial={"since": after.isoformat()})


def _agreed(ask: Ask, change: Change, since: date) -> Change:
    """Shown with what it would do before it is put forward; refused like the change itself."""
    versions, names = {id: ask.know.versions(id)[-1] for id in kpis_in(change)}, all_names(ask)
    ask(
        PutForward,
        intro=[
            Text(ask.texts.say("propose.from_on", title=title(ask.texts, change, versions), since=since)),
            change_table(ask.texts, change, versions, names),
            *preview_blocks(ask.texts, as_if_now(ask, change), names),
        ],
        check=lambda given: None if given.agreed else Rejected("not_yet"),
    )
    return change


def _kpi(ask: Ask, words: str) -> KpiVersion:
    """The KPI named, or one that is chosen from one's own departments, as it was agreed last."""
    found = _named(ask, words) if words else _chosen(ask)
    last = ask.know.versions(found.kpi.id)[-1]
    if last.retired:
        raise Refusal("kpi_retired", kpi=last.definition.name)
    return last


def _named(ask: Ask, words: str) -> KpiVersion:
    found = find_kpi(ask, words) or begun_kpi(ask, words)
    if found is None:
        raise nothing_called(ask, words, kpi_names(ask))
    return found


def _chosen(ask: Ask) -> KpiVersion:
    every = ask.know.kpis()
    mine = [each for each in every if each.kpi.department_id in ask.me.department_ids] or every
    if not mine:
        raise Refusal("no_kpis_yet")
    options = [Option(record_value(each.kpi.id), ask.texts.name(each.definition.name)) for each in mine]
    chosen = int(record_id(ask(ProposedKpi, options={"kpi": options}).kpi))
    return next(each for each in mine if each.kpi.id == chosen)


def _others(ask: Ask, version: KpiVersion) -> list[KpiVersion]:
    """The rest of its set."""
    every = _set(ask, version.kpi.department_id, version.kpi.person_id)
    return [each for each in every if each.kpi != version.kpi]


def _set(ask: Ask, department_id: int, person_id: int | None) -> list[KpiVersion]:
    """What is weighed together, as it was agreed last: that may be in force later than today."""
    kpis = [each.kpi for each in ask.know.kpis(department_id=department_id) if each.kpi.person_id == person_id]
    latest = (ask.know.versions(kpi.id)[-1] for kpi in kpis)
    return [version for version in latest if not version.retired]


def _rest(others: Sequence[KpiVersion], taken: Decimal) -> Weights:
    """The weights of the others beside what is taken."""
    if not others:
        return ()
    weights = making_room([each.definition.weight for each in others], taken)
    return tuple((each.kpi.id, weight) for each, weight in zip(others, weights, strict=True))
