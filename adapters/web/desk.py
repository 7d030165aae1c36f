"""Who sits at the page, and the chat each of them has with the bot."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from adapters.base import LOCAL, Hear, Unasked, Who
from adapters.web.chat import Chat, Failed, Heard
from adapters.web.render import draw_log, draw_page
from adapters.web.words import PageWords, Persona
from conversations.event import Event, Said
from conversations.view import Document, Message

log = logging.getLogger(__name__)


class Stranger(Exception):
    """The person spoken for is not among the people, or has no such file."""


class Desk:
    """The page's state. Its methods wait for the bot, so they are called in threads.

    What they return is HTML; for somebody who is not among the people they raise Stranger.
    """

    def __init__(
        self,
        hear: Hear,
        people: Callable[[], Sequence[Persona]],
        words: Mapping[str, PageWords],
        greeting: str,
        unasked: Unasked,
    ) -> None:
        self._hear = hear
        self._people = people
        self._words = words
        self._greeting = greeting
        self._unasked = unasked
        self._chats: defaultdict[str, Chat] = defaultdict(Chat)

    def first(self) -> str:
        """Whose chat a newcomer is shown."""
        return self._people()[0].user

    def page(self, user: str) -> str:
        """The whole page for a person with what has come for them meanwhile; an empty chat is begun by the greeting."""
        people = self._people()
        person = _person(people, user)
        chat = self._chats[person.user]
        with chat.turn:
            if chat.entries:
                chat.add(*self._unasked(_who(person)))
            else:
                self._exchange(person, chat, Said(self._greeting))
        return draw_page(chat.entries, person, people, self._words)

    def answer(self, user: str, event: Event, heard: str = "") -> str:
        """The log after the bot has answered what a person did; `heard` is shown as their own words."""
        person = _person(self._people(), user)
        chat = self._chats[person.user]
        with chat.turn:
            if heard:
                chat.add(Heard(heard))
            self._exchange(person, chat, event)
        return draw_log(chat.entries, self._words[person.language])

    def document(self, user: str, entry: int, place: int) -> Document:
        """The file in a block of an entry of the chat; Stranger where there is none."""
        chat = self._chats[_person(self._people(), user).user]
        found = next((each.item for each in chat.entries if each.number == entry), None)
        blocks = found.blocks[place : place + 1] if isinstance(found, Message) else ()
        for block in blocks:
            if isinstance(block, Document):
                return block
        raise Stranger(f"{user}, {entry}, {place}")

    def _exchange(self, person: Persona, chat: Chat, event: Event) -> None:
        try:
            views = self._hear(_who(person), event)
        except Exception:
            log.exception("The bot broke down over %r", event)
            chat.add(Failed())
        else:
            chat.answer(event, views)


def _person(people: Sequence[Persona], user: str) -> Persona:
    for person in people:
        if person.user == user:
            return person
    raise Stranger(user)


def _who(person: Persona) -> Who:
    return Who(LOCAL, "", person.user, person.name, person.language)
