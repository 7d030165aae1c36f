"""What the values of a file would change, and which of them look like slips, before any is written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conversations.ask import Ask
from conversations.cards.dropped import wrong_blocks
from conversations.cards.value import short_words
from conversations.flows.actual.sure import usual_for
from conversations.flows.actual.values import USUAL
from conversations.kept_file import KeptFile
from conversations.view import Block, Table, Text
from kpi_engine.calendar.period import Period
from kpi_engine.commands import Entry
from kpi_engine.intake.slip import Slip, slip
from kpi_engine.model.actual import Actual
from kpi_engine.model.kpi import KpiVersion

MOST_SHOWN = 20
"""Corrections that are shown one by one."""
MOST_NEW = 5
"""New values that are shown, so that one sees that the file was read as it was meant."""
MOST_ODD = 5
"""Values far off the usual that are shown; so many of them are a column misread."""


@dataclass(frozen=True, slots=True)
class NewValues:
    """The values of a file beside what stands, and those of them that say something new."""

    kept: KeptFile
    news: Sequence[Entry]
    standing: Mapping[tuple[int, Period], Actual]
    versions: Mapping[int, KpiVersion]

    @property
    def corrected(self) -> list[Entry]:
        """What takes the place of another value."""
        return [entry for entry in self.news if (entry.kpi_id, entry.period) in self.standing]

    @property
    def added(self) -> list[Entry]:
        """What stands nowhere yet."""
        return [entry for entry in self.news if (entry.kpi_id, entry.period) not in self.standing]


def told(ask: Ask, file: NewValues) -> Iterator[Block]:
    """How many values are new, corrected and the same; the first of each kind, and what is far off the usual.

    Before all that the rows that can't be taken, as whoever sees them may rather correct the file.
    """
    added, corrected = file.added, file.corrected
    same = len(file.kept.entries) - len(file.news)
    yield from wrong_blocks(ask.texts, file.kept.wrong)
    summary = {"same": same, "new": len(added), "corrected": len(corrected), "rest": bool(file.kept.wrong)}
    yield Text(ask.texts.say("import.summary", file=file.kept.name, **summary))
    if corrected:
        yield _table(ask, file, corrected[:MOST_SHOWN], ("kpi", "period", "was", "value"))
    if len(corrected) > MOST_SHOWN:
        yield Text(ask.texts.say("import.more_corrected", values=len(corrected) - MOST_SHOWN))
    if added:
        yield Text(ask.texts.say("import.new", more=max(len(added) - MOST_NEW, 0)))
        yield _table(ask, file, added[:MOST_NEW], ("kpi", "period", "value"))
    yield from _odd(ask, file)


def _odd(ask: Ask, file: NewValues) -> Iterator[Block]:
    """By the same rule by which a typed value is asked back."""
    found = list(_slips(ask, file))
    if found:
        yield Text(ask.texts.say("import.odd", values=len(found), more=max(len(found) - MOST_ODD, 0)))
    for entry, odd in found[:MOST_ODD]:
        definition = file.versions[entry.kpi_id].definition
        said = {"name": definition.name, "slip": odd, "unit": definition.unit}
        yield Text(ask.texts.say("import.odd_one", period=entry.period, odd=ask.texts.say("actual.odd", **said)))


def _slips(ask: Ask, file: NewValues) -> Iterator[tuple[Entry, Slip]]:
    calendar = ask.know.company().calendar
    lines = {kpi_id: ask.know.recent(kpi_id, USUAL) for kpi_id in {entry.kpi_id for entry in file.news}}
    for entry in file.news:
        usual = usual_for(file.versions[entry.kpi_id], entry.period, lines[entry.kpi_id], calendar)
        if entry.reading and (odd := slip(entry.reading, usual)):
            yield entry, odd


def _table(ask: Ask, file: NewValues, entries: Sequence[Entry], columns: Sequence[str]) -> Table:
    """`columns` are the keys of their labels."""
    rows = (dict(_cells(ask, file, entry)) for entry in entries)
    return Table(
        tuple(ask.texts.label(f"columns.{key}") for key in columns),
        tuple(tuple(row[key] for key in columns) for row in rows),
        "ll" + "r" * (len(columns) - 2),
    )


def _cells(ask: Ask, file: NewValues, entry: Entry) -> Iterator[tuple[str, str]]:
    line, definition = file.standing.get((entry.kpi_id, entry.period)), file.versions[entry.kpi_id].definition
    yield "kpi", ask.texts.name(definition.name)
    yield "period", ask.texts.format.period(entry.period)
    yield "was", short_words(ask.texts, line, definition.unit, entry) if line else ""
    yield "value", short_words(ask.texts, entry, definition.unit, line or entry)
