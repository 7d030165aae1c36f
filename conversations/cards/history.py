"""What a KPI was and is: its versions, its values, and what was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from conversations.cards.names import Names, kpi_words
from conversations.cards.say import run_button
from conversations.cards.value import value_words
from conversations.texts import Texts
from conversations.view import Block, Message, Table, Text
from kpi_engine.calendar.late import is_late
from kpi_engine.calendar.working import Calendar
from kpi_engine.model.actual import Actual
from kpi_engine.model.kpi import KpiVersion

MOST_LINES = 20
"""Lines of the record that are shown; the rest is for an export."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was entered for a KPI, newest first, and by which days and whose names it is told."""

    lines: Sequence[Actual]
    names: Names
    zone: ZoneInfo
    calendar: Calendar


def history_card(texts: Texts, versions: Sequence[KpiVersion], record: Record) -> Message:
    """The versions, then the latest lines of the record, corrections included, by the days of the reader's zone."""
    blocks: list[Block] = [
        Text(texts.say("history.kpi", name=versions[-1].definition.name)),
        _versions(texts, versions, record.names, caption=""),
    ]
    if record.lines:
        blocks.append(_lines(texts, versions, record))
    if len(record.lines) > MOST_LINES:
        blocks.append(Text(texts.say("history.more", shown=MOST_LINES, lines=len(record.lines))))
    return Message(tuple(blocks), (run_button(texts, "report_kpi", f"report {kpi_words(versions[-1])}"),))


def changes_card(texts: Texts, changed: Sequence[Sequence[KpiVersion]], names: Names) -> Message:
    """The KPIs that have changed since they were first agreed."""
    if not changed:
        return Message((Text(texts.say("history.nothing")),))
    blocks = [Text(texts.say("history.all", kpis=len(changed)))]
    tables = [
        _versions(texts, versions, names, caption=texts.name(versions[-1].definition.name)) for versions in changed
    ]
    return Message((*blocks, *tables))


def _versions(texts: Texts, versions: Sequence[KpiVersion], names: Names, *, caption: str) -> Table:
    keys = ("version", "in_force", "target", "weight", "by", "reason")
    rows = tuple(_version(texts, version, names) for version in versions)
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "llrrll", caption)


def _version(texts: Texts, version: KpiVersion, names: Names) -> tuple[str, ...]:
    definition = version.definition
    return (
        str(version.number),
        texts.format.day(version.in_force),
        texts.label("history.retired") if version.retired else texts.format.agreed(definition.target, definition.unit),
        texts.format.number(definition.weight),
        names.people.get(version.author_id, ""),
        version.reason,
    )


def _lines(texts: Texts, versions: Sequence[KpiVersion], record: Record) -> Table:
    keys = ("period", "value", "by", "entered", "note")
    by_id = {line.id: line for line in record.lines}
    rows = tuple(
        (
            texts.format.period(line.period),
            value_words(texts, line.state, line.reading, versions[-1].definition.unit),
            record.names.people.get(line.author_id, ""),
            texts.format.day(line.entered_at.astimezone(record.zone).date()),
            texts.label("history.between").join(
                filter(None, _beside(texts, line, by_id.get(line.supersedes or 0), versions, record))
            ),
        )
        for line in record.lines[:MOST_LINES]
    )
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "lrlll")


def _beside(
    texts: Texts, line: Actual, before: Actual | None, versions: Sequence[KpiVersion], record: Record
) -> tuple[str, ...]:
    unit = versions[-1].definition.unit
    was = value_words(texts, before.state, before.reading, unit) if before else ""
    late = before is None and _is_late(line, versions, record)
    return (
        texts.plain("history.was", value=was) if was else "",
        texts.label("history.late") if late else "",
        line.reason,
        line.note,
        line.evidence,
    )


def _is_late(line: Actual, versions: Sequence[KpiVersion], record: Record) -> bool:
    """What is of a time before the KPI was owed by nobody."""
    owed = line.period.middle >= min(version.in_force for version in versions)
    return owed and is_late(line.period, line.entered_at.astimezone(record.zone).date(), record.calendar)
