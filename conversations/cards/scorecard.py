"""A scorecard: where somebody stands, KPI by KPI or part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conversations.cards.marks import mark, score_bar
from conversations.cards.names import Names, kpi_words, subject_words
from conversations.cards.outlook import forecast_words
from conversations.cards.say import run_button
from conversations.cards.total import made_lines
from conversations.texts import Texts
from conversations.view import Block, Button, Cell, Marked, Message, Run, Spark, Style, Table, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.score.card import own_lines
from kpi_engine.model.company import Person
from kpi_engine.model.pace import Pace
from kpi_engine.model.score import KpiScore, Part, Scorecard, ScoreState, Subject, SubjectKind
from kpi_engine.model.total import Total

BAR = 4
"""The column of a row in which the score is drawn."""
MOST_BUTTONS = 12
"""Ways down that are offered; a card with more is asked about by name."""


def scorecard_card(
    texts: Texts, card: Scorecard, total: Total, names: Names, paces: Mapping[int, Pace], people: Sequence[Person]
) -> Message:
    """The total with its grade, then a line for each KPI and a row for each part, what is not in, and where to go on.

    `people` are those below it who may be looked at.
    """
    lines = own_lines(card)
    blocks: list[Block] = [Text(texts.say("report.total", card=card, total=total, name=names.subject(card.subject)))]
    if lines:
        blocks.append(kpi_table(texts, lines, paces))
    if len(card.parts) > 1 or (card.parts and not lines):
        blocks.append(parts_table(texts, card, names))
    blocks += made_lines(texts, card, total)
    missing = not_in(texts, card, names)
    if missing:
        blocks.append(Text(texts.say("report.missing", missing=missing)))
    if not lines and not card.parts:
        blocks.append(Text(texts.say("report.empty", kind=card.subject.kind, departments=len(names.departments))))
    alone = card.subject.kind is SubjectKind.PERSON
    return Message(tuple(blocks), _buttons(texts, card, names, people), only_you=alone)


def public_scorecard(texts: Texts, card: Scorecard, total: Total, names: Names) -> Message:
    """For everybody in a channel: the total with its departments or KPIs; who has still to enter what is not told."""
    head = Text(texts.say("report.total", card=card, total=total, name=names.subject(card.subject)))
    about = f"{subject_words(card.subject)} {write_period(card.period)}"
    buttons = run_button(texts, "report", f"report {about}"), run_button(texts, "why", f"why {about}")
    table = parts_table(texts, card, names) if card.parts else kpi_table(texts, card.lines, {})
    return Message((head, table, *made_lines(texts, card, total)), buttons)


def kpi_table(texts: Texts, lines: Sequence[KpiScore], paces: Mapping[int, Pace]) -> Table:
    """Each KPI with its weight and trend, and where it is heading while that is open: then in place of the bar."""
    forecasts = [forecast_words(texts, paces.get(line.version.kpi.id)) for line in lines]
    rows = [(*_row(texts, line), texts.format.number(line.weight), Spark(line.trend)) for line in lines]
    if any(forecasts):
        rows = [(*row[:BAR], *row[BAR + 1 :], forecast) for row, forecast in zip(rows, forecasts, strict=True)]
        return _table(texts, ("kpi", "actual", "target", "score", "weight", "trend", "forecast"), rows, "lrrrrll")
    return _table(texts, ("kpi", "actual", "target", "score", "bar", "weight", "trend"), rows, "lrrrlrl")


def weighed_table(texts: Texts, lines: Sequence[KpiScore]) -> Table:
    """The same of KPIs that are known for one period only."""
    rows = [(*_row(texts, line), texts.format.number(line.weight)) for line in lines]
    return _table(texts, ("kpi", "actual", "target", "score", "bar", "weight"), rows, "lrrrlr")


def _table(texts: Texts, keys: Sequence[str], rows: Sequence[tuple[Cell, ...]], align: str) -> Table:
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), tuple(rows), align)


def not_in(texts: Texts, card: Scorecard, names: Names) -> list[tuple[str, int]]:
    """How many values are due and not in: by KPI, or where the card has departments by department."""
    own = [(texts.name(line.version.definition.name), line.due - line.entered) for line in own_lines(card)]
    parts = [
        (names.part(part.card), sum(line.due - line.entered for line in part.card.lines))
        for part in card.parts
        if part.card.subject != card.subject
    ]
    return [(name, count) for name, count in (*own, *parts) if count > 0]


def part_name(texts: Texts, card: Scorecard, names: Names) -> str:
    """The department that a part is of; the own KPIs of a person there are told from the team's."""
    own = card.subject.kind is SubjectKind.PERSON
    return texts.plain("report.own", department=names.part(card)) if own else names.part(card)


def _row(texts: Texts, line: KpiScore) -> tuple[Cell, ...]:
    definition = line.version.definition
    target = line.target or line.full_target
    return (
        Marked(mark(line.status), texts.name(definition.name)),
        actual_words(texts, line),
        texts.format.target(target, definition.unit) if target else "",
        _score(texts, line),
        "" if line.score is None else score_bar(line.score, line.status),
    )


def actual_words(texts: Texts, line: KpiScore) -> str:
    """The value, or why there is none."""
    unit = line.version.definition.unit
    return texts.format.short(line.reading.value, unit) if line.reading else texts.member(line.state)


def _score(texts: Texts, line: KpiScore) -> str:
    """Where it is held by cap or hurdle, the points before that stand beside it; of how far below the floor nothing."""
    if line.score is None or line.raw is None:
        return ""
    shown = texts.format.points(line.score)
    return shown if line.raw == line.score or line.raw < 0 else f"{shown} ({texts.format.points(line.raw)})"


def parts_table(texts: Texts, card: Scorecard, names: Names) -> Table:
    """A row for each department; of a person with their share of time."""
    company = card.subject.kind is SubjectKind.COMPANY
    keys = (
        ("department", "score", "bar", "coverage") if company else ("department", "share", "score", "bar", "coverage")
    )
    rows = tuple(_part(texts, part, names, with_share=not company) for part in card.parts)
    return Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "lrlr" if company else "lrrlr")


def _part(texts: Texts, part: Part, names: Names, *, with_share: bool) -> tuple[Cell, ...]:
    card = part.card
    missing = any(line.state is ScoreState.MISSING for line in card.lines)
    state = ScoreState.MISSING if missing else ScoreState.NOT_DUE
    score: tuple[Cell, ...] = (
        texts.member(state) if card.score is None else texts.format.points(card.score),
        "" if card.score is None else score_bar(card.score, card.status),
        texts.format.share(card.coverage),
    )
    name = Marked(mark(card.status), part_name(texts, card, names))
    return (name, texts.format.share(part.share), *score) if with_share else (name, *score)


def _buttons(texts: Texts, card: Scorecard, names: Names, people: Sequence[Person]) -> tuple[Button, ...]:
    period = write_period(card.period)
    about = subject_words(card.subject)
    buttons = [run_button(texts, "why", f"why {about} {period}", Style.PRIMARY)] if card.score is not None else []
    buttons += [run_button(texts, "brief", f"report brief {about} {period}")] if card.score is not None else []
    ways = dict.fromkeys([*_below(texts, card, names, people), *_above(card, names)])
    buttons += [Button(name, Run(f"report {words} {period}")) for name, words in ways]
    if card.subject.kind is not SubjectKind.COMPANY:
        buttons.append(run_button(texts, "company", f"report company {period}"))
    before = write_period(card.period.previous())
    return (*buttons, run_button(texts, "previous_period", f"report {about} {before}"))


def _above(card: Scorecard, names: Names) -> list[tuple[str, str]]:
    """The departments in which a person has KPIs of their own."""
    lines = own_lines(card) if card.subject.kind is SubjectKind.PERSON else ()
    ids = dict.fromkeys(line.version.kpi.department_id for line in lines)
    return [(names.departments[id], subject_words(Subject(SubjectKind.DEPARTMENT, id))) for id in ids]


def _below(texts: Texts, card: Scorecard, names: Names, people: Sequence[Person]) -> list[tuple[str, str]]:
    """What the card is made of, with the words that mean it: KPIs, departments, people."""
    kpis = [(texts.name(line.version.definition.name), kpi_words(line.version)) for line in own_lines(card)]
    subjects = [part.card.subject for part in card.parts if part.card.lines and part.card.subject != card.subject]
    subjects += [Subject(SubjectKind.PERSON, person.id) for person in people]
    found = [*kpis, *((names.subject(subject), subject_words(subject)) for subject in subjects)]
    return found[:MOST_BUTTONS]
