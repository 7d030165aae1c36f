"""What was done, said back: the one place where the engine's results become messages."""

from __future__ import annotations

from typing import TypeAlias

from conversations.cards.bulletins import bulletin_message
from conversations.cards.cause import explained_message, put_off_message
from conversations.cards.done_company import company_message
from conversations.cards.done_people import people_message
from conversations.cards.draft_shown import draft_message
from conversations.cards.entered import entered_message, undone_message
from conversations.cards.plan import acted_message
from conversations.cards.proposal import discussed_message
from conversations.cards.published import published_message
from conversations.cards.review import reviewed_message
from conversations.cards.say import say, undo_button
from conversations.cards.target import revised_message
from conversations.texts import Texts, texts_for
from conversations.view import Message, Tone
from kpi_engine.model.done import (
    Acted,
    Agreed,
    BulletinSet,
    BulletinStopped,
    CompanySetUp,
    Consented,
    DeputySet,
    Discussed,
    Done,
    DraftDiscussed,
    Entered,
    GroupsTaken,
    InvitationWithdrawn,
    Invited,
    LanguageChosen,
    LeaveSet,
    MemberAdded,
    MemberRemoved,
    Muted,
    PeopleRanked,
    PeriodTargetSet,
    Published,
    RankingChosen,
    RedExplained,
    RedPutOff,
    RemindersSet,
    Reviewed,
    Revised,
    SeasonSet,
    SetChanged,
    SettingsChanged,
    StrategySet,
    Undone,
    Unmuted,
)


def done_message(texts: Texts, done: Done, join_link: str = "", *, has_groups: bool = False) -> Message:
    """The message for whatever has been done, with the next steps and, where it is possible, undo.

    `has_groups`: whether the messenger has groups of people that may become departments.
    """
    match done:
        case CompanySetUp() | GroupsTaken() | SettingsChanged() | StrategySet() | PeopleRanked():
            return company_message(texts, done, has_groups=has_groups)
        case (
            MemberAdded()
            | MemberRemoved()
            | LeaveSet()
            | LanguageChosen()
            | RankingChosen()
            | RemindersSet()
            | DeputySet()
            | Invited()
            | InvitationWithdrawn()
        ):
            return people_message(texts, done, join_link)
        case Published():
            return published_message(texts, done)
        case Revised() | SetChanged() | PeriodTargetSet() | SeasonSet() | Consented() | Muted() | Unmuted() | Agreed():
            return _changed(texts, done)
        case Acted() | RedExplained() | RedPutOff() | Discussed() | DraftDiscussed() | Reviewed():
            return _talked_over(texts, done)
        case BulletinSet() | BulletinStopped():
            return bulletin_message(texts, done)
        case Entered():
            return entered_message(texts, done)
        case Undone():
            return undone_message(texts, done)


def texts_after(texts: Texts, done: Done) -> Texts:
    """The texts in which the person reads from then on."""
    return texts_for(done.language, texts.format.currency) if isinstance(done, LanguageChosen) else texts


TalkedOver: TypeAlias = Acted | RedExplained | RedPutOff | Discussed | DraftDiscussed | Reviewed
OfKpis: TypeAlias = Revised | SetChanged | PeriodTargetSet | SeasonSet | Consented | Muted | Unmuted | Agreed


def _changed(texts: Texts, done: OfKpis) -> Message:
    match done:
        case Revised():
            return revised_message(texts, done)
        case SetChanged():
            return say(texts, "done.set_changed", undo_button(texts), tone=Tone.SUCCESS, done=done)
        case PeriodTargetSet():
            return say(texts, "done.period_target", undo_button(texts), tone=Tone.SUCCESS, done=done)
        case SeasonSet():
            return say(texts, "target.season", undo_button(texts), tone=Tone.SUCCESS, done=done)
        case Consented():
            return say(texts, "done.consented", undo_button(texts), tone=Tone.SUCCESS, done=done)
        case Muted():
            return say(texts, "done.muted", undo_button(texts), tone=Tone.SUCCESS, done=done)
        case Unmuted():
            return say(texts, "done.unmuted", undo_button(texts), tone=Tone.SUCCESS, done=done)
        case Agreed():
            return say(texts, "done.agreed", undo_button(texts), tone=Tone.SUCCESS, agreement=done.agreement)


def _talked_over(texts: Texts, done: TalkedOver) -> Message:
    match done:
        case Acted():
            return acted_message(texts, done)
        case RedExplained():
            return explained_message(texts, done)
        case RedPutOff():
            return put_off_message(texts, done)
        case Discussed():
            return discussed_message(texts, done)
        case DraftDiscussed():
            return draft_message(texts, done)
        case Reviewed():
            return reviewed_message(texts, done)
