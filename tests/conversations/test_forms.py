"""A form is a class of fields, and its instances are the answers."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from conversations.choice_fields import ChoiceField, ManyField
from conversations.company_fields import CurrencyField, ZoneField
from conversations.fields import DateField, NumberField, TextField, YesNoField
from conversations.forms import (
    choice,
    currency,
    day,
    fields_of,
    form,
    form_name,
    is_form,
    many,
    number,
    text,
    yesno,
    zone,
)
from kpi_engine.model.kpi import Unit, UnitKind


class Colour(StrEnum):
    """Anything."""

    RED = "red"


@form
class EveryKind:
    """One field of each kind."""

    name: str = text(optional=True)
    share: Decimal = number(Unit(UnitKind.PERCENT), least=0, most=1)
    colour: Colour = choice(of=Colour)
    town: str = choice(own=True)
    tools: tuple[str, ...] = many(most=3, own=True, optional=True)
    sure: bool = yesno()
    until: date = day()
    clock: str = zone()
    money: str = currency()


def test_the_fields_are_asked_in_the_order_in_which_they_stand() -> None:
    assert fields_of(EveryKind) == {
        "name": TextField(optional=True),
        "share": NumberField(unit=Unit(UnitKind.PERCENT), least=Decimal(0), most=Decimal(1)),
        "colour": ChoiceField(of=Colour),
        "town": ChoiceField(own=True),
        "tools": ManyField(most=3, own=True, optional=True),
        "sure": YesNoField(),
        "until": DateField(),
        "clock": ZoneField(),
        "money": CurrencyField(),
    }
    assert list(fields_of(EveryKind)) == list(EveryKind.__annotations__)


def test_a_number_has_no_limits_unless_they_are_said() -> None:
    @form
    class Count:
        visits: Decimal = number()

    assert fields_of(Count) == {"visits": NumberField(unit=Unit(UnitKind.COUNT))}


def test_an_instance_is_a_frozen_value_that_needs_every_answer() -> None:
    @form
    class Trip:
        where: str = text()

    assert Trip(where="Ulm") == Trip(where="Ulm")
    with pytest.raises(FrozenInstanceError):
        Trip(where="Ulm").where = "Bonn"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Trip()  # type: ignore[call-arg]


def test_a_form_is_called_after_its_class() -> None:
    assert form_name(EveryKind) == "every_kind"


def test_what_is_a_form() -> None:
    class Sub(EveryKind):
        """Inherits, and is none of its own."""

    assert is_form(EveryKind)
    assert [is_form(thing) for thing in (Colour, "form", EveryKind.__doc__, Sub)] == [False] * 4
