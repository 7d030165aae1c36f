"""A form as a message: its first open question, with buttons for the options and for the ways out of it."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.telegram.data import HandIn, Tick
from adapters.telegram.keyboard import Key, Rows, key, rows
from adapters.telegram.limits import PLACEHOLDER
from adapters.telegram.pages import on_page, turns
from adapters.telegram.table import width
from adapters.telegram.text import Line, clean, cut, joined, line
from conversations.view import Act, Button, Form, Option, Question, QuestionKind, Style, Turn

WRONG = "❌"
TYPE = "✏️"
"""Under the question, where the client opens its keyboard."""
_SHORT = 32
"""Columns of an option's label that a button on a row of its own shows on a phone."""


def head(form: Form) -> Line:
    """What the form is about, and where in the dialog it is."""
    return joined((line(form.title, "b"), line(form.step)), "  ")


def question(form: Form, page: int = 0) -> list[Line]:
    """The first open question, at that page of its options; nothing where there is none."""
    if not form.questions:
        return []
    asked = form.questions[0]
    error = [line(f"{WRONG} {asked.error}")] if asked.error else []
    hint = [line(asked.hint, "i")] if asked.hint else []
    own = [line(asked.own, "i")] if asked.own else []
    return [*error, line(asked.label, "b"), *hint, *_listed(asked, page), *own, *_not_taken(asked)]


def keys(form: Form, page: int = 0) -> Rows:
    """Options, the way to more of them, then what hands several of them in, then back, skip and cancel."""
    asked = form.questions[0] if form.questions else None
    ways_out = rows([key(act) for act in acts(form)])
    if asked is None:
        return ((_hand_in(form, ""),), *ways_out)
    hand_in = ((_hand_in(form, asked.key),),) if asked.kind is QuestionKind.MANY else ()
    options = _options(form, asked)
    more = turns(form, asked, page, len(options))
    return (*rows(on_page(options, page)), *((more,) if more else ()), *hand_in, *ways_out)


def acts(form: Form) -> Sequence[Button]:
    """What can be done at the question: the acts of the whole form and its own."""
    asked = form.questions[0].key if form.questions else ""
    return [act for act in form.acts if not isinstance(act.action, Turn) or act.action.key in ("", asked)]


def choices(asked: Question) -> Sequence[Option]:
    """What can be pressed at it: its options; where several may be, own words of before too, to be taken back."""
    offered = {option.value for option in asked.options}
    own = asked.initial.split("\n") if asked.kind is QuestionKind.MANY and asked.initial else []
    return (*asked.options, *(Option(value, value) for value in own if value not in offered))


def example(form: Form) -> str:
    """What stands in the empty field where something is to be typed; empty where buttons are enough."""
    if not form.questions or form.questions[0].options or not _typed(form.questions[0]):
        return ""
    asked = form.questions[0]
    return cut(clean(asked.hint or asked.initial or asked.label), PLACEHOLDER)


def _typed(asked: Question) -> bool:
    match asked.kind:
        case QuestionKind.TEXT | QuestionKind.NUMBER | QuestionKind.DATE:
            return True
        case QuestionKind.CHOICE | QuestionKind.MANY | QuestionKind.YESNO:
            return False


def _listed(asked: Question, page: int) -> list[Line]:
    """The options in words, where a button has no room for all there is to say."""
    options = on_page(asked.options, page)
    if all(not option.note and width(clean(option.label)) <= _SHORT for option in options):
        return []
    return [joined((line(f"• {option.label}"), line(option.note, "i")), " – ") for option in options]


def _not_taken(asked: Question) -> list[Line]:
    """What was typed and is wrong, to be touched and copied: it is not to be sent again as it is."""
    return [line(asked.initial, "code")] if _typed(asked) and asked.error and asked.initial else []


def _options(form: Form, asked: Question) -> list[Key]:
    chosen = asked.initial.split("\n") if asked.initial else []
    if asked.kind is QuestionKind.MANY:
        return [
            Key(option.label, Tick(form.run, form.turn, asked.key, option.value, option.value in chosen))
            for option in choices(asked)
        ]
    return [_option(form, asked, option, chosen) for option in (*_kept(asked), *asked.options)]


def _option(form: Form, asked: Question, option: Option, chosen: Sequence[str]) -> Key:
    style = Style.PRIMARY if option.value in chosen else Style.PLAIN
    return Key(option.label, Turn(form.run, form.turn, Act.ANSWER, asked.key, option.value), style)


def _kept(asked: Question) -> list[Option]:
    """What stands in the field to begin with, as something to press."""
    if not _typed(asked) or asked.error or not asked.initial:
        return []
    return [] if asked.initial in [option.value for option in asked.options] else [Option(asked.initial, asked.initial)]


def _hand_in(form: Form, asked: str) -> Key:
    return Key(form.submit, HandIn(form.run, form.turn, asked), Style.PRIMARY)
