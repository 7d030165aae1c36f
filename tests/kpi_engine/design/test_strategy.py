"""Strategies to begin with, and what goals are about."""

import pytest

from kpi_engine.design.catalogue import kpis
from kpi_engine.design.strategy import (
    Template,
    concepts,
    concepts_in,
    concepts_of,
    subjects_in,
    templates,
)
from kpi_engine.model.name import Name


def test_the_six_ways_to_go() -> None:
    assert [one.id for one in templates()] == [
        "grow_share",
        "premium_quality",
        "innovation",
        "cost_leadership",
        "customer_intimacy",
        "survive_cash",
    ]


@pytest.mark.parametrize("strategy", templates(), ids=lambda one: one.id)
def test_a_strategy_lives_by_what_kpis_can_measure(strategy: Template) -> None:
    assert all(any(concept in kpi.concepts for kpi in kpis()) for concept in strategy.concepts)


@pytest.mark.parametrize("strategy", templates(), ids=lambda one: one.id)
def test_a_suggested_goal_is_about_its_strategy_in_both_languages(strategy: Template) -> None:
    assert strategy.goals
    for goal in strategy.goals:
        assert concepts_in(goal.en) & strategy.concepts
        assert concepts_in(goal.zh) & strategy.concepts


def test_every_concept_is_measured_by_some_kpi() -> None:
    measured = {concept for kpi in kpis() for concept in kpi.concepts}

    assert [concept.id for concept in concepts() if concept.id not in measured] == []


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Grow revenue by 20 % within a year", {"growth", "revenue"}),
        ("一年内营收增长20%", {"growth", "revenue"}),
        ("Cut unit cost", {"cost"}),
        ("降低物流成本", {"cost", "delivery"}),
        ("ON-TIME delivery", {"on-time", "delivery"}),
        ("Shorter lead times", {"lead-time"}),
        ("人才流失严重", {"staff-retention"}),
        ("客户流失严重", {"retention"}),
        ("Costumes for the opera", set()),
        ("Be happy", {"satisfaction"}),
        ("", set()),
    ],
)
def test_what_a_text_is_about(text: str, about: set[str]) -> None:
    assert concepts_in(text) >= about
    assert bool(concepts_in(text)) == bool(about)


def test_a_longer_word_hides_the_one_inside_it() -> None:
    """A lead time is no lead, and leavers among the staff are not lost customers."""
    assert "lead" not in concepts_in("Shorten lead time")
    assert "retention" not in concepts_in("减少人才流失")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Deliveries are often late", {"delivery"}),
        ("交货经常延误", {"delivery"}),
        ("We are always late", {"on-time"}),
        ("动作太慢", {"lead-time"}),
        ("Astronauts", set()),
    ],
)
def test_what_is_done_outweighs_how_it_is_done(text: str, about: set[str]) -> None:
    assert subjects_in(text) == about


def test_a_goal_called_like_a_strategy_is_about_all_of_it() -> None:
    cash = templates()[-1]

    assert concepts_of(Name.same("survive and protect CASH")) == cash.concepts
    assert concepts_of(Name.same("现金为王")) == cash.concepts
    assert concepts_of(Name.same("Collect receivables")) == {"receivables"}
