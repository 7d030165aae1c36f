"""Which digits of a number are written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Pattern: TypeAlias = Callable[[Decimal], str]
"""From a number to how Babel is to write it."""

PLAIN = "#,##0.###"
QUOTIENT_DIGITS = 28
"""What has as many is a quotient that never ends, and is rounded to be read; nobody types so many."""
TYPED_PLACES = 4
"""Nobody types more decimals: a value with more of them was computed."""
WORKED_DIGITS = 4
"""A score of 100.0 has as many digits; what it is computed from needs no more."""
_GROUP, _THOUSAND = 3, 1000


def plain(value: Decimal) -> str:
    """A pattern for all digits, and nothing besides."""
    return PLAIN


def grouped(value: Decimal) -> str:
    """The same with a zero more where three behind the point could be taken for thousands."""
    return "#,##0.0000" if _places(value) == _GROUP and 1 <= abs(value) < _THOUSAND else PLAIN


def ungrouped(value: Decimal) -> str:
    """The same where 1,200 could be 1.2 as well."""
    return grouped(value).replace(",", "")


def readable(value: Decimal, places: int) -> Decimal:
    """The value; a quotient that never ends is rounded."""
    return significant(value, least=places) if len(value.as_tuple().digits) >= QUOTIENT_DIGITS else value


def worked(value: Decimal, places: int) -> Decimal:
    """The value; what was computed is rounded to what it takes to do the sum again."""
    if _places(value) <= TYPED_PLACES:
        return value
    return rounded(value, max(WORKED_DIGITS - 1 - value.adjusted(), places))


def significant(value: Decimal, *, least: int = 0) -> Decimal:
    """Three digits that matter or more: whole numbers from a hundred on, one decimal from ten on."""
    return rounded(value, max(2 - value.adjusted(), least))


def rounded(value: Decimal, places: int) -> Decimal:
    """Rounded half up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
