"""A question → the blocks of its field: what it asks, what can be chosen, where one types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from adapters.slack.elements import Json, paragraph, piece, plain
from adapters.slack.limits import LABEL, OPTION, OPTION_VALUE, OPTIONS, SEEN_OPTIONS, TYPED, cut
from conversations.view import Option, Question, QuestionKind

ANSWER = "answer"
"""The action_id of each field."""
PICKED, TYPED_IN = "=", "+"
"""After the turn in a block_id: a field for what is there to be picked, and one for own words."""
BY_PLACE = "…#"
"""Before the place of an option whose value is longer than Slack carries."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def question_blocks(question: Question, turn: int, pick: str) -> Iterator[Json]:
    """The field, or two: one for the options and one for own words; `pick` names options beside a field to type in.

    A block_id has the turn in it: where it stays the same Slack keeps in the field what was typed there before.
    """
    if question.error:
        yield paragraph([piece(f"⚠️ {question.error}", bold=True)])
    if long := [option for option in question.options if _is_long(option)]:
        yield paragraph(_in_full(long))
    picked, typed = field_ids(question.key, turn)
    if _is_typed(question):
        optional = question.optional or bool(question.options)
        yield _field(typed, question, _typing(question, _own_words(question)), optional=optional)
        if question.options:
            yield {**_block(picked, question.own or pick, _choice(question)), "optional": True}
    else:
        yield _field(picked, question, _choice(question), optional=question.optional or bool(question.own))
        if question.own:
            yield {**_block(typed, question.own, _line(_own_words(question))), "optional": True}


def first_field(question: Question, turn: int) -> str:
    """The block_id of the field at which it says what is wrong with the answer."""
    return field_ids(question.key, turn)[_is_typed(question)]


def field_ids(key: str, turn: int) -> tuple[str, str]:
    """The block_id of a question's field for options, and of that for own words."""
    return f"{turn}{PICKED}{key}", f"{turn}{TYPED_IN}{key}"


def in_full(answer: str, question: Question) -> str:
    """An answer in which some options are told by their places, with their values."""
    return "\n".join(_value_of(line, question) for line in answer.split("\n"))


def _value_of(line: str, question: Question) -> str:
    place = line.removeprefix(BY_PLACE)
    told = line.startswith(BY_PLACE) and place.isdecimal() and int(place) < len(question.options)
    return question.options[int(place)].value if told else line


def _is_typed(question: Question) -> bool:
    """Whether one types, and may pick; else one picks, and may type."""
    return question.kind in _TYPED or not question.options


def _own_words(question: Question) -> str:
    """What stands in the field to begin with and is none of the options."""
    return "\n".join(line for line in question.initial.split("\n") if line not in _values(question))


def _field(id: str, question: Question, element: Json, *, optional: bool) -> Json:
    field = {**_block(id, question.label, element), "optional": optional}
    return {**field, "hint": plain(question.hint, LABEL)} if question.hint else field


def _block(id: str, label: str, element: Json) -> Json:
    return {"type": "input", "block_id": id, "label": plain(label, LABEL), "element": {**element, "action_id": ANSWER}}


def _typing(question: Question, initial: str) -> Json:
    """A calendar for a date, unless what stands in the field is none; else a line."""
    if question.kind is QuestionKind.DATE and (not initial or _DAY.fullmatch(initial)):
        return {"type": "datepicker", **({"initial_date": initial} if initial else {})}
    return _line(initial)


def _line(initial: str) -> Json:
    field = {"type": "plain_text_input", "multiline": "\n" in initial, "max_length": TYPED}
    return {**field, "initial_value": cut(initial, TYPED)} if initial else field


def _choice(question: Question) -> Json:
    """Buttons where all options can be seen at once, else a list, in groups where it is too long for one."""
    once = {option.value: _option(option, place) for place, option in reversed(list(enumerate(question.options)))}
    drawn = {value: once[value] for value in dict.fromkeys(_values(question))}
    options = list(drawn.values())
    chosen = [option for value, option in drawn.items() if value in _initial(question)]
    seen = len(options) <= SEEN_OPTIONS
    if question.kind is QuestionKind.MANY:
        listed = {"type": "checkboxes" if seen else "multi_static_select", **_listed(options)}
        return {**listed, "initial_options": chosen} if chosen else listed
    listed = {"type": "radio_buttons" if seen else "static_select", **_listed(options)}
    return {**listed, "initial_option": chosen[0]} if chosen else listed


def _listed(options: Sequence[Json]) -> Json:
    if len(options) <= OPTIONS:
        return {"options": options}
    groups = [(first, options[first : first + OPTIONS]) for first in range(0, len(options), OPTIONS)]
    return {
        "option_groups": [
            {"label": plain(f"{first + 1}–{first + len(group)}", OPTION), "options": group} for first, group in groups
        ]
    }


def _option(option: Option, place: int) -> Json:
    fits = 0 < len(option.value) <= OPTION_VALUE
    drawn = {"text": plain(option.label, OPTION), "value": option.value if fits else f"{BY_PLACE}{place}"}
    return {**drawn, "description": plain(option.note, OPTION)} if option.note else drawn


def _in_full(options: Sequence[Option]) -> Iterator[Json]:
    """What is cut in the list stands above it as it is."""
    for option in options:
        yield piece(f"{option.label}", bold=True)
        yield piece(f"  {option.note}\n" if option.note else "\n")


def _is_long(option: Option) -> bool:
    return max(len(option.label), len(option.note)) > OPTION


def _values(question: Question) -> list[str]:
    return [option.value for option in question.options]


def _initial(question: Question) -> list[str]:
    return question.initial.split("\n") if question.initial else []


_TYPED = (QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.DATE)
