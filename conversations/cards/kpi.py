"""One KPI: where it stands, and how it got there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from conversations.cards.names import Names, kpi_words
from conversations.cards.say import run_button
from conversations.cards.scorecard import kpi_table
from conversations.texts import Texts
from conversations.view import Block, Chart, Fields, Message, Series, Style, Table, Text
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.model.kpi import Unit
from kpi_engine.model.score import KpiScore


def kpi_card(
    texts: Texts,
    line: KpiScore,
    before: Sequence[KpiScore | None],
    names: Names,
    *,
    plan: Table | None,
    may_enter: bool,
) -> Message:
    """The line of the scorecard, who answers for it, its action plan, and the periods `before` it, oldest first."""
    words, period = kpi_words(line.version), write_period(line.period)
    blocks: list[Block] = [
        Text(texts.say("report.kpi", line=line)),
        kpi_table(texts, (line,)),
        _facts(texts, line, names),
        *([plan] if plan else []),
    ]
    if any(value is not None for value in line.trend[:-1]):
        blocks.append(_chart(texts, line, before))
    return Message(
        tuple(blocks),
        (
            run_button(texts, "why", f"why {words} {period}", Style.PRIMARY),
            *([run_button(texts, "enter", f"actual {words}")] if may_enter else []),
            run_button(texts, "history", f"history {words}"),
            run_button(texts, "previous_period", f"report {words} {write_period(line.period.previous())}"),
        ),
    )


def earlier(line: KpiScore) -> tuple[Period, ...]:
    """The periods of the line's trend before its own, oldest first."""
    periods = [line.period]
    for _ in line.trend[1:]:
        periods.insert(0, periods[0].previous())
    return tuple(periods[:-1])


def _facts(texts: Texts, line: KpiScore, names: Names) -> Fields:
    definition = line.version.definition
    pairs = (
        ("department", names.departments[line.version.kpi.department_id]),
        ("owner", names.people.get(definition.owner_id, "")),
        ("counted", texts.name(definition.formula)),
        ("source", texts.name(definition.source)),
        ("frequency", texts.member(definition.frequency)),
    )
    return Fields(tuple((texts.label(f"columns.{key}"), value) for key, value in pairs if value))


def _chart(texts: Texts, line: KpiScore, before: Sequence[KpiScore | None]) -> Chart:
    """Each period beside the target that was agreed for it."""
    unit = line.version.definition.unit
    periods = (*earlier(line), line.period)
    targets = [one.full_target if one and one.version.definition.unit == unit else None for one in (*before, line)]
    series = [
        Series(texts.label("columns.actual"), line.trend, tuple(_short(texts, value, unit) for value in line.trend)),
        Series(
            texts.label("columns.target"),
            tuple(target.value if target else None for target in targets),
            tuple(texts.format.target(target, unit) if target else "" for target in targets),
        ),
    ]
    labels = tuple(texts.format.period(period) for period in periods)
    return Chart(texts.name(line.version.definition.name), labels, tuple(series))


def _short(texts: Texts, value: Decimal | None, unit: Unit) -> str:
    return "" if value is None else texts.format.short(value, unit)
