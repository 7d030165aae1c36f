"""A month in print: the score, the scorecard, what needs a look, what is to be done, and why the score is so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conversations.cards.course import Moment, course_chart
from conversations.cards.marks import mark
from conversations.cards.names import Names
from conversations.cards.scorecard import kpi_table, not_in, parts_table
from conversations.cards.total import by_hand, made_lines
from conversations.cards.why import why_card
from conversations.cards.why_kpi import sum_of_curve
from conversations.texts import Texts
from conversations.view import Bar, Block, Paragraph, Printed, Section, Table, Text
from kpi_engine.measure.score.card import own_lines
from kpi_engine.measure.total.total import every_line
from kpi_engine.model.action import Action
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.pace import Pace
from kpi_engine.model.review import Review
from kpi_engine.model.score import KpiScore, Scorecard, Status, SubjectKind
from kpi_engine.model.total import Total

NEEDS_A_LOOK = (Status.BEHIND, Status.AT_RISK)


@dataclass(frozen=True, slots=True)
class Month:
    """What is printed of a scorecard's period."""

    card: Scorecard
    total: Total
    before: Decimal | None
    """The total of the period before."""
    review: Review
    paces: Mapping[int, Pace]
    courses: Sequence[Sequence[Moment]]
    """Of the KPIs that need a look, the worst first."""
    actions: Sequence[tuple[KpiVersion, Action]]
    """Still to be done."""
    today: date


def needs_a_look(lines: Sequence[KpiScore], most: int) -> list[KpiScore]:
    """The lines that miss most points, by their weight, as far as they are behind."""
    behind = [line for line in lines if line.status in NEEDS_A_LOOK]
    return sorted(behind, key=lambda line: line.weight * ((line.score or Decimal(0)) - 100))[:most]


def month_printed(texts: Texts, month: Month, names: Names) -> Printed:
    """Sections without anything in them are left out."""
    card, total = month.card, month.total
    name = names.subject(card.subject)
    sections = (
        *_scorecards(texts, month, names),
        Section(texts.label("print.look"), tuple(course_chart(texts, moments) for moments in month.courses)),
        Section(texts.label("print.said"), tuple(_said(texts, month.review, names))),
        Section(texts.label("print.plan"), tuple(_plan(texts, month, names))),
        Section(texts.label("print.why"), tuple(_why(texts, card, total, names))),
    )
    before, between, behind = texts.label("print.page").split("#")
    return Printed(
        texts.language,
        "" if card.subject.kind is SubjectKind.COMPANY else names.company,
        texts.plain("print.title", name=name, period=card.period),
        "–" if total.score is None else texts.format.points(total.score),
        mark(card.status),
        tuple(_facts(texts, month)),
        tuple(section for section in sections if section.blocks),
        texts.plain("print.foot", day=month.today),
        (before, between, behind),
    )


def _facts(texts: Texts, month: Month) -> Iterator[tuple[str, str]]:
    total, frozen = month.total, month.review.frozen
    grade = (frozen.grade if frozen else None) or total.grade
    if grade is not None:
        yield texts.label("print.grade"), texts.name(grade.name)
    if total.score is not None and month.before is not None:
        yield texts.label("print.change"), texts.format.change(total.score - month.before)
    yield texts.label("print.measured"), texts.plain("print.coverage", coverage=total.coverage)
    yield texts.label("print.state"), texts.member(month.review.state)


def _scorecards(texts: Texts, month: Month, names: Names) -> Iterator[Section]:
    """Of the own KPIs; of a company one for each department, behind how they stand."""
    card, own = month.card, own_lines(month.card)
    made = (
        *_in_print([*by_hand(texts, month.total), *made_lines(texts, card, month.total)]),
        *_missing(texts, card, names),
    )
    if own:
        yield Section(texts.label("print.scorecard"), (_flat(kpi_table(texts, own, month.paces)), *made))
    if card.parts and not own:
        yield Section(texts.label("print.parts"), (parts_table(texts, card, names), *made))
    for part in card.parts if not own else ():
        if part.card.lines:
            yield Section(names.part(part.card), (_flat(kpi_table(texts, part.card.lines, month.paces)),))


def _flat(table: Table) -> Table:
    """Without bars, as a page is narrow and the score stands beside them."""
    bars = {at for row in table.rows for at, cell in enumerate(row) if isinstance(cell, Bar)}
    kept = [at for at in range(len(table.columns)) if at not in bars and (table.columns[at] or at == 0)]
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return Table(tuple(table.columns[at] for at in kept), rows, "".join(table.align[at] for at in kept), table.caption)


def _said(texts: Texts, review: Review, names: Names) -> Iterator[Paragraph]:
    if (frozen := review.frozen) and frozen.grade:
        by = names.people.get(frozen.author_id, "")
        yield Paragraph(texts.say("close.graded", grade=frozen.grade, by=by, reason=frozen.grade_reason))
    for comment in review.comments:
        yield Paragraph(texts.say("print.comment", by=names.people.get(comment.author_id, ""), text=comment.text))


def _plan(texts: Texts, month: Month, names: Names) -> Iterator[Table]:
    if month.actions:
        keys = ("action", "kpi", "who", "until")
        rows = tuple(
            (
                action.text,
                texts.name(version.definition.name),
                names.people.get(action.person_id, ""),
                texts.plain("actions.until", due=action.due, overdue=action.due < month.today),
            )
            for version, action in month.actions
        )
        yield Table(tuple(texts.label(f"columns.{key}") for key in keys), rows, "llll")


def _missing(texts: Texts, card: Scorecard, names: Names) -> Iterator[Paragraph]:
    if missing := not_in(texts, card, names):
        yield Paragraph(texts.say("report.missing", missing=missing))


def _why(texts: Texts, card: Scorecard, total: Total, names: Names) -> Iterator[Paragraph | Table]:
    """The sum, and of each KPI how its value became points."""
    if card.score is None:
        return
    yield from _in_print(why_card(texts, card, total, names).blocks)
    scored = [line for line in every_line(card) if line.score is not None]
    if scored:
        rows = tuple((texts.name(line.version.definition.name), _derived(texts, line)) for line in scored)
        yield Table((texts.label("columns.kpi"), texts.label("print.derived")), rows, "ll")


def _derived(texts: Texts, line: KpiScore) -> str:
    return str(sum_of_curve(texts, line).striptags())


def _in_print(blocks: Sequence[Block]) -> Iterator[Paragraph | Table]:
    for block in blocks:
        match block:
            case Text(html=html):
                yield Paragraph(html)
            case Table():
                yield block
            case _:
                pass
