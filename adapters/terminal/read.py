"""Typed line → event, in the light of what was shown last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from adapters.terminal.numbers import numbered
from conversations.event import Event, Pressed, Said, Submitted
from conversations.view import Button, Form, Message, Option, Question, QuestionKind, Turn, View

_Drawn = TypeVar("_Drawn", Button, Option)

_BRACKETS = re.compile(r"[\[［【](.*)[\]］】]", re.DOTALL)
_COMMAND = ("/", "／")
_COMMAS = re.compile(r"\s*[,，、;；]\s*")


def read(line: str, shown: Sequence[View]) -> Event | None:
    """What typing the line means after these views; None for an empty line that means nothing.

    `[Report]` and `[1]` press or choose what is drawn so, and so does a bare `1` where that is not an answer.
    A line that begins with `/` is a command; anything else answers the open question, or is said.
    """
    typed = line.strip()
    if typed.startswith(_COMMAND) or not shown:
        return _said(typed)
    if brackets := _BRACKETS.fullmatch(typed):
        return _bracketed(brackets[1].strip(), shown) or Said(typed)
    match shown[-1]:
        case Message():
            return _button(typed, shown) or _said(typed)
        case Form() as form:
            return _answer(typed, form)


def acts(form: Form) -> list[Button]:
    """What can be done at the question drawn: the acts of the whole form and its own."""
    key = form.questions[0].key if form.questions else ""
    return [act for act in form.acts if not isinstance(act.action, Turn) or act.action.key in ("", key)]


def bare_numbers(question: Question) -> bool:
    """Whether a bare number chooses the option so numbered: not where it may be the answer itself."""
    match question.kind:
        case QuestionKind.TEXT | QuestionKind.NUMBER | QuestionKind.DATE:
            return False
        case QuestionKind.CHOICE | QuestionKind.MANY | QuestionKind.YESNO:
            return not any(option.label.strip().isdecimal() for option in question.options)


def on_enter(question: Question) -> str:
    """The answer that an empty line gives: never again one that was not taken."""
    return "" if question.error else question.initial


def _said(typed: str) -> Said | None:
    return Said(typed) if typed else None


def _bracketed(inner: str, shown: Sequence[View]) -> Event | None:
    """What the brackets stand for: an option or a label in the view nearest above that has it, or a button's number."""
    labelled = next((event for view in reversed(shown) if (event := _bracketed_in(inner, view))), None)
    return labelled or _button(inner, shown)


def _button(typed: str, shown: Sequence[View]) -> Pressed | None:
    """The button drawn with this number."""
    found = (button for _, number, button in numbered(shown) if number == _number(typed))
    return next((Pressed(button.action) for button in found), None)


def _bracketed_in(inner: str, view: View) -> Event | None:
    match view:
        case Message():
            button = _labelled(inner, view.buttons)
            return Pressed(button.action) if button else None
        case Form():
            act = _labelled(inner, acts(view))
            return Pressed(act.action) if act else _picked(inner, view)


def _picked(inner: str, form: Form) -> Event | None:
    options = form.questions[0].options if form.questions else ()
    option = _labelled(inner, options) or _at(inner, options)
    return _submitted(form, option.value) if option else None


def _answer(typed: str, form: Form) -> Event | None:
    if not typed:
        return _empty(form)
    if act := _labelled(typed, acts(form)):
        return Pressed(act.action)
    if not form.questions:
        return Said(typed)
    match form.questions[0].kind:
        case QuestionKind.TEXT | QuestionKind.NUMBER | QuestionKind.DATE:
            return _submitted(form, typed)
        case QuestionKind.CHOICE | QuestionKind.YESNO:
            chosen = _chosen(typed, form.questions[0])
            answer = chosen.value if chosen else ""
        case QuestionKind.MANY:
            answer = "\n".join(_several(typed, form.questions[0]))
    if form.questions[0].own:
        answer = answer or _own_words(typed, form.questions[0])
    return _submitted(form, answer) if answer else Said(typed)


def _empty(form: Form) -> Event | None:
    if not form.questions:
        return Submitted(form.run, form.turn, {})
    question = form.questions[0]
    return _submitted(form, on_enter(question)) if on_enter(question) or question.optional else None


def _submitted(form: Form, value: str) -> Submitted:
    return Submitted(form.run, form.turn, {form.questions[0].key: value})


def _own_words(typed: str, question: Question) -> str:
    """Words that name no option stay as they are; beside them options may be named between commas."""
    if question.kind is QuestionKind.CHOICE:
        return typed
    parts = (part for part in _COMMAS.split(typed) if part)
    return "\n".join(chosen.value if (chosen := _chosen(part, question)) else part for part in parts)


def _several(typed: str, question: Question) -> list[str]:
    """The values named: numbers between spaces or commas, or labels between commas; none unless each is an option."""
    for parts in ([typed], _COMMAS.split(typed), typed.split()):
        chosen = [_chosen(part, question) for part in parts if part]
        values = [option.value for option in chosen if option]
        if values and len(values) == len(chosen):
            return list(dict.fromkeys(values))
    return []


def _chosen(typed: str, question: Question) -> Option | None:
    by_number = _at(typed, question.options) if bare_numbers(question) else None
    return _labelled(typed, question.options) or by_number


def _labelled(typed: str, among: Sequence[_Drawn]) -> _Drawn | None:
    """The one with this label, if there is but one."""
    same = [each for each in among if _folded(each.label) == _folded(typed)]
    return same[0] if len(same) == 1 else None


def _at(typed: str, options: Sequence[Option]) -> Option | None:
    """The option drawn with this number."""
    number = _number(typed)
    return options[number - 1] if 0 < number <= len(options) else None


def _number(typed: str) -> int:
    """The number typed, 0 for anything else; full-width digits are digits."""
    return int(typed) if typed.isdecimal() and len(typed) < 4 else 0


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
