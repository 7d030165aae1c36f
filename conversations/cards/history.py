"""What a KPI was and is: its versions, its values, and what was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from conversations.cards.names import Names, kpi_words
from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Block, Message, Table, Text
from kpi_engine.model.actual import Actual, ActualState
from kpi_engine.model.kpi import KpiVersion, Unit

MOST_LINES = 20
"""Lines of the record that are shown; the rest is for an export."""


def history_card(
    texts: Texts, versions: Sequence[KpiVersion], actuals: Sequence[Actual], names: Names, zone: ZoneInfo
) -> Message:
    """The versions, then the latest lines of the record, corrections included, by the days of the reader's zone."""
    latest = versions[-1].definition
    blocks: list[Block] = [
        Text(texts.say("history.kpi", name=latest.name)),
        _versions(texts, versions, names, caption=""),
    ]
    if actuals:
        local = [replace(line, entered_at=line.entered_at.astimezone(zone)) for line in actuals]
        blocks.append(_record(texts, local, latest.unit, names))
    if len(actuals) > MOST_LINES:
        blocks.append(Text(texts.say("history.more", shown=MOST_LINES, lines=len(actuals))))
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
        texts.label("history.retired") if version.retired else texts.format.target(definition.target, definition.unit),
        texts.format.number(definition.weight),
        names.people.get(version.author_id, ""),
        version.reason,
    )


def _record(texts: Texts, actuals: Sequence[Actual], unit: Unit, names: Names) -> Table:
    keys = ("period", "value", "by", "entered", "note")
    by_id = {actual.id: actual for actual in actuals}
    rows = tuple(_line(texts, actual, by_id, unit, names) for actual in actuals[:MOST_LINES])
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "lrlll")


def _line(texts: Texts, actual: Actual, by_id: dict[int, Actual], unit: Unit, names: Names) -> tuple[str, ...]:
    before = by_id.get(actual.supersedes or 0)
    was = texts.plain("history.was", value=_value(texts, before, unit)) if before else ""
    return (
        texts.format.period(actual.period),
        _value(texts, actual, unit),
        names.people.get(actual.author_id, ""),
        texts.format.day(actual.entered_at.date()),
        texts.label("history.between").join(part for part in (was, actual.reason, actual.note) if part),
    )


def _value(texts: Texts, actual: Actual, unit: Unit) -> str:
    if actual.state is ActualState.OK and actual.reading:
        return texts.format.exact(actual.reading.value, unit)
    return texts.member(actual.state)
