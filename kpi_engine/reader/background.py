"""What is known of KPIs beside their definitions and values: who stands behind them, and how soon values come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kpi_engine.design.check.changes import rewritten
from kpi_engine.design.check.record import Basis
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.audit import Deed
from kpi_engine.model.consent import Consent
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.store import values
from kpi_engine.store.scope import Scope
from kpi_engine.store.tables import AuditRow, ConsentRow, KpiVersionRow

LATEST = 3
"""Values that tell how soon they come: the soonest of them, so that one late one says nothing."""


@dataclass(frozen=True, slots=True)
class Background:
    """Days by version, and what people have said by KPI."""

    published: Mapping[int, date]
    consents: Mapping[int, tuple[Consent, ...]]

    def settled_on(self, versions: Sequence[KpiVersion]) -> date | None:
        """When somebody else than its owner last laid down what counts; None where the owner did."""
        last = last_settled(versions)
        return None if last.author_id == last.definition.owner_id else self.published[last.id]

    def looked_at_on(self, versions: Sequence[KpiVersion], today: date) -> date:
        """Whoever changes a KPI has looked at it, and so has whoever says that it is right as it is."""
        published = (self.published[version.id] for version in versions)
        begun = (version.in_force for version in versions if version.in_force <= today)
        said = (each.on for each in self.consents.get(versions[0].kpi.id, ()))
        return max((*published, *begun, *said))


def read_background(scope: Scope) -> Background:
    """Of all KPIs of the company, in two statements."""
    stamps = scope.lines(select(KpiVersionRow.id, KpiVersionRow.published_at))
    said = defaultdict(list)
    for row in scope.all(select(ConsentRow).order_by(ConsentRow.id)):
        said[row.kpi_id].append(values.consent(row))
    return Background(
        {id: moment.date() for id, moment in stamps}, {kpi_id: tuple(each) for kpi_id, each in said.items()}
    )


def those_who_chose_ranking(scope: Scope) -> frozenset[int]:
    """Who has said of themselves whether they stand on leaderboards."""
    chose = select(AuditRow.person_id).where(AuditRow.deed == Deed.CHOOSE_RANKING, ~AuditRow.undone)
    return frozenset(scope.all(chose.distinct()))


def last_settled(versions: Sequence[KpiVersion]) -> KpiVersion:
    """The version that laid down what counts by now, and who enters it; weights and words change nothing of that."""
    last = versions[0]
    for version in versions[1:]:
        if rewritten(last, version) or last.definition.owner_id != version.definition.owner_id:
            last = version
    return last


def basis_of(versions: Sequence[KpiVersion]) -> Basis | None:
    """Whoever set the target that counts said why, or did not."""
    return Basis.DEMAND if last_settled(versions).reason else None


def lag_of(actuals: Sequence[Actual], published: date) -> int | None:
    """Days after the end of a period until its value comes; None of fewer than three values."""
    found = [
        max((line.entered_at.date() - line.period.end).days, 0)
        for line in actuals
        if line.state is ActualState.OK and line.supersedes is None and line.period.end > published
    ]
    return min(found[-LATEST:]) if len(found) >= LATEST else None
