"""What there is to be read of a view, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adapters.telegram.form import acts
from conversations.view import Form, Message, Table, Tone, View
from tests.adapters.contract import said, squeezed

SENTENCE = 20
"""Characters from which on words are nobody's name and no number."""


def offered(view: View) -> Iterator[str]:
    """Of a form the first question, of a table no head over an empty column."""
    if isinstance(view, Form):
        return said(replace(view, questions=view.questions[:1], acts=tuple(acts(view))))
    empty = {head for block in view.blocks if isinstance(block, Table) for head in _empty(block)}
    return (words for words in said(view) if words not in empty)


def sentences(view: View) -> Iterator[str]:
    """What can stand nowhere else by chance, without its spaces."""
    return (words for each in offered(view) if len(words := squeezed(each)) > SENTENCE)


def is_public(view: View) -> bool:
    """Whether everybody in a group may read it."""
    return isinstance(view, Message) and view.tone is Tone.PLAIN and not view.only_you


def _empty(table: Table) -> Iterator[str]:
    return (head for place, head in enumerate(table.columns) if not any(row[place] for row in table.rows))
