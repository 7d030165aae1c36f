"""The questions about a company's clock and money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from zoneinfo import available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location
from babel.numbers import get_currency_name, list_currencies

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.design.match import nearest

_LOCALES = ("en", "zh_Hans_CN")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneField(Field):
    """A time zone, by its name or its city in either language: `Asia/Shanghai`, `shanghai`, `上海`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        word = raw.strip().casefold()
        found = _zones().get(word)
        if found is None:
            return Rejected("time_zone", {"raw": raw.strip(), "nearest": nearest(word, list(_zones()), 3)})
        return Taken(found, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyField(Field):
    """A currency, by its ISO 4217 code or its name in either language: `CNY`, `人民币`, `euro`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = _currencies().get(raw.strip().casefold())
        return Taken(found, found) if found else Rejected("currency", {"raw": raw.strip()})


@cache
def _zones() -> dict[str, str]:
    aliases = get_global("zone_aliases")
    known = available_timezones()
    zones = {zone: aliases.get(zone, zone) for zone in known if aliases.get(zone, zone) in known}
    proper = sorted(zone for zone in zones.values() if "/" in zone)
    cities = {get_timezone_location(zone, locale, True).casefold(): zone for zone in proper for locale in _LOCALES}
    return cities | {name.casefold(): zone for name, zone in zones.items()}


@cache
def _currencies() -> dict[str, str]:
    codes = sorted(list_currencies())
    names = {get_currency_name(code, locale=locale).casefold(): code for code in codes for locale in _LOCALES}
    return names | {code.casefold(): code for code in codes}
