"""View → text."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text

from adapters.terminal.blocks import stacked
from adapters.terminal.form import asked
from adapters.terminal.lines import beside, cut, flowing, words
from conversations.view import Button, Form, Message, Style, Tone, View

_SIGNS = {
    Tone.PLAIN: Text(),
    Tone.SUCCESS: Text("✓ ", "green"),
    Tone.WARNING: Text("! ", "yellow"),
    Tone.REFUSAL: Text("✗ ", "red"),
}
_STYLES = {Style.PLAIN: "", Style.PRIMARY: "bold", Style.DANGER: "red"}


def render(view: View, width: int, *, colour: bool, numbers: Sequence[int], last_form: str = "") -> str:
    """The view as text; the head of the form shown last (by its key) is not repeated.

    `numbers` are those of a message's buttons. `only_you` is not drawn: nobody else is at this terminal.
    """
    match view:
        case Message():
            lines = _message(view, width, numbers)
        case Form():
            lines = asked(view, width, head=view.key != last_form)
    return _printed(lines, width, colour=colour)


def _message(message: Message, width: int, numbers: Sequence[int]) -> list[Text]:
    sign = _SIGNS[message.tone]
    lines = beside(sign, stacked(message.blocks, width - sign.cell_len))
    return [*lines, Text(), *_numbered(message.buttons, width, numbers)] if message.buttons else lines


def _numbered(buttons: Sequence[Button], width: int, numbers: Sequence[int]) -> list[Text]:
    drawn = [words(f"[{n}] {button.label}", _STYLES[button.style]) for n, button in zip(numbers, buttons, strict=True)]
    return flowing(drawn, width)


def _printed(lines: Sequence[Text], width: int, *, colour: bool) -> str:
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        force_jupyter=False,
        legacy_windows=False,
    )
    for line in lines:
        line.rstrip()
        console.print(cut(line, width), highlight=False, no_wrap=True, soft_wrap=True)
    return page.getvalue()
