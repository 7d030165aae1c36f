"""Numbers, days and periods as a reader of the language writes them (by Babel)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_name

from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import JANUARY, Period, PeriodKind
from kpi_engine.calendar.words import place_in_year
from kpi_engine.model.kpi import Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name

_LOCALES = {Language.EN: "en", Language.ZH: "zh_Hans_CN"}
QUOTIENT_DIGITS = 28
"""What has as many is a quotient that never ends, and is rounded to be read; nobody types so many."""
QUOTIENT_PLACES = 4
CENTS = 2
_ONE_IN_A_HUNDRED = Decimal("0.01")


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
        """The value with every digit that was typed, as `read_number` reads it: what is echoed is what is kept."""
        value = _readable(value, CENTS if unit.kind is UnitKind.MONEY else QUOTIENT_PLACES)
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(value, _grouped(value))
            case UnitKind.PERCENT:
                return self._percent(value.scaleb(2), _ungrouped(value.scaleb(2)))
            case UnitKind.YESNO:
                return self._labels["period.yes" if value else "period.no"]
            case UnitKind.COUNT | UnitKind.DURATION:
                return self._labelled(self._decimal(value, _grouped(value)), value, unit)
            case UnitKind.RATIO | UnitKind.SCORE:
                return self._labelled(self._decimal(value, _ungrouped(value)), value, unit)

    def short(self, value: Decimal, unit: Unit) -> str:
        """The value for a table: the digits that matter; of words only those without which they mean nothing."""
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(_significant(value), _PLAIN)
            case UnitKind.PERCENT:
                return self._percent(_significant(value.scaleb(2), least=1), _PLAIN)
            case UnitKind.YESNO:
                return self._labels["period.yes" if value else "period.no"]
            case UnitKind.DURATION:
                return self._labelled(self._decimal(_significant(value), _PLAIN), value, unit)
            case UnitKind.COUNT | UnitKind.RATIO | UnitKind.SCORE:
                return self._decimal(_significant(value), _PLAIN)

    def target(self, target: Target, unit: Unit) -> str:
        """The level to reach, or the range to stay in."""
        if target.upper is None:
            return self.short(target.value, unit)
        low = Unit(UnitKind.RATIO) if unit.kind is UnitKind.DURATION else unit
        return f"{self.short(target.value, low)} – {self.short(target.upper, unit)}"

    def series(self, values: Sequence[Decimal], unit: Unit) -> str:
        """Values beside each other with every digit; what is counted is said once."""
        return " · ".join([*(self.exact(value, _bare(unit)) for value in values[:-1]), self.exact(values[-1], unit)])

    def levels(self, target: Target, unit: Unit) -> str:
        """As many of threshold, target and stretch as there are, with every digit; what is counted is said once."""
        bare = _bare(unit)
        threshold = [] if target.threshold is None else [self.exact(target.threshold, bare)]
        if target.stretch is not None:
            return " / ".join([*threshold, self.exact(target.value, bare), self.exact(target.stretch, unit)])
        low, high = (None, target.value) if target.upper is None else (target.value, target.upper)
        ends = [self.exact(high, unit)] if low is None else [self.exact(low, bare), self.exact(high, unit)]
        return " / ".join([*threshold, " – ".join(ends)])

    def points(self, score: Decimal) -> str:
        """A score, rounded half up to one decimal."""
        return format_decimal(_round(score, 1), "#,##0.0", self._locale)

    def change(self, points: Decimal) -> str:
        """Points gained or lost, with their sign."""
        return format_decimal(_round(points, 1) + 0, "+#,##0.0;−#,##0.0", self._locale)

    def share(self, share: Decimal) -> str:
        """A share of a whole (0 to 1) in percent."""
        return format_percent(_round(share, 3), "#,##0.#%", self._locale)

    def chance(self, chance: Decimal) -> str:
        """A chance (0 to 1) in whole percent; nothing that is to come is told as certain."""
        if chance < _ONE_IN_A_HUNDRED:
            return self._labels["chance.hardly"]
        if chance > 1 - _ONE_IN_A_HUNDRED:
            return self._labels["chance.nearly"]
        return format_percent(_round(chance, 2), "0%", self._locale)

    def number(self, value: Decimal) -> str:
        """A bare number, such as a weight."""
        return format_decimal(_round(value, 2), "#,##0.##", self._locale)

    def day(self, day: date) -> str:
        """A day, with its year."""
        return format_date(day, "d MMM y" if self._language is Language.EN else "y年M月d日", self._locale)

    def clock(self, at: time) -> str:
        """A time of day, by a clock of 24 hours."""
        return f"{at:%H:%M}"

    def hours(self, hours: Hours) -> str:
        """From one time of day to another."""
        return f"{self.clock(hours.start)} – {self.clock(hours.end)}"

    def moment(self, moment: datetime, zone: str) -> str:
        """A day and a time of day, by the wall clock of that zone."""
        there = moment.astimezone(ZoneInfo(zone))
        between = ", " if self._language is Language.EN else " "
        return f"{self.day(there.date())}{between}{self.clock(there.time())}"

    def period(self, period: Period) -> str:
        """A period as one names it: `November 2026`, `2026年第47周`."""
        if period.kind is PeriodKind.DAY:
            return self.day(period.start)
        if period.kind in (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR):
            return self._part_of_year(period)
        year, week, _ = period.start.isocalendar()
        return self._labels[f"period.{period.kind.value}"].format(
            year=year if period.kind is PeriodKind.WEEK else period.start.year,
            week=week,
            month=format_date(period.start, "MMMM" if self._language is Language.EN else "M", self._locale),
        )

    def _part_of_year(self, period: Period) -> str:
        year, number = place_in_year(period)
        called = "period.calendar_year" if period.year_start == JANUARY else "period.fiscal_year"
        return self._labels[f"period.{period.kind.value}"].format(
            year=self._labels[called].format(year=year),
            quarter=number,
            half=self._labels["period.first_half" if number == 1 else "period.second_half"],
        )

    def month(self, number: int) -> str:
        """A month by itself: `April`, `4月`."""
        return self.month_words(number)[self._language is Language.ZH]

    def month_words(self, number: int) -> tuple[str, str]:
        """Its long name and its short one: `April` and `Apr`, `四月` and `4月`."""
        long, short = (get_month_names(width, "stand-alone", self._locale)[number] for width in ("wide", "abbreviated"))
        return str(long), str(short)

    def country(self, code: str) -> str:
        """A country, by its two letters."""
        return str(Locale.parse(self._locale).territories[code])

    def currency_name(self, code: str) -> str:
        """A currency, by its three letters."""
        return get_currency_name(code, locale=self._locale)

    def list(self, words: Sequence[str]) -> str:
        """Words in a row: `a, b and c`, `a、b和c`."""
        return format_list(words, "standard", self._list_locale)

    def either(self, words: Sequence[str]) -> str:
        """Words to choose from: `a, b or c`, `a、b或c`."""
        return format_list(words, "or", self._list_locale)

    def quoted(self, words: Sequence[str]) -> Sequence[str]:
        """Each in quotation marks, so that one can see where it ends."""
        return [f"“{word}”" for word in words]

    def spaced(self, text: str) -> str:
        """What stands before a Chinese word: with a blank behind it, unless it is Chinese itself."""
        return f"{text} " if text[-1:].isascii() else text

    def _decimal(self, value: Decimal, pattern: str) -> str:
        return format_decimal(value, pattern, self._locale, decimal_quantization=False)

    def _percent(self, percent: Decimal, pattern: str) -> str:
        return format_percent(percent.scaleb(-2), f"{pattern}%", self._locale, decimal_quantization=False)

    def _money(self, value: Decimal, pattern: str) -> str:
        return format_currency(
            value, self.currency, f"¤{pattern}", self._locale, currency_digits=False, decimal_quantization=False
        )

    def _labelled(self, number: str, value: Decimal, unit: Unit) -> str:
        word = unit.label.text(self._language)
        if self._language is Language.EN and abs(value) == 1:
            word = word.removesuffix("s")
        return f"{number} {word}" if word else number


_PLAIN = "#,##0.###"


def _bare(unit: Unit) -> Unit:
    """The unit without the word for what is counted."""
    return replace(unit, label=Name.same(""))


def _grouped(value: Decimal) -> str:
    """A pattern for all digits, with a zero more where three behind the point could be taken for thousands."""
    return "#,##0.0000" if _places(value) == _GROUP and 1 <= abs(value) < _THOUSAND else _PLAIN


def _ungrouped(value: Decimal) -> str:
    """The same where 1,200 could be 1.2 as well."""
    return _grouped(value).replace(",", "")


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _readable(value: Decimal, places: int) -> Decimal:
    return _significant(value, least=places) if len(value.as_tuple().digits) >= QUOTIENT_DIGITS else value


def _significant(value: Decimal, *, least: int = 0) -> Decimal:
    """Three digits that matter or more: whole numbers from a hundred on, one decimal from ten on."""
    return _round(value, max(2 - value.adjusted(), least))


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


_GROUP, _THOUSAND = 3, 1000
