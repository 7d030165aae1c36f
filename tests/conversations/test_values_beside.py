"""Values that stand beside each other, to be compared."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conversations.cards.value import short_words
from conversations.texts import texts_for
from kpi_engine.commands import Entry
from kpi_engine.model.actual import ActualState, Reading
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.name import Language
from tests.kpi_engine.measure.build import period


def entry(value: str) -> Entry:
    if not value:
        return Entry(1, period("2026-10"), ActualState.NOT_APPLICABLE, None)
    return Entry(1, period("2026-10"), ActualState.OK, Reading(Decimal(value)))


@pytest.mark.parametrize(
    ("was", "value", "said"),
    [
        ("89.8046875", "120", ("¥89.8", "¥120")),
        ("89.8046875", "89.8", ("¥89.8046875", "¥89.8")),
        ("89.8", "", ("¥89.8", "不适用")),
    ],
)
def test_only_the_digits_that_matter(was: str, value: str, said: tuple[str, str]) -> None:
    texts, unit = texts_for(Language.ZH, "CNY"), Unit(UnitKind.MONEY)
    one, other = entry(was), entry(value)
    assert (short_words(texts, one, unit, other), short_words(texts, other, unit, one)) == said
