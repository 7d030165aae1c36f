"""What is proposed in one line: `Win rate target to 35%`, `平均单笔成交额 目标改成7000`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from conversations.texts import also_in_any, in_every_language


class KpiPart(StrEnum):
    """What can be another."""

    TARGET = "target"
    WEIGHT = "weight"
    OWNER = "owner"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class SaidChange:
    """The KPI as it is named, which part of it is to be another, and what it is to be."""

    kpi: str
    part: KpiPart
    new: str


def said_change(words: str) -> SaidChange | None:
    """The change in the words; the target is meant where no part is named."""
    said = _TO.fullmatch(words)
    if said is None:
        return None
    head = said["head"].strip()
    for part in KpiPart:
        for name in (*in_every_language(f"kpi_part.{part}"), *also_in_any("kpi_part", part)):
            if head.casefold().endswith(name.casefold()) and (kpi := head[: -len(name)].rstrip(" ,，的")):
                return SaidChange(kpi, part, said["new"])
    return SaidChange(head, KpiPart.TARGET, said["new"])


_TO = re.compile(
    r"(?P<head>.+?)\s*(?:(?:改|调|调整|提高|降低|降|升|定|设|换)[成为到]|(?:\b(?:change|set|raise|lower)\s+)?\bto\b)\s*(?P<new>.+)",
    re.IGNORECASE,
)
