"""The numbers by which the buttons of an answer are pressed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.view import Button, Form, Message, View


def numbered(views: Sequence[View]) -> Iterator[tuple[int, int, Button]]:
    """Each button with the place of its view and its number.

    The options of the question have the first numbers, then comes what answers the person, and last what was told
    unasked: so news above an answer move none of its numbers.
    """
    number = _options(views)
    messages = [(place, view) for place, view in enumerate(views) if isinstance(view, Message)]
    for place, message in sorted(messages, key=lambda one: one[1].unasked):
        for button in message.buttons:
            number += 1
            yield place, number, button


def _options(views: Sequence[View]) -> int:
    """How many options the question below has."""
    match views[-1:]:
        case [Form(questions=(asked, *_))]:
            return len(asked.options)
        case _:
            return 0
