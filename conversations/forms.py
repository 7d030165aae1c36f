"""A form: a class whose fields are asked for together, and whose instances are the answers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform

from conversations.away_field import AwayField
from conversations.choice_fields import ChoiceField, ManyField
from conversations.company_fields import CountryField, CurrencyField, ZoneField
from conversations.count_field import CountField
from conversations.fields import DateField, Field, NumberField, StartField, TextField, YesNoField
from conversations.grades_field import GradesField
from conversations.time_fields import HoursField, TimeField
from conversations.two_way_fields import PointsField, StepsField
from conversations.weekdays_field import WeekdaysField
from conversations.words import snake_case
from kpi_engine.model.kpi import Unit, UnitKind

# What stands behind the `=` of a form's field says how it is asked; to the type checker it must look like a default of
# the field's own type, as `dataclasses.field` does: hence Any.


def text(*, optional: bool = False, worded: bool = False) -> Any:
    """A line of words: `str`, or `str | None` if optional; if worded, never a number alone."""
    return TextField(optional=optional, worded=worded)


def number(
    unit: Unit = Unit(UnitKind.COUNT),
    *,
    least: int | None = None,
    most: int | None = None,
) -> Any:
    """A number: `Decimal`."""
    return NumberField(unit=unit, least=_decimal(least), most=_decimal(most))


def count(*, least: int, most: int) -> Any:
    """How many: `Decimal`, a whole number from the least to the most."""
    return CountField(unit=Unit(UnitKind.COUNT), least=Decimal(least), most=Decimal(most))


def choice(of: type[StrEnum] | None = None, *, own: bool = False, optional: bool = False) -> Any:
    """One option: a member of `of`, or the `str` value of an option given where the form is asked; None if left out."""
    return ChoiceField(of=of, own=own, optional=optional)


def many(*, most: int = 10, own: bool = False, optional: bool = False) -> Any:
    """Several options: `tuple[str, ...]`; skipped, the empty tuple."""
    return ManyField(most=most, own=own, optional=optional)


def yesno() -> Any:
    """Yes or no: `bool`."""
    return YesNoField()


def zone() -> Any:
    """A time zone: `str`, as IANA names it."""
    return ZoneField()


def clock() -> Any:
    """A time of day: `time`."""
    return TimeField()


def hours() -> Any:
    """From one time of day to another: `Hours`."""
    return HoursField()


def grades() -> Any:
    """Grades from the best to the worst: `tuple[Grade, ...]`."""
    return GradesField()


def steps() -> Any:
    """Scores from the lowest to the highest: `tuple[Decimal, ...]`."""
    return StepsField()


def points() -> Any:
    """Points in rows: `tuple[tuple[Decimal, ...], ...]`."""
    return PointsField()


def away() -> Any:
    """Days away: `Said`."""
    return AwayField()


def country() -> Any:
    """Whose holidays are kept: `str`, two letters; "" for nobody's."""
    return CountryField()


def weekdays() -> Any:
    """Days of the week, out of options given where the form is asked: `tuple[str, ...]`."""
    return WeekdaysField()


def currency() -> Any:
    """A currency: `str`, its ISO 4217 code."""
    return CurrencyField()


def day() -> Any:
    """A day: `date`."""
    return DateField()


def start_day() -> Any:
    """The day from which something holds: `date`."""
    return StartField()


FormClass = TypeVar("FormClass")


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        text,
        number,
        count,
        choice,
        many,
        yesno,
        day,
        start_day,
        clock,
        hours,
        grades,
        steps,
        points,
        away,
        zone,
        country,
        weekdays,
        currency,
    ),
)
def form(cls: type[FormClass]) -> type[FormClass]:
    """Makes a class of fields a form: a frozen value that `Ask` knows how to ask for."""
    fields = {name: cls.__dict__[name] for name in cls.__annotations__}
    for name in fields:
        delattr(cls, name)
    made = dataclass(frozen=True, kw_only=True)(cls)
    setattr(made, _FIELDS, fields)
    return made


def fields_of(cls: type) -> dict[str, Field]:
    """The fields of a form, by name, in the order in which they are asked."""
    fields: dict[str, Field] = getattr(cls, _FIELDS)
    return fields


def is_form(thing: object) -> bool:
    """Whether this is a class made by `@form`."""
    return isinstance(thing, type) and _FIELDS in vars(thing)


def form_name(cls: type) -> str:
    """What the form is called in keys and labels."""
    return snake_case(cls.__name__)


_FIELDS = "__form_fields__"


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
