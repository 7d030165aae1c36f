"""The audit log: what was done, and what taking it back needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kpi_engine.model.audit import Deed
from kpi_engine.model.name import Language, Name
from kpi_engine.store.tables import AuditRow
from kpi_engine.store.work import Work

NAMED = 3
"""How many things an entry names before it says that there are more."""


def record(work: Work, deed: Deed, subject: str, undo: dict[str, Any] | None = None) -> None:
    """Writes an entry; without `undo` the deed cannot be taken back."""
    work.session.add(
        AuditRow(
            company_id=work.actor.company_id,
            person_id=work.actor.person.id,
            at=work.now,
            deed=deed,
            subject=subject,
            undo=undo,
            undone=False,
        )
    )
    work.session.flush()


def listed(names: Iterable[Name], language: Language) -> str:
    """The first few names, each once, in the language of who did it."""
    every = list(dict.fromkeys(name.text(language) for name in names))
    comma = {Language.EN: ", ", Language.ZH: "、"}[language]
    return comma.join(every[:NAMED]) + (" …" if len(every) > NAMED else "")
