"""What is typed after a command, or in place of a button."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.acts import act_word, handed_to
from conversations.ask import Ask
from conversations.asking import Asking
from conversations.fields import Field, NumberField, TextField
from conversations.forms import choice, form, number
from conversations.view import Act, Message
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person, Role
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Language, Name
from tests.conversations.toys import Dialog, Mood, Paid, SwotKind, told, travel


class TestWordsAfterTheCommand:
    def test_they_answer_the_first_form(self) -> None:
        assert Dialog(travel, "Paris 4 by train").open == ["paid.payer"]

    def test_what_is_no_number_is_asked_and_nothing_else(self) -> None:
        dialog = Dialog(travel, "Paris abc")
        assert dialog.open == ["trip.days", "trip.note"]
        assert dialog.wrong == {"days": "number_unread"}
        assert dialog.pending.drafts == {"days": "abc"}

    def test_one_can_go_back_to_them(self) -> None:
        dialog = Dialog(travel, "Paris 4").back()
        assert dialog.open == ["trip.where", "trip.days", "trip.note"]
        assert dialog.pending.drafts == {"where": "#3", "days": "4"}

    def test_words_left_over_are_refused(self) -> None:
        def where_to(ask: Ask) -> Message:
            return told(ask(Mood).kind)

        with pytest.raises(Refusal) as refused:
            Dialog(where_to, "weakness and more")
        assert (refused.value.key, refused.value.params) == ("words_left", {"words": "and more"})

    def test_words_left_over_behind_several_answers_too(self) -> None:
        @form
        class Two:
            kind: SwotKind = choice(of=SwotKind)
            days: Decimal = number()

        with pytest.raises(Refusal) as refused:
            Dialog(lambda ask: told(ask(Two)), "weakness 4 weeks long")
        assert refused.value.params == {"words": "weeks long"}

    def test_a_flow_that_asks_nothing_takes_none(self) -> None:
        assert Dialog(lambda ask: told("done")).told == ["done"]
        with pytest.raises(Refusal):
            Dialog(lambda ask: told("done"), "at once")

    def test_a_flow_may_read_them_by_itself_and_pass_them_on(self) -> None:
        def adding(ask: Ask) -> Message:
            _, _, rest = ask.take_words().partition(" ")
            return told(ask(Paid, words=rest).payer)

        assert Dialog(adding, "add Tom").told == ["Tom"]
        assert Dialog(adding, "add Tom").back().open == ["paid.payer"]
        assert Dialog(adding, "add Tom").back().say("Tim").told == ["Tim"]

    def test_fields_known_only_now_take_what_is_given_for_them(self) -> None:
        asked: dict[str, Field] = {"kpi1": NumberField(unit=Unit(UnitKind.COUNT)), "kpi2": TextField()}

        def entering(ask: Ask) -> Message:
            given = {"kpi1": ask.take_words()}
            return told(ask.fields(Asking("values", "values", asked), dict, given=given))

        assert Dialog(entering, "12").open == ["values.kpi2"]
        assert Dialog(entering, "x").wrong == {"kpi1": "number_unread"}
        assert Dialog(entering, "x").answer(kpi1="13", kpi2="b").told == ["{'kpi1': Decimal('13'), 'kpi2': 'b'}"]


@pytest.mark.parametrize(
    ("typed", "act"),
    [
        ("back", Act.BACK),
        (" BACK ", Act.BACK),
        ("返回", Act.BACK),
        ("上一步", Act.BACK),
        ("Skip", Act.SKIP),
        ("跳过", Act.SKIP),
        ("cancel", Act.CANCEL),
        ("取消", Act.CANCEL),
        ("continue", Act.SHOW),
        ("继续", Act.SHOW),
        ("back to work", None),
        ("", None),
    ],
)
def test_what_can_be_typed_in_place_of_a_button(typed: str, act: Act | None) -> None:
    assert act_word(typed) is act


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("hand over to Li Na", "Li Na"),
        ("Hand  over to @tom", "Tom"),
        ("转交给李娜", "Li Na"),
        ("转交给 @李娜", "Li Na"),
        ("hand over", None),
        ("hand over to", None),
        ("handover", None),
        ("转交给", None),
    ],
)
def test_a_dialog_is_handed_to_somebody(typed: str, name: str | None) -> None:
    receiver = handed_to(typed, [somebody("Li Na", "李娜"), somebody("Tom", "汤姆")])
    assert (receiver.name.en if receiver else None) == name


@pytest.mark.parametrize(
    "typed",
    ["hand over to every customer within a day", "转交及时率达到95%", "转交给客户不超过两天", "hand over to Kim"],
)
def test_words_that_name_nobody_or_several_are_an_answer(typed: str) -> None:
    assert handed_to(typed, [somebody("Kim", "金"), somebody("Kim", "金")]) is None


def somebody(en: str, zh: str) -> Person:
    return Person(1, Name(en, zh), Role.MEMBER, Language.EN, "UTC", (), True)
