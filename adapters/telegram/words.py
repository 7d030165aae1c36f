"""What Telegram's chats are told in words besides the views."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from adapters.texts import Words, words_in


@dataclass(frozen=True, slots=True)
class ChatWords:
    """In one language."""

    in_private: str
    """Said in a group: the answer has gone into their own chat."""
    press_start: str
    """Said in a group to somebody who has never opened their own chat."""
    open_chat: str
    """On the button that leads there."""
    closed_group: str
    """Above what was asked in a `{group}` that takes nothing of the bot's, and is answered in their own chat."""
    old_button: str
    """Of a button that means nothing any more."""
    edited: str
    """To whoever changes what they typed: the first is what was read."""
    unreadable: str
    """To whoever sends what is neither words nor a file."""


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands that a client offers, in one language: names of Latin letters, and what each does."""

    language: str
    """As Telegram calls it; empty for everybody whose language has no menu."""
    private: tuple[tuple[str, str], ...]
    group: tuple[tuple[str, str], ...]


def chat_words(language: str) -> ChatWords:
    """The words in a language ("zh")."""
    return ChatWords(**words_in(Path(__file__).parent, language, "chat"))


def menu_words(language: str) -> Words:
    """What stands in a menu besides the commands."""
    return words_in(Path(__file__).parent, language, "menu")
