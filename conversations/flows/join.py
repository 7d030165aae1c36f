"""`join`: a code makes an account somebody's. Who is known already hears that; strangers are heard by `bot.joining`."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.say import run_button, say
from conversations.view import Message


def join(ask: Ask) -> Message:
    """Whoever gets here has joined, whatever the code."""
    ask.take_words()
    return say(ask.texts, "invite.known", run_button(ask.texts, "my_day", ""), name=ask.me.name)
