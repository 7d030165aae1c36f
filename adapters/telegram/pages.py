"""A question with more options than a keyboard is read with: page by page, and what is ticked stays ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from adapters.telegram.data import Data
from adapters.telegram.keeping import Opened
from adapters.telegram.keyboard import Key
from adapters.telegram.limits import PAGE
from conversations.event import Event, Pressed
from conversations.view import Act, Form, Question, QuestionKind, Turn, View

T = TypeVar("T")


def on_page(of: Sequence[T], page: int) -> Sequence[T]:
    """Those that stand on it; the first is 0."""
    return of[page * PAGE : (page + 1) * PAGE]


def turns(form: Form, asked: Question, page: int, options: int) -> tuple[Key, ...]:
    """To the pages beside it; a question that is shown again does not change, wherever it is opened."""
    return ways(page, -(-options // PAGE), lambda number: Turn(form.run, form.turn, Act.SHOW, asked.key, str(number)))


def ways(page: int, pages: int, to: Callable[[int], Data]) -> tuple[Key, ...]:
    """To the page before and to the next one, by their numbers; nothing where there is but one."""
    before = [Key(f"◀ {page}/{pages}", to(page - 1))] if page > 0 else []
    after = [Key(f"{page + 2}/{pages} ▶", to(page + 1))] if page + 1 < pages else []
    return (*before, *after)


def turned(view: View, event: Event, before: Opened | None) -> tuple[View, int]:
    """The view, and at which page: a question that a press has shown again is as it was ticked, where it was opened."""
    match view, event:
        case Form(), Pressed(action=Turn() as pressed):
            return _with_ticks(view, before), _page_of(view, pressed)
        case _:
            return view, 0


def _page_of(form: Form, pressed: Turn) -> int:
    """The page that was turned to, if this is its question; else the first."""
    asked = form.questions[0].key if form.questions else ""
    same = (pressed.run, pressed.turn, pressed.key) == (form.run, form.turn, asked)
    return int(pressed.value) if same and pressed.act is Act.SHOW and pressed.value.isdecimal() else 0


def _with_ticks(form: Form, before: Opened | None) -> Form:
    """The same question as `before`, with what was ticked on it meanwhile."""
    if not form.questions or before is None or form.questions[0].kind is not QuestionKind.MANY:
        return form
    asked, *others = form.questions
    if (before.run, before.turn, before.key) != (form.run, form.turn, asked.key):
        return form
    return replace(form, questions=(replace(asked, initial="\n".join(before.ticked)), *others))
