"""What a run of digits with dots, commas, spaces and apostrophes can mean."""

from __future__ import annotations

import re
from decimal import Decimal


def figures(text: str) -> tuple[Decimal, ...]:
    """The values that the text can stand for, the usual one first; none if it is no number.

    Groups of exactly three after one to three digits are thousands. 1,200 and 1.200 have two meanings each.
    """
    if _ONE_DOT.fullmatch(text):
        return Decimal(text), Decimal(text.replace(".", ""))
    if _ONE_COMMA.fullmatch(text):
        return Decimal(text.replace(",", "")), Decimal(text.replace(",", "."))
    if _PLAIN.fullmatch(text) or _COMMA_GROUPS.fullmatch(text):
        return (Decimal(text.replace(",", "")),)
    if _DOT_GROUPS.fullmatch(text):
        return (Decimal(text.replace(".", "").replace(",", ".")),)
    if _OTHER_GROUPS.fullmatch(text) or _DECIMAL_COMMA.fullmatch(text):
        return (Decimal(re.sub(r"[ ']", "", text).replace(",", ".")),)
    return ()


_FIRST_GROUP = "[1-9][0-9]{0,2}"
_ONE_DOT = re.compile(_FIRST_GROUP + r"\.[0-9]{3}")
_ONE_COMMA = re.compile(_FIRST_GROUP + r",[0-9]{3}")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?|\.[0-9]+")
_COMMA_GROUPS = re.compile(_FIRST_GROUP + r"(,[0-9]{3})+(\.[0-9]+)?")
_DOT_GROUPS = re.compile(_FIRST_GROUP + r"((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})")
_OTHER_GROUPS = re.compile(_FIRST_GROUP + r"([ '])[0-9]{3}(\1[0-9]{3})*([.,][0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}|0,[0-9]+")
