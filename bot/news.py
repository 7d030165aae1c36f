"""What has been done, and who is to hear of it: never whoever did it, and nobody who has left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from conversations.cards.actions import action_words
from conversations.cards.names import kpi_words, subject_words
from conversations.news import News, NewsKind
from kpi_engine.calendar.words import write_period
from kpi_engine.model.action import Action
from kpi_engine.model.audit import Deed
from kpi_engine.model.change import AddKpi, NewKpi, ReviseKpi
from kpi_engine.model.company import Person
from kpi_engine.model.done import (
    Acted,
    Discussed,
    Done,
    DraftDiscussed,
    MemberAdded,
    MemberRemoved,
    Published,
    Reviewed,
    Revised,
)
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.proposal import Proposal, ProposalState
from kpi_engine.model.review import Review
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import judges_of, may_see, review_place


def news_of(done: Done, people: Sequence[Person], me: Person) -> Iterator[tuple[int, News]]:
    """By the ids of those who hear it. `people` are all there are, active or not; `me` is whoever did it."""
    there = {person.id for person in people if person.active} - {me.id}
    for ids, news in _all(done, people, me):
        yield from ((id, news) for id in sorted(there & set(ids)))


def came(person: Person, inviter: Person) -> Iterator[tuple[int, News]]:
    """Whoever invited somebody hears that they are here."""
    if inviter.active:
        yield inviter.id, News(NewsKind.CAME, _person_words(person))


def asked(proposal: Proposal, people: Sequence[Person]) -> set[int]:
    """Whose vote counts for the department: its people but who proposed it, as far as they may see whom it is about."""
    inside = {person.id for person in people if person.active and proposal.department_id in person.department_ids}
    return {id for id in inside if _may_see(proposal, id, people)} - {proposal.author_id}


def _all(done: Done, people: Sequence[Person], me: Person) -> Iterator[tuple[Collection[int], News]]:
    match done:
        case Acted(deed=deed, action=action):
            yield from _of_action(deed, action, people)
        case MemberAdded(person=person, is_new=True):
            yield {person.id}, News(NewsKind.WELCOME, _person_words(person))
        case MemberRemoved(actions=actions):
            yield from _of_actions(Deed.ASSIGN_ACTION, actions, people)
        case Discussed(deed=deed, proposal=proposal):
            yield from _of_proposal(deed, proposal, people, me)
        case Reviewed(deed=deed, reviews=reviews):
            for review in reviews:
                yield from _of_review(deed, review, people, me)
        case Published(department=department, versions=versions, actions=actions):
            yield from _of_actions(Deed.PLAN_ACTION, actions, people)
            enters = {version.definition.owner_id for version in versions}
            inside = {person.id for person in people if department.id in person.department_ids}
            about = subject_words(Subject(SubjectKind.DEPARTMENT, department.id))
            yield enters | inside, News(NewsKind.PUBLISHED, about, step=max(each.id for each in versions))
        case DraftDiscussed():
            yield _of_draft(done, people, me)
        case Revised(version=version, previous=previous):
            enter = {version.definition.owner_id, previous.definition.owner_id}
            concerned = {*enter, *_of_their_own(version)}
            yield concerned, News(NewsKind.CHANGED, kpi_words(version), step=version.number)
        case _:
            pass


def _of_draft(done: DraftDiscussed, people: Sequence[Person], me: Person) -> tuple[Collection[int], News]:
    about, draft = subject_words(Subject(SubjectKind.DEPARTMENT, done.department.id)), done.draft
    if done.deed is Deed.SHARE_DRAFT:
        inside = {person.id for person in people if done.department.id in person.department_ids}
        return inside, News(NewsKind.DRAFT, about, step=draft.round)
    mine = next(one.id for one in draft.comments if one.author_id == me.id)
    return {draft.author_id}, News(NewsKind.DRAFT_COMMENTED, about, step=mine)


def _of_actions(
    deed: Deed, actions: Sequence[Action], people: Sequence[Person]
) -> Iterator[tuple[Collection[int], News]]:
    for action in actions:
        yield from _of_action(deed, action, people)


def _of_action(deed: Deed, action: Action, people: Sequence[Person]) -> Iterator[tuple[Collection[int], News]]:
    about, step = action_words(action), action.round
    if deed in (Deed.PLAN_ACTION, Deed.ASSIGN_ACTION):
        yield {action.person_id}, News(NewsKind.ACTION_GIVEN, about, step=step)
    if deed is Deed.CLOSE_ACTION:
        deciding = judges_of(action.department_id, people)
        yield {action.author_id, action.person_id, *deciding}, News(NewsKind.ACTION_CLOSED, about, step=step)


def _of_proposal(
    deed: Deed, proposal: Proposal, people: Sequence[Person], me: Person
) -> Iterator[tuple[Collection[int], News]]:
    about, deciding = str(proposal.id), judges_of(proposal.department_id, people)
    voted = {vote.person_id for vote in proposal.votes}
    commented = {comment.author_id for comment in proposal.comments}
    if deed is Deed.PROPOSE:
        yield asked(proposal, people) | deciding, News(NewsKind.PROPOSED, about)
    if deed is Deed.VOTE and asked(proposal, people) <= voted:
        yield deciding, News(NewsKind.ALL_VOTED, about)
    if deed is Deed.COMMENT:
        mine = max(comment.id for comment in proposal.comments if comment.author_id == me.id)
        yield {proposal.author_id, *deciding}, News(NewsKind.COMMENTED, about, step=mine)
    if deed is Deed.DECIDE:
        yield {proposal.author_id, *voted, *commented, *_entering(proposal)}, News(NewsKind.DECIDED, about)


def _of_review(
    deed: Deed, review: Review, people: Sequence[Person], me: Person
) -> Iterator[tuple[Collection[int], News]]:
    if review.subject.kind is not SubjectKind.PERSON:
        return
    about = subject_words(review.subject), write_period(review.period), review.round
    if deed in _TO_PERSON:
        yield {review.subject.id}, News(_TO_PERSON[deed], *about)
    if deed is Deed.ACKNOWLEDGE and review.acknowledgement and not review.acknowledgement.agrees:
        place = review_place(review.subject, people)
        yield judges_of(place.department_id, people), News(NewsKind.DISAGREED, *about)


_TO_PERSON = {
    Deed.START_REVIEW: NewsKind.REVIEW_BEGUN,
    Deed.REMARK: NewsKind.REMARKED,
    Deed.CLOSE: NewsKind.CLOSED,
    Deed.REOPEN: NewsKind.REOPENED,
}
"""What is done to somebody's scorecard; what they say of it themselves stands there for their head."""


def _person_words(person: Person) -> str:
    return subject_words(Subject(SubjectKind.PERSON, person.id))


def _entering(proposal: Proposal) -> set[int]:
    """Who enters, from then on, the values of the KPI that an accepted proposal is about."""
    match proposal.state, proposal.change:
        case ProposalState.ACCEPTED, ReviseKpi(definition=definition) | AddKpi(kpi=NewKpi(definition=definition)):
            return {definition.owner_id}
        case _:
            return set()


def _of_their_own(version: KpiVersion) -> set[int]:
    """Whose own KPI it is."""
    return set() if version.kpi.person_id is None else {version.kpi.person_id}


def _may_see(proposal: Proposal, id: int, people: Sequence[Person]) -> bool:
    if proposal.person_id is None:
        return True
    by_id = {person.id: person for person in people}
    about = Subject(SubjectKind.PERSON, proposal.person_id)
    return may_see(by_id[id], about, by_id[proposal.person_id].department_ids)
