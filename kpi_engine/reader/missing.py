"""What was missed in a row by those for whom somebody steps in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from kpi_engine.model.company import Actor, Company, Person
from kpi_engine.model.owed import Missed
from kpi_engine.model.wishes import misses_told
from kpi_engine.reader import owing
from kpi_engine.rights import steps_in
from kpi_engine.store import load, values
from kpi_engine.store.scope import Scope


def missed(scope: Scope, actor: Actor, today: date) -> tuple[Missed, ...]:
    """Of each who has agreed to it the KPIs of which as many values in a row as were agreed on are missing."""
    company, people = values.company(scope.company()), [one for one in load.people(scope) if one.active]
    agreed = [one for one in people if misses_told(company, one)]
    mine = [one for one in agreed if actor.person.id in {each.id for each in steps_in(one, people)}]
    return tuple(found for person in mine for found in _of(scope, company, person, today))


def _of(scope: Scope, company: Company, person: Person, today: date) -> Iterator[Missed]:
    """Today's value may still come."""
    misses = misses_told(company, person)
    owed = owing.owed(scope, person.id, today - timedelta(days=1), asked=misses)
    counts = Counter(one.version.kpi.id for one in owed)
    kpis = {one.version.kpi.id: one.version.definition.name for one in owed}
    names = tuple(name for id, name in kpis.items() if counts[id] == misses)
    if names:
        yield Missed(person, names, misses)
