"""A form to HTML: a card in the chat, as a dialog would be on a platform that has them."""

from __future__ import annotations

import re

from markupsafe import Markup

from adapters.web.blocks import draw_block
from adapters.web.read import ANSWER, IN_PLACE
from adapters.web.templating import fill
from adapters.web.words import PageWords
from conversations.view import Form, Question, QuestionKind

OWN = {QuestionKind.CHOICE: IN_PLACE, QuestionKind.MANY: ANSWER}
"""Own words stand in place of the one option, or beside the options that were picked."""
LONG_LIST = 12
"""From this many options on a list scrolls inside its card."""
DATE = re.compile(r"(\d{4}-\d{2}-\d{2})?")
"""What a browser's calendar can hold; anything else a person typed would vanish in it."""


def draw_form(form: Form, number: int, buttons: Markup, words: PageWords) -> Markup:
    """The card of the log's entry `number`; `buttons` are what can be done besides answering."""
    return fill(
        "form",
        form=form,
        id=f"form{number}",
        intro=[draw_block(block, words) for block in form.intro],
        questions=[_question(q, f"form{number}-{n}", words) for n, q in enumerate(form.questions)],
        buttons=buttons,
    )


def _question(question: Question, id: str, words: PageWords) -> Markup:
    match question.kind:
        case QuestionKind.TEXT:
            return _field("line", question, id, words, type="text", mode="text")
        case QuestionKind.NUMBER:
            return _field("line", question, id, words, type="text", mode="decimal")
        case QuestionKind.DATE:
            type = "date" if DATE.fullmatch(question.initial) else "text"
            return _field("line", question, id, words, type=type, mode="text")
        case QuestionKind.CHOICE | QuestionKind.YESNO:
            return _field("options", question, id, words, type="radio")
        case QuestionKind.MANY:
            return _field("options", question, id, words, type="checkbox")


def _field(template: str, question: Question, id: str, words: PageWords, **more: str) -> Markup:
    return fill(
        template,
        q=question,
        id=id,
        name=ANSWER + question.key,
        own_name=OWN[question.kind] + question.key if question.own else "",
        own=_own_words(question),
        described=_described(question, id),
        optional=words.optional,
        chosen=question.initial.split("\n"),
        long=len(question.options) >= LONG_LIST,
        **more,
    )


def _own_words(question: Question) -> str:
    """What stands in the field to begin with and is none of the options."""
    values = [option.value for option in question.options]
    return "\n".join(line for line in question.initial.split("\n") if line not in values)


def _described(question: Question, id: str) -> str:
    """The ids of what explains a field to whoever cannot see what stands around it."""
    parts = {"hint": question.hint, "error": question.error}
    return " ".join(f"{id}-{part}" for part, words in parts.items() if words)
