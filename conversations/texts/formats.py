"""Points, shares, days, periods and words in a row as a reader of the language writes them (by Babel)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent, get_currency_name

from conversations.texts.days import (
    month_words,
    written_clock,
    written_day,
    written_hours,
    written_moment,
    written_period,
)
from conversations.texts.digits import rounded
from conversations.texts.values import Values
from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import Period
from kpi_engine.model.name import Language

_ONE_IN_A_HUNDRED = Decimal("0.01")


class Formats(Values):
    """How one language writes whatever is not a sentence."""

    def __init__(self, language: Language, currency: str, labels: Mapping[str, str]) -> None:
        super().__init__(language, currency, labels)
        # British English: no comma before the last word.
        self._list_locale = "en_GB" if language is Language.EN else self._locale

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
        return written_hours(hours, self._language)

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
        """Words in a row: `a, b and c`, `a、b、c`."""
        return "、".join(words) if self._language is Language.ZH else format_list(words, "standard", self._list_locale)

    def either(self, words: Sequence[str]) -> str:
        """Words to choose from: `a, b or c`, `a、b或c`."""
        return format_list(words, "or", self._list_locale)

    def quoted(self, words: Sequence[str]) -> Sequence[str]:
        """Each in quotation marks, so that one can see where it ends."""
        return [f"“{word}”" for word in words]

    def spaced(self, text: str) -> str:
        """What stands before a Chinese word: with a blank behind it, unless it is Chinese itself."""
        return f"{text} " if text[-1:].isascii() else text
