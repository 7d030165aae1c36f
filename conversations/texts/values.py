"""Values and targets of KPIs as a reader of the language writes them (by Babel)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from babel.numbers import format_currency, format_decimal, format_percent

from conversations.texts.days import LOCALES, between
from conversations.texts.digits import PLAIN, Pattern, grouped, plain, readable, significant, ungrouped, worked
from conversations.texts.scales import BRIEF, EVERY_DIGIT, SHORT, Scales, keeps, scaled
from kpi_engine.intake.number import counts_in_thousands
from kpi_engine.model.actual import Reading
from kpi_engine.model.kpi import Target, Unit, UnitKind
from kpi_engine.model.name import Language, Name

CENTS, QUOTIENT_PLACES = 2, 4


class Values:
    """How one language writes values, each way for what is done with them.

    `exact` to be read back, `told` to be worked with, `kept` to be agreed to, `short` to be read, `brief` where there
    is no room.
    """

    def __init__(self, language: Language, currency: str, labels: Mapping[str, str]) -> None:
        self._language = language
        self._locale = LOCALES[language]
        self.currency = currency
        self._labels = labels

    def exact(self, value: Decimal, unit: Unit) -> str:
        """The value with every digit that was typed, as `read_number` reads it: what is echoed is what is kept."""
        return self._whole(readable(value, _least(unit)), unit, grouped, ungrouped)

    def told(self, value: Decimal, unit: Unit) -> str:
        """The value in a sum that somebody does again.

        It has every digit that was typed; of what was computed it has those that tell on the points.
        """
        return self._whole(worked(value, _least(unit)), unit, plain, plain)

    def short(self, value: Decimal, unit: Unit) -> str:
        """The value for a table: the digits that matter; of words only those without which they mean nothing."""
        return self._in(SHORT[self._language], value, unit)

    def kept(self, value: Decimal, unit: Unit) -> str:
        """The value that somebody agrees to or is to reach: as short, but 万 and 亿 only where they lose nothing."""
        scales = SHORT[self._language]
        return self._in(scales if keeps(value, scales) else EVERY_DIGIT, value, unit)

    def brief(self, value: Decimal, unit: Unit) -> str:
        """The value along an axis, where a few letters are all there is room for."""
        return self._in(BRIEF[self._language], value, unit)

    def quotient(self, reading: Reading) -> str:
        """What a ratio was computed from."""
        parts = (reading.numerator or Decimal(0), reading.denominator or Decimal(0))
        return " / ".join(self._decimal(worked(part, QUOTIENT_PLACES), PLAIN) for part in parts)

    def target(self, target: Target, unit: Unit) -> str:
        """The level to reach, or the range to stay in."""
        return self._span(self.short, target, unit)

    def told_target(self, target: Target, unit: Unit) -> str:
        """The same in a sum that somebody does again."""
        return self._span(self.told, target, unit)

    def agreed(self, target: Target, unit: Unit) -> str:
        """The same as somebody agrees to it."""
        return self._span(self.kept, target, unit)

    def series(self, values: Sequence[Decimal], unit: Unit) -> str:
        """Values beside each other with every digit; what is counted is said once."""
        return " · ".join([*(self.exact(value, _bare(unit)) for value in values[:-1]), self.exact(values[-1], unit)])

    def levels(self, target: Target, unit: Unit) -> str:
        """As many of threshold, target and stretch as there are, with every digit; what is counted is said once."""
        bare = _bare(unit)
        threshold = [] if target.threshold is None else [self.exact(target.threshold, bare)]
        if target.stretch is not None:
            return " / ".join([*threshold, self.exact(target.value, bare), self.exact(target.stretch, unit)])
        if target.upper is None:
            return " / ".join([*threshold, self.exact(target.value, unit)])
        ends = between(self.exact(target.value, bare), self.exact(target.upper, unit), self._language)
        return " / ".join([*threshold, ends])

    def _span(self, write: Callable[[Decimal, Unit], str], target: Target, unit: Unit) -> str:
        if target.upper is None:
            return write(target.value, unit)
        low = unit if counts_in_thousands(unit) else _bare(unit)
        return between(write(target.value, low), write(target.upper, unit), self._language)

    def _whole(self, value: Decimal, unit: Unit, group: Pattern, ungroup: Pattern) -> str:
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(value, group(value))
            case UnitKind.PERCENT:
                return self._percent(value.scaleb(2), ungroup(value.scaleb(2)))
            case UnitKind.YESNO:
                return self._yes_or_no(value)
            case UnitKind.COUNT | UnitKind.DURATION:
                return self._labelled(self._decimal(value, group(value)), value, unit)
            case UnitKind.RATIO | UnitKind.SCORE:
                return self._labelled(self._decimal(value, ungroup(value)), value, unit)

    def _in(self, scales: Scales, value: Decimal, unit: Unit) -> str:
        number, word = (significant(value), "") if counts_in_thousands(unit) else scaled(value, scales)
        match unit.kind:
            case UnitKind.MONEY:
                return self._money(number, PLAIN) + word
            case UnitKind.PERCENT:
                return self._percent(significant(value.scaleb(2), least=1), PLAIN)
            case UnitKind.YESNO:
                return self._yes_or_no(value)
            case UnitKind.DURATION:
                return self._labelled(self._decimal(number, PLAIN) + word, value, unit)
            case UnitKind.COUNT | UnitKind.RATIO | UnitKind.SCORE:
                return self._decimal(number, PLAIN) + word

    def _yes_or_no(self, value: Decimal) -> str:
        return self._labels["period.yes" if value else "period.no"]

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


def _least(unit: Unit) -> int:
    return CENTS if unit.kind is UnitKind.MONEY else QUOTIENT_PLACES


def _bare(unit: Unit) -> Unit:
    """The unit without the word for what is counted."""
    return replace(unit, label=Name.same(""))
