"""Numbers, days and periods as a reader of the language writes them (by Babel)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.kpi import Target, Unit, UnitKind
from kpi_engine.model.name import Language

_LOCALES = {Language.EN: "en", Language.ZH: "zh_Hans_CN"}
MOST_PLACES = 12
"""Decimals of a number that somebody typed; what has more is a quotient, and is rounded to be read."""
QUOTIENT_PLACES = 4


class Formats:
    """How one language writes values."""

    def __init__(self, language: Language, currency: str, labels: Mapping[str, str]) -> None:
        self._language = language
        self._locale = _LOCALES[language]
        self.currency = currency
        self._labels = labels
        # British English: no comma before the last word.
        self._list_locale = "en_GB" if language is Language.EN else self._locale

    def exact(self, value: Decimal, unit: Unit) -> str:
        """The value with every digit that was typed: what is echoed is what is kept."""
        value = _readable(value)
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(value, f"¤{_pattern(value)}")
            case UnitKind.PERCENT:
                return format_percent(value, f"{_pattern(value.scaleb(2))}%", self._locale, decimal_quantization=False)
            case UnitKind.YESNO:
                return self._labels["period.yes" if value else "period.no"]
            case UnitKind.COUNT | UnitKind.RATIO | UnitKind.SCORE | UnitKind.DURATION:
                number = format_decimal(value, _pattern(value), self._locale, decimal_quantization=False)
                return self._labelled(number, unit)

    def short(self, value: Decimal, unit: Unit) -> str:
        """The value for a table: three or four digits that matter, without the unit's word."""
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(_digits(value), "¤#,##0.##")
            case UnitKind.PERCENT:
                return format_percent(_round(value, 3), "#,##0.#%", self._locale)
            case UnitKind.YESNO:
                return self._labels["period.yes" if value else "period.no"]
            case UnitKind.COUNT | UnitKind.RATIO | UnitKind.SCORE | UnitKind.DURATION:
                return format_decimal(_digits(value), "#,##0.##", self._locale)

    def target(self, target: Target, unit: Unit) -> str:
        """The level to reach, or the range to stay in."""
        if target.upper is None:
            return self.short(target.value, unit)
        return f"{self.short(target.value, unit)} – {self.short(target.upper, unit)}"

    def points(self, score: Decimal) -> str:
        """A score, rounded half up to one decimal."""
        return format_decimal(_round(score, 1), "#,##0.0", self._locale)

    def change(self, points: Decimal) -> str:
        """Points gained or lost, with their sign."""
        return format_decimal(_round(points, 1), "+#,##0.0;−#,##0.0", self._locale)

    def share(self, share: Decimal) -> str:
        """A share of a whole (0 to 1) in percent."""
        return format_percent(_round(share, 3), "#,##0.#%", self._locale)

    def number(self, value: Decimal) -> str:
        """A bare number, such as a weight."""
        return format_decimal(_round(value, 2), "#,##0.##", self._locale)

    def day(self, day: date) -> str:
        """A day, with its year."""
        return format_date(day, "d MMM y" if self._language is Language.EN else "y年M月d日", self._locale)

    def period(self, period: Period) -> str:
        """A period as one names it: `November 2026`, `2026年第47周`."""
        if period.kind is PeriodKind.DAY:
            return self.day(period.start)
        year, week, _ = period.start.isocalendar()
        return self._labels[f"period.{period.kind.value}"].format(
            year=year if period.kind is PeriodKind.WEEK else period.start.year,
            week=week,
            month=format_date(period.start, "MMMM" if self._language is Language.EN else "M", self._locale),
            quarter=(period.start.month + 2) // 3,
            half=self._labels["period.first_half" if period.start.month == 1 else "period.second_half"],
        )

    def list(self, words: Sequence[str]) -> str:
        """Words in a row: `a, b and c`, `a、b和c`."""
        return format_list(words, "standard", self._list_locale)

    def either(self, words: Sequence[str]) -> str:
        """Words to choose from: `a, b or c`, `a、b或c`."""
        return format_list(words, "or", self._list_locale)

    def _money(self, value: Decimal, pattern: str) -> str:
        return format_currency(
            value, self.currency, pattern, self._locale, currency_digits=False, decimal_quantization=False
        )

    def _labelled(self, number: str, unit: Unit) -> str:
        word = unit.label.text(self._language)
        return f"{number} {word}" if word else number


def _pattern(value: Decimal) -> str:
    """As many decimals as the value has."""
    exponent = value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return "#,##0." + "#" * places if places > 0 else "#,##0"


def _readable(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return _round(value, QUOTIENT_PLACES) if isinstance(exponent, int) and -exponent > MOST_PLACES else value


def _digits(value: Decimal) -> Decimal:
    """Whole numbers from a hundred on, one decimal from ten on, two below."""
    size = abs(value)
    return _round(value, 0 if size >= 100 else 1 if size >= 10 else 2)


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
