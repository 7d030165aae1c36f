"""The other faces of a view: on the home tab, and a form as a message; each of every specimen, judged."""

from __future__ import annotations

import pytest

from adapters.slack.form import asking
from adapters.slack.home import home
from adapters.slack.message import posts
from conversations.view import Act, Form, Turn, View
from tests.adapters.contract import ALL
from tests.adapters.slack.judge import faults_of_call
from tests.adapters.slack.town import WORDS

FORMS = {name: view for name, view in ALL.items() if isinstance(view, Form)}


@pytest.mark.parametrize("view", ALL.values(), ids=ALL.keys())
def test_every_view_fits_on_the_home_tab(view: View) -> None:
    assert faults_of_call("views.publish", {"user_id": "U1", "view": home([view], WORDS)}) == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_form_can_be_a_message_that_opens_it(form: Form) -> None:
    drawn = posts(asking(form, WORDS))
    assert [faults_of_call("chat.postMessage", {"channel": "C1", **post}) for post in drawn] == [[]] * len(drawn)
    labels = [
        each["text"]["text"]
        for post in drawn
        for block in post["blocks"]
        if block["type"] == "actions"
        for each in block["elements"]
    ]
    assert WORDS.go_on in labels


def test_a_question_of_one_choice_is_answered_by_its_buttons() -> None:
    form = FORMS["en, kind choice"]
    answers = [
        button.action
        for button in asking(form, WORDS).buttons
        if isinstance(button.action, Turn) and button.action.act is Act.ANSWER
    ]
    assert [(answer.key, answer.value) for answer in answers] == [
        (form.questions[0].key, option.value) for option in form.questions[0].options
    ]
