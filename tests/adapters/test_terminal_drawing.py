"""What the terminal draws stays on the page, in its columns, and is nothing but words and colours."""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from adapters.terminal.as_json import as_json
from adapters.terminal.clean import clean
from adapters.terminal.lines import words, wrapped
from adapters.terminal.markup import BREAK, Span, spans
from adapters.terminal.screen import Screen
from conversations.event import Pressed, Submitted
from conversations.view import (
    Band,
    Bar,
    Button,
    Chart,
    Form,
    Line,
    Mark,
    Marked,
    Message,
    Range,
    Run,
    Series,
    Spark,
    Table,
    Text,
    View,
)
from tests.adapters import contract, specimens
from tests.golden import check_golden

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [60, 79, 100])
@pytest.mark.parametrize("view", contract.ALL.values(), ids=contract.ALL.keys())
def test_no_line_is_wider_than_the_page(view: View, width: int) -> None:
    assert [line for line in Screen(width).show([view]).splitlines() if cell_len(line) > width] == []


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("view", contract.ALL.values(), ids=contract.ALL.keys())
def test_nothing_steers_the_terminal_but_colours(view: View, colour: bool) -> None:
    drawing = Screen(colour=colour).show([view])
    left = COLOUR.sub("", drawing) if colour else drawing
    assert {unicodedata.category(char) for char in left.replace("\n", "")}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(left)


def test_colours_are_drawn_where_there_are_any() -> None:
    view = specimens.messages(contract.PICKS["en"])["scorecard"]
    assert COLOUR.search(Screen(colour=True).show([view]))
    assert COLOUR.sub("", Screen(colour=True).show([view])) == Screen().show([view])


@pytest.mark.parametrize("people", ["[red]x", "[/]", "[link=https://x]y[/link]", ":smile:", r"\[bold]"])
def test_nothing_in_peoples_words_is_read_as_markup(people: str) -> None:
    view = specimens.messages(specimens.numbered(people))["why"]
    assert COLOUR.sub("", Screen(colour=True).show([view])).count(people) == 7


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_how_it_looks(lang: str, width: int, request: pytest.FixtureRequest) -> None:
    """Everything there is to draw, to be looked at in review."""
    views = specimens.views(contract.PICKS[lang])
    drawings = (f"=== {name} ===\n{Screen(width).show([view])}" for name, view in views.items())
    check_golden(f"terminal/{lang}-{width}.txt", "\n".join(drawings), request)


def test_the_head_of_a_form_is_drawn_once() -> None:
    filled = specimens.forms(contract.PICKS["en"])["kind text"].form
    screen = Screen()
    assert "Build a department" in screen.show([filled])
    assert "Build a department" not in screen.show([filled])
    assert "Build a department" not in screen.show([])
    assert isinstance(screen.read("A name"), Submitted)
    screen.show([Message((Text("Something else"),))])
    assert "Build a department" in screen.show([filled])


def test_buttons_are_numbered_through_an_answer() -> None:
    one, two = (Message((Text("Done"),), (Button("Undo", Run("undo")), Button(last, Run(last)))) for last in "ab")
    screen = Screen()
    assert re.findall(r"\[\d\] \w+", screen.show([one, two])) == ["[1] Undo", "[2] a", "[3] Undo", "[4] b"]
    assert screen.read("4") == Pressed(Run("b"))


def test_news_above_an_answer_take_none_of_its_numbers() -> None:
    news = Message((Text("Tom has a proposal"),), (Button("Agree", Run("agree")),), unasked=True)
    done = Message((Text("Done"),), (Button("Undo", Run("undo")), Button("Report", Run("report"))))
    screen = Screen()
    assert re.findall(r"\[\d\] \w+", screen.show([news, done])) == ["[3] Agree", "[1] Undo", "[2] Report"]
    assert screen.read("[1]") == Pressed(Run("undo"))
    assert screen.read("3") == Pressed(Run("agree"))


def test_the_options_of_a_question_have_the_first_numbers() -> None:
    news = Message((Text("Tom has a proposal"),), (Button("Agree", Run("agree")),), unasked=True)
    form = specimens.forms(contract.PICKS["en"])["kind choice"].form
    screen, after = Screen(), len(form.questions[0].options) + 1
    assert f"[{after}] Agree" in screen.show([news, form])
    assert screen.read(f"[{after}]") == Pressed(Run("agree"))
    assert isinstance(screen.read("[1]"), Submitted)


def test_what_is_cut_ends_with_an_ellipsis() -> None:
    long = specimens.HOSTILE["long word"]
    view = Message((Table((long, ""), ((long, "1"),), "lr"),), (Button(long, Run("x")),))
    assert [line[-1] for line in Screen().show([view]).splitlines() if line.startswith(("x", "["))] == [
        *("x", "x", "…", "1", "x", "…"),
        "…",
    ]


def test_columns_stay_aligned_in_chinese() -> None:
    table = Table(("指标", "值"), (("营业额", "1"), ("NPS", "22"), ("准时 OK", "333")), "lr", "")
    drawn = Screen().show([Message((table,))]).splitlines()
    assert {cell_len(line) for line in drawn} == {12}


@pytest.mark.parametrize(("standing", "under"), [(Mark.POOR, "  Win rate"), (Mark.NONE, "Win rate")])
def test_a_name_without_a_standing_stands_under_those_with_one(standing: Mark, under: str) -> None:
    rows = ((Marked(standing, "Revenue"),), (Marked(Mark.NONE, "Win rate"),))
    assert Screen().show([Message((Table(("KPI",), rows, "l"),))]).splitlines()[-1] == under


def test_where_there_is_no_room_names_give_way_and_numbers_stay() -> None:
    name = "Share of on-time deliveries to key accounts in all regions of the country"
    row = (name, *(["1,234,567,890"] * 6))
    drawn = Screen(100).show([Message((Table(("KPI", *"abcdef"), (row,), "lrrrrrr"),))]).splitlines()
    assert drawn[2].split() == ["Share", "of", *row[1:]]
    assert [line.strip() for line in drawn[3:]] == ["on-time", "deliverie…"]


@pytest.mark.parametrize(
    ("value", "goal", "full", "drawn"),
    [
        ("50", "100", "200", "███   │"),
        ("0", "5", "10", "      │"),
        ("10", "5", "10", "██████│█████"),
        ("99", "5", "10", "██████│█████"),
        ("-3", "0", "10", "│"),
        ("0", "0", "0", "│"),
        ("5", "99", "10", "██████     │"),
    ],
)
def test_bars(value: str, goal: str, full: str, drawn: str) -> None:
    bar = Bar(Decimal(value), Decimal(goal), Decimal(full), Mark.GOOD)
    assert _cell(Screen().show([Message((Table(("",), ((bar,),), "l"),))])) == drawn


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"),
        ([8, None, 1], "█·▁"),
        ([5, 5], "▄▄"),
        ([None], "·"),
        ([-10, 0], "▁█"),
        (list(range(100, 0, -1)), "█" * 2),
    ],
)
def test_sparks(values: list[int | None], drawn: str) -> None:
    spark = Spark(tuple(None if value is None else Decimal(value) for value in values))
    line = _cell(Screen().show([Message((Table(("",), ((spark,),), "l"),))]))
    assert line.startswith(drawn)
    assert len(line) == min(len(values), 24)


def test_a_chart_is_a_row_for_each_label() -> None:
    have = Series("Actual", (Decimal(10), Decimal(-5), None), ("10", "-5", "–"))
    want = Series("Target", (Decimal(5), None, Decimal(0)), ("5", "–", "0"), Line.TARGET)
    lines = Screen(60).show([Message((Chart("Profit", ("Q1", "Q2", "Q3"), (have, want)),))]).splitlines()
    assert lines == [
        "Profit",
        "    Actual  │ Target",
        "Q1      10         5         ██████│██████",
        "Q2      -5         –  ██████▋",
        "Q3       –         0        │",
    ]


def test_what_is_to_come_stands_in_its_place() -> None:
    """The forecast where nothing has happened yet, and what could come out as a shade."""
    have = Series("Actual", (Decimal(8), None), ("8", ""))
    coming = Series("Forecast", (None, Decimal(10)), ("", "10"), Line.FORECAST)
    band = Band("8 in 10", (None, Range(Decimal(8), Decimal(16), "8 – 16")))
    lines = Screen(60).show([Message((Chart("Visits", ("Q1", "Q2"), (have, coming), band),))]).splitlines()
    assert lines == [
        "Visits",
        "    Actual",
        "Q1       8  ██████████",
        "Q2    ┊ 10            ░░┊░░░░░░░",
        "┊ Forecast",
        "░ 8 in 10   Q2 8 – 16",
    ]


@given(st.text(alphabet="ab 中文，。（）x\n", max_size=200), st.integers(4, 40))
@example("（" * 50, 10)
@example("a，，，，，，，，，，", 4)
def test_breaking_lines_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    lines = [line.plain for line in wrapped(words(text), width)]
    assert contract.squeezed("".join(lines)) == contract.squeezed(text)
    assert max(map(cell_len, lines)) <= width


def test_no_chinese_line_begins_with_closing_punctuation() -> None:
    text = words("请填写本月数据，谢谢。（截止周五）" * 5)
    for width in range(6, 40):
        assert [line.plain for line in wrapped(text, width) if line.plain[:1] in "，。）"] == []


def test_words_are_broken_between_words() -> None:
    assert [line.plain for line in wrapped(words("one two three"), 8)] == ["one two", "three"]


@given(st.text())
def test_clean_text_is_one_line_without_controls(text: str) -> None:
    assert "\n" not in clean(text)
    assert clean(clean(text)) == clean(text)
    assert contract.squeezed(clean(text)) == contract.squeezed(text)


def test_half_a_character_is_replaced() -> None:
    assert clean("a\ud83d") == "a\ufffd"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a &lt;b&gt; &amp; c", (Span("a <b> & c"),)),
        ("<b>a</b>b", (Span("a", bold=True), Span("b"))),
        ("<b>a<i>b</i></b>", (Span("a", bold=True), Span("b", bold=True, italic=True))),
        ("a<br>b<br/>c", (Span("a"), BREAK, Span("b"), BREAK, Span("c"))),
        ("a\nb", (Span("a b"),)),
        ('<a href="https://x.org?a=1&amp;b=2">x</a>', (Span("x"), Span("", link="https://x.org?a=1&b=2"))),
        ('<a href="javascript:x()">x</a>', (Span("x"),)),
        ("<u>x</u>", (Span("x"),)),
        ("<code>a</code>", (Span("a", code=True),)),
    ],
)
def test_the_html_of_texts(html: str, expected: tuple[Span, ...]) -> None:
    assert spans(html) == expected


def test_a_view_is_one_json_object_on_a_line() -> None:
    for view in contract.ALL.values():
        line = as_json(view)
        assert line.count("\n") == 1
        assert json.loads(line)["type"] == type(view).__name__


def test_json_names_each_part_and_keeps_decimals_exact() -> None:
    table = Table(("",), ((Bar(Decimal("1E+3"), Decimal("0.10"), Decimal(3), Mark.POOR),),), "l")
    parts = json.loads(as_json(Message((table,))))["blocks"][0]
    assert parts["type"] == "Table"
    assert parts["rows"] == [[{"type": "Bar", "value": "1000", "goal": "0.10", "full": "3", "mark": "poor"}]]
    question = json.loads(as_json(specimens.forms(contract.PICKS["zh"])["kind yesno"].form))["questions"][0]
    assert question["options"][0] == {"type": "Option", "value": "yes", "label": "是", "note": "", "also": []}
    assert question["optional"] is False


def test_a_form_with_nothing_left_to_ask_shows_how_to_hand_it_in() -> None:
    form = specimens.forms(contract.PICKS["en"])["kind text"].form
    done = Form(form.run, form.turn, form.key, form.title, "", (), (), form.acts, "Publish")
    assert "↵ Publish" in Screen().show([done])


def _cell(drawing: str) -> str:
    return drawing.rstrip("\n")
