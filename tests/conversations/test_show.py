"""A pending form, worded for its reader."""

from __future__ import annotations

import pytest

from conversations.ask import Ask
from conversations.fields import Rejected
from conversations.flows.build import Confirm
from conversations.flows.start import Company
from conversations.flows.strategy import Swot
from conversations.show import shown
from conversations.view import Act, Button, Form, Message, Option, QuestionKind, Style, Text, Turn
from kpi_engine.model.name import Language
from tests.conversations.toys import Dialog, told, words_of


def confirming(ask: Ask) -> Message:
    ask.step(2, of=5)
    return told(ask(Confirm, intro=(Text("All set"),), check=_not_yet))


def _not_yet(given: Confirm) -> Rejected | None:
    return None if given.publish else Rejected("not_yet")


def starting(ask: Ask) -> Message:
    departments = (Option("Sales", "Sales"), Option("Service", "Service"))
    return told(ask(Company, options={"departments": departments}, initial={"currency": "CNY"}))


def seen(dialog: Dialog, language: Language = Language.EN) -> Form:
    """The form as the reader sees it."""
    return shown(dialog.pending, dialog.run, words_of(language))


def test_a_form_has_its_title_step_intro_and_the_word_on_its_button() -> None:
    view = seen(Dialog(confirming))
    assert (view.run, view.turn, view.key, view.title, view.step, view.submit) == (
        "r1",
        0,
        "confirm",
        "Ready?",
        "2/5",
        "Next",
    )
    assert view.intro == (Text("All set"),)
    assert seen(Dialog(starting)).step == ""


def test_only_open_questions_are_shown_with_label_hint_and_what_stands_in_them() -> None:
    view = seen(Dialog(starting).answer(name="Harbour", time_zone="Rome"))

    assert [question.key for question in view.questions] == ["departments", "currency"]
    departments, currency = view.questions
    assert (departments.kind, departments.label) == (QuestionKind.MANY, "Which departments are there?")
    assert departments.hint == "Pick from the list, or type your own with commas between them."
    assert [option.label for option in departments.options] == ["Sales", "Service"]
    assert currency.initial == "CNY"


@pytest.mark.parametrize(("language", "title"), [(Language.EN, "Your company"), (Language.ZH, "公司信息")])
def test_the_words_are_the_readers(language: Language, title: str) -> None:
    assert seen(Dialog(starting), language).title == title


def test_why_an_answer_was_not_taken_stands_beside_it_as_plain_text() -> None:
    view = seen(Dialog(starting).answer(currency="<b>coins & more</b>"))
    currency = view.questions[-1]
    assert currency.initial == "<b>coins & more</b>"
    assert currency.error.startswith("I know no currency “<b>coins & more</b>”.")


def test_what_is_wrong_with_the_answers_together_is_said_at_the_first() -> None:
    dialog = Dialog(confirming).say("no")
    view = seen(dialog)
    assert view.intro == (Text("All set"),)
    assert view.questions[0].error == words_of().plain("rejected.not_yet")
    assert view.questions[0].initial == "no"


def test_yes_and_no_are_options_in_the_readers_words() -> None:
    for language, labels in ((Language.EN, ["Yes", "No"]), (Language.ZH, ["是", "否"])):
        question = seen(Dialog(confirming), language).questions[0]
        assert [option.label for option in question.options] == labels
        assert [option.value for option in question.options] == ["yes", "no"]


def test_the_ways_out_are_those_there_are() -> None:
    dialog = Dialog(lambda ask: told(ask(Swot)))
    cancel = Button("Cancel", Turn("r1", 0, Act.CANCEL), Style.DANGER)
    assert seen(dialog).acts == (Button("Skip", Turn("r1", 0, Act.SKIP, "strength")), cancel)
    assert seen(Dialog(starting)).acts == (cancel,)

    dialog.skip()

    assert [act.label for act in seen(dialog).acts] == ["Back", "Skip", "Cancel"]
    assert [act.action for act in seen(dialog).acts] == [
        Turn("r1", 1, Act.BACK),
        Turn("r1", 1, Act.SKIP, "weakness"),
        Turn("r1", 1, Act.CANCEL),
    ]
