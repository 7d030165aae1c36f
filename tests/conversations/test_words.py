"""Which questions the words after a command answer."""

from __future__ import annotations

import pytest

from conversations.choice_fields import ChoiceField, ManyField
from conversations.company_fields import ZoneField
from conversations.fields import DateField, Field, NumberField, TextField, YesNoField
from conversations.view import Option
from conversations.words import option_and_more, printable, split_words
from kpi_engine.model.kpi import Unit, UnitKind
from tests.conversations.toys import TODAY

TOWNS = (Option("#1", "New York"), Option("#2", "New"), Option("#3", "Ulm"))
MEMBER: dict[str, Field] = {
    "name": TextField(),
    "town": ChoiceField(options=TOWNS),
    "share": NumberField(unit=Unit(UnitKind.PERCENT)),
}
TRIP: dict[str, Field] = {
    "town": ChoiceField(options=TOWNS),
    "days": NumberField(unit=Unit(UnitKind.COUNT)),
    "until": DateField(),
    "sure": YesNoField(),
    "note": TextField(),
}


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("Ulm", {"town": "Ulm"}),
        ("new york 3", {"town": "new york", "days": "3"}),
        ("new 3", {"town": "new", "days": "3"}),
        (
            "Ulm 3 in 3 weeks yes and no more",
            {"town": "Ulm", "days": "3", "until": "in 3 weeks", "sure": "yes", "note": "and no more"},
        ),
        ("Ulm abc", {"town": "Ulm", "days": "abc"}),
        ("Ulm abc Friday", {"town": "Ulm", "days": "abc", "until": "Friday"}),
        ("Rome 3", {"town": "Rome 3"}),
        ("", {}),
    ],
)
def test_each_takes_what_it_can_read(words: str, given: dict[str, str]) -> None:
    assert split_words(words, TRIP, TODAY) == (given, "")


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("new york 3", {"town": "New York", "days": "3"}),
        ("New, 3", {"town": "New", "days": "3"}),
        ("Ul 3 Friday", {"town": "Ul", "days": "3", "until": "Friday"}),
        ("Ulm3", {"town": "Ulm", "days": "3"}),
        ("Ulm", {}),
        ("Ulm abc", {}),
        ("Ulm 3 Friday yes and no more", {}),
        ("3 3", {}),
        ("Rome 3", {}),
        ("", {}),
    ],
)
def test_an_option_and_what_stands_behind_it(words: str, given: dict[str, str]) -> None:
    """All of it is read, and not by a question that takes any words."""
    assert option_and_more(words, TRIP, TODAY) == given


def test_nothing_stands_behind_the_last_question_or_before_words() -> None:
    assert option_and_more("Ulm 3", {"town": TRIP["town"]}, TODAY) == {}
    assert option_and_more("Ulm 3", {"town": TRIP["town"], "note": TRIP["note"]}, TODAY) == {}
    assert option_and_more("Ulm 3", MEMBER, TODAY) == {}
    assert option_and_more("Ulm 3", {}, TODAY) == {}


@pytest.mark.parametrize(
    "words", ["Li Na, New York, 60%", "Li Na，New York，60%", "Li Na ; New York; 60%", "Li Na,New York,60%"]
)
def test_commas_part_the_answers_where_the_first_is_words(words: str) -> None:
    assert split_words(words, MEMBER, TODAY) == ({"name": "Li Na", "town": "New York", "share": "60%"}, "")


def test_fewer_answers_than_questions_will_do() -> None:
    assert split_words("Li Na, Ulm", MEMBER, TODAY) == ({"name": "Li Na", "town": "Ulm"}, "")
    assert split_words("Li Na", MEMBER, TODAY) == ({"name": "Li Na"}, "")


def test_more_parts_than_questions_are_one_answer() -> None:
    assert split_words("a, b, c, d", MEMBER, TODAY) == ({"name": "a, b, c, d"}, "")


@pytest.mark.parametrize("greedy", [TextField(), ManyField(options=TOWNS), ChoiceField(options=TOWNS, own=True)])
def test_what_takes_any_words_takes_all(greedy: Field) -> None:
    assert split_words("Ulm and more", {"first": greedy, "second": TextField()}, TODAY) == (
        {"first": "Ulm and more"},
        "",
    )


def test_what_is_left_over_is_said() -> None:
    assert split_words("Ulm 3 nights", {"town": TRIP["town"], "days": TRIP["days"]}, TODAY) == (
        {"town": "Ulm", "days": "3"},
        "nights",
    )
    assert split_words("new york please", {"zone": ZoneField()}, TODAY) == ({"zone": "new york"}, "please")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1b[0m", "ab[0m"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("half \ud83d character", "half  character"),
        ("🚀 שלום \u202e <b> *x* {{7*7}}", "🚀 שלום \u202e <b> *x* {{7*7}}"),
    ],
)
def test_only_what_can_be_kept_is_kept(typed: str, kept: str) -> None:
    assert printable(typed) == kept
