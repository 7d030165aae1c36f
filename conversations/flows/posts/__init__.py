"""`settings posts`, or `post`: what is posted in channels by itself; who leads sets it up, changes it, stops it."""

from __future__ import annotations

from conversations.ask import Ask, Do
from conversations.cards.bulletins import bulletins_card
from conversations.choice_fields import record_value
from conversations.flows.posts.making import bulletin_wanted
from conversations.flows.posts.words import STOP
from conversations.flows.rights import check_may
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.commands import SetBulletin, StopBulletin
from kpi_engine.errors import Refusal
from kpi_engine.model.bulletin import BoardTakes
from kpi_engine.rights import may, those_who_may


def posts(ask: Ask, words: str) -> Do | Message:
    """Without words all that is posted; `post leaderboard Monday 9:00` where it is to be; `post stop #3`."""
    if not words:
        company, people = ask.know.company(), ask.know.people()
        by = () if may(ask.me, SetBulletin) else those_who_may(people, SetBulletin)
        board = BoardTakes.of(company, ask.know.departments(), people)
        return bulletins_card(ask.texts, ask.know.bulletins(), company, board, ask.now, by)
    first, rest = first_word(words)
    if first.casefold() in STOP:
        return Do(StopBulletin(_meant(ask, rest)))
    check_may(ask, SetBulletin)
    return Do(bulletin_wanted(ask, words))


def _meant(ask: Ask, words: str) -> int:
    """As a button has it; Refusal("unknown_bulletin") where it is posted no more."""
    found = next((one.id for one in ask.know.bulletins() if record_value(one.id) == words), None)
    if found is None:
        raise Refusal("unknown_bulletin", id=words)
    return found
