"""What every adapter must be able to do: show every word of every view, and read back every act it shows.

Subclass `AdapterContract` as `Test…` and give it a `driver` fixture; `tests/adapters/test_terminal.py` is an example.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import Protocol

import pytest

from conversations.event import Dropped, Event, Pressed, Said, Submitted
from conversations.view import (
    Act,
    Bar,
    Block,
    Button,
    Cell,
    Chart,
    Document,
    Fields,
    Form,
    Mark,
    Marked,
    Message,
    Picture,
    QrCode,
    Question,
    QuestionKind,
    Run,
    Spark,
    Table,
    Text,
    Tone,
    Turn,
    View,
)
from tests.adapters import specimens
from tests.adapters.specimens import Filled


class Driver(Protocol):
    """A person at the platform's client."""

    def sent(self, view: View) -> str:
        """What the adapter hands to the platform, as it is."""

    def words(self, view: View) -> str:
        """All a person can read of the view on the way through it: markup undone, addresses of links and what stands in fields included."""

    def press(self, view: View, button: Button) -> Event:
        """What the adapter hears when the button, as drawn, is pressed."""

    def fill(self, form: Form, answers: Mapping[str, str]) -> Sequence[Event]:
        """What the adapter hears when each question is answered the way its kind is answered there, and the form handed in."""

    def drop(self, name: str, content: bytes) -> Event:
        """What the adapter hears when this file is sent."""

    def say(self, text: str) -> Event:
        """What the adapter hears when this is typed with nothing open."""


PICKS: Mapping[str, specimens.Pick] = {
    "en": lambda en, zh: en,
    "zh": lambda en, zh: zh,
}
HOSTILE_PICKS: Mapping[str, specimens.Pick] = {
    name: specimens.numbered(words) for name, words in specimens.HOSTILE.items()
}

PLAIN: dict[str, View] = {
    f"{lang}, {name}": view for lang, pick in PICKS.items() for name, view in specimens.views(pick).items()
}
HOSTILE: dict[str, View] = {
    f"{nasty}, {name}": view for nasty, pick in HOSTILE_PICKS.items() for name, view in specimens.views(pick).items()
}
ALL: dict[str, View] = {**PLAIN, **HOSTILE}
FILLED = {
    f"{lang}, {name}": filled
    for lang, pick in {**PICKS, **HOSTILE_PICKS}.items()
    for name, filled in specimens.forms(pick).items()
}


class AdapterContract:
    """The suite."""

    @pytest.fixture
    def driver(self) -> Driver:
        raise NotImplementedError("each adapter brings its own driver")

    @pytest.mark.parametrize("view", PLAIN.values(), ids=PLAIN.keys())
    def test_every_word_is_shown(self, driver: Driver, view: View) -> None:
        drawing = squeezed(driver.words(view))
        assert [words for words in said(view) if squeezed(words) not in drawing] == []

    @pytest.mark.parametrize("view", HOSTILE.values(), ids=HOSTILE.keys())
    def test_the_beginning_of_hostile_words_is_shown(self, driver: Driver, view: View) -> None:
        drawing = squeezed(driver.words(view))
        assert [words for words in said(view) if not begun(squeezed(words), drawing)] == []

    @pytest.mark.parametrize("view", ALL.values(), ids=ALL.keys())
    def test_every_button_is_read_back(self, driver: Driver, view: View) -> None:
        for button in buttons(view):
            assert driver.press(view, button) == Pressed(button.action)

    @pytest.mark.parametrize("number", [0, 99, 149])
    def test_every_one_of_many_buttons_is_read_back(self, driver: Driver, number: int) -> None:
        every = tuple(Button(f"Person {n}", Run(f"report {n}")) for n in range(150))
        assert driver.press(Message((Text("x"),), every), every[number]) == Pressed(every[number].action)

    @pytest.mark.parametrize("filled", FILLED.values(), ids=FILLED.keys())
    def test_every_answer_is_read_back(self, driver: Driver, filled: Filled) -> None:
        heard = [answer(event) for event in driver.fill(filled.form, filled.answers)]
        assert {(submitted.run, submitted.turn) for submitted in heard} == {(filled.form.run, filled.form.turn)}
        assert {key: value for submitted in heard for key, value in submitted.values.items()} == filled.answers

    @pytest.mark.parametrize("kind", [QuestionKind.CHOICE, QuestionKind.MANY, QuestionKind.YESNO, QuestionKind.NUMBER])
    def test_every_option_is_read_back(self, driver: Driver, kind: QuestionKind) -> None:
        question, _ = specimens.question_of(kind, PICKS["en"])
        form = _only(question)
        for option in question.options:
            assert [answer(event).values for event in driver.fill(form, {question.key: option.value})] == [
                {question.key: option.value}
            ]

    def test_marks_look_different(self, driver: Driver) -> None:
        assert len({driver.sent(_of(Marked(mark, "x"))) for mark in Mark}) == len(Mark)

    def test_tones_look_different(self, driver: Driver) -> None:
        assert len({driver.sent(Message((Text("x"),), tone=tone)) for tone in Tone}) == len(Tone)

    def test_bars_show_value_and_goal(self, driver: Driver) -> None:
        bars = [Bar(Decimal(value), Decimal(goal), Decimal(100)) for value, goal in ((20, 50), (80, 50), (20, 90))]
        assert len({driver.sent(_of(bar)) for bar in bars}) == len(bars)

    @pytest.mark.parametrize(
        ("value", "goal", "full"),
        [("0", "0", "0"), ("-5", "10", "10"), ("900", "10", "12"), ("1", "900", "12")],
    )
    def test_bars_off_the_scale_are_drawn(self, driver: Driver, value: str, goal: str, full: str) -> None:
        assert driver.sent(_of(Bar(Decimal(value), Decimal(goal), Decimal(full))))

    def test_sparks_show_the_run_and_the_gaps(self, driver: Driver) -> None:
        runs: list[tuple[int | None, ...]] = [(1, 2, 3), (3, 2, 1), (1, None, 3)]
        sparks = [Spark(tuple(None if n is None else Decimal(n) for n in run)) for run in runs]
        assert len({driver.sent(_of(spark)) for spark in sparks}) == len(sparks)

    @pytest.mark.parametrize(
        "values",
        [(), (None, None), (Decimal(5), Decimal(5)), (Decimal(0),), tuple(map(Decimal, range(-200, 200)))],
    )
    def test_odd_sparks_are_drawn(self, driver: Driver, values: tuple[Decimal | None, ...]) -> None:
        assert driver.sent(_of(Spark(values)))

    @pytest.mark.parametrize("name", ["values.csv", "11月数据.xlsx", "a b.json"])
    def test_what_is_dropped_is_heard(self, driver: Driver, name: str) -> None:
        assert driver.drop(name, b"KPI,Nov\r\n\x00\xff") == Dropped(name, b"KPI,Nov\r\n\x00\xff")

    @pytest.mark.parametrize(
        "text", ["/kpi report", "kpi 报告", "revenue 1.2万, visits same", "[nothing like it]", "3"]
    )
    def test_what_is_typed_is_said(self, driver: Driver, text: str) -> None:
        assert driver.say(text) == Said(text)


def said(view: View) -> Iterator[str]:
    """Everything in the view that is there to be read."""
    match view:
        case Message(blocks=blocks):
            for block in blocks:
                yield from _block(block)
        case Form(title=title, step=step, intro=intro, questions=questions):
            yield from (title, step)
            for block in intro:
                yield from _block(block)
            for question in questions:
                yield from _question(question)
    yield from (button.label for button in buttons(view))


def buttons(view: View) -> Sequence[Button]:
    """The buttons under a message, or the acts of a form."""
    match view:
        case Message():
            return view.buttons
        case Form():
            return view.acts


def answer(event: Event) -> Submitted:
    """The answer that the event gives: an option may be pressed as well as handed in."""
    match event:
        case Submitted():
            return event
        case Pressed(action=Turn(run=run, turn=turn, act=Act.ANSWER, key=key, value=value)):
            return Submitted(run, turn, {key: value})
        case Pressed(action=Turn(run=run, turn=turn, act=Act.SKIP, key=key)):
            return Submitted(run, turn, {key: ""})
        case Pressed(action=Turn() | Run()) | Said() | Dropped():
            raise AssertionError(f"not an answer: {event}")


def squeezed(words: str) -> str:
    """The words without what need not be drawn: spaces, line ends, control and direction characters."""
    return "".join(char for char in words if not char.isspace() and not _is_control(char))


def begun(words: str, drawing: str) -> bool:
    """Whether the words, or at least their first four characters, are in the drawing."""
    return words[:4] in drawing


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text(html=html):
            yield unescape(re.sub("<[^>]+>", "", html))
            yield from (unescape(address) for address in re.findall('href="([^"]+)"', html))
        case Fields(pairs=pairs):
            yield from (words for pair in pairs for words in pair)
        case Table(columns=columns, rows=rows, caption=caption):
            yield from (*columns, caption)
            yield from (words for row in rows for cell in row for words in _cell(cell))
        case Document(name=name):
            yield name
        case QrCode(link=link):
            yield link
        case Chart(title=title, labels=labels, series=series, band=band):
            yield from (title, *labels)
            yield from (words for one in series for words in (one.name, *one.shown))
            yield from (band.name, *(each.shown for each in band.ranges if each)) if band else ()
        case Picture(of=of):
            yield from _block(of)


def _cell(cell: Cell) -> Iterator[str]:
    match cell:
        case str():
            yield cell
        case Marked(text=text):
            yield text
        case Bar() | Spark():
            pass


def _question(question: Question) -> Iterator[str]:
    yield from (question.label, question.hint, question.error, question.own)
    yield from (words for option in question.options for words in (option.label, option.note))
    match question.kind:
        case QuestionKind.TEXT | QuestionKind.NUMBER | QuestionKind.DATE:
            yield question.initial
        case QuestionKind.CHOICE | QuestionKind.MANY | QuestionKind.YESNO:
            pass


def _of(cell: Cell) -> Message:
    return Message((Table(("x",), ((cell,),), "l"),))


def _only(question: Question) -> Form:
    form = specimens.forms(PICKS["en"])["kind text"].form
    return replace(form, questions=(question,))


def _is_control(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
