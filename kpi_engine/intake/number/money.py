"""The signs of currencies, before or after a number."""

from __future__ import annotations

import re


def without_currency(text: str) -> tuple[str, frozenset[str]]:
    """The rest, and the ISO 4217 codes that the sign can stand for; none without one."""
    found = _MONEY.fullmatch(text)
    sign = found and (found["before"] or found["after"])
    if not found or not sign:
        return text, frozenset()
    codes = _CURRENCIES[found["before"] or sign] & _CURRENCIES[found["after"] or sign]
    return (found["rest"], codes) if codes else (text, codes)


_DOLLARS = frozenset({"USD", "HKD", "SGD", "TWD", "AUD", "CAD", "NZD", "MXN"})
_CURRENCIES = {
    "¥": frozenset({"CNY", "JPY"}),
    "元": frozenset({"CNY", "HKD", "TWD", "JPY"}),
    "块": frozenset({"CNY"}),
    "块钱": frozenset({"CNY"}),
    "rmb": frozenset({"CNY"}),
    "cny": frozenset({"CNY"}),
    "人民币": frozenset({"CNY"}),
    "cn¥": frozenset({"CNY"}),
    "jp¥": frozenset({"JPY"}),
    "$": _DOLLARS,
    "us$": frozenset({"USD"}),
    "usd": frozenset({"USD"}),
    "美元": frozenset({"USD"}),
    "hk$": frozenset({"HKD"}),
    "港币": frozenset({"HKD"}),
    "€": frozenset({"EUR"}),
    "eur": frozenset({"EUR"}),
    "欧元": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "gbp": frozenset({"GBP"}),
    "英镑": frozenset({"GBP"}),
}
_SIGNS = "|".join(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True))
_MONEY = re.compile(f"(?:(?P<before>{_SIGNS}) ?)?(?P<rest>.*?)(?: ?(?P<after>{_SIGNS}))?")
