"""How a rule would have to be written to leave nothing open, in the rule's own language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kpi_engine.intake.rules.meaning import Doubt
from kpi_engine.intake.rules.pattern import FULL_MARKS
from kpi_engine.intake.rules.quantity import NUMBER
from kpi_engine.intake.rules.scan import is_chinese, plain


def plainer(text: str, doubt: Doubt) -> tuple[str, ...]:
    """What to write instead or besides, one for each meaning; empty where no piece of the text can be pointed at."""
    written = plain(text)
    return tuple(_chinese(written, doubt) if is_chinese(written) else _english(written, doubt))


def with_full_marks(text: str, weight: Decimal) -> tuple[str, ...]:
    """What to write before a rule whose points can be of 100, or of its weight."""
    before = "满分{:f}分" if is_chinese(text) else "out of {:f}"
    return tuple(before.format(full) for full in (FULL_MARKS, weight.normalize()))


_STEP = re.compile(
    rf"每(?P<way>[^0-9%每]{{1,3}}?)(?:目标值?)?(?P<size>(?P<number>{NUMBER})(?P<unit>%|[^,;。%扣减加奖]*))"
)
_LEVEL = re.compile(
    rf"(?P<before>[^0-9,;。%每\-~至到得]*)(?P<number>{NUMBER})(?P<unit>%|分)"
    r"(?P<after>(?:及|\(不?含\))?以[上下])?"
)
_SIDE = re.compile(rf"(?P<level>{NUMBER}[^,;。0-9]*?)以(?P<side>[上下])")
_EACH = re.compile(rf"(?:each|every|per) (?P<number>{NUMBER}) ?%")
_COMPARED = re.compile(
    rf"(?P<before>[a-z]+(?: than)?|[<>≤≥]=?)? ?(?P<number>{NUMBER}) ?(?P<unit>%|points?)"
    r"(?P<after> or [a-z]+)?"
)


def _chinese(text: str, doubt: Doubt) -> Iterator[str]:
    match doubt:
        case Doubt.PERCENT:
            yield from _percent(text)
        case Doubt.PARTS:
            if step := _STEP.search(text):
                yield from ("按比例扣分", f"不足{step['size']}不扣分", f"不足{step['size']}按{step['size']}计")
        case Doubt.INCLUDING:
            if end := _SIDE.search(text):
                yield from (f"{end['level']}({way})以{end['side']}" for way in ("不含", "含"))
        case Doubt.LINEAR:
            yield from ("线性插值", "分档计分")
        case Doubt.OF_SCORE:
            if level := _found(_LEVEL, text, "分"):
                yield from (f"{subject}{level[0]}" for subject in ("得分", "实际值"))


def _percent(text: str) -> Iterator[str]:
    step, level = _STEP.search(text), _found(_LEVEL, text, "%")
    if step and step["unit"] == "%":
        yield f"每{step['way']}{step['number']}个百分点"
        yield f"每{step['way']}目标值的{step['number']}%"
    elif level:
        number, after = level["number"], level["after"] or ""
        yield f"实际值{level['before']}{number}%{after}"
        yield f"{level['before']}目标值的{number}%{after}"
    else:
        yield from ("实际值*100", "实际/目标*100")


def _english(text: str, doubt: Doubt) -> Iterator[str]:
    match doubt:
        case Doubt.PERCENT:
            if step := _EACH.search(text):
                one = "" if step["number"] == "1" else "s"
                yield from (f"each {step['number']} percentage point{one}", f"each {step['number']}% of target")
            elif level := _found(_COMPARED, text, "%"):
                yield f"an actual {'' if level['before'] and not level['after'] else 'of '}{level[0].strip()}"
                yield level[0].replace("%", "% of target")
        case Doubt.PARTS:
            yield from ("pro rata", "whole steps only", "rounded up")
        case Doubt.INCLUDING:
            return
        case Doubt.LINEAR:
            yield from ("straight lines between", "in steps")
        case Doubt.OF_SCORE:
            if level := _found(_COMPARED, text, "point"):
                yield from (f"{subject} {level[0]}" for subject in ("a score", "an actual"))


def _found(pattern: re.Pattern[str], text: str, unit: str) -> re.Match[str] | None:
    return next((found for found in pattern.finditer(text) if found["unit"].startswith(unit)), None)
