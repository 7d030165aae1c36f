"""A line of several values, cut into one piece for each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpi_engine.calendar.words import ANY_MONTH
from kpi_engine.intake.names import Askable, name_at_start
from kpi_engine.intake.typed import tidy

_DAY = re.compile(
    rf"(?:[0-9]{{4}}年)?[0-9]{{1,2}}[月日号]|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{ANY_MONTH})\b", re.IGNORECASE
)
"""What begins with a day is another value: 5万2，11月20日 5万1."""
_LINK = re.compile(r"https?://[!-~]+", re.IGNORECASE)


def split(text: str, kpis: Sequence[Askable]) -> list[str]:
    """At commas, semicolons, 、, 。 and line ends, but not within a number or a link."""
    plain = tidy(text)
    links = [found.span() for found in _LINK.finditer(plain)]
    cuts = [
        found.start()
        for found in re.finditer(r"[,;、。\n\r]", plain)
        if not _inside_number(plain, found, kpis) and not _inside_link(plain, found, links, kpis)
    ]
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(plain)]
    pieces = (_trimmed(plain[start:end]) for start, end in zip(starts, ends, strict=True))
    return [piece for piece in pieces if piece]


def _inside_number(text: str, comma: re.Match[str], kpis: Sequence[Askable]) -> bool:
    around = text[comma.start() - 1 : comma.start()] + text[comma.end() : comma.end() + 1]
    if comma[0] != "," or len(around) < 2 or not (around.isascii() and around.isdigit()):
        return False
    if _DAY.match(text, comma.end()):
        return False
    return name_at_start(text[comma.end() :].split(",", maxsplit=1)[0], kpis) is None


def _inside_link(text: str, sign: re.Match[str], links: Sequence[tuple[int, int]], kpis: Sequence[Askable]) -> bool:
    inside = any(start < sign.start() and sign.end() < end for start, end in links)
    return inside and name_at_start(text[sign.end() :].split(",", maxsplit=1)[0], kpis) is None


def _trimmed(piece: str) -> str:
    return re.sub(r"^\s*(?:[-•·*]\s+|把)", "", piece).strip().rstrip(".!").rstrip()
