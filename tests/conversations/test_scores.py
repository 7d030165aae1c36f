"""A score that is shown is the sum that `why` writes out, and what anybody else computes from the records."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from bot.demo.start import furnish
from conversations.view import Marked, Message, Table, Text
from kpi_engine.calendar.words import read_period
from kpi_engine.measure.why.contributions import contributions
from kpi_engine.model.score import Scorecard, Subject, SubjectKind
from kpi_engine.reader.reader import Reader
from kpi_engine.store import load, record, values
from kpi_engine.store.scope import Scope
from tests.kpi_engine import naive
from tests.stage import RealStage

OWNER = "Chen Zhe"
PERIODS = ("this month", "last month", "2026-Q3", "last week")
HUNDRED = "100%"


@pytest.fixture(scope="module")
def stage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealStage]:
    """The made-up company, with a year of values."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("scores") / "demo.db")
    found = RealStage(f"sqlite:///{path}", (OWNER,))
    furnish(found.bot)
    yield found
    found.close()


@pytest.fixture(params=["en", "zh"])
def language(stage: RealStage, request: pytest.FixtureRequest) -> str:
    stage.type(OWNER, f"/kpi language {request.param}")
    return str(request.param)


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("period", PERIODS)
def test_the_total_is_the_sum_that_why_writes_out(stage: RealStage, period: str) -> None:
    with stage.reader(OWNER) as reader:
        subjects = [
            "company",
            *(one.name.en for one in reader.departments()),
            *(f"@{one.name.en}" for one in reader.people()[::4]),
        ]
    scores = [_check_sum(stage, subject, period) for subject in subjects]

    assert len([score for score in scores if score]) > 10


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("period", PERIODS[:2])
def test_a_kpis_points_are_the_same_wherever_they_are_shown(stage: RealStage, period: str) -> None:
    with stage.reader(OWNER) as reader:
        departments = {one.id: one.name.en for one in reader.departments()}
        kpis = [
            (f"#{one.kpi.id}", one.definition.name, departments[one.kpi.department_id])
            for one in reader.kpis()
            if one.kpi.person_id is None
        ]
    cards = {name: _table(_ask(stage, f"report {name} {period}")) for name in {name for *_, name in kpis}}
    for about, name, department in kpis:
        in_card = {_words(row[0]): row[3] for row in cards[department].rows}
        score = _score(_ask(stage, f"why {about} {period}"))
        assert in_card.get(name.en, in_card.get(name.zh, "")) == (score or "")


@pytest.mark.parametrize("period", PERIODS)
def test_scores_are_what_another_way_of_computing_gives(stage: RealStage, period: str) -> None:
    with stage.reader(OWNER) as reader:
        records, when = _records(reader), read_period(period, reader.today)
        assert when
        company = reader.scorecard(Subject(SubjectKind.COMPANY, reader.company().id), when)
        with_kpis = [one for one in reader.departments() if reader.kpis(one.id)]
        pairs = [(company, naive.company_score(records, with_kpis, when))]
        for one in reader.departments():
            card = reader.scorecard(Subject(SubjectKind.DEPARTMENT, one.id), when)
            pairs.append((card, naive.department_score(records, one.id, when)))
        for person in reader.people():
            card = reader.scorecard(Subject(SubjectKind.PERSON, person.id), when)
            pairs.append((card, naive.person_score(records, person, when)))

    for card, other in pairs:
        assert _nearly(card.score, other), card.subject
        assert card.score is None or _nearly(sum(one.points for one in contributions(card)), Fraction(card.score))
        assert _shown(card) == (other is not None and _rounded(other))


def _check_sum(stage: RealStage, subject: str, period: str) -> str:
    """The score of the report, having added up what why says it is made of."""
    score = _score(_ask(stage, f"report {subject} {period}"))
    why = _ask(stage, f"why {subject} {period}")
    if not score:
        assert not any(isinstance(block, Table) for block in why.blocks)
        return ""
    *terms, total = _table(why).rows
    assert _score(why) == total[-1] == score
    assert total[1] == HUNDRED
    assert sum(_number(row[-1]) for row in terms) == _number(score)
    assert sum(_number(row[1]) for row in terms) == 100
    for row in terms:
        assert abs(_number(row[1]) * _number(row[2]) / 100 - _number(row[-1])) < Decimal("0.25")
    return score


def _ask(stage: RealStage, line: str) -> Message:
    stage.type(OWNER, f"/kpi {line}")
    answer = stage.shown[OWNER][0]
    assert isinstance(answer, Message)
    return answer


def _score(message: Message) -> str:
    """The number in bold behind the name in bold."""
    text = message.blocks[0]
    assert isinstance(text, Text)
    _, *numbers = re.findall("<b>(.*?)</b>", text.html)
    return str(numbers[0]) if numbers else ""


def _table(message: Message) -> Table:
    return next(block for block in message.blocks if isinstance(block, Table))


def _words(cell: object) -> str:
    return cell.text if isinstance(cell, Marked) else str(cell)


def _number(cell: object) -> Decimal:
    return Decimal(_words(cell).rstrip("%"))


def _shown(card: Scorecard) -> str | bool:
    return card.score is not None and _rounded(Fraction(card.score))


def _rounded(score: Fraction) -> str:
    nearly = Decimal(score.numerator) / Decimal(score.denominator)
    return str(nearly.quantize(Decimal("1e-12")).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _nearly(score: Decimal | int | None, other: Fraction | None) -> bool:
    if score is None or other is None:
        return score is None and other is None
    return abs(Fraction(score) - other) < Fraction(1, 10**20)


def _records(reader: Reader) -> naive.Records:
    scope = Scope(reader.session, reader.actor.company_id)
    versions = load.versions(scope)
    targets = load.period_targets(scope, versions).values()
    actuals = record.current_actuals(scope, versions).values()
    return naive.Records(
        [one for each in versions.values() for one in each],
        [one for each in targets for one in each],
        [one for each in actuals for one in each],
        values.calendar(scope.company()).is_working,
        reader.today,
    )
