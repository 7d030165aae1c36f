"""Numbers, days and periods as a reader of the language writes them (by Babel)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_name

from conversations.texts.days import (
    LOCALES,
    month_words,
    written_clock,
    written_day,
    written_hours,
    written_moment,
    written_period,
)
from conversations.texts.digits import PLAIN, QUOTIENT_PLACES, grouped, readable, rounded, significant, ungrouped
from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import Period
from kpi_engine.model.kpi import Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name

CENTS = 2
_ONE_IN_A_HUNDRED = Decimal("0.01")


class Formats:
    """How one language writes values."""

    def __init__(self, language: Language, currency: str, labels: Mapping[str, str]) -> None:
        self._language = language
        self._locale = LOCALES[language]
        self.currency = currency
        self._labels = labels
        # British English: no comma before the last word.
        self._list_locale = "en_GB" if language is Language.EN else self._locale

    def exact(self, value: Decimal, unit: Unit) -> str:
        """The value with every digit that was typed, as `read_number` reads it: what is echoed is what is kept."""
        value = readable(value, CENTS if unit.kind is UnitKind.MONEY else QUOTIENT_PLACES)
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(value, grouped(value))
            case UnitKind.PERCENT:
                return self._percent(value.scaleb(2), ungrouped(value.scaleb(2)))
            case UnitKind.YESNO:
                return self._labels["period.yes" if value else "period.no"]
            case UnitKind.COUNT | UnitKind.DURATION:
                return self._labelled(self._decimal(value, grouped(value)), value, unit)
            case UnitKind.RATIO | UnitKind.SCORE:
                return self._labelled(self._decimal(value, ungrouped(value)), value, unit)

    def short(self, value: Decimal, unit: Unit) -> str:
        """The value for a table: the digits that matter; of words only those without which they mean nothing."""
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(significant(value), PLAIN)
            case UnitKind.PERCENT:
                return self._percent(significant(value.scaleb(2), least=1), PLAIN)
            case UnitKind.YESNO:
                return self._labels["period.yes" if value else "period.no"]
            case UnitKind.DURATION:
                return self._labelled(self._decimal(significant(value), PLAIN), value, unit)
            case UnitKind.COUNT | UnitKind.RATIO | UnitKind.SCORE:
                return self._decimal(significant(value), PLAIN)

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
        return format_decimal(rounded(score, 1), "#,##0.0", self._locale)

    def change(self, points: Decimal) -> str:
        """Points gained or lost, with their sign."""
        return format_decimal(rounded(points, 1) + 0, "+#,##0.0;−#,##0.0", self._locale)

    def share(self, share: Decimal) -> str:
        """A share of a whole (0 to 1) in percent."""
        return format_percent(rounded(share, 3), "#,##0.#%", self._locale)

    def chance(self, chance: Decimal) -> str:
        """A chance (0 to 1) in whole percent; nothing that is to come is told as certain."""
        if chance < _ONE_IN_A_HUNDRED:
            return self._labels["chance.hardly"]
        if chance > 1 - _ONE_IN_A_HUNDRED:
            return self._labels["chance.nearly"]
        return format_percent(rounded(chance, 2), "0%", self._locale)

    def number(self, value: Decimal) -> str:
        """A bare number, such as a weight."""
        return format_decimal(rounded(value, 2), "#,##0.##", self._locale)

    def day(self, day: date) -> str:
        """A day, with its year."""
        return written_day(day, self._language)

    def clock(self, at: time) -> str:
        """A time of day, by a clock of 24 hours."""
        return written_clock(at)

    def hours(self, hours: Hours) -> str:
        """From one time of day to another."""
        return written_hours(hours)

    def moment(self, moment: datetime, zone: str) -> str:
        """A day and a time of day, by the wall clock of that zone."""
        return written_moment(moment, zone, self._language)

    def period(self, period: Period) -> str:
        """A period as one names it: `November 2026`, `2026年第47周`."""
        return written_period(period, self._language, self._labels)

    def month(self, number: int) -> str:
        """A month by itself: `April`, `4月`."""
        return month_words(number, self._language)[self._language is Language.ZH]

    def month_words(self, number: int) -> tuple[str, str]:
        """Its long name and its short one: `April` and `Apr`, `四月` and `4月`."""
        return month_words(number, self._language)

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


def _bare(unit: Unit) -> Unit:
    """The unit without the word for what is counted."""
    return replace(unit, label=Name.same(""))
