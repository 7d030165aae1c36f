"""Words as they were typed, and which of a form's questions the words after a command answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from unicodedata import category

from conversations.choice_fields import ChoiceField, ManyField
from conversations.fields import Field, Taken, TextField
from kpi_engine.model.name import UNFIT

MOST_QUOTED = 80
"""Characters of what was typed that are said again."""


def printable(text: str) -> str:
    """What was typed, without control characters (but for tabs and line ends) and half characters."""
    return "".join(letter for letter in text if letter in "\t\n" or category(letter) not in UNFIT)


def snake_case(name: str) -> str:
    """A class's name as keys and labels have it: `DepartmentGoal` is `department_goal`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def quoted(text: str) -> str:
    """What was typed, to be said again: of a long text only the beginning."""
    return text if len(text) <= MOST_QUOTED else f"{text[: MOST_QUOTED - 1].rstrip()}…"


def quotable(params: Mapping[str, object]) -> dict[str, object]:
    """The parameters of a sentence that says again what was typed."""
    return {name: quoted(given) if isinstance(given, str) else given for name, given in params.items()}


def first_word(text: str) -> tuple[str, str]:
    """The first word and the others; a blank of any width stands between words."""
    first, *others = text.split(maxsplit=1) or [""]
    return first, "".join(others).rstrip()


def split_words(words: str, fields: Mapping[str, Field], today: date) -> tuple[dict[str, str], str]:
    """Raw answers by field, in the form's order, and the words that were left over.

    Words with commas between them go to one question each, if the first takes any words. Else a choice takes the
    longest beginning that names an option, a number or a day the longest that can be read, text the rest. What can't
    be read is given to its question all the same, which then says so.
    """
    between = re.split(r"\s*[,，;；]\s*", words)
    if isinstance(next(iter(fields.values())), TextField) and 1 < len(between) <= len(fields):
        return dict(zip(fields, between, strict=False)), ""
    given: dict[str, str] = {}
    rest = words.split()
    for name, asked in fields.items():
        if not rest:
            break
        count = _count(asked, rest, today)
        given[name] = " ".join(rest[:count])
        rest = rest[count:]
    return given, " ".join(rest)


def option_and_more(text: str, fields: Mapping[str, Field], today: date) -> dict[str, str]:
    """What `Monday 9:00` or `周一9点` says to a question with options and to those behind it, by field.

    Nothing where the first takes it as it is, or where the others do not read all that is left of it; a question that
    takes any words reads nothing so.
    """
    others = dict(fields)
    name = next(iter(fields), "")
    option = _option_at_start(text, others.pop(name), today) if fields else ""
    if not option or not others:
        return {}
    given, rest = split_words(text[len(option) :].lstrip(" ,，、"), others, today)
    read = [
        not _takes_any(others[each]) and isinstance(others[each].read(said, today), Taken)
        for each, said in given.items()
    ]
    return {name: option, **given} if read and all(read) and not rest else {}


def _option_at_start(text: str, asked: Field, today: date) -> str:
    """The longest beginning that names an option, not its number alone; empty where the whole text means one."""
    if not isinstance(asked, ChoiceField) or asked.own or isinstance(asked.read(text, today), Taken):
        return ""
    word, names = first_word(text)[0], [name for each in asked.options for name in (each.label, *each.also) if name]
    begun = [name for name in names if text.casefold().startswith(name.casefold())]
    if not word.isdigit() and isinstance(asked.read(word, today), Taken):
        begun.append(word)
    return max(begun, key=len, default="")


def _takes_any(asked: Field) -> bool:
    return isinstance(asked, TextField | ManyField) or (isinstance(asked, ChoiceField) and asked.own)


def _count(asked: Field, words: list[str], today: date) -> int:
    if _takes_any(asked):
        return len(words)
    readable = (n for n in range(len(words), 0, -1) if isinstance(asked.read(" ".join(words[:n]), today), Taken))
    unreadable = len(words) if isinstance(asked, ChoiceField) else 1
    return next(readable, unreadable)
