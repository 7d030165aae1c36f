"""A KPI's chart with the sentence that says what it shows; of several KPIs a little line each."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.course import Moment, course_chart, on_target, without_target
from conversations.cards.marks import mark
from conversations.cards.names import Names, kpi_words, subject_words
from conversations.cards.say import run_button
from conversations.cards.scorecard import actual_words
from conversations.texts import Texts
from conversations.view import Block, Button, Marked, Message, Run, Spark, Style, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.score.card import own_lines
from kpi_engine.model.score import KpiScore, Scorecard


def chart_card(texts: Texts, line: KpiScore, moments: Sequence[Moment]) -> Message:
    """The chart that ends with the line's period and what is to come."""
    drawn, about = course_chart(texts, moments), f"{kpi_words(line.version)} {write_period(line.period)}"
    met, of = on_target(moments)
    now = next((moment.open for moment in moments if moment.period == line.period), None)
    name = line.version.definition.name
    buttons = (
        run_button(texts, "why", f"why {about}", Style.PRIMARY),
        run_button(texts, "report", f"report {about}"),
        run_button(texts, "picture", f"chart {about} file"),
    )
    says = Text(
        texts.say("chart.says", name=name, line=line, met=met, periods=of, pace=now, before=without_target(moments))
    )
    return Message((says, drawn), buttons)


def charts_card(texts: Texts, card: Scorecard, names: Names) -> Message:
    """The card's KPIs with a little line each, and a button to every chart, or of a company to each department."""
    lines = own_lines(card)
    name = names.subject(card.subject)
    blocks: list[Block] = [Text(texts.say("chart.which", name=name, kpis=len(lines), parts=len(card.parts)))]
    if lines:
        blocks.append(_sparks(texts, lines))
    charts = [
        Button(texts.name(line.version.definition.name), Run(f"chart {kpi_words(line.version)}")) for line in lines
    ]
    parts = [
        Button(names.subject(part.card.subject), Run(f"chart {subject_words(part.card.subject)}"))
        for part in card.parts
        if part.card.subject != card.subject
    ]
    about = f"{subject_words(card.subject)} {write_period(card.period)}"
    why = [] if card.score is None else [run_button(texts, "why", f"why {about}")]
    return Message(tuple(blocks), (*charts, *parts, *why))


def _sparks(texts: Texts, lines: Sequence[KpiScore]) -> Table:
    columns = tuple(texts.label(f"columns.{key}") for key in ("kpi", "actual", "trend"))
    rows = tuple(
        (
            Marked(mark(line.status), texts.name(line.version.definition.name)),
            actual_words(texts, line),
            Spark(line.trend),
        )
        for line in lines
    )
    return Table(columns, rows, "lrl")
