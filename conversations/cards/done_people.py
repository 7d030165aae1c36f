"""What was done to people, said back."""

from __future__ import annotations

from typing import TypeAlias

from conversations.cards.away import leave_message
from conversations.cards.invite import invited_message, withdrawn_message
from conversations.cards.people import worn_now
from conversations.cards.say import run_button, say, undo_button
from conversations.cards.wished import deputy_message, reminders_message
from conversations.texts import Texts
from conversations.view import Message, Tone
from kpi_engine.model.done import (
    DeputySet,
    InvitationWithdrawn,
    Invited,
    LanguageChosen,
    LeaveSet,
    MemberAdded,
    MemberRemoved,
    RankingChosen,
    RemindersSet,
)

OfPeople: TypeAlias = (
    MemberAdded
    | MemberRemoved
    | LeaveSet
    | RemindersSet
    | DeputySet
    | LanguageChosen
    | RankingChosen
    | Invited
    | InvitationWithdrawn
)


def people_message(texts: Texts, done: OfPeople, join_link: str) -> Message:
    """With the next steps and, where it is possible, undo."""
    match done:
        case MemberAdded():
            return _member(texts, done)
        case MemberRemoved():
            buttons = (run_button(texts, "members", "members"), undo_button(texts))
            return say(texts, "done.member_removed", *buttons, tone=Tone.SUCCESS, done=done)
        case LeaveSet():
            return leave_message(texts, done)
        case RemindersSet():
            return reminders_message(texts, done)
        case DeputySet():
            return deputy_message(texts, done)
        case Invited():
            return invited_message(texts, done, join_link)
        case InvitationWithdrawn():
            return withdrawn_message(texts, done)
        case RankingChosen(ranked=ranked):
            return say(texts, "done.ranking", undo_button(texts), tone=Tone.SUCCESS, ranked=ranked)
        case LanguageChosen():
            return say(texts, "done.language", run_button(texts, "my_day", ""), tone=Tone.SUCCESS)


def _member(texts: Texts, done: MemberAdded) -> Message:
    buttons = (run_button(texts, "add_another", "members add"), undo_button(texts))
    macro = "done.member_new" if done.is_new else "done.member_changed"
    hats = worn_now(texts, done.person, done.before, done.departments)
    return say(texts, macro, *buttons, tone=Tone.SUCCESS, person=done.person, before=done.before, hats=hats)
