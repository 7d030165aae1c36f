"""What nobody was offered: other people's dialogs, records of another company, options that are not there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from conversations.cards.names import subject_words
from conversations.event import Pressed, Said, Submitted
from conversations.view import Act, Form, Message, Run, Turn
from kpi_engine.model.score import Subject, SubjectKind
from tests.conversations.rights.acme import STRANGER, WHO, Place, stage_of
from tests.stage import RealStage

SECRETS = ("Secret Lab", "Zoe", "Zac", "secret count", "777", "778", "Other")
FORBIDDEN = "You can't do that"


@pytest.fixture
def file(companies: tuple[Path, Mapping[str, Place]], tmp_path: Path) -> Path:
    return Path(shutil.copy(companies[0], tmp_path / "two.db"))


@pytest.fixture
def acme(file: Path) -> Iterator[RealStage]:
    found = stage_of(file, "Anna")
    yield found
    found.close()


@pytest.fixture
def other(file: Path) -> Iterator[RealStage]:
    found = stage_of(file, "Xia")
    yield found
    found.close()


@pytest.mark.parametrize(
    "words",
    [
        *("report Secret Lab", "report Zoe", "report @Zoe", "report Other", "why secret count", "chart secret count"),
        *("history secret count", "actual secret count 5", "build Secret Lab", "check Secret Lab", "export Secret Lab"),
        *(
            "target secret count 5",
            "propose secret count",
            "propose draft Secret Lab",
            "close Secret Lab",
            "away Zoe today",
        ),
        *("members remove Zoe", "members add Tim, Secret Lab, member, 5%", "close start Zoe 2026-11"),
    ],
)
@pytest.mark.parametrize("pressed", [False, True], ids=["typed", "pressed"])
def test_what_another_company_has_is_not_there(acme: RealStage, words: str, pressed: bool) -> None:
    acme.unasked("Anna")
    said = acme.do("Anna", Pressed(Run(words)) if pressed else Said(f"/kpi {words}"))

    assert "✗" in said or "not sure which" in said
    named = re.escape(
        re.sub(r"^(report|why|chart|history|actual|build|check|export|target|propose( draft)?|close) ", "", words)
    )
    for secret in SECRETS:
        assert (
            secret.casefold()
            not in re.sub(
                f"“(@?{named}|{re.escape(words)}|[^”]*Secret Lab|Zoe[^”]*|[^”]*secret count 5)”", "", said
            ).casefold()
        )


def test_records_of_another_company_are_nobodys(acme: RealStage, companies: tuple[Path, Mapping[str, Place]]) -> None:
    """By the ids with which buttons name KPIs, departments, people and proposals."""
    theirs, ours = companies[1]["elsewhere"], companies[1]["here"]

    def words(at: Place) -> tuple[str, ...]:
        kpi, whose = f"#{at.kpis[0].kpi.id}", ((SubjectKind.DEPARTMENT, at.department), (SubjectKind.PERSON, at.member))
        about = (kpi, *(subject_words(Subject(kind, id)) for kind, id in whose))
        return (
            *(f"{command} {one}" for command in ("report", "why", "chart") for one in about),
            *(f"{command} {kpi}" for command in ("history", "target", "propose", "actual", "propose change")),
            *(f"propose {step}{at.proposal}" for step in ("", "for ", "against ", "accept ", "decline ", "withdraw ")),
            *(f"close {one} 2026-11" for one in about[1:]),
        )

    for line in words(theirs):
        said = acme.do("Anna", Pressed(Run(line)))
        assert "✗" in said, line
        assert not any(secret in said for secret in SECRETS), line
    assert [line for line in words(ours)[:8] if "✗" in acme.do("Anna", Pressed(Run(line)))] == []


@pytest.mark.parametrize("who", ["Hal", "Sam", "Eve"])
def test_a_dialog_is_nobody_elses(acme: RealStage, who: str) -> None:
    form = _form(acme, "Anna", "/kpi strategy")
    acme.unasked(who)
    before = _deeds(acme)

    for act in Act:
        assert "over" in acme.do(who, Pressed(Turn(form.run, form.turn, act, "goals", "Spy"))), act
    assert "over" in acme.do(who, Submitted(form.run, form.turn, {"goals": "Spy"}))
    assert acme.hear("Anna", Pressed(Turn(form.run, form.turn, Act.SHOW))) == (form,)
    assert _deeds(acme) == before


def test_a_dialog_of_another_company_is_over(acme: RealStage, other: RealStage) -> None:
    form = _form(other, "Xia", "/kpi strategy")
    acme.unasked("Anna")

    for event in (Pressed(Turn(form.run, form.turn, Act.SHOW)), Submitted(form.run, form.turn, {"goals": "Spy"})):
        assert "over" in acme.do("Anna", event)
    for name in ("Anna", "Sam"):
        other.type("Xia", f"hand over to {name}")
    assert other.hear("Xia", Pressed(Turn(form.run, other.shown["Xia"][-1].turn, Act.SHOW)))  # type: ignore[union-attr]
    assert "Spy" not in acme.type("Anna", "/kpi")


@pytest.mark.parametrize(
    ("who", "line"),
    [
        ("Anna", "/kpi build"),
        ("Anna", "/kpi members remove"),
        ("Anna", "/kpi check mute"),
        ("Anna", "/kpi target"),
        ("Sam", "/kpi propose change"),
        ("Sam", "/kpi check agree"),
        ("Sam", "/kpi check object"),
        ("Sam", "/kpi propose new"),
    ],
)
def test_only_what_is_offered_can_be_chosen(
    acme: RealStage, companies: tuple[Path, Mapping[str, Place]], who: str, line: str
) -> None:
    """Not a record that one may not see, or one of another company, whichever way its id is sent."""
    acme.unasked(who)
    acme.type(who, line)
    before, theirs = _deeds(acme), companies[1]["elsewhere"]
    form = acme.shown[who][-1]
    assert isinstance(form, Form)
    offered = {option.value for option in form.questions[0].options}
    for id in (theirs.department, theirs.member, theirs.kpis[0].kpi.id, theirs.proposal, 0, 10**9):
        if (value := f"#{id}") in offered:
            continue
        for event in (
            Submitted(form.run, form.turn, {form.questions[0].key: value}),
            Pressed(Turn(form.run, form.turn, Act.ANSWER, form.questions[0].key, value)),
        ):
            answered = acme.hear(who, event)[-1]
            assert isinstance(answered, Form), (line, value, answered)
            assert answered.questions[0].key == form.questions[0].key
            assert answered.questions[0].error
            form = answered
    assert _deeds(acme) == before


@pytest.mark.parametrize("who", [name for name in WHO.values() if name not in ("Leo", "Xia")])
def test_nobody_is_shown_a_button_for_what_they_may_not_do(acme: RealStage, who: str) -> None:
    acme.unasked(who)
    lines = (
        "",
        "members",
        "report company",
        "report Sales",
        "report Win rate",
        "target",
        "check Sales",
        "propose",
        "close",
    )
    for line in lines:
        page = acme.hear(who, Said(f"/kpi {line}".strip()))[0]
        for button in page.buttons if isinstance(page, Message) else ():
            acme.hear(who, Pressed(button.action))
            assert FORBIDDEN not in str(acme.shown[who]), (line, button)
            acme.type(who, "cancel")


def test_a_stranger_is_told_that_nobody_knows_them(acme: RealStage) -> None:
    assert f"I know nobody called “{STRANGER}”" in acme.type(STRANGER, "/kpi")


def test_what_another_company_enters_changes_no_score_here(acme: RealStage, other: RealStage) -> None:
    acme.unasked("Anna")
    before = acme.type("Anna", "/kpi report Sales last month")
    assert "999" in other.type("Xia", "/kpi history Quotes sent")
    other.type("Xia", "quotes sent 12345 last month", "/kpi start Third", "Marketing", "", "", "/kpi undo")

    assert acme.type("Anna", "/kpi report Sales last month") == before
    assert "Acme" in acme.type("Anna", "/kpi report company")
    assert "12345" not in acme.type("Anna", "/kpi history Quotes sent")


def _form(stage: RealStage, who: str, line: str) -> Form:
    stage.unasked(who)
    stage.type(who, line)
    form = stage.shown[who][-1]
    assert isinstance(form, Form)
    return form


def _deeds(stage: RealStage) -> list[int]:
    with stage.reader("Anna") as reader:
        return [entry.id for entry in reader.audit(200)]
