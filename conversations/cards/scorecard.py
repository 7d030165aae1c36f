"""A scorecard: where somebody stands, KPI by KPI or part by part."""

from __future__ import annotations

from conversations.cards.marks import mark, score_bar
from conversations.cards.names import Names, subject_words
from conversations.cards.say import run_button
from conversations.cards.total import made_lines
from conversations.texts import Texts
from conversations.view import Block, Button, Cell, Marked, Message, Run, Spark, Style, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.model.score import KpiScore, Part, Scorecard, ScoreState, SubjectKind
from kpi_engine.model.total import Total


def scorecard_card(texts: Texts, card: Scorecard, total: Total, names: Names) -> Message:
    """The total with its grade, then a line for each KPI or a row for each part, and where to go from here."""
    blocks: list[Block] = [Text(texts.say("report.total", card=card, total=total, name=names.subject(card.subject)))]
    if card.lines:
        blocks.append(kpi_table(texts, card.lines))
    if card.parts:
        blocks.append(_parts(texts, card, names))
    blocks += made_lines(texts, card, total)
    if not card.lines and not card.parts:
        blocks.append(Text(texts.say("report.empty", kind=card.subject.kind, departments=len(names.departments))))
    return Message(tuple(blocks), _buttons(texts, card, names))


def kpi_table(texts: Texts, lines: tuple[KpiScore, ...]) -> Table:
    """Actual, target, score, weight and trend of each KPI."""
    keys = ("kpi", "actual", "target", "score", "bar", "weight", "trend")
    return Table(
        tuple(texts.label(f"columns.{key}") for key in keys),
        tuple(_row(texts, line) for line in lines),
        "lrrrlrl",
    )


def part_name(texts: Texts, card: Scorecard, names: Names) -> str:
    """The department that a part is of; the own KPIs of a person there are told from the team's."""
    own = card.subject.kind is SubjectKind.PERSON
    return texts.plain("report.own", department=names.part(card)) if own else names.part(card)


def _row(texts: Texts, line: KpiScore) -> tuple[Cell, ...]:
    definition = line.version.definition
    target = line.target or line.full_target
    return (
        Marked(mark(line.status), texts.name(definition.name)),
        texts.format.short(line.reading.value, definition.unit) if line.reading else texts.member(line.state),
        texts.format.target(target, definition.unit) if target else "",
        _score(texts, line),
        "" if line.score is None else score_bar(line.score, line.status),
        texts.format.number(line.weight),
        Spark(line.trend),
    )


def _score(texts: Texts, line: KpiScore) -> str:
    """Where it is held by floor, cap or hurdle, the points before that stand beside it."""
    if line.score is None or line.raw is None:
        return ""
    shown = texts.format.points(line.score)
    return shown if line.raw == line.score else f"{shown} ({texts.format.points(line.raw)})"


def _parts(texts: Texts, card: Scorecard, names: Names) -> Table:
    company = card.subject.kind is SubjectKind.COMPANY
    keys = (
        ("department", "score", "bar", "coverage") if company else ("department", "share", "score", "bar", "coverage")
    )
    rows = tuple(_part(texts, part, names, with_share=not company) for part in card.parts)
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "lrlr" if company else "lrrlr")


def _part(texts: Texts, part: Part, names: Names, *, with_share: bool) -> tuple[Cell, ...]:
    card = part.card
    score: tuple[Cell, ...] = (
        texts.member(ScoreState.MISSING) if card.score is None else texts.format.points(card.score),
        "" if card.score is None else score_bar(card.score, card.status),
        texts.format.share(card.coverage),
    )
    name = Marked(mark(card.status), part_name(texts, card, names))
    return (name, texts.format.share(part.share), *score) if with_share else (name, *score)


def _buttons(texts: Texts, card: Scorecard, names: Names) -> tuple[Button, ...]:
    period = write_period(card.period)
    about = subject_words(card.subject)
    buttons = [run_button(texts, "why", f"why {about} {period}", Style.PRIMARY)] if card.score is not None else []
    buttons += [
        Button(names.subject(part.card.subject), Run(f"report {subject_words(part.card.subject)} {period}"))
        for part in card.parts
        if part.card.lines and part.card.subject != card.subject
    ]
    if card.subject.kind is not SubjectKind.COMPANY:
        buttons.append(run_button(texts, "company", f"report company {period}"))
    before = write_period(card.period.previous())
    return (*buttons, run_button(texts, "previous_period", f"report {about} {before}"))
