"""`invite`: who has come to the bot and who not; a code for somebody, or for another account of one's own."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.cards.invite import guests_card
from conversations.choice_fields import record_value
from conversations.flows.adding import added
from conversations.flows.member_words import read_member
from conversations.flows.people import ME, known_namesake, known_person, somebody
from conversations.flows.rights import check_may
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.commands import AddMember, Invite, WithdrawInvitation
from kpi_engine.model.company import Person
from kpi_engine.rights import Facts, invite_facts, may

WITHDRAW = ("withdraw", "revoke", "撤回", "收回")


def invite(ask: Ask) -> Do | Message:
    """Without words the list; `invite Li Na`, `invite me`, `invite withdraw Li Na`."""
    words = ask.take_words()
    first, rest = first_word(words)
    if first.casefold() in WITHDRAW:
        return Do(WithdrawInvitation(_named(ask, rest).id))
    if words:
        return Do(Invite(_whom(ask, words)))
    guests = ask.know.guests()
    mine = {one.person.id for one in guests if _may(ask, one.person, has_come=one.came_on is not None)}
    return guests_card(ask.texts, guests, mine, ask.today, inviting=may(ask.me, AddMember))


def _may(ask: Ask, person: Person, *, has_come: bool) -> bool:
    facts: Facts = invite_facts(person, ask.me, (), has_come=has_come)
    return may(ask.me, Invite, *facts.places, roles=facts.roles)


def _whom(ask: Ask, words: str) -> int | AddMember:
    """Somebody who is there, or who becomes a member by it and is asked about like one."""
    if words.casefold() in ME:
        return ask.me.id
    known = _known(ask, words)
    if known:
        return known.id
    check_may(ask, AddMember)
    return added(ask, words)


def _named(ask: Ask, words: str) -> Person:
    found = ask.me if words.casefold() in ME else _chosen(ask, words)
    return found or somebody(ask, words, f"{ask.texts.label('commands.invite')} {WITHDRAW[0]}")


def _known(ask: Ask, words: str) -> Person | None:
    """By name, or as a button has it: `#7`; of whom a department or a role is said too may be new."""
    given = read_member(ask, words)
    known = known_person if given.keys() == {"name"} else known_namesake
    return _chosen(ask, words) or (known(ask, given["name"]) if given else None)


def _chosen(ask: Ask, words: str) -> Person | None:
    return next((one for one in ask.know.people() if record_value(one.id) == words), None)
