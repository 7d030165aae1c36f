"""Who may do what, as one table; and that another company does not exist."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from conversations.event import Pressed, Said, Submitted
from conversations.texts import texts_for
from conversations.view import Act, Form, Message, Text, Tone, Turn, View
from kpi_engine.errors import Refusal
from kpi_engine.model.name import Language, Name
from tests.stage import RealStage

TABLE = """
                                          Anna  Hal  Sam  Rob  Mia  Eve
/kpi                                      yes   yes  yes  yes  yes  yes
/kpi start                                yes   no   no   no   no   no
/kpi start Acme                           yes   no   no   no   no   no
/kpi strategy                             yes   no   no   no   no   no
/kpi build                                yes   yes  no   yes  no   no
/kpi build Sales                          yes   yes  no   no   no   no
/kpi build Service                        yes   no   no   yes  no   no
/kpi build @Sam                           yes   yes  no   no   no   no
/kpi actual                               yes   yes  yes  yes  yes  no
/kpi actual Quotes sent                   yes   yes  yes  no   no   no
quotes sent 5                             yes   yes  yes  no   no   no
win rate 25%                              yes   yes  no   no   no   no
complaint count 5                         yes   no   no   yes  yes  no
complaint count 5, quotes sent 5          yes   no   no   no   no   no
/kpi report                               yes   yes  yes  yes  yes  yes
/kpi report company                       yes   yes  yes  yes  yes  yes
/kpi report Sales                         yes   yes  yes  yes  yes  yes
/kpi report Service last month            yes   yes  yes  yes  yes  yes
/kpi report Quotes sent                   yes   yes  yes  yes  yes  yes
/kpi report @Anna                         yes   no   no   no   no   no
/kpi report @Sam                          yes   yes  yes  no   no   no
/kpi report @Mia                          yes   no   no   yes  yes  no
/kpi report Rob                           yes   no   no   yes  no   no
/kpi why                                  yes   yes  yes  yes  yes  yes
/kpi why Sales                            yes   yes  yes  yes  yes  yes
/kpi why @Sam                             yes   yes  yes  no   no   no
/kpi why Win rate                         yes   yes  yes  yes  yes  yes
/kpi propose                              yes   yes  yes  yes  yes  yes
/kpi propose Win rate                     yes   yes  yes  yes  yes  yes
/kpi propose new                          yes   yes  yes  yes  yes  yes
/kpi history                              yes   yes  yes  yes  yes  yes
/kpi history Complaint count              yes   yes  yes  yes  yes  yes
/kpi target                               yes   yes  yes  yes  yes  yes
/kpi target Quotes sent                   yes   yes  yes  yes  yes  yes
/kpi target Quotes sent 30                yes   yes  no   no   no   no
/kpi target Complaint count rule          yes   no   no   yes  no   no
/kpi members                              yes   yes  yes  yes  yes  yes
/kpi members add                          yes   yes  no   yes  no   no
/kpi members add Zed, Sales, member, 50%  yes   yes  no   no   no   no
/kpi members add Zed, Service, viewer, 1% yes   no   no   yes  no   no
/kpi members add Zed, Sales, head, 50%    yes   no   no   no   no   no
/kpi members add Sam, Sales, owner, 50%   yes   no   no   no   no   no
/kpi members add Mia, Sales, member, 1%   yes   no   no   no   no   no
/kpi language 中文                        yes   yes  yes  yes  yes  yes
/kpi undo                                 yes   yes  yes  yes  yes  yes
/kpi help                                 yes   yes  yes  yes  yes  yes
/kpi help build                           yes   yes  yes  yes  yes  yes
"""
"""Anna owns the company, Hal heads Sales and Rob Service, Sam and Mia work in them, Eve looks at Sales."""

PEOPLE, *ROWS = (line for line in TABLE.splitlines() if line)
TEXTS = texts_for(Language.EN, "CNY")
FORBIDDEN = str(TEXTS.refusal(Refusal("not_allowed", by=(Name.same("Anna"),)))).partition("Anna")[0]
MADE = (
    "/kpi start Acme",
    *("Sales, Service", "Shanghai", "CNY"),
    "/kpi members add Hal, Sales, head, 100%",
    "/kpi members add Sam, Sales, member, 100%",
    "/kpi members add Rob, Service, head, 100%",
    "/kpi members add Mia, Service, member, 50%",
    "/kpi members add Eve, Sales, viewer, 100%",
    *("/kpi build Sales", "Sell abroad", "Win customers", "Win rate, Quotes sent", "24%", "20", "30%, 25"),
    *("Different people", "Hal", "Sam", "All the same", "skip", "yes"),
    *("/kpi build Service", "1", "Answer fast", "Complaint count", "4", "3", "Mia", "skip", "yes"),
)
ELSEWHERE = (
    "/kpi start Other",
    *("Sales, Secret Lab", "Shanghai", "CNY"),
    "/kpi members add Zoe, Secret Lab, member, 100%",
    *("/kpi build Sales", "Sell abroad", "Win customers", "Quotes sent", "990", "999", "skip", "yes"),
    *("/kpi build Secret Lab", "1", "Invent", "secret count", "1", "A count", "month", "777", "778"),
    *("Zoe", "skip", "yes"),
    "quotes sent 999",
)


@pytest.fixture(scope="module")
def file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two companies in one database."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("two") / "two.db"))
    for stage, lines in ((_stage(path), MADE), (_stage(path, "elsewhere"), ELSEWHERE)):
        said = [stage.type("Anna", line) for line in lines]
        _told_of_it(stage, lines)
        stage.close()
        assert "in force" in said[-2] or "in force" in said[-1], said[-1]
    return path


@pytest.fixture
def stage(file: Path, tmp_path: Path) -> Iterator[RealStage]:
    found = _stage(Path(shutil.copy(file, tmp_path / "two.db")))
    yield found
    found.close()


@pytest.mark.parametrize("row", ROWS, ids=[" ".join(row.split()[:-6]) for row in ROWS])
def test_the_table(row: str, file: Path, tmp_path: Path) -> None:
    *words, _, _, _, _, _, _ = row.split()
    line = row[: row.index(row.split()[-6], len(" ".join(words)))].strip()
    written = dict(zip(PEOPLE.split(), row.split()[-6:], strict=True))
    told = {}
    for who in written:
        stage = _stage(Path(shutil.copy(file, tmp_path / f"{who}.db")))
        before = _log(stage)
        stage.type(who, line)
        told[who] = _told(stage.shown[who], written)
        if told[who] == "no":
            assert _log(stage) == before
            assert "no dialog" in stage.type(who, "continue")
        stage.close()

    assert told == written


@pytest.mark.parametrize(
    "line",
    [
        "/kpi report Secret Lab",
        "/kpi report Zoe",
        "/kpi report @Zoe",
        "/kpi report Other",
        "/kpi why secret count",
        "/kpi history secret count",
        "/kpi actual secret count 5",
        "secret count 5",
        "/kpi build Secret Lab",
        "/kpi members add Tim, Secret Lab, member, 5%",
    ],
)
def test_what_another_company_has_is_not_there(stage: RealStage, line: str) -> None:
    said = stage.type("Anna", line)

    assert "✗" in said or "don't understand" in said or "not sure which" in said
    for secret in ("Secret Lab", "Zoe", "secret count", "777", "778", "Other"):
        assert secret.casefold() not in said.replace(f"“{_named(line)}”", "").casefold()


def test_what_another_company_enters_changes_no_score_here(stage: RealStage, file: Path) -> None:
    before = stage.type("Anna", "/kpi report Sales last month")
    elsewhere = _stage(Path(stage.url.removeprefix("sqlite:///")), "elsewhere")
    assert "999" in elsewhere.type("Anna", "/kpi history Quotes sent")
    elsewhere.type("Anna", "quotes sent 12345 last month", "/kpi start Third", "Marketing", "", "", "/kpi undo")
    elsewhere.close()

    assert stage.type("Anna", "/kpi report Sales last month") == before
    assert "Acme" in stage.type("Anna", "/kpi report company")
    assert "12345" not in stage.type("Anna", "/kpi history Quotes sent")


def test_ids_of_another_company_are_nobodys(stage: RealStage) -> None:
    with stage.reader("Anna") as reader:
        ours = {version.kpi.id for version in reader.kpis()}
    for kpi_id in set(range(1, 9)) - ours:
        assert "nothing called" in stage.type("Anna", f"/kpi report #{kpi_id}")
    assert "nothing called" not in stage.type("Anna", f"/kpi report #{min(ours)}")


def test_dialogs_of_another_company_are_over_for_us(stage: RealStage) -> None:
    elsewhere = _stage(Path(stage.url.removeprefix("sqlite:///")), "elsewhere", ids="e")
    elsewhere.type("Anna", "/kpi strategy")
    form = elsewhere.shown["Anna"][-1]
    assert isinstance(form, Form)

    for event in (Pressed(Turn(form.run, form.turn, Act.SHOW)), Submitted(form.run, form.turn, {"goals": "Spy"})):
        assert "over" in str(stage.hear("Anna", event))
    assert "hand" not in elsewhere.type("Anna", "hand over to Hal").casefold()
    elsewhere.close()


@pytest.mark.parametrize("who", PEOPLE.split())
def test_nobody_is_shown_a_button_for_what_they_may_not_do(stage: RealStage, who: str) -> None:
    for line in ("/kpi", "/kpi members", "/kpi report company", "/kpi report Sales", "/kpi report Win rate"):
        page = stage.hear(who, Said(line))[0]
        assert isinstance(page, Message)
        for button in page.buttons:
            stage.hear(who, Pressed(button.action))
            assert FORBIDDEN not in str(stage.shown[who]), (line, button)


def test_a_stranger_is_told_that_nobody_knows_them(stage: RealStage) -> None:
    said = stage.type("Zoe", "/kpi")

    assert "I know nobody called “Zoe”" in said


def _told_of_it(stage: RealStage, lines: Sequence[str]) -> None:
    """The news of it are no answer to what they do next."""
    for who in PEOPLE.split():
        if lines is MADE:
            stage.unasked(who)


def _named(line: str) -> str:
    """What the answer may say again."""
    return re.sub(r"^/kpi (report|why|history|actual|build|members add)? ?|, member.*|Tim, ", "", line)


def _stage(path: Path, workspace: str = "", ids: str = "") -> RealStage:
    return RealStage(f"sqlite:///{path}", PEOPLE.split(), workspace, ids)


def _log(stage: RealStage) -> int:
    with stage.reader("Anna") as reader:
        return len(reader.audit(100))


def _told(views: Sequence[View], written: dict[str, str]) -> str:
    """Whether it was done or begun; whoever a refusal names as those who may, may."""
    first = views[0]
    if not isinstance(first, Message) or first.tone is not Tone.REFUSAL:
        return "yes"
    text = first.blocks[0]
    assert isinstance(text, Text)
    if text.html in (TEXTS.refusal(Refusal("nothing_to_undo")), TEXTS.refusal(Refusal("nothing_owed"))):
        return "yes"
    allowed = [who for who, may in written.items() if may == "yes"]
    assert text.html in (_not_allowed(allowed), _not_allowed(allowed[:1]))
    return "no"


def _not_allowed(by: Sequence[str]) -> str:
    return TEXTS.refusal(Refusal("not_allowed", by=tuple(map(Name.same, by))))
