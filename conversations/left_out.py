"""Words that say there is no answer: `none`, `都没有`, or none yet: `no idea`, `没想好`."""

from __future__ import annotations

from conversations.choice_fields import ManyField, find_option
from conversations.courtesy import consists_of
from conversations.fields import Field
from conversations.view import QuestionKind


def leaves_out(asked: Field, text: str) -> bool:
    """Whether nothing is to stand there: at a list, and at any other question that may be left out but a number."""
    return (isinstance(asked, ManyField) or _may_be_left(asked)) and _says(asked, text, "nothing")


def leaves_open(asked: Field, text: str) -> bool:
    """Whether somebody doesn't know it, at a question that may be left out; a number is waited for."""
    return _may_be_left(asked) and _says(asked, text, "unknown")


def _may_be_left(asked: Field) -> bool:
    return asked.optional and asked.kind is not QuestionKind.NUMBER


def _says(asked: Field, text: str, kind: str) -> bool:
    return consists_of(text, kind) and find_option(" ".join(text.split()), asked.options) is None
