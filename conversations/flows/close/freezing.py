"""Freezing a scorecard: points by hand, the grade that they come to, or another one."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.asking import Asking
from conversations.cards.names import subject_words
from conversations.cards.total import by_hand
from conversations.choice_fields import record_value
from conversations.flows.close.page import review_page
from conversations.flows.close.reading import read_reviewed
from conversations.flows.reading import all_names
from conversations.flows.rights import check_may
from conversations.forms import choice, form, text
from conversations.offers import Offering
from conversations.review_fields import AdjustmentsField
from conversations.view import Block, Option, Text
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.commands import ClosePeriod
from kpi_engine.errors import Refusal
from kpi_engine.model.review import ReviewState, rests_on
from kpi_engine.model.score import Scorecard, Subject
from kpi_engine.model.total import Adjustment, Grade, Total
from kpi_engine.rights import review_place

BY_POINTS = record_value("by_points")
"""The grade that the points give."""


@form
class Grading:
    """The grade with which a scorecard is closed."""

    grade: str = choice()


@form
class GradeByHand:
    """Why the grade is another one than the points give."""

    reason: str = text()


def frozen(ask: Ask, words: str) -> Do:
    """Points added or taken, then the grade that they come to, or another one."""
    asked = read_reviewed(ask, words)
    check_may(ask, ClosePeriod, review_place(asked.subject, ask.know.people()))
    page = review_page(ask, asked)
    if page.review.state is not ReviewState.REVIEW:
        return Do(ClosePeriod(asked.subject, asked.period))  # the engine knows why not
    _check_parts(ask, page.card)
    name = all_names(ask).subject(asked.subject)
    intro = Text(ask.texts.say("close.freezing", name=name, period=asked.period, total=page.total))
    points = AdjustmentsField(optional=True)
    adjustments = ask.field(
        Asking(f"by_hand:{asked.key}", "by_hand", {"points": points}, (intro,)), tuple[Adjustment, ...]
    )
    total = ask.know.total(page.card, adjustments)
    intro = Text(ask.texts.say("close.comes_to", total=total))
    shown: tuple[Block, ...] = (*by_hand(ask.texts, total), intro)
    grade = ask(
        Grading, f"grading:{asked.key}", options={"grade": _grades(ask, asked.period, total)}, intro=shown
    ).grade
    if grade == BY_POINTS:
        return Do(ClosePeriod(asked.subject, asked.period, adjustments))
    reason = ask(GradeByHand, f"grade_by_hand:{asked.key}").reason
    return Do(ClosePeriod(asked.subject, asked.period, adjustments, grade, reason))


def _check_parts(ask: Ask, card: Scorecard) -> None:
    """Refusal("part_open", name) before anything is asked; who may close what comes first has a button for it."""
    for subject in rests_on(card):
        if ask.know.review(subject, card.period).state is not ReviewState.CLOSED:
            department = next(each for each in ask.know.departments() if each.id == subject.id)
            words = f"close freeze {subject_words(subject)} {write_period(card.period)}"
            offer = (ask.texts.plain("close.first", name=department.name), words)
            raise Offering(Refusal("part_open", name=department.name), [offer] if _may_close(ask, subject) else [])


def _may_close(ask: Ask, subject: Subject) -> bool:
    try:
        check_may(ask, ClosePeriod, review_place(subject, ask.know.people()))
    except Refusal:
        return False
    return True


def _grades(ask: Ask, period: Period, total: Total) -> list[Option]:
    """What the points give first; another one is given by hand."""
    by_points = ask.texts.plain("close.by_points", grade=total.grade)
    others = [grade for grade in ask.know.agreements().grading(period).grades if grade != total.grade]
    return [Option(BY_POINTS, by_points), *(_by_hand(ask, grade) for grade in others)]


def _by_hand(ask: Ask, grade: Grade) -> Option:
    name = ask.texts.name(grade.name)
    return Option(name, name, ask.texts.plain("close.coefficient", grade=grade))
