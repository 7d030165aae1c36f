"""Whatever is typed, there is one clear sentence: nothing is executed, lost or drawn askew.

That nothing is logged as an error and no line is wider than the terminal is checked by the stage at every answer.
"""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.commands import COMMANDS
from conversations.event import Pressed, Said, Submitted
from conversations.view import Form, Message, Run, Tone
from tests.stage import RealStage

NAMES = {
    "long": "Great Harbour " * 13,
    "one long word": "x" * 190,
    "long Chinese": "海港" * 95,
    "emoji": "Sales 🚀👩‍👩‍👧‍👦 Team",
    "flag": "🇨🇳 Export",
    "tag": "<b>bold</b>",
    "script": "<script>alert(1)</script>",
    "stars": "*x* _y_ ~z~ `q`",
    "right to left": "مبيعات הזמנות",
    "turned round": "abc\u202edef",
    "SQL": "'; DROP TABLE person; --",
    "template": "{{7*7}}",
    "statement": "{% raw %}",
    "format": "{0} %s {name} $HOME",
    "entity": "&lt;b&gt; &amp;",
    "ampersand": "R&D & Co",
    "quotes": "\"'“”‘’",
    "backslash": "a\\b\\n",
    "brackets": "[bold]x[/bold] 【甲】",
    "zero width": "Sa\u200bles",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "null": "a\x00b",
    "control": "a\x1b[31mred\x07",
    "half a character": "a\ud800b",
    "period": "2026-11",
    "command": "report",
    "company": "company",
    "number": "№ 12",
    "at": "@Nobody",
    "act": "Back office",
}
TOO_LONG = "x" * 300
MOST_SAID = 700
"""Characters of an answer to what is not understood."""
OWN_KPI = ("higher", "count", "month", "", "1 2 3", "20%", "4, 30%", "1", "equal", "1")
"""How it is counted, the last values (nobody says where from) and targets of both, who enters them, the weights, and what has an action."""
VALUES = [
    "1e9999",
    "NaN",
    "inf",
    "-0",
    "9" * 500,
    "1/0",
    "1,2,3,4",
    "٣٥",
    "²",
    "½",
    "Ⅷ",
    "１２",
    "0x1F",
    "1_000",
    "--5",
    "+",
    "％",
]
LINES = [
    "",
    "   ",
    "\u3000",
    "\x00",
    "/",
    "//",
    "/kpi/",
    "/kpi  report",
    "/KPI REPORT",
    "kpi",
    "kpireport",
    "/kpi nonsense",
    "/kpi 胡说",
    "/report",
    "report report report",
    "/kpi report of the company please",
    "/kpi why not",
    "/kpi history of everything",
    "/kpi undo everything",
    "/kpi start Acme, Sales, Shanghai, CNY, and more",
    "/kpi language 中文 please",
    "/kpi members remove Anna",
    "/kpi actual",
    "/kpi actual abc",
    "/kpi actual 12",
    "/kpi actual ,,,;;;",
    "win rate",
    "[1]",
    "[",
    "【】",
    "1",
    "a\u2028b\u2029c",
    "half \ud800 a character",
    "hand over to",
    "hand over to nobody",
    "转交",
    "@",
    "@@@",
    "#",
    "x" * 10_000,
    "字" * 5_000,
    "win rate " * 500,
    "1 " * 3_000,
    "/kpi report " + "y" * 5_000,
]


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Anna",)


@pytest.mark.parametrize("line", LINES, ids=[line[:20].encode("unicode_escape").decode() for line in LINES])
@pytest.mark.parametrize("company", ["empty", "built"])
def test_any_line_is_answered(company: str, line: str, stage: RealStage, request: pytest.FixtureRequest) -> None:
    if company == "built":
        request.getfixturevalue("built")
    for text in (line, f"/kpi {line}"):
        answer = stage.hear("Anna", Said(text))[-1]
        assert isinstance(answer, Form) or len(str(answer.blocks[0])) < MOST_SAID


@pytest.mark.parametrize("command", ["", *(name for command in COMMANDS for name in command.names)])
def test_every_command_in_an_empty_company(stage: RealStage, command: str) -> None:
    (answer,) = stage.hear("Anna", Said(f"/kpi {command}"))
    assert isinstance(answer, Message | Form)
    for word in ("Sales", "nonsense 12", "@Anna", "last month", "add"):
        stage.type("Anna", "cancel")
        assert stage.hear("Anna", Said(f"/kpi {command} {word}"))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_any_name_of_anything(stage: RealStage, name: str) -> None:
    person = name if any(map(str.isalpha, name)) else f"Li{name}"  # a number alone is nobody's name
    for words, answers in (
        ("start", (name, f"{name}\nSelling", "Shanghai", "CNY")),
        ("strategy", (f"own more {name}\nSell more", f"{name}\nfast", "", "", f"{name}\ncheap")),
        ("members add", (person, "1", "member")),
        ("build", ("1", "1", f"win more {name}", f"{name}\nWin rate", *OWN_KPI, name, "1", "12-24", "yes")),
    ):
        stage.type("Anna", f"/kpi {words}")
        for answer in answers:
            _answer(stage, answer)

    kept = " ".join("".join(sign for sign in name if category(sign) not in ("Cc", "Cs")).split())
    with stage.reader("Anna") as reader:
        assert reader.company().name.en == kept
        assert [department.name.en for department in reader.departments()] == [kept, "Selling"]
        assert {one.name.en for one in reader.people()} == {"Anna", person.replace(name, kept)}
        assert {f"own more {kept}", f"win more {kept}"} <= {goal.name.en for goal in reader.goals()}
        kpi = reader.kpis()[0]
        assert kpi.definition.name.en == kept
    about = f"#{kpi.kpi.id}"
    for line in ("", "report", "report company", f"report {about}", f"why {about}", f"history {about}", "members"):
        assert "✗" not in stage.type("Anna", f"/kpi {line}")
    for line in (f"report {name}", f"history {name}", f"why @{name}", f"actual {name} 12", f"build {name}"):
        assert stage.type("Anna", f"/kpi {line}")


def test_names_that_are_too_long_are_told_so_and_kept_in_the_field(stage: RealStage) -> None:
    stage.type("Anna", "/kpi start")
    for answer, then in ((TOO_LONG, "Acme"), (TOO_LONG, "Sales"), (TOO_LONG, "Shanghai"), (TOO_LONG, "CNY")):
        _answer(stage, answer)
        form = stage.shown["Anna"][-1]
        assert isinstance(form, Form)
        assert form.questions[0].error
        assert form.questions[0].initial == TOO_LONG
        _answer(stage, then)

    assert isinstance(stage.shown["Anna"][-1], Message)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_any_value_is_read_right_or_asked_back(stage: RealStage, value: str) -> None:
    stage.hear("Anna", Said(f"/kpi actual cold calls made {value}"))
    (answer,) = stage.shown["Anna"]
    if isinstance(answer, Message) and answer.tone is Tone.SUCCESS:
        assert value in ("-0", "１２", "½", "²"), answer


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.text(max_size=40) | st.sampled_from(LINES[:40]), max_size=6))
@pytest.mark.usefixtures("built")
def test_nothing_that_is_typed_makes_the_bot_stumble(stage: RealStage, lines: list[str]) -> None:
    for line in ("/kpi build Sales", *lines):
        stage.type("Anna", line)


@pytest.mark.usefixtures("built")
def test_buttons_may_carry_anything(stage: RealStage) -> None:
    for words in (*LINES, *NAMES.values()):
        assert stage.hear("Anna", Pressed(Run(words)))
        assert stage.hear("Anna", Submitted(words, -1, {words: words}))


def _answer(stage: RealStage, value: str) -> None:
    """Hands in the first question's answer, as a form does."""
    form = stage.shown["Anna"][-1]
    assert isinstance(form, Form), form
    stage.hear("Anna", Submitted(form.run, form.turn, {form.questions[0].key: value}))
    doubted = stage.shown["Anna"][-1]
    mine = [each for each in getattr(doubted, "buttons", ()) if each.label == "It is my answer"]
    if mine:
        stage.hear("Anna", Pressed(mine[0].action))
