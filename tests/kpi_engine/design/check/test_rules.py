"""Each rule of the check: it finds what is wrong, and is quiet where nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpi_engine.design.check.model import Model
from kpi_engine.design.check.rules import RULES, check, rule
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import SmallMode
from tests.kpi_engine.design.check.cases import BAD, CASES, VARIANTS, Case
from tests.kpi_engine.design.check.models import GOOD, found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_finds_what_is_wrong(case: Case) -> None:
    findings = found(case.rule, case.bad)

    assert findings
    assert {finding.rule for finding in findings} == {case.rule}
    assert case.params.items() <= dict(findings[0].params).items()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_is_quiet_where_nothing_is_wrong(case: Case) -> None:
    assert found(case.rule, case.good) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_is_as_severe_as_was_agreed(case: Case) -> None:
    assert rule(case.rule).severity is case.severity


def test_no_rule_of_the_list_is_missing() -> None:
    assert [case.sheet for case in CASES if case.sheet] == list(range(1, 46))
    assert sorted(case.rule for case in CASES) == sorted(RuleId) == sorted(each.id for each in RULES)


def test_in_a_bad_model_every_rule_finds_something() -> None:
    """Some rules ask more of a large company, others of a small one."""
    large = replace(BAD, company=replace(BAD.company, small=SmallMode.OFF))

    assert {finding.rule for model in (BAD, large) for finding in check(model)} == set(RuleId)


def test_in_a_good_model_nothing_is_found() -> None:
    assert check(GOOD) == ()


@pytest.mark.parametrize(("id", "model"), VARIANTS)
def test_a_rule_finds_it_in_other_ways_too(id: RuleId, model: Model) -> None:
    assert found(id, model)
