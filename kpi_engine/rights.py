"""Who may do what, and whose scorecard one may see: the one place where roles are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from kpi_engine.commands import (
    AcknowledgeReview,
    AddKpi,
    AddMember,
    AgreeToKpi,
    AssignAction,
    ChangeSettings,
    ChooseLanguage,
    ChooseRanking,
    CloseAction,
    ClosePeriod,
    Command,
    CommentOnDraft,
    CommentOnProposal,
    CommentOnReview,
    DecideProposal,
    EnterActuals,
    ExplainRed,
    Invite,
    LookAgain,
    MuteFinding,
    PlanAction,
    PostponeAction,
    Propose,
    PublishKpis,
    RankPeople,
    RemoveMember,
    ReopenPeriod,
    RetireKpi,
    ReviseKpi,
    SetDeputy,
    SetGates,
    SetGrades,
    SetLeave,
    SetPeriodTarget,
    SetReminders,
    SetSeason,
    SetStrategy,
    SetTeamShare,
    SetUpCompany,
    SetWeights,
    ShareDraft,
    SnoozeReminders,
    StartReview,
    Undo,
    UnmuteFinding,
    VoteOnProposal,
    WithdrawInvitation,
    WithdrawProposal,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.action import Action
from kpi_engine.model.company import Actor, Person, Role
from kpi_engine.model.name import Name
from kpi_engine.model.score import Subject, SubjectKind


class Reach(IntEnum):
    """How far a right reaches; a wider one holds the narrower."""

    SELF = 1
    """What is one's own: oneself, the KPIs whose values one enters."""
    DEPARTMENT = 2
    """What is in a department that one belongs to."""
    COMPANY = 3


_HEADS: Mapping[Role, Reach] = {Role.OWNER: Reach.COMPANY, Role.HEAD: Reach.DEPARTMENT}

_OWN: Mapping[Role, Reach] = {**_HEADS, Role.MEMBER: Reach.SELF, Role.VIEWER: Reach.SELF}
"""Everybody for themselves, heads for their people."""

RIGHTS: Mapping[type[Command], Mapping[Role, Reach]] = {
    SetUpCompany: {Role.OWNER: Reach.COMPANY},
    ChangeSettings: {Role.OWNER: Reach.COMPANY},
    SetStrategy: {Role.OWNER: Reach.COMPANY},
    AddMember: _HEADS,
    RemoveMember: _HEADS,
    Invite: _OWN,
    WithdrawInvitation: _OWN,
    SetLeave: _OWN,
    SetDeputy: _OWN,
    SetReminders: dict.fromkeys(Role, Reach.SELF),
    SnoozeReminders: dict.fromkeys(Role, Reach.SELF),
    PublishKpis: _HEADS,
    ReviseKpi: _HEADS,
    AgreeToKpi: dict.fromkeys(Role, Reach.SELF),
    MuteFinding: _HEADS,
    UnmuteFinding: _HEADS,
    SetWeights: _HEADS,
    AddKpi: _HEADS,
    RetireKpi: _HEADS,
    SetPeriodTarget: _HEADS,
    SetSeason: _HEADS,
    ShareDraft: _HEADS,
    CommentOnDraft: {**dict.fromkeys(Role, Reach.DEPARTMENT), Role.OWNER: Reach.COMPANY},
    Propose: dict.fromkeys(Role, Reach.COMPANY),
    VoteOnProposal: dict.fromkeys(Role, Reach.COMPANY),
    CommentOnProposal: dict.fromkeys(Role, Reach.COMPANY),
    DecideProposal: _HEADS,
    WithdrawProposal: dict.fromkeys(Role, Reach.SELF),
    PlanAction: {**_HEADS, Role.MEMBER: Reach.DEPARTMENT},
    PostponeAction: {**_HEADS, Role.MEMBER: Reach.SELF, Role.VIEWER: Reach.SELF},
    AssignAction: _HEADS,
    CloseAction: {**_HEADS, Role.MEMBER: Reach.SELF, Role.VIEWER: Reach.SELF},
    ExplainRed: {**_HEADS, Role.MEMBER: Reach.SELF},
    LookAgain: {**_HEADS, Role.MEMBER: Reach.SELF},
    EnterActuals: {**_HEADS, Role.MEMBER: Reach.SELF},
    StartReview: _HEADS,
    CommentOnReview: _OWN,
    AcknowledgeReview: dict.fromkeys(Role, Reach.SELF),
    ClosePeriod: _HEADS,
    ReopenPeriod: _HEADS,
    ChooseLanguage: dict.fromkeys(Role, Reach.SELF),
    ChooseRanking: dict.fromkeys(Role, Reach.SELF),
    RankPeople: {Role.OWNER: Reach.COMPANY},
    SetGrades: {Role.OWNER: Reach.COMPANY},
    SetGates: _HEADS,
    SetTeamShare: _HEADS,
    Undo: dict.fromkeys(Role, Reach.SELF),
}

GRANTS: Mapping[Role, frozenset[Role]] = {
    Role.OWNER: frozenset(Role),
    Role.HEAD: frozenset({Role.MEMBER, Role.VIEWER}),
}
"""The roles that somebody may give to others, and take from them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something that a command touches: where it is, and whose it is."""

    department_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be known of a command to judge it."""

    places: tuple[Place, ...] = ()
    roles: frozenset[Role] = frozenset()
    """Roles that are given or taken away."""
    people: Iterable[Person] = ()
    """Everybody in the company, so that a refusal can name who may; asked for once, and only then."""


def may(person: Person, command: type[Command], *places: Place, roles: frozenset[Role] = frozenset()) -> bool:
    """Whether the person may do such a thing to all of these places, giving or taking those roles.

    Without a place: whether their role may do it at all. It is what a button is judged by before it is shown.
    """
    reach = RIGHTS[command].get(person.role)
    if reach is None or not person.active or not roles <= GRANTS.get(person.role, frozenset()):
        return False
    return all(_covers(reach, person, place) for place in places)


def check(actor: Actor, command: Command, facts: Facts) -> None:
    """Refusal("not_allowed", by=the names of those who may) unless the actor may do this."""
    check_kind(actor.person, type(command), facts)


def check_kind(person: Person, command: type[Command], facts: Facts) -> None:
    """The same for a command that is still to be made."""
    if not _may(person, command, facts):
        raise Refusal("not_allowed", by=_names(who for who in facts.people if _may(who, command, facts)))


def those_who_may(people: Iterable[Person], command: type[Command], *places: Place) -> tuple[Name, ...]:
    """The names of those who may do such a thing to all of these places."""
    return _names(who for who in people if may(who, command, *places))


def desk_of(subjects: Iterable[Subject], people: Sequence[Person], company_id: int) -> Subject:
    """Where scorecards are judged together: a department's with its people's; otherwise the company's."""
    places = {review_place(subject, people).department_id for subject in subjects}
    id = places.pop() if len(places) == 1 else None
    return Subject(SubjectKind.COMPANY, company_id) if id is None else Subject(SubjectKind.DEPARTMENT, id)


def review_place(subject: Subject, people: Iterable[Person]) -> Place:
    """Where a scorecard is judged: a department's and its people's by its head, a head's own by the owner.

    Who works in several departments is judged where most of their time goes.
    """
    match subject.kind:
        case SubjectKind.COMPANY:
            return Place()
        case SubjectKind.DEPARTMENT:
            return Place(subject.id)
        case SubjectKind.PERSON:
            person = next((who for who in people if who.id == subject.id), None)
            judged = person is not None and person.role in (Role.MEMBER, Role.VIEWER)
            return Place(person.home_id if person and judged else None)


def leave_place(person: Person, people: Iterable[Person]) -> Place:
    """Where somebody's leave is set: by themselves, and where their scorecard is judged."""
    return replace(review_place(Subject(SubjectKind.PERSON, person.id), people), person_id=person.id)


def action_place(action: Action, person: Person) -> Place:
    """Where an action is closed or put off: in its department, and by who does it or wrote it down."""
    own = person.id in (action.person_id, action.author_id)
    return Place(action.department_id, person.id if own else action.person_id)


def may_see_actions(person: Person, department_id: int) -> bool:
    """Whether the person may read what is to be done there, beside what they do themselves or wrote down."""
    return person.role is Role.OWNER or department_id in person.department_ids


def invite_facts(person: Person, inviter: Person, people: Iterable[Person], *, has_come: bool) -> Facts:
    """Where a code for somebody is made: one's own by oneself, others' where they work.

    Whoever has a code is that person. So what their role may must be the inviter's to give; and for who has come
    already, and has perhaps lost their account, only who reaches the whole company makes one.
    """
    if person.id == inviter.id:
        return Facts((Place(person_id=person.id),), people=people)
    return Facts((Place(None if has_come else person.home_id),), frozenset({person.role}), people)


def judges_of(department_id: int | None, people: Iterable[Person]) -> frozenset[int]:
    """The ids of those whose turn it is to judge what is done there: its heads, or the owners where it has none."""
    there = [person for person in people if person.active]
    heads = frozenset(one.id for one in there if one.role is Role.HEAD and department_id in one.department_ids)
    return heads or frozenset(one.id for one in there if one.role is Role.OWNER)


def check_role(person: Person, command: type[Command], people: Iterable[Person]) -> None:
    """Refusal("not_allowed") unless the person may do it anywhere; it names who may do it where they work."""
    if person.role not in RIGHTS[command]:
        places = tuple(map(Place, sorted(person.department_ids))) or (Place(),)
        raise Refusal("not_allowed", by=_names(who for who in people if _may_at_one(who, command, places)))


def check_sight(actor: Actor, subject: Subject, people: Iterable[Person]) -> None:
    """Refusal("not_allowed", by=the names of those who may) unless the actor may see the subject's card.

    Nobody is asked about whose card the actor may see wherever they work: one's own, or any as the owner.
    """
    if may_see(actor.person, subject):
        return
    people = tuple(people)
    departments = _departments_of(subject, people)
    if not may_see(actor.person, subject, departments):
        raise Refusal("not_allowed", by=_names(who for who in people if may_see(who, subject, departments)))


def may_see(person: Person, subject: Subject, departments: frozenset[int] = frozenset()) -> bool:
    """Whether the person may see that card. `departments` are those of the person whom it is about.

    A company's or department's card is everybody's; a person's is their own, their heads' and the owner's.
    """
    match subject.kind:
        case SubjectKind.COMPANY | SubjectKind.DEPARTMENT:
            return True
        case SubjectKind.PERSON:
            return _may_see_person(person, subject.id, departments)


def check_board(actor: Actor, people: Iterable[Person]) -> None:
    """Refusal("not_allowed", by=the names of those who may) unless the actor may see a leaderboard of people."""
    if not may_see_board(actor.person):
        raise Refusal("not_allowed", by=_names(who for who in people if may_see_board(who)))


def may_see_board(person: Person) -> bool:
    """Whether the person may see how people stand: everybody who could stand there, nobody who only looks on.

    Of departments everybody may, as of their cards.
    """
    return person.role is not Role.VIEWER


def check_takes_all(actor: Actor, people: Iterable[Person]) -> None:
    """Refusal("not_allowed", by=the names of those who may) unless the actor may take away all that there is."""
    if actor.person.role is not Role.OWNER:
        raise Refusal("not_allowed", by=_names(who for who in people if who.role is Role.OWNER))


def may_see_deeds_of_all(person: Person) -> bool:
    """Whether the person may read what everybody did."""
    return person.role is Role.OWNER


def sees_deeds_of(person: Person) -> frozenset[int]:
    """The departments in which the person may read what others did, beside what they did themselves."""
    return person.department_ids if person.role is Role.HEAD else frozenset()


def _may_at_one(person: Person, command: type[Command], places: Iterable[Place]) -> bool:
    return any(may(person, command, place) for place in places)


def _may(person: Person, command: type[Command], facts: Facts) -> bool:
    return may(person, command, *facts.places, roles=facts.roles)


def _covers(reach: Reach, person: Person, place: Place) -> bool:
    match reach:
        case Reach.COMPANY:
            return True
        case Reach.DEPARTMENT:
            return place.department_id in person.department_ids or place.person_id == person.id
        case Reach.SELF:
            return place.person_id == person.id


def _may_see_person(person: Person, seen_id: int, departments: frozenset[int]) -> bool:
    match person.role:
        case Role.OWNER:
            return True
        case Role.HEAD:
            return person.id == seen_id or bool(person.department_ids & departments)
        case Role.MEMBER:
            return person.id == seen_id
        case Role.VIEWER:
            return False


def _departments_of(subject: Subject, people: Iterable[Person]) -> frozenset[int]:
    about = (who for who in people if subject.kind is SubjectKind.PERSON and who.id == subject.id)
    return frozenset(id for who in about for id in who.department_ids)


def _names(people: Iterable[Person]) -> tuple[Name, ...]:
    return tuple(person.name for person in people if person.active)
