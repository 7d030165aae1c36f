"""An answer is kept as one canonical text: reading it again, at once or on a later day, gives the same value."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conversations.choice_fields import ChoiceField, ManyField
from conversations.company_fields import CurrencyField, ZoneField
from conversations.fields import DateField, Field, NumberField, StartField, Taken, TextField, YesNoField
from conversations.kpi_fields import PastField, PointsField
from conversations.target_fields import GrowthField, SureTargetField, TargetField, TargetsField
from conversations.value_field import ValueField
from conversations.view import Option
from kpi_engine.intake.names import Askable
from kpi_engine.intake.said import Said
from kpi_engine.model.kpi import Direction, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.strategy import SwotKind
from tests.conversations.toys import TODAY, words_of

OPTIONS = (Option("#5", "Ulm"), Option("#3", "Win, keep"), Option("a", "上海"), Option("b", "12"))
QUICK = (Option("same", "Same as last time"), Option("n/a", "不适用"), Option("12", "12 visits"))
UNITS = [Unit(kind) for kind in UnitKind] + [Unit(UnitKind.COUNT, Name("visits", "次"))]
TARGETS = (Option("40 / 50 / 60", "40 / 50 / 60"), Option("12", "12 visits"))
RISING = TargetField(unit=UNITS[0], direction=Direction.HIGHER, currency="CNY")
IN_RANGE = TargetField(unit=UNITS[2], direction=Direction.RANGE, currency="CNY")
FIELDS: list[Field] = [
    TextField(),
    ChoiceField(options=OPTIONS),
    ChoiceField(options=OPTIONS, own=True),
    ChoiceField(own=True),
    ChoiceField(of=SwotKind, options=words_of().options(SwotKind)),
    ManyField(options=OPTIONS),
    ManyField(options=OPTIONS, own=True),
    ManyField(own=True),
    YesNoField(),
    DateField(),
    StartField(),
    ZoneField(),
    CurrencyField(),
    PointsField(names=("a", "b")),
    *(NumberField(unit=unit, least=Decimal(-1000)) for unit in UNITS),
    *(PastField(unit=unit, currency="CNY") for unit in UNITS),
    *(TargetField(unit=unit, direction=direction, currency="CNY") for unit in UNITS[1:3] for direction in Direction),
    SureTargetField(unit=UNITS[0], direction=Direction.HIGHER, currency="CNY", options=TARGETS),
    TargetsField(targets=(RISING, IN_RANGE), names=("a", "b"), options=OPTIONS),
    GrowthField(),
    *(
        ValueField(asked=Askable(1, ("Revenue", "客户拜访"), unit, Decimal(1)), currency="CNY", options=QUICK)
        for unit in UNITS
    ),
]

PIECES = st.sampled_from(
    [
        "1",
        "12",
        "7",
        "100",
        "0.5",
        "1.234",
        "1,200",
        "1.200,5",
        "1.2万",
        "3.5k",
        "12%",
        "-4",
        "+3",
        "(5)",
        "￥",
        "€",
        "$",
        "/",
        "-",
        "–",
        "~",
        "到",
        "to",
        "same",
        "n/a",
        "away",
        "是",
        "yes",
        "no",
        "half",
        "半",
        "Revenue",
        "客户拜访",
        "visits",
        "次",
        "Ulm",
        "ulm",
        "Win,",
        "keep",
        "上海",
        "#5",
        "#4",
        "a",
        "b",
        "strength",
        "Friday",
        "周五",
        "12-24",
        "明天",
        "utc",
        "Shanghai",
        "cny",
        ",",
        "，",
        "、",
        ";",
        "\n",
        "(",
        ")",
        "1/3",
        "45/50",
        "50",
        "40",
        "60",
        "33.3",
        "66.7",
        "note",
        "<b>",
        "{{7*7}}",
        "🚀",
        "\u202e",
        "•",
        "²",
        "３５",
        "٣",
        "一百二十",
        "1e5",
        "00",
        "0.000001",
    ]
)
RAW = st.lists(PIECES, max_size=6).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda by: by.join(parts))
)


def meaning(value: object) -> object:
    """A value without the way it was typed."""
    return (value.state, value.read, value.note) if isinstance(value, Said) else value


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: type(field).__name__)
@given(raw=st.one_of(RAW, st.text(max_size=30)))
@example(raw="a, b\na, b")
@example(raw="a, - b")
@example(raw="12 (500 planned)")
@example(raw="0.0000001 99.9999999")
@example(raw="1k/2k")
@example(raw="-4")
def test_what_is_kept_is_read_as_the_same(field: Field, raw: str) -> None:
    read = field.read(raw, TODAY)
    if not isinstance(read, Taken):
        return
    for again in (field.read(read.text, TODAY), field.again(read.text, TODAY + timedelta(days=400))):
        assert isinstance(again, Taken), (read, again)
        assert again.text == read.text
        assert meaning(again.value) == meaning(read.value)
