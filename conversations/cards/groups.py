"""Groups of people that become departments."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.cards.say import run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Message, Text, Tone
from kpi_engine.design.groups import Placing
from kpi_engine.model.done import GroupsTaken
from kpi_engine.model.groups import Group

TAKE = "members groups"
"""What takes them."""


def group_note(texts: Texts, group: Group, found: Placing) -> str:
    """How many people it has, and what taking it would do."""
    seats = len(found.newcomers) + len(found.placed)
    return texts.plain("groups.note", people=len(group.people), seats=seats, is_new=bool(found.made))


def no_groups(texts: Texts) -> Message:
    """There are none to be taken."""
    return say(texts, "groups.empty", run_button(texts, "add_member", "members add"))


def nothing_new(texts: Texts, names: Sequence[str]) -> Message:
    """All of them are departments with everybody in them."""
    return say(texts, "groups.nothing_new", run_button(texts, "members", "members"), names=names)


def groups_message(texts: Texts, done: GroupsTaken) -> Message:
    """Who is where now, who stayed where they were, whom a code has to tell apart; later changes are not followed."""
    made = [department.name for department in done.made]
    said = [texts.say("groups.taken", made=made, newcomers=len(done.newcomers), placed=len(done.placed))]
    if done.kept:
        kept = [texts.name(person.name) for person in done.kept]
        said.append(texts.say("groups.kept", names=kept, department=done.departments[0].name))
    if done.namesakes:
        said.append(texts.say("groups.namesakes", names=done.namesakes))
    said.append(texts.say("groups.later"))
    buttons = run_button(texts, "members", "members"), run_button(texts, "build", "build"), undo_button(texts)
    return Message(tuple(map(Text, said)), buttons, Tone.SUCCESS)
