"""Scores become the scores of departments, people and the company."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_engine.measure.exact import rounded
from kpi_engine.measure.score.card import company_card, person_card
from kpi_engine.measure.score.status import status_of
from kpi_engine.model.score import Status, SubjectKind
from tests.kpi_engine.measure.build import TODAY
from tests.kpi_engine.measure.cards import OCTOBER, department, line, person


def test_a_department_is_the_weighted_mean_of_its_kpis() -> None:
    card = department(1, line(1, "40", "100"), line(2, "60", "50"))

    assert (card.subject.kind, card.subject.id) == (SubjectKind.DEPARTMENT, 1)
    assert (card.score, card.coverage, card.status) == (Decimal(70), Decimal(1), Status.AT_RISK)


def test_what_is_missing_is_left_out_and_shown_as_coverage() -> None:
    card = department(1, line(1, "40", "100"), line(2, "60", None))

    assert (card.score, card.coverage) == (Decimal(100), Decimal("0.4"))
    assert len(card.lines) == 2


@pytest.mark.parametrize("lines", [[], [("100", None)], [("0", "50")]])
def test_nothing_scored_is_no_score(lines: list[tuple[str, str | None]]) -> None:
    card = department(1, *(line(1, weight, value) for weight, value in lines))

    assert (card.score, card.coverage, card.status) == (None, Decimal(0), Status.NONE)


def test_a_department_has_neither_its_peoples_kpis_nor_anothers() -> None:
    card = department(1, line(1, "40", "80"), line(2, "60", "10", person=7), line(3, "60", "10", department=2))

    assert card.score == 80


def test_a_person_without_kpis_shares_the_departments_score() -> None:
    sales = department(1, line(1, "100", "80"))
    card = person_card(person((1, "1")), [], {1: sales}, OCTOBER, TODAY)

    assert (card.subject.kind, card.subject.id, card.score) == (SubjectKind.PERSON, 7, Decimal(80))
    assert card.parts[0].card == sales


def test_own_kpis_count_instead_of_the_departments() -> None:
    own = [line(2, "30", "50", person=7), line(3, "10", "90", person=7), line(4, "60", "0", person=8)]
    card = person_card(person((1, "1")), own, {1: department(1, line(1, "100", "80"))}, OCTOBER, TODAY)

    assert card.score == 60


def test_own_kpis_without_any_value_are_no_score() -> None:
    card = person_card(
        person((1, "1")), [line(2, "30", None, person=7)], {1: department(1, line(1, "100", "80"))}, OCTOBER, TODAY
    )

    assert (card.score, card.coverage) == (None, Decimal(0))


def test_two_hats_mix_by_time() -> None:
    departments = {1: department(1, line(1, "100", "80")), 2: department(2, line(2, "100", "100", department=2))}
    scores = [line(3, "10", "40", department=2, person=7)]
    card = person_card(person((1, "0.75"), (2, "0.25")), scores, departments, OCTOBER, TODAY)

    assert card.score == 70
    assert [part.share for part in card.parts] == [Decimal("0.75"), Decimal("0.25")]


def test_two_jobs_in_one_department_are_one_part() -> None:
    departments = {1: department(1, line(1, "100", "80")), 2: department(2, line(2, "100", "100", department=2))}
    card = person_card(person((1, "0.25"), (2, "0.5"), (1, "0.25")), [], departments, OCTOBER, TODAY)

    assert [part.share for part in card.parts] == [Decimal("0.5"), Decimal("0.5")]
    assert card.score == 90


def test_a_hat_without_a_score_is_left_out() -> None:
    departments = {1: department(1, line(1, "100", "80")), 2: department(2, line(2, "100", None, department=2))}
    card = person_card(person((1, "0.75"), (2, "0.25")), [], departments, OCTOBER, TODAY)

    assert (card.score, card.coverage) == (Decimal(80), Decimal("0.75"))


def test_a_person_without_a_hat_has_no_score() -> None:
    assert person_card(person(), [], {}, OCTOBER, TODAY).score is None


def test_the_company_is_the_mean_of_its_departments() -> None:
    cards = [
        department(1, line(1, "100", "80")),
        department(2, line(2, "10", "100", department=2), line(3, "10", None, department=2)),
        department(3),
    ]
    card = company_card(5, cards, OCTOBER, TODAY)

    assert (card.subject.kind, card.subject.id) == (SubjectKind.COMPANY, 5)
    assert (card.score, card.coverage) == (Decimal(90), Decimal("0.5"))


@pytest.mark.parametrize(
    ("score", "shown"), [("89.95", "90.0"), ("89.949999", "89.9"), ("0", "0.0"), ("66.65", "66.7"), ("120", "120.0")]
)
def test_a_score_is_rounded_half_up_once(score: str, shown: str) -> None:
    assert str(rounded(Decimal(score))) == shown


def test_status_of_no_score() -> None:
    assert status_of(None) is Status.NONE


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 150)), min_size=1, max_size=8))
def test_a_total_lies_among_its_scores(kpis: list[tuple[int, int]]) -> None:
    card = department(1, *(line(number, str(weight), str(value)) for number, (weight, value) in enumerate(kpis)))
    scores = [one.score for one in card.lines if one.score is not None]

    assert card.score is not None
    assert min(scores) - Decimal("1e-20") <= card.score <= max(scores) + Decimal("1e-20")
