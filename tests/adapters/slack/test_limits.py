"""Views that are larger than Slack takes: nothing is refused, and what is cut says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from adapters.base import Who
from adapters.slack.blocks import message_block
from conversations.event import Event, Pressed, Submitted
from conversations.view import (
    Act,
    Button,
    Chart,
    Fields,
    Form,
    Line,
    Message,
    Option,
    Parts,
    Question,
    QuestionKind,
    Run,
    Series,
    Table,
    Text,
    Turn,
    View,
)
from tests.adapters.slack.state import Json
from tests.adapters.slack.town import WORDS, Town


class Shown:
    """Somebody who is shown a view after a command."""

    def __init__(self) -> None:
        self.views: Sequence[View] = ()
        self.town = Town(self._hear, "http")

    def messages(self, view: View) -> list[Json]:
        """The blocks of the messages that come."""
        self.views = (view,)
        self.town.run(self.town.person().say("x"))
        return [message.blocks for message in self.town.slack.messages]

    def modal(self, form: Form) -> Json:
        """The modal that opens."""
        self.views = (form,)
        self.town.run(self.town.person().command("x"))
        return self.town.modal

    def home(self, *views: View) -> Json:
        """The home tab."""
        self.views = views
        self.town.run(self.town.person().open("home"))
        return self.town.slack.homes["UANN"]

    def _hear(self, who: Who, event: Event) -> Sequence[View]:
        return self.views


@pytest.fixture
def shown() -> Iterator[Shown]:
    found = Shown()
    yield found
    found.town.close()
    assert found.town.slack.faults == []


def form(*questions: Question, acts: tuple[Button, ...] = ()) -> Form:
    return Form("r1", 1, "f", "A form", "", (), questions, acts, "Next")


def choice(count: int, kind: QuestionKind = QuestionKind.CHOICE) -> Question:
    options = tuple(Option(f"v{n}", f"Option {n}", "x" * 90) for n in range(count))
    return Question("which", kind, "Which?", options=options, initial="v3")


def line(values: Sequence[Decimal | None], names: Sequence[str] = ("Actual",)) -> Chart:
    series = [Series(name, tuple(values), tuple("" for _ in values), Line.ACTUAL) for name in names]
    return Chart("Revenue", tuple(f"m{n}" for n in range(len(values))), tuple(series))


def test_a_long_message_comes_in_several(shown: Shown) -> None:
    parts = shown.messages(Message(tuple(Text(f"{n} " + "word " * 500) for n in range(20))))
    assert len(parts) == 5
    assert sum(map(len, parts)) == 20


def test_a_long_paragraph_goes_on_in_the_next_one(shown: Shown) -> None:
    blocks = [block for part in shown.messages(Message((Text("<b>" + "x" * 10_000 + "</b>"),))) for block in part]
    texts = [piece["text"] for block in blocks for piece in block["elements"][0]["elements"]]
    assert "".join(texts) == "x" * 10_000


def test_many_blocks_and_many_buttons_fit(shown: Shown) -> None:
    buttons = tuple(Button(f"Button {n}", Run(f"report {n}")) for n in range(60))
    parts = shown.messages(Message(tuple(Text(f"{n}") for n in range(120)), buttons))
    assert [len(part) for part in parts] == [50, 50, 23]


def test_a_button_that_slack_cannot_carry_is_left_out(shown: Shown) -> None:
    (blocks,) = shown.messages(Message((Text("x"),), (Button("Much", Run("x" * 2001)), Button("Little", Run("x")))))
    assert [element["text"]["text"] for element in blocks[-1]["elements"]] == ["Little"]


def test_two_tables_come_in_two_messages(shown: Shown) -> None:
    table = Table(("KPI",), (("Revenue",),), "l")
    assert len(shown.messages(Message((table, table)))) == 2


def test_a_table_of_two_hundred_rows_has_its_head_in_each_part(shown: Shown) -> None:
    table = Table(("KPI", "Actual"), tuple((f"KPI {n}", "x" * 60) for n in range(200)), "lr")
    parts = shown.messages(Message((table,)))
    assert len(parts) == 3
    assert {part[0]["rows"][0][0]["text"] for part in parts} == {"KPI"}
    assert sum(len(part[0]["rows"]) - 1 for part in parts) == 200


def test_a_table_of_many_columns_ends_with_a_sign_and_comes_whole_as_a_file(shown: Shown) -> None:
    table = Table(tuple(f"c{n}" for n in range(25)), (tuple(f"x{n}" for n in range(25)),), "l" * 25, "By day")
    (blocks,) = shown.messages(Message((table,)))
    rows = [[cell["text"] for cell in row] for row in blocks[0]["rows"]]
    assert [(len(row), *row[-2:]) for row in rows] == [(20, "c18", "…"), (20, "x18", "…")]
    (file,) = shown.town.slack.files.values()
    assert file["name"] == "By day.csv"
    assert file["content"].decode("utf-8-sig").splitlines()[1].endswith("x23,x24")


def test_a_table_of_twenty_columns_is_whole(shown: Shown) -> None:
    (blocks,) = shown.messages(Message((Table(tuple(f"c{n}" for n in range(20)), (("x",) * 20,), "l" * 20),)))
    assert blocks[0]["rows"][0][-1]["text"] == "c19"
    assert shown.town.slack.files == {}


def test_on_the_home_tab_a_table_stands_in_columns_also_in_chinese(shown: Shown) -> None:
    table = Table(("指标", "实际"), (("月度营业额", "482"), ("NPS", "41")), "lr")
    text = shown.home(Message((table,)))["blocks"][0]["elements"][0]["elements"][0]["text"]
    assert text.split("\n") == ["指标        实际", "月度营业额   482", "NPS           41"]


def test_a_home_tab_of_too_many_blocks_ends_with_a_way_to_the_rest(shown: Shown) -> None:
    views = tuple(Message((Text(f"{n}"),)) for n in range(130))
    home = shown.home(*views)
    assert len(home["blocks"]) == 100
    assert home["blocks"][-2]["elements"][0]["text"] == WORDS.rest
    shown.town.run(shown.town.person().press(WORDS.all_of_it, home))
    assert len(shown.town.slack.messages) == 130
    assert shown.town.heard[-2][1] == Pressed(Run(""))


def test_a_home_tab_that_just_fits_has_no_such_way(shown: Shown) -> None:
    home = shown.home(*(Message((Text(f"{n}"),)) for n in range(100)))
    assert WORDS.rest not in str(home["blocks"])


def test_in_a_modal_what_is_asked_has_room_before_what_is_said(shown: Shown) -> None:
    question = Question("goal", QuestionKind.TEXT, "Which goal?")
    long = replace(form(question), intro=tuple(Text(f"{n}") for n in range(130)))
    view = shown.modal(long)
    assert len(view["blocks"]) == 100
    assert view["blocks"][-2]["elements"][0]["text"] == WORDS.rest
    assert view["blocks"][-1]["type"] == "input"


def test_many_facts_fit(shown: Shown) -> None:
    assert len(shown.messages(Message((Fields(tuple((f"Fact {n}", "x" * 100) for n in range(50))),)))) == 1


@pytest.mark.parametrize(
    ("count", "kind", "element"),
    [
        (10, QuestionKind.CHOICE, "radio_buttons"),
        (11, QuestionKind.CHOICE, "static_select"),
        (250, QuestionKind.CHOICE, "static_select"),
        (10, QuestionKind.MANY, "checkboxes"),
        (250, QuestionKind.MANY, "multi_static_select"),
    ],
)
def test_lists_of_any_length_can_be_chosen_from(shown: Shown, count: int, kind: QuestionKind, element: str) -> None:
    view = shown.modal(form(choice(count, kind)))
    assert [block["element"]["type"] for block in view["blocks"] if block["type"] == "input"] == [element]
    shown.views = ()
    shown.town.run(shown.town.person().hand_in(view, {"which": f"v{count - 1}"}))
    assert shown.town.heard[-1][1] == Submitted("r1", 1, {"which": f"v{count - 1}"})


def test_an_option_that_is_there_twice_is_offered_once(shown: Shown) -> None:
    twice = (Option("a", "First"), Option("b", "B"), Option("a", "Second"))
    view = shown.modal(form(Question("which", QuestionKind.MANY, "Which?", options=twice, initial="a")))
    element = view["blocks"][0]["element"]
    assert [option["text"]["text"] for option in element["options"]] == ["First", "B"]
    assert [option["text"]["text"] for option in element["initial_options"]] == ["First"]


def test_a_value_longer_than_slack_carries_comes_back_whole(shown: Shown) -> None:
    question = Question("goal", QuestionKind.CHOICE, "Which goal?", options=(Option("a", "A"), Option("g" * 400, "G")))
    view = shown.modal(form(question))
    option = view["blocks"][0]["element"]["options"][1]["value"]
    assert len(option) < 150
    shown.town.run(shown.town.person().hand_in(view, {"goal": option}))
    assert shown.town.heard[-1][1] == Submitted("r1", 1, {"goal": "g" * 400})


def test_a_chart_that_slack_can_draw_truly_is_slacks_own(shown: Shown) -> None:
    (blocks,) = shown.messages(Message((line([Decimal(1), Decimal("2.5")], ("Actual", "Target")),)))
    assert blocks[0]["type"] == "data_visualization"
    assert shown.town.slack.files == {}


@pytest.mark.parametrize(
    "chart",
    [
        line([Decimal(1), None]),
        line([Decimal(n) for n in range(21)]),
        line([Decimal(1)], ("x" * 25, "x" * 26)),
        replace(line([Decimal(9), Decimal(1)]), parts=Parts("Part of a period", (1,))),
    ],
    ids=["gaps", "too many", "the same name once cut", "a part of a period"],
)
def test_another_chart_is_its_numbers_and_a_picture(shown: Shown, chart: Chart) -> None:
    parts = shown.messages(Message((chart,)))
    assert "table" in [block["type"] for part in parts for block in part]
    assert [file["name"] for file in shown.town.slack.files.values()] == ["Revenue.png"]


def test_what_is_typed_calls_nobody(shown: Shown) -> None:
    for words in ("<!channel>", "<@U1>", "@here", "https://example.org", "*bold*"):
        (block,) = message_block(Fields(((words, words),)))
        assert [piece["type"] for piece in block["elements"][0]["elements"]] == ["text", "text"]
    shown.messages(Message((Text("&lt;!channel&gt; &amp; all"),)))
    assert shown.town.slack.messages[0].payload["text"] == "&lt;!channel&gt; &amp; all"


def test_acts_of_a_form_go_with_it(shown: Shown) -> None:
    back = Button("Back", Turn("r1", 1, Act.BACK))
    assert shown.modal(form(choice(2), acts=(back,)))["blocks"][-1]["elements"][0]["text"]["text"] == "Back"
