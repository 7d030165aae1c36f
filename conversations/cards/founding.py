"""What the first to write in a workspace is asked where companies are elsewhere: is theirs a new one?"""

from __future__ import annotations

from conversations.cards.say import run_button
from conversations.texts import Texts
from conversations.view import Message, Style, Text
from kpi_engine.errors import Refusal

NOBODYS_YET = "nobodys_yet"
"""The refusal that is a question: the workspace is no company's, and there are others in these records."""

NEW_COMPANY = ("new company", "新公司")
"""After `start`: that there is to be one."""


def founding_card(texts: Texts, refusal: Refusal) -> Message:
    """The question; a code is typed in answer, and of other companies nothing is told."""
    found = run_button(texts, "found", f"start {NEW_COMPANY[0]}", Style.PRIMARY)
    return Message((Text(texts.refusal(refusal)),), (found,), only_you=True)
