"""`export pdf Sales last month`: a scorecard's period as a report in print."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.printed import Month, month_printed, needs_a_look
from conversations.flows.course import course
from conversations.flows.reading import all_names, present_card
from conversations.view import Printed
from kpi_engine.calendar.period import Period
from kpi_engine.measure.total.total import every_line
from kpi_engine.model.score import Subject

BEFORE = 5
"""Periods before the one that is printed, in a picture."""
MOST_PICTURES = 6


def month_report(ask: Ask, subject: Subject, period: Period | None) -> tuple[Printed, Period]:
    """Of this month, or of the last one while there is nothing in this; refused where one may not see the scorecard."""
    card = present_card(ask, subject, period)
    before = ask.know.scorecard(subject, card.period.previous())
    review, lines = ask.know.review(subject, card.period), tuple(every_line(card))
    frozen = review.frozen
    versions = [line.version for line in lines]
    month = Month(
        card,
        frozen.total if frozen else ask.know.total(card),
        ask.know.total(before).score,
        review,
        ask.know.paces(card) if ask.today in card.period else {},
        [course(ask, line, BEFORE, ahead=0) for line in needs_a_look(lines, MOST_PICTURES)],
        [(version, one) for version in versions for one in ask.know.actions(version.kpi.id) if one.is_open],
        ask.today,
    )
    return month_printed(ask.texts, month, all_names(ask)), card.period
