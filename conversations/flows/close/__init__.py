"""`close`: a period that is over is reviewed, talked about, closed, and opened again with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from conversations.ask import Ask, Do
from conversations.cards.desk import desk_card
from conversations.cards.review import review_card
from conversations.flows.close import freezing, steps
from conversations.flows.close.desk import desk
from conversations.flows.close.page import review_page
from conversations.flows.close.reading import WhichCard, read_reviewed
from conversations.flows.close.together import together
from conversations.flows.reading import all_names
from conversations.view import Message
from conversations.words import first_word
from kpi_engine.model.score import SubjectKind

_STEPS: Mapping[tuple[str, ...], Callable[[Ask, str], Do | Message]] = {
    ("start", "begin", "开始"): steps.started,
    ("comment", "意见", "评语"): steps.commented,
    ("agree", "ok", "同意", "认可"): steps.agreed,
    ("disagree", "object", "不同意", "不认可", "异议", "有异议"): steps.disagreed,
    ("freeze", "定稿"): freezing.frozen,
    ("together", "一起", "一并"): together,
    ("reopen", "重开", "重新打开"): steps.reopened,
}
"""What the first word after the command can be."""
CARD = ("card", "考核表", "成绩单")
"""Before a department's name: its own scorecard, and not its people's."""


def close(ask: Ask) -> Do | Message:
    """Who judges others sees where their reviews stand, everybody else their own; `close Tom 2026-10` shows one."""
    words = ask.take_words()
    first, rest = first_word(words)
    step = next((step for verbs, step in _STEPS.items() if first.casefold() in verbs), None)
    if step:
        return step(ask, rest)
    if first.casefold() in CARD:
        return _card(ask, read_reviewed(ask, rest))
    asked = read_reviewed(ask, words)
    if asked.subject.kind is SubjectKind.PERSON:
        return _card(ask, asked)
    return desk_card(ask.texts, desk(ask, asked.subject, asked.period), all_names(ask))


def _card(ask: Ask, asked: WhichCard) -> Message:
    return review_card(ask.texts, review_page(ask, asked), all_names(ask))
