"""What other grades, gates or shares would have made of a period; nothing is written, what is frozen counts as open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import or_

from kpi_engine.calendar.period import Period
from kpi_engine.measure.total.rules import rules_for
from kpi_engine.measure.total.total import total
from kpi_engine.model.agreement import Agreement, Agreements, Terms
from kpi_engine.model.company import Actor
from kpi_engine.model.score import Scorecard
from kpi_engine.model.terms import TermsPreview, TotalChange
from kpi_engine.model.total import Total
from kpi_engine.reader.cards import BEFORE, CardMaker, lines_of, of_person
from kpi_engine.reader.records import read_records
from kpi_engine.rights import may_see
from kpi_engine.store import load
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import KpiRow


def preview(
    scope: Scope, actor: Actor, terms: Terms, department_id: int | None, period: Period, today: date
) -> TermsPreview:
    """The departments, and the people whom the actor may see."""
    agreed = load.agreements(scope)
    new = Agreement(0, department_id, terms, period.start, "", actor.person.id)
    changed = Agreements((*agreed.every, new))
    pairs = zip(_cards(scope, actor, agreed, period, today), _cards(scope, actor, changed, period, today), strict=True)
    totals = [
        TotalChange(card.subject, total(card, rules_for(card, agreed)), total(then, rules_for(then, changed)))
        for card, then in pairs
    ]
    scored = [one for one in totals if one.before.score is not None]
    moved = tuple(one for one in scored if _seen(one.before) != _seen(one.after))
    return TermsPreview(period, moved, len(scored))


def _cards(scope: Scope, actor: Actor, agreed: Agreements, period: Period, today: date) -> Iterator[Scorecard]:
    everybody = [person for person in load.people(scope) if person.active and person.positions]
    seen = [one for one in everybody if may_see(actor.person, of_person(one.id), one.department_ids)]
    mine = or_(KpiRow.person_id.is_(None), scope.among(KpiRow.person_id, [one.id for one in seen]))
    versions = load.versions(scope, mine)
    records = read_records(scope, versions, period.back(BEFORE).start, period.end)
    board = CardMaker(lines_of(records, versions, period, today), {}, agreed, period, today)
    yield from (board.department(department.id) for department in load.departments(scope))
    yield from map(board.person, seen)


def _seen(total: Total) -> tuple[object, ...]:
    """What somebody has of a total: a grade from other points on is the same to who has it."""
    return total.score, *((total.grade.name, total.grade.coefficient) if total.grade else ())
