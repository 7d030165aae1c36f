"""The values of a dropped file as a dialog keeps them until they are confirmed: words that only the bot writes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.words import read_period, write_period
from kpi_engine.commands import Entry
from kpi_engine.model.actual import ActualState, Reading

_MARK = "\N{PAPERCLIP}"
"""Begins such words; what people type after a command is no JSON after it."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What was understood of a file, and what was not."""

    name: str
    entries: Sequence[Entry]
    wrong: Sequence[str] = ()
    """A line for each row that was not understood, worded for whoever sent the file."""


def written(file: KeptFile) -> str:
    """The words that stand for the file."""
    values = [_row(entry) for entry in file.entries]
    return _MARK + json.dumps({"file": file.name, "values": values, "wrong": file.wrong}, ensure_ascii=False)


def read(words: str, today: date, year_start: int) -> KeptFile | None:
    """The file that the words stand for; None of words that anybody typed."""
    if not words.startswith(_MARK):
        return None
    try:
        kept = json.loads(words.removeprefix(_MARK))
    except ValueError:
        return None
    return KeptFile(kept["file"], [_entry(row, today, year_start) for row in kept["values"]], kept["wrong"])


def _row(entry: Entry) -> list[object]:
    reading = entry.reading
    numbers = [reading.value, reading.numerator, reading.denominator] if reading else [None, None, None]
    plain = [None if number is None else str(number) for number in numbers]
    return [entry.kpi_id, write_period(entry.period), str(entry.state), *plain, entry.note, entry.evidence]


def _entry(row: list[object], today: date, year_start: int) -> Entry:
    kpi_id, when, state, *numbers, note, evidence = row
    period = read_period(str(when), today, year_start)
    assert isinstance(kpi_id, int)
    assert period is not None
    value, numerator, denominator = (None if number is None else Decimal(str(number)) for number in numbers)
    reading = None if value is None else Reading(value, numerator, denominator)
    return Entry(kpi_id, period, ActualState(str(state)), reading, str(note), str(evidence))
