"""Why something typed is asked back; the conversations have a sentence for each."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """The reason, by key."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    TOO_LARGE = "too_large"
    YES_OR_NO = "yes_or_no"
    """The KPI wants a yes or a no."""
    DENOMINATOR_ZERO = "denominator_zero"
    CURRENCY = "currency"
    """A currency sign where no money is counted."""
    OTHER_CURRENCY = "other_currency"
    """Another currency than the company's."""
    PERCENT_SIGN = "percent_sign"
    """A percent sign where no share is counted."""
    THOUSANDS_OR_DECIMAL = "thousands_or_decimal"
    """1.200 may be 1.2 or 1200."""
    PERCENT_OR_FRACTION = "percent_or_fraction"
    """0.95 may be 0.95 % or 95 %."""
    SCALE = "scale"
    """3万 of something counted in 万: the unit, or a number of units."""
    WORKING_TIME = "working_time"
    """3 days of something counted in hours: working days or whole ones."""
    HALF_OF_WHAT = "half_of_what"
    SIGN = "sign"
    """A dash between name and number: a minus or not."""
    UNKNOWN_KPI = "unknown_kpi"
    AMBIGUOUS_KPI = "ambiguous_kpi"
    NO_VALUE = "no_value"
    ZERO_OR_NOT_APPLICABLE = "zero_or_not_applicable"
    """"none" may be 0, or nothing to measure."""
    NO_LAST = "no_last"
    """"same" where there is no last value."""
    SEVERAL = "several"
    """A second number stands where a note would."""
    TWICE = "twice"
    """A second value for the same KPI."""
