"""One review, as who is talking may see and judge it."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.review import ReviewPage
from conversations.flows.close.reading import WhichCard
from kpi_engine.commands import ClosePeriod
from kpi_engine.measure.total.total import every_line
from kpi_engine.model.cause import NOTHING_RED, Reds
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind
from kpi_engine.rights import desk_of, may, review_place
from kpi_engine.upkeep.red import is_red


def review_page(ask: Ask, asked: WhichCard) -> ReviewPage:
    """Refused with not_allowed(by) where it is somebody else's whose scorecard one may not see."""
    card = ask.know.scorecard(asked.subject, asked.period)
    review = ask.know.review(asked.subject, asked.period)
    judges, over = may_judge(ask, asked.subject), asked.period.end <= ask.today
    return ReviewPage(
        review,
        card,
        ask.know.total(card),
        desk_of([asked.subject], ask.know.people(), ask.know.company().id),
        mine=asked.subject == Subject(SubjectKind.PERSON, ask.me.id),
        may_judge=judges,
        may_begin=judges and over and is_measured(card) and review.state is ReviewState.OPEN,
        reds=own_reds(ask, card),
    )


def own_reds(ask: Ask, card: Scorecard) -> Reds:
    """Of one's own scorecard what is red without a word on why, put off or not: the period is about to be settled."""
    if card.subject != Subject(SubjectKind.PERSON, ask.me.id):
        return NOTHING_RED
    mine = {line.version.kpi.id: line for line in every_line(card) if _is_mine_and_red(ask, line)}
    said = {(one.cause.kpi_id, one.cause.period) for one in ask.know.causes(list(mine))} if mine else set()
    return Reds(tuple(line for id, line in mine.items() if (id, line.period) not in said))


def _is_mine_and_red(ask: Ask, line: KpiScore) -> bool:
    """What has a cycle of its own is explained by that cycle."""
    definition = line.version.definition
    return is_red(line) and definition.owner_id == ask.me.id and definition.cycle is line.period.kind


def may_judge(ask: Ask, subject: Subject) -> bool:
    """Whether who is talking reviews and closes that scorecard."""
    return may(ask.me, ClosePeriod, review_place(subject, ask.know.people()))


def is_measured(card: Scorecard) -> bool:
    """Whether there is anything on it."""
    return bool(card.lines) or any(part.card.lines for part in card.parts)
