"""Worked examples as published: each with its source and the tolerance of what is printed there."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kpi_engine.measure.aggregate import aggregate
from kpi_engine.measure.curve import points, through
from kpi_engine.measure.exact import weighted_mean
from kpi_engine.measure.scoring import curve_for
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Aggregation, Direction, Target
from kpi_engine.model.score import Curve
from kpi_engine.model.scoring import Edge

EXAMPLES: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("published_examples.json").read_text(encoding="utf-8")
)


def named(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("example", [pytest.param(example, id=example["name"]) for example in EXAMPLES[kind]])


def close(found: Decimal, example: dict[str, Any], printed: str) -> bool:
    return abs(found - Decimal(printed)) <= Decimal(example["tolerance"])


@named("curves")
def test_curve(example: dict[str, Any]) -> None:
    curve = Curve(
        through(
            [(Decimal(value), Decimal(score)) for value, score in example["points"]],
            left=Edge(example["left"]),
            right=Edge(example["right"]),
            step=example["step"],
        ),
        floor=Decimal(example["floor"]),
        cap=Decimal(example["cap"]),
    )

    for value, printed in example["cases"]:
        assert close(points(curve, Decimal(value))[1], example, printed), value


@named("weighted_means")
def test_weighted_mean(example: dict[str, Any]) -> None:
    found = weighted_mean((Decimal(weight), Decimal(score)) for weight, score in example["rows"])

    assert found is not None
    assert close(found, example, example["expected"])


@named("attainments")
def test_attainment(example: dict[str, Any]) -> None:
    for result, target, printed in example["rows"]:
        raw, _ = points(curve_for(Direction.HIGHER, Target(Decimal(target))), Decimal(result))

        assert close(raw, example, printed), result


@named("ratios")
def test_ratio(example: dict[str, Any]) -> None:
    numerator, denominator = Decimal(example["numerator"]), Decimal(example["denominator"])
    halves = [
        Reading(Decimal(9), numerator / 2, denominator / 4),
        Reading(Decimal(9), numerator / 2, denominator * 3 / 4),
    ]
    found = aggregate(Aggregation.RATIO, halves)

    assert found is not None
    assert close(found.value, example, example["expected"])
