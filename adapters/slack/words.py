"""What the adapter is told in words, in the language of whom it speaks to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.ports import Offered
from adapters.slack.names import COMMAND
from adapters.texts import words_in

PROMPTS = ("", "actual", "report", "help")
"""The commands that are offered in the chat with the bot; the first is /kpi alone."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something that can be asked, offered in the chat with the bot."""

    title: str
    says: str
    """What pressing it types."""


@dataclass(frozen=True, slots=True)
class SlackWords:
    """In one language."""

    title: str
    """Heads a modal that has no title of its own."""
    go_on: str
    """Opens a form where none could be opened unasked."""
    pick: str
    """Names the options that can be picked in place of typing an answer."""
    later: str
    """Closes a form that stays open for another time."""
    close: str
    """Closes a modal that is only there to be read."""
    rest: str
    """Ends a modal or a home tab in which not all has room."""
    all_of_it: str
    """Brings all of it into the chat."""
    wait: str
    """Stands in a form while the answer to it takes long."""
    failed: str
    """Said in place of an answer when something broke down."""
    unsent: str
    """Says that a file was not taken, this time;"""
    unsent_denied: str
    """… that the bot may send none;"""
    unsent_large: str
    """… that it is too large."""
    in_it: str
    """Comes before what stands in such a file."""
    joined: str
    """Says to a channel what the bot, which has just come, does in it."""
    prompts_title: str
    prompts: tuple[Prompt, ...]


def slack_words(language: str, commands: Sequence[Offered]) -> SlackWords:
    """The words in a language ("zh"), in which these are the bot's commands."""
    said = dict(words_in(Path(__file__).parent, language, "chat"))
    called = {"": "", **{command.name: command.called for command in commands}}
    prompts = tuple(
        Prompt(said.pop(f"prompt_{name or 'day'}"), f"{COMMAND} {called.get(name, name)}".strip()) for name in PROMPTS
    )
    return SlackWords(prompts=prompts, **said)
