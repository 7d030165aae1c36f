"""The questions about a company's clock and money."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

from babel.core import Locale, get_global
from babel.dates import get_timezone_location
from babel.numbers import get_currency_name, list_currencies

from conversations.fields import Field, Rejected, Taken
from conversations.view import QuestionKind
from kpi_engine.calendar.working import known_countries
from kpi_engine.design.match import likeness, nearest

_LOCALES = ("en", "zh_Hans_CN")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneField(Field):
    """A time zone, by its name, city or country in either language: `Asia/Shanghai`, `shanghai`, `上海`, `英国`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = _zones().get(_bare(raw).removesuffix("市"))
        if found is None:
            near = [name for name in nearest(raw, _zone_names(), 3) if likeness(raw, name) >= _MISSPELT]
            return Rejected("time_zone", {"raw": raw.strip(), "nearest": near})
        return Taken(found, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyField(Field):
    """A currency, by its ISO 4217 code or its name in either language: `CNY`, `人民币`, `euro`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        found = _currencies().get(_bare(raw)) or _currencies().get(_bare(raw).removesuffix("吧"))
        return Taken(found, found) if found else Rejected("currency", {"raw": raw.strip()})


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryField(Field):
    """Whose holidays are kept, by the country's name or code: `China`, `中国`, `CN`; "" for `none`."""

    kind = QuestionKind.TEXT

    def read(self, raw: str, today: date) -> Taken | Rejected:
        if _bare(raw) in _NOBODY:
            return Taken("none", "")
        found = {_bare(name): code for name, code in _country_names().items()}.get(_bare(raw))
        if found is None:
            near = [name for name in nearest(raw, _country_names(), 3) if likeness(raw, name) >= _MISSPELT]
            return Rejected("country", {"raw": raw.strip(), "nearest": near})
        return Taken(found, found)


@cache
def _country_names() -> dict[str, str]:
    codes = sorted(known_countries())
    names = [Locale.parse(locale).territories for locale in _LOCALES]
    named = {str(each[code]): code for each in names for code in codes if code in each}
    return named | _ALSO_COUNTRIES | {code: code for code in codes}


@cache
def _zones() -> dict[str, str]:
    return {_bare(name): zone for name, zone in _zone_names().items()}


@cache
def _zone_names() -> dict[str, str]:
    aliases = get_global("zone_aliases")
    known = available_timezones()
    zones = {name: zone for name in known if (zone := aliases.get(name, name)) in known and name not in _NO_SUMMER}
    usual = {name: zone for name, zone in zones.items() if not _OFFSET.fullmatch(zone)}
    proper = sorted(zone for zone in usual.values() if "/" in zone)
    cities = {get_timezone_location(zone, locale, True): zone for zone in proper for locale in _LOCALES}
    return _countries(usual) | cities | _other_names() | usual


def _other_names() -> dict[str, str]:
    named = tomllib.loads((Path(__file__).parent / "cities.toml").read_text("utf-8"))
    return {name: zone for zone, names in named.items() for name in names}


def _countries(zones: Mapping[str, str]) -> dict[str, str]:
    """Countries that have one clock, by their names in both languages."""
    of_country = get_global("territory_zones")
    only = {code: zones[found[0]] for code, found in of_country.items() if len(found) == 1 and found[0] in zones}
    names = [Locale.parse(locale).territories for locale in _LOCALES]
    return {each[code]: zone for each in names for code, zone in only.items() if code in each}


@cache
def _currencies() -> dict[str, str]:
    codes = sorted(code for code in list_currencies() if code not in _NO_MONEY)
    names = {get_currency_name(code, locale=locale): code for code in codes for locale in _LOCALES}
    return {_bare(name): code for name, code in (_ALSO_CURRENCIES | names | {code: code for code in codes}).items()}


def _bare(word: str) -> str:
    return " ".join(word.casefold().split())


_OFFSET = re.compile("Etc/(?!UTC).*")
"""Etc/GMT+8 is eight hours *behind*: not what people mean who type GMT+8."""
_NO_SUMMER = frozenset({"EST", "MST", "HST"})
"""Clocks without summer time, typed by people who have it."""
_MISSPELT = 0.7
"""How like a city's name words must be to be a slip of it."""
_NOBODY = frozenset({"none", "nobody", "off", "无", "没有", "不用", "关闭"})
_ALSO_COUNTRIES = {"UK": "GB", "USA": "US", "America": "US", "PRC": "CN", "中华人民共和国": "CN"}
_NO_MONEY = frozenset({"XXX", "XTS"})
_ALSO_CURRENCIES = (
    dict.fromkeys(("RMB", "yuan", "元", "¥", "￥"), "CNY")
    | dict.fromkeys(("dollar", "dollars", "$", "美金"), "USD")
    | dict.fromkeys(("euros", "€"), "EUR")
    | dict.fromkeys(("pound", "pounds", "£"), "GBP")
    | {"港币": "HKD"}
)
