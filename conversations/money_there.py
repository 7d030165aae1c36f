"""Which money is counted in where a clock is."""

from __future__ import annotations

from datetime import date

from babel.core import get_global
from babel.numbers import get_territory_currencies


def currency_at(time_zone: str, day: date) -> str:
    """The currency of the country in which the IANA time zone is, on that day; empty for a clock of no country.

    Of a country with several it is the one that CLDR has first.
    """
    country = get_global("zone_territories").get(get_global("zone_aliases").get(time_zone, time_zone), "")
    return next(iter(get_territory_currencies(country, start_date=day, end_date=day)), "")
