"""Whether a KPI has to do with its goal: the strongest evidence there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpi_engine.design.correlation import Together
from kpi_engine.design.relevance import (
    AtHome,
    Certainty,
    Confirmed,
    Evidence,
    Feeds,
    Leads,
    MovesWith,
    Relevance,
    Shares,
    relevance,
    resembled,
)
from kpi_engine.model.name import Name
from tests.kpi_engine.design.check.models import known, own

LOGISTICS = Name("Logistics", "物流部")
SURE = MovesWith(Name.same("Sales"), Together(0.8, 0.4, 0.9))


def judged(en: str, zh: str, goal: Name, *told: Evidence, department: Name = LOGISTICS) -> Relevance:
    return relevance(own(en, zh), [goal], department, told)


@pytest.mark.parametrize(
    ("en", "zh", "goal", "certainty"),
    [
        ("Canteen satisfaction", "食堂满意度", Name("Better trained staff", "提升员工素质"), Certainty.NONE),
        ("Courses passed", "培训通过人数", Name("Better trained staff", "员工培训到位"), Certainty.PLAUSIBLE),
        ("交货延误单数", "交货延误单数", Name.same("Every order on time"), Certainty.PLAUSIBLE),
        ("Warehouse picking accuracy", "仓库拣货准确度", Name("Grow", "增长"), Certainty.PLAUSIBLE),
    ],
)
def test_words_concepts_and_custom(en: str, zh: str, goal: Name, certainty: Certainty) -> None:
    assert judged(en, zh, goal).certainty is certainty


def test_the_highest_rung_counts_and_all_are_told() -> None:
    nowhere = Name("Grow", "增长")
    assert judged("Canteen menus", "菜单", nowhere, SURE).certainty is Certainty.PLAUSIBLE
    both = judged("Canteen menus", "菜单", nowhere, SURE, Feeds(Name.same("Sales")), Confirmed())
    assert [type(one) for one in both.evidence] == [Confirmed, Feeds, MovesWith]
    assert both.certainty is Certainty.LINKED


def test_what_ties_them_is_told() -> None:
    found = relevance(known("on_time_delivery", 1), [Name("Deliver on time", "准时交付")], LOGISTICS, ())
    shares, leads, _, home = found.evidence
    assert isinstance(shares, Shares)
    assert shares.concepts == {"delivery"}
    assert leads == Leads(frozenset({"delivery"}))
    assert isinstance(home, AtHome)
    assert home.like.id == "on_time_delivery"


def test_a_catalogue_kpi_of_another_kind_of_department_is_not_at_home() -> None:
    found = relevance(known("time_to_fill", 1), [Name("Deliver", "交付")], LOGISTICS, ())
    assert not any(isinstance(one, AtHome) for one in found.evidence)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        (Name("On-time deliveries", "准时交货的比率"), "on_time_delivery"),
        (Name("Win rate", "赢单率"), "win_rate"),
        (Name("Canteen menus", "食堂菜品"), None),
    ],
)
def test_a_name_that_is_nearly_one_of_the_catalogue(name: Name, id: str | None) -> None:
    found = resembled(replace(own(name.en, name.zh)))
    assert (found and found.id) == id
