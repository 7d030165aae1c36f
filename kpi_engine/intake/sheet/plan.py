"""What is to be written down of sheets that were understood."""

from __future__ import annotations

from collections.abc import Sequence

from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.intake.sheet.claim import SheetValue
from kpi_engine.intake.sheet.understand import Values
from kpi_engine.model.actual import Channel

_LONGEST = 120
"""Characters of a file's name that are kept."""


def entering(file: str, sheets: Sequence[Values]) -> EnterActuals:
    """All values of a file in one command, so that all of them are recorded or none; each says where it stood.

    Said again it writes nothing, as the same values stand there already.
    """
    entries = tuple(_entry(file, sheet.sheet, value) for sheet in sheets for value in sheet.values)
    return EnterActuals(entries, Channel.FILE)


def _entry(file: str, sheet: str, value: SheetValue) -> Entry:
    parts = (_cut(file), sheet, value.place)
    evidence = ", ".join(part for part in parts if part)
    return Entry(value.kpi_id, value.period, value.state, value.reading, note=value.note, evidence=evidence)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
