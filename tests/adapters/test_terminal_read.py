"""What a typed line means depends on what was drawn last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from adapters.terminal.read import read
from conversations.event import Event, Pressed, Said, Submitted
from conversations.view import (
    Act,
    Button,
    Form,
    Message,
    Option,
    Question,
    QuestionKind,
    Run,
    Text,
    Turn,
    View,
)

REPORT, WHY = Button("Report", Run("report")), Button("Why?", Run("why"))
BACK, CANCEL = Button("Back", Turn("r", 3, Act.BACK)), Button("取消", Turn("r", 3, Act.CANCEL))
SKIP, SKIP_NEXT = (Button("Skip", Turn("r", 3, Act.SKIP, key)) for key in ("k", "next"))
CITIES = (Option("a", "Ulm"), Option("b", "New York"), Option("c", "上海"))
MONTHS = (Option("m3", "3"), Option("m2", "2"), Option("m1", "1"))

MESSAGE = Message((Text("Hello"),), (REPORT, WHY))


def form(
    kind: QuestionKind, options: tuple[Option, ...] = CITIES, *, initial: str = "", optional: bool = False
) -> Form:
    question = Question("k", kind, "?", options=options, initial=initial, optional=optional)
    after = Question("next", QuestionKind.TEXT, "?")
    return Form("r", 3, "f", "Form", "", (), (question, after), (SKIP, SKIP_NEXT, BACK, CANCEL))


def answer(value: str) -> Submitted:
    return Submitted("r", 3, {"k": value})


TEXT, NUMBER, DATE = (form(kind) for kind in (QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.DATE))
CHOICE, MANY, YESNO = (form(kind) for kind in (QuestionKind.CHOICE, QuestionKind.MANY, QuestionKind.YESNO))
TWINS = form(QuestionKind.CHOICE, (Option("a", "Sales"), Option("b", "sales")))


@pytest.mark.parametrize(
    ("line", "shown", "event"),
    [
        ("hello", [], Said("hello")),
        ("1", [], Said("1")),
        ("[Report]", [], Said("[Report]")),
        ("  /kpi report \n", [], Said("/kpi report")),
        ("", [], None),
        ("[Report]", [MESSAGE], Pressed(Run("report"))),
        ("[ report ]", [MESSAGE], Pressed(Run("report"))),
        ("【Why?】", [MESSAGE], Pressed(Run("why"))),
        ("[2]", [MESSAGE], Pressed(Run("why"))),
        ("2", [MESSAGE], Pressed(Run("why"))),
        ("２", [MESSAGE], Pressed(Run("why"))),
        ("3", [MESSAGE], Said("3")),
        ("0", [MESSAGE], Said("0")),
        ("-1", [MESSAGE], Said("-1")),
        ("9" * 5000, [MESSAGE], Said("9" * 5000)),
        ("[3]", [MESSAGE], Said("[3]")),
        ("Report", [MESSAGE], Said("Report")),
        ("", [MESSAGE], None),
        ("[Report]", [MESSAGE, TEXT], Pressed(Run("report"))),
        ("[1]", [MESSAGE, replace(MESSAGE, buttons=(BACK,))], Pressed(Run("report"))),
        ("3", [MESSAGE, replace(MESSAGE, buttons=(BACK,))], Pressed(BACK.action)),
        ("[3]", [MESSAGE, replace(MESSAGE, buttons=(BACK,))], Pressed(BACK.action)),
        ("1", [MESSAGE, CHOICE], answer("a")),
    ],
)
def test_after_messages(line: str, shown: Sequence[View], event: Event | None) -> None:
    assert read(line, shown) == event


@pytest.mark.parametrize("shown", [TEXT, NUMBER, DATE], ids=lambda shown: shown.questions[0].kind)
@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("2", answer("2")),
        ("1.2万", answer("1.2万")),
        ("-4", answer("-4")),
        ("New York", answer("New York")),
        ("[2]", answer("b")),
        ("[new york]", answer("b")),
        ("[nowhere]", Said("[nowhere]")),
        ("/kpi report", Said("/kpi report")),
        ("／kpi 报告", Said("／kpi 报告")),
        ("[Back]", Pressed(BACK.action)),
        ("back", Pressed(BACK.action)),
        ("取消", Pressed(CANCEL.action)),
        ("skip", Pressed(SKIP.action)),
        ("", None),
    ],
)
def test_where_anything_may_be_the_answer(shown: Form, line: str, event: Event | None) -> None:
    assert read(line, [shown]) == event


@pytest.mark.parametrize("shown", [CHOICE, YESNO], ids=lambda shown: shown.questions[0].kind)
@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("2", answer("b")),
        ("[2]", answer("b")),
        ("new  york", answer("b")),
        ("[上海]", answer("c")),
        ("4", Said("4")),
        ("1 2", Said("1 2")),
        ("Ulm, 上海", Said("Ulm, 上海")),
        ("somewhere", Said("somewhere")),
        ("[Back]", Pressed(BACK.action)),
        ("", None),
    ],
)
def test_where_one_is_chosen(shown: Form, line: str, event: Event | None) -> None:
    assert read(line, [shown]) == event


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("2", answer("b")),
        ("1 3", answer("a\nc")),
        ("3,1", answer("c\na")),
        ("1， 3", answer("a\nc")),
        ("1、1、2", answer("a\nb")),
        ("Ulm, new york", answer("a\nb")),
        ("New York; 3", answer("b\nc")),
        ("Ulm 上海", answer("a\nc")),
        ("1 9", Said("1 9")),
        ("Ulm, Paris", Said("Ulm, Paris")),
        (",", Said(",")),
        ("back", Pressed(BACK.action)),
    ],
)
def test_where_several_are_chosen(line: str, event: Event) -> None:
    assert read(line, [MANY]) == event


def test_a_number_that_is_a_label_means_the_label() -> None:
    assert read("1", [form(QuestionKind.CHOICE, MONTHS)]) == answer("m1")
    assert read("[1]", [form(QuestionKind.CHOICE, MONTHS)]) == answer("m1")
    assert read("4", [form(QuestionKind.CHOICE, MONTHS)]) == Said("4")


def test_of_two_options_named_alike_only_the_number_chooses() -> None:
    assert read("Sales", [TWINS]) == Said("Sales")
    assert read("[2]", [TWINS]) == answer("b")


@pytest.mark.parametrize("kind", QuestionKind)
def test_an_empty_line_takes_what_stands_in_the_field(kind: QuestionKind) -> None:
    assert read("\n", [form(kind, initial="b")]) == answer("b")
    assert read("\n", [form(kind, optional=True)]) == answer("")


def test_with_nothing_left_to_ask_an_empty_line_hands_in() -> None:
    done = replace(TEXT, questions=())
    assert read("", [done]) == Submitted("r", 3, {})
    assert read("back", [done]) == Pressed(BACK.action)
    assert read("[1]", [done]) == Said("[1]")
    assert read("well", [done]) == Said("well")
