"""News of actions: one that is one's own now, one that is closed."""

from __future__ import annotations

from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.say import run_button, say
from conversations.flows.plan.listing import action_page
from conversations.flows.plan.meant import action_meant
from conversations.flows.reading import all_names
from conversations.news import News, NewsKind
from conversations.view import Message, Text


def acted(ask: Ask, news: News) -> Message | None:
    """The action with its buttons, or how it ended; nothing where it was changed since, or taken back."""
    action = action_meant(ask, news.subject)
    if action is None or action.round != news.step:
        return None
    if news.kind is NewsKind.ACTION_GIVEN:
        card = action_page(ask, action)
        return replace(card, blocks=(Text(ask.texts.say("plan.given", action=action)), *card.blocks))
    if action.closed_by is None:
        return None
    by = all_names(ask).people[action.closed_by]
    return say(ask.texts, "plan.closed", run_button(ask.texts, "plan", "plan"), by=by, action=action)
