"""A value that stands is told with the digits that somebody would have typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.cards.value import told_words
from conversations.texts import texts_for
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Language

MONEY, SHARE, COUNT = Unit(UnitKind.MONEY), Unit(UnitKind.PERCENT), Unit(UnitKind.COUNT)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("89.8046875", MONEY, "89.8047"),
        ("0.432835820895", SHARE, "43.28%"),
        ("38", COUNT, "38"),
        ("100.00001", COUNT, "100"),
        ("120000", MONEY, "120,000"),
    ],
)
def test_digits(language: Language, value: str, unit: Unit, told: str) -> None:
    said = told_words(texts_for(language, "CNY"), ActualState.OK, Reading(Decimal(value)), unit)
    assert said.endswith(told)
