"""News of drafts: one to be looked at, and what somebody says of one's own."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.say import run_button, say
from conversations.flows.propose.drafts import department_meant, draft_of, draft_page
from conversations.flows.reading import all_names
from conversations.news import News, NewsKind
from conversations.view import Message


def drafted(ask: Ask, news: News) -> Message | None:
    """Nothing where the draft is in force by now, or another one was shown since."""
    department = department_meant(ask, news.subject)
    found = draft_of(ask, department)
    if found is None:
        return None
    if news.kind is NewsKind.DRAFT:
        return draft_page(ask, department, found) if found.round == news.step else None
    comment = next((one for one in found.comments if one.id == news.step), None)
    if comment is None:
        return None
    by, go_on = all_names(ask).people[comment.author_id], run_button(ask.texts, "continue", f"build {news.subject}")
    return say(ask.texts, "draft.said_of", go_on, name=department.name, by=by, comment=comment.text)
