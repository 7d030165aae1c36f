"""Numbers, days, periods and words in a row as a reader of the language writes them (by Babel)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import get_currency_name

from conversations.texts.days import (
    month_words,
    written_clock,
    written_day,
    written_hours,
    written_moment,
    written_period,
)
from conversations.texts.numbers import Numbers
from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.period import Period
from kpi_engine.model.name import Language


class Formats(Numbers):
    """How one language writes whatever is not a sentence."""

    def __init__(self, language: Language, currency: str, labels: Mapping[str, str]) -> None:
        super().__init__(language, currency, labels)
        # British English: no comma before the last word.
        self._list_locale = "en_GB" if language is Language.EN else self._locale

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
