"""What the page is told in words and people: the adapter has no text of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody as whom the bot can be tried."""

    user: str
    """The id by which the bot knows them."""
    name: str
    role: str
    """What they are in the company, in words of their language."""
    language: str
    """The language they read now: a key of the page's words."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words around the chat, in one language."""

    language_name: str
    """What the language calls itself, for the language switch."""
    language_words: str
    """What one would type to the bot to be answered in this language: the switch does the same."""
    title: str
    speaking_as: str
    language: str
    """What the language switch is for."""
    theme: str
    """What the button is for that turns light into dark."""
    chat: str
    """What the log of the chat is called to whoever cannot see it."""
    placeholder: str
    send: str
    drop: str
    """What the button is for by which a file is sent."""
    optional: str
    """Stands beside a field that may be left empty."""
    good: str
    fair: str
    poor: str
    """Each mark in words, for whoever cannot see its shape."""
    failed: str
    """Said in place of an answer when the bot broke down over what was asked."""
    offline: str
    """Shown when the page cannot reach the bot; what was typed is kept."""
