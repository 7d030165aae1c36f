"""What a terminal tells, as it is looked for in what somebody has read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conversations.view import Form, View
from tests.adapters.contract import said

ON_BUTTONS = 40
"""Letters that stand on a button in any case."""


def offered(view: View, *, unfinished: bool) -> Iterator[str]:
    """What there is to be read, but for what is different in a modal.

    There an answer that was refused is read in its reason, own words have no name where there is nothing to pick, and
    nobody goes back to a field that is still before them.
    """
    if unfinished and isinstance(view, Form):
        view = replace(view, acts=())
    questions = view.questions if isinstance(view, Form) else ()
    refused = {question.initial for question in questions if question.error}
    beside_nothing = {question.own for question in questions if not question.options}
    return (words for words in said(view) if words not in refused | beside_nothing)


def sentences(words: str) -> Sequence[str]:
    """One by one: who comes in by a code is welcomed with one more."""
    return re.split(r"(?<=[。！？])|(?<=[.!?]) ", words)


def stands_in(words: str, read: str) -> bool:
    """Whole; what is long is cut on a button, with a mark."""
    return words in read or any(f"{words[:length]}…" in read for length in range(len(words) - 1, ON_BUTTONS, -1))
