"""What waits for who is talking, besides values."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask
from conversations.cards.waits import Waiting
from kpi_engine.model.action import Action
from kpi_engine.model.company import Person, Role
from kpi_engine.model.proposal import Proposal
from kpi_engine.model.review import ReviewState
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import judges_of, review_place


def waiting(ask: Ask, due: Sequence[Action]) -> Waiting:
    """Votes and decisions, one's own scorecards, reviews to be closed, and these actions of one's own.

    What one decides about waits once: for the decision, and not for a vote besides.
    """
    proposals, reviews = ask.know.proposals(), ask.know.reviews_waiting()
    here = [each for each in proposals if each.department_id in ask.me.department_ids]
    me = Subject(SubjectKind.PERSON, ask.me.id)
    mine = [each for each in reviews if each.subject == me and each.acknowledgement is None]
    in_review = [each for each in reviews if each.state is ReviewState.REVIEW]
    people = ask.know.people() if proposals or in_review else ()
    decisions = [each for each in proposals if ask.me.id in judges_of(each.department_id, people)]
    votes = [each for each in here if each.author_id != ask.me.id and not _has_voted(each, ask.me)]
    return Waiting(
        votes=[each for each in votes if each not in decisions],
        decisions=decisions,
        own=mine if ask.me.role is not Role.VIEWER else [],
        due=due,
        reds=ask.know.reds(),
        headed=[each for each in in_review if ask.me.id in _judges(each.subject, people)],
    )


def _has_voted(proposal: Proposal, me: Person) -> bool:
    return any(vote.person_id == me.id for vote in proposal.votes)


def _judges(subject: Subject, people: Sequence[Person]) -> frozenset[int]:
    return judges_of(review_place(subject, people).department_id, people)
