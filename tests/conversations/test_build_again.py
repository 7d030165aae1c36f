"""Building a set anew: what was not chosen ends by name, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from bot.people import arrive
from conversations.view import Form, Text
from kpi_engine.commands import NewKpi, PublishKpis
from kpi_engine.model.name import Name
from kpi_engine.service.execute import execute
from kpi_engine.store.database import connect
from kpi_engine.store.work import Work
from tests.stage import RealStage

AGAIN = {
    "Anna": ("/kpi build Sales", "1", "Sell more", "Win rate"),
    "安娜": ("/kpi 建模 销售", "1", "卖得更多", "赢单率"),
}
YES = {"Anna": "yes", "安娜": "是"}
NO = {"Anna": "no", "安娜": "否"}
LATE = {"Anna": "Late KPI", "安娜": "后来的指标"}
GONE = {"Anna": "Sales revenue", "安娜": "销售收入"}
KEPT = {"Anna": "Win rate", "安娜": "赢单率"}


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


@pytest.mark.usefixtures("built")
def test_what_was_not_chosen_ends_only_when_that_is_agreed(stage: RealStage, founder: str) -> None:
    stage.type(founder, *AGAIN[founder])
    assert _asked(stage, founder)[0] == "retire.agreed"
    assert GONE[founder] in _asked(stage, founder)[1]
    stage.type(founder, NO[founder])
    assert _asked(stage, founder)[0] == "retire.agreed"

    stage.type(founder, YES[founder])
    assert _asked(stage, founder)[0] == "confirm.publish"
    assert GONE[founder] in _asked(stage, founder)[1]
    stage.type(founder, YES[founder])
    assert _in_force(stage, founder) == [KEPT[founder]]


@pytest.mark.usefixtures("built")
def test_what_came_meanwhile_is_asked_about_and_does_not_end_unseen(stage: RealStage, founder: str) -> None:
    stage.type(founder, *AGAIN[founder], YES[founder])
    _publish_one_more(stage, founder, LATE[founder])

    stage.type(founder, YES[founder])
    assert LATE[founder] in _in_force(stage, founder)
    assert LATE[founder] in _asked(stage, founder)[1]


def _asked(stage: RealStage, who: str) -> tuple[str, str]:
    """The question that is open, and what is said before it."""
    form = stage.shown[who][-1]
    assert isinstance(form, Form), form
    said = " ".join(block.html for block in form.intro if isinstance(block, Text))
    return f"{form.key.partition(':')[0]}.{form.questions[0].key.rpartition('.')[2]}", said


def _in_force(stage: RealStage, who: str) -> list[str]:
    with stage.reader(who) as reader:
        return [version.definition.name.text(reader.actor.person.language) for version in reader.kpis()]


def _publish_one_more(stage: RealStage, who: str, name: str) -> None:
    """Somebody else adds a KPI to the set."""
    with stage.reader(who) as reader:
        present = reader.kpis()
    share = Decimal(100) / (len(present) + 1)
    keep = tuple((version.kpi.id, share) for version in present)
    late = NewKpi(replace(present[0].definition, name=Name.same(name), weight=100 - share * len(present)))
    command = PublishKpis(present[0].kpi.department_id, "Sell more", None, (late,), keep=keep)
    engine = connect(stage.url)
    with Session(engine) as session, session.begin():
        execute(command, Work(session, arrive(session, stage.who(who), stage.now), stage.now, stage.now.date()))
    engine.dispose()
