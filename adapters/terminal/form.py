"""Forms as lines of styled text, one question at a time."""

from __future__ import annotations

from itertools import chain

from rich.text import Text

from adapters.terminal.blocks import stacked
from adapters.terminal.grid import pairs
from adapters.terminal.lines import beside, cut, flowing, words, wrapped
from adapters.terminal.read import acts, bare_numbers, on_enter
from conversations.view import Form, Option, Question, QuestionKind

_WRONG = Text("✗ ", "red")
_ENTER = "↵ "
_NOTHING = "–"


def asked(form: Form, width: int, *, head: bool) -> list[Text]:
    """The first open question, under the form's head, with the ways out of it.

    `submit` is drawn only where there is nothing left to ask: the Enter key hands each answer in.
    """
    question = _question(form.questions[0], width) if form.questions else [words(_ENTER + form.submit)]
    ways_out = flowing([words(f"[{act.label}]", "dim") for act in acts(form)], width, gap=1)
    return [*(_head(form, width) if head else ()), *question, *ways_out]


def _head(form: Form, width: int) -> list[Text]:
    step = words(f" {form.step}" if form.step else "")
    title = cut(words(form.title, "bold"), width - step.cell_len - 6)
    start = Text.assemble("── ", title, step, " ")
    rule = Text.assemble(start, Text("─" * (width - start.cell_len), "dim"))
    intro = stacked(form.intro, width)
    return [rule, *intro, Text()] if intro else [rule]


def _question(question: Question, width: int) -> list[Text]:
    error = beside(_WRONG, wrapped(words(question.error), width - _WRONG.cell_len)) if question.error else []
    hint = wrapped(words(question.hint, "dim"), width) if question.hint else []
    label = wrapped(words(question.label, "bold"), width)
    own = wrapped(words(question.own, "dim"), width) if question.own else []
    return [*error, *label, *hint, *_options(question, width), *own, *_empty_line(question, width)]


def _options(question: Question, width: int) -> list[Text]:
    if question.kind is QuestionKind.YESNO and not any(option.note for option in question.options):
        return flowing([words(f"[{n}] {option.label}") for n, option in enumerate(question.options, 1)], width)
    if not bare_numbers(question):
        return list(chain.from_iterable(_suggestion(option, width) for option in question.options))
    numbers = _numbers(question)
    rows = [(words(option.label), words(option.note, "dim")) for option in question.options]
    columns = pairs(rows, width - max((number.cell_len for number in numbers), default=0))
    return list(chain.from_iterable(map(beside, numbers, columns)))


def _suggestion(option: Option, width: int) -> list[Text]:
    """Without a number, which could be the answer itself: `[Same as last time]`."""
    note = f"  {option.note}" if option.note else ""
    return wrapped(Text.assemble("  ", words(f"[{option.label}]"), words(note, "dim")), width)


def _numbers(question: Question) -> list[Text]:
    """What to type for each option, after a sign where an empty line stands for it too."""
    longest = len(str(len(question.options)))
    return [
        Text.assemble("› " if option in _initial(question) else "  ", (f"{n:>{longest}}", "cyan"), "  ")
        for n, option in enumerate(question.options, 1)
    ]


def _empty_line(question: Question, width: int) -> list[Text]:
    """What an empty line stands for."""
    match question.kind:
        case QuestionKind.TEXT | QuestionKind.NUMBER | QuestionKind.DATE:
            meant = on_enter(question)
        case QuestionKind.CHOICE | QuestionKind.MANY | QuestionKind.YESNO:
            labels = {option.value: option.label for option in question.options}
            meant = _listed([labels.get(value, value) for value in on_enter(question).split("\n")])
    meant = meant or (_NOTHING if question.optional else "")
    return [cut(words(_ENTER + meant, "dim"), width)] if meant else []


def _listed(labels: list[str]) -> str:
    """As they would be typed: Chinese words with 、 between them."""
    chinese = any("\u4e00" <= letter <= "\u9fff" for label in labels for letter in label)
    return ("、" if chinese else ", ").join(labels)


def _initial(question: Question) -> list[Option]:
    chosen = question.initial.split("\n") if question.initial else []
    return [option for option in question.options if option.value in chosen]
