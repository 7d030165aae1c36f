"""The audit log: what was done, what was changed by it, and what taking it back needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from kpi_engine.calendar.period import Period
from kpi_engine.model.audit import Deed, FieldChange
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Language, Name
from kpi_engine.store import values
from kpi_engine.store.audit import to_json
from kpi_engine.store.tables import AuditPlaceRow, AuditRow
from kpi_engine.store.work import Work

Kept: TypeAlias = dict[str, Any]
"""What is kept of a deed, to take it back by."""

NAMED = 3
"""How many things an entry names before it says that there are more."""


def record(
    work: Work,
    deed: Deed,
    subject: str,
    undo: Kept | None = None,
    *,
    changes: Iterable[FieldChange] = (),
    departments: Iterable[int] = (),
) -> AuditRow:
    """Writes an entry; without `undo` the deed cannot be taken back. The heads of the departments may read it."""
    entry = AuditRow(
        company_id=work.actor.company_id,
        person_id=work.actor.person.id,
        at=work.now,
        deed=deed,
        subject=subject,
        undo=undo,
        undone=False,
        changes=to_json(changes),
    )
    work.session.add(entry)
    work.session.flush()
    work.session.add_all(
        AuditPlaceRow(company_id=work.actor.company_id, entry_id=entry.id, department_id=id)
        for id in sorted(set(departments))
    )
    work.session.flush()
    return entry


def changed(
    kind: str, about: Name, old: object, new: object, fields: Iterable[str], period: Period | None = None
) -> Iterator[FieldChange]:
    """The fields in which the new value of that kind (see `store.audit.KINDS`) is not the old one."""
    for field in fields:
        before, after = getattr(old, field, None), getattr(new, field, None)
        if before != after:
            yield FieldChange(about, f"{kind}.{field}", before, after, period)


def versions_changed(versions: Iterable[KpiVersion], previous: Iterable[KpiVersion]) -> Iterator[FieldChange]:
    """What the versions change in the KPIs that they are of."""
    before = {version.kpi.id: version for version in previous}
    for version in versions:
        was = before.get(version.kpi.id)
        name = version.definition.name
        yield from changed("definition", name, was and was.definition, version.definition, values.DEFINED)
        yield from changed("version", name, was, version, ("in_force", "retired", "reason"))


def listed(names: Iterable[Name], language: Language) -> str:
    """The first few names, each once, in the language of who did it."""
    every = list(dict.fromkeys(name.text(language) for name in names))
    comma = {Language.EN: ", ", Language.ZH: "、"}[language]
    return comma.join(every[:NAMED]) + (" …" if len(every) > NAMED else "")
