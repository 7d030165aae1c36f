"""View → text: messages with their buttons, forms one question at a time."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from itertools import chain

from rich.console import Console
from rich.text import Text

from adapters.terminal.blocks import stacked
from adapters.terminal.grid import pairs
from adapters.terminal.lines import beside, cut, flowing, words, wrapped
from adapters.terminal.read import acts, bare_numbers
from conversations.view import Button, Form, Message, Option, Question, QuestionKind, Style, Tone, View

_SIGNS = {
    Tone.PLAIN: Text(),
    Tone.SUCCESS: Text("✓ ", "green"),
    Tone.WARNING: Text("! ", "yellow"),
    Tone.REFUSAL: Text("✗ ", "red"),
}
_STYLES = {Style.PLAIN: "", Style.PRIMARY: "bold", Style.DANGER: "red"}
_ENTER = "↵ "
_NOTHING = "–"


def render(view: View, width: int, *, colour: bool, last_form: str = "") -> str:
    """The view as text; the head of the form shown last (by its key) is not repeated."""
    match view:
        case Message():
            lines = _message(view, width)
        case Form():
            lines = _form(view, width, head=view.key != last_form)
    return _printed(lines, width, colour=colour)


def _message(message: Message, width: int) -> list[Text]:
    sign = _SIGNS[message.tone]
    lines = beside(sign, stacked(message.blocks, width - sign.cell_len))
    return [*lines, Text(), *_numbered(message.buttons, width)] if message.buttons else lines


def _numbered(buttons: Sequence[Button], width: int) -> list[Text]:
    return flowing(
        [words(f"[{n}] {button.label}", _STYLES[button.style]) for n, button in enumerate(buttons, 1)], width
    )


def _form(form: Form, width: int, *, head: bool) -> list[Text]:
    ask = _question(form.questions[0], width) if form.questions else [words(_ENTER + form.submit)]
    leave = flowing([words(f"[{act.label}]", "dim") for act in acts(form)], width, gap=1)
    return [*(_head(form, width) if head else ()), *ask, *leave]


def _head(form: Form, width: int) -> list[Text]:
    step = words(f" {form.step}" if form.step else "")
    title = cut(words(form.title, "bold"), width - step.cell_len - 6)
    head = Text.assemble("── ", title, step, " ")
    rule = Text.assemble(head, Text("─" * (width - head.cell_len), "dim"))
    intro = stacked(form.intro, width)
    return [rule, *intro, Text()] if intro else [rule]


def _question(question: Question, width: int) -> list[Text]:
    error = beside(_SIGNS[Tone.REFUSAL], wrapped(words(question.error), width - 2)) if question.error else []
    hint = wrapped(words(question.hint, "dim"), width) if question.hint else []
    label = wrapped(words(question.label, "bold"), width)
    return [*error, *label, *hint, *_options(question, width), *_initial(question, width)]


def _options(question: Question, width: int) -> list[Text]:
    if question.kind is QuestionKind.YESNO and not any(option.note for option in question.options):
        return flowing(
            [words(f"[{n}] {option.label}") for n, option in enumerate(question.options, 1)], width
        )
    number = "{}" if bare_numbers(question) else "[{}]"
    numbers = [number.format(n) for n in range(1, len(question.options) + 1)]
    before = [
        _before(f"{each:>{len(numbers[-1])}}", option, question)
        for each, option in zip(numbers, question.options, strict=True)
    ]
    rows = [(words(option.label), words(option.note, "dim")) for option in question.options]
    drawn = pairs(rows, width - before[0].cell_len if before else width)
    return list(chain.from_iterable(map(beside, before, drawn)))


def _before(number: str, option: Option, question: Question) -> Text:
    """The number to type, after a sign where the option is what an empty line stands for."""
    chosen = option.value in question.initial.split("\n")
    return Text.assemble("› " if chosen else "  ", (number, "cyan"), "  ")


def _initial(question: Question, width: int) -> list[Text]:
    """What an empty line stands for."""
    match question.kind:
        case QuestionKind.TEXT | QuestionKind.LONG | QuestionKind.NUMBER | QuestionKind.DATE:
            meant = question.initial
        case QuestionKind.CHOICE | QuestionKind.MANY | QuestionKind.YESNO:
            meant = ", ".join(o.label for o in question.options if o.value in question.initial.split("\n"))
    meant = meant or (_NOTHING if question.optional else "")
    return [cut(words(_ENTER + meant, "dim"), width)] if meant else []


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
