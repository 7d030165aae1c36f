"""Who has come to the bot and who not, and the code of an invitation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from conversations.cards.say import run_button, say, undo_button
from conversations.choice_fields import record_value
from conversations.texts import Texts
from conversations.view import Block, Button, Message, QrCode, Run, Table, Text, Tone
from kpi_engine.model.company import Company, Person
from kpi_engine.model.done import InvitationWithdrawn, Invited
from kpi_engine.model.invitation import Guest, spelled
from kpi_engine.model.wishes import wishes

MOST_BUTTONS = 6
"""Of a hundred people who have not come, the first are invited first."""


def guests_card(
    texts: Texts, guests: Sequence[Guest], mine: Collection[int], today: date, *, inviting: bool
) -> Message:
    """Who has not come stands first; a button for each of those whom one may invite (`mine`).

    `inviting`: whether one may add and invite people at all.
    """
    waiting = [one for one in guests if one.came_on is None]
    rows = tuple(
        (texts.name(one.person.name), _state(texts, one, today))
        for one in (*waiting, *(one for one in guests if one.came_on is not None))
    )
    columns = tuple(texts.label(f"columns.{column}") for column in ("person", "state"))
    buttons = tuple(_button(texts, one, today) for one in waiting if one.person.id in mine)[:MOST_BUTTONS]
    said = texts.say("invite.count", come=len(guests) - len(waiting), people=len(guests), inviting=inviting)
    table = (Table(columns, rows, "ll"),) if rows else ()
    return Message((Text(said), *table), (*buttons, run_button(texts, "own_code", "invite me")))


def invited_message(texts: Texts, done: Invited, join_link: str) -> Message:
    """The code, to be sent on: for nobody else's eyes."""
    code = spelled(done.code)
    words = f"/kpi {texts.label('commands.join')} {code}"
    link = join_link.format(code=done.code) if join_link else ""
    intro = "invite.own" if done.own else "invite.made"
    blocks: list[Block] = [Text(texts.say(intro, done=done)), Text(texts.say("invite.code", words=words, link=link))]
    blocks += [QrCode(link)] if link else []
    return Message(
        tuple(blocks), (_withdraw(texts, done.person.id), run_button(texts, "guests", "invite")), only_you=True
    )


def withdrawn_message(texts: Texts, done: InvitationWithdrawn) -> Message:
    """The code is good no more."""
    buttons = undo_button(texts), run_button(texts, "guests", "invite")
    return say(texts, "invite.withdrawn", *buttons, tone=Tone.SUCCESS, name=done.person.name)


def welcome_card(texts: Texts, company: Company, person: Person, *, by_code: bool = False) -> Message:
    """What a newcomer is told of the bot: how often it writes to them, and who sees what."""
    mine = wishes(company, person)
    return say(
        texts,
        "invite.welcome",
        run_button(texts, "my_day", ""),
        run_button(texts, "help", "help"),
        tone=Tone.SUCCESS,
        name=person.name,
        company=company,
        by_code=by_code,
        budget=mine.budget,
        hours=mine.hours,
    )


def _state(texts: Texts, guest: Guest, today: date) -> str:
    if guest.came_on:
        return texts.plain("invite.came", day=guest.came_on)
    if guest.invited_until is None:
        return texts.plain("invite.nothing")
    return texts.plain("invite.out", until=guest.invited_until, expired=guest.invited_until < today)


def _button(texts: Texts, guest: Guest, today: date) -> Button:
    """Who has an invitation that is good can be given a new code all the same: the message may be lost."""
    label = "invite.again" if guest.invited_until and guest.invited_until >= today else "invite.invite"
    return Button(texts.plain(label, name=guest.person.name), Run(f"invite {record_value(guest.person.id)}"))


def _withdraw(texts: Texts, person_id: int) -> Button:
    return Button(texts.label("buttons.withdraw"), Run(f"invite withdraw {record_value(person_id)}"))
