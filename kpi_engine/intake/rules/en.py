"""How rules for points are written in plain English: 2 points off for each 1% below target, at most 120 points."""

from __future__ import annotations

import re
from decimal import Decimal

from kpi_engine.intake.rules.distance import Event, InProportion, Most, Parts, Ratio, RatioKind, Steps, Way
from kpi_engine.intake.rules.parts import Aim, Between, Beyond, Cap, Clause, Floor, FullMarks, Lines, Met, Missed, Rest
from kpi_engine.intake.rules.pattern import FULL_MARKS, Maker, Pattern, always, read_at, scored
from kpi_engine.intake.rules.quantity import NUMBER, quantity, read_level, read_number, read_quantity
from kpi_engine.model.scoring import Rounding, Side

_LOW, _HIGH = "below|under|short of|less than", "above|over|beyond|more than"
_WAY = f"(?P<way>{_LOW}|{_HIGH}|away from)"
_TARGET = "(?: (?:the )?target)?"
_EACH = "(?:for )?(?:each|every|per)"
_EVENT = "(?:event|incident|accident|case|complaint|error|defect)"
_POINTS = f"(?P<points>{NUMBER})(?: points?)?"
_VERB = r"(?P<verb>deduct|subtract|minus|lose|take off|add|plus|gain|\+|-)"
_OFF = "(?P<verb>off|less|more|extra|added)"
_ADDED = r"add|plus|gain|more|extra|added|\+"
_AT_MOST, _AT_LEAST = "at most|up to", "from|at least"
_COMPARED = f"(?P<compared>{_LOW}|{_HIGH}|{_AT_MOST}|{_AT_LEAST}|<=|>=|<|>|≤|≥)"
_OWN = "(?P<own>an actual (?:of )?)?"
_SCORE = "(?:(?P<score>a score )|(?P<own>an actual (?:of )?))?"
_HUNDRED = "(?: ?[x*×] ?(?:100|weight))?"
_NONE = "no points|zero points|zero|nothing"
_GETS = f"(?P<none>{_NONE})|(?P<full>full marks)|(?P<points>{NUMBER})(?: points?)?"


def _points(found: re.Match[str]) -> Decimal:
    if found["none"]:
        return Decimal(0)
    return FULL_MARKS if found["full"] else read_number(found["points"])


def _gets(kind: type[Met | Missed | Rest]) -> Maker:
    return lambda found: kind(_points(found))


def _most(found: re.Match[str]) -> Clause:
    return Most(re.fullmatch(_ADDED, found["verb"]) is not None, read_number(found["points"]))


def _between(found: re.Match[str]) -> Clause:
    return Between(read_level(found, "low"), read_level(found, "high"), _points(found))


def _steps(found: re.Match[str]) -> Clause:
    word = found["way"]
    way = Way.LOW if re.fullmatch(_LOW, word) else Way.HIGH if re.fullmatch(_HIGH, word) else Way.AWAY
    adds = re.fullmatch(_ADDED, found["verb"]) is not None
    return Steps(way, adds, read_quantity(found, "each"), read_number(found["points"]))


def _beyond(found: re.Match[str]) -> Clause:
    word = found["compared"]
    side = Side.BELOW if re.fullmatch(f"{_LOW}|{_AT_MOST}|<=|<|≤", word) else Side.ABOVE
    including = re.fullmatch(f"{_AT_MOST}|{_AT_LEAST}|<=|>=|≤|≥", word) is not None
    return Beyond(side, read_level(found, "level"), _points(found), including, of_score=bool(found["score"]))


def _or_more(found: re.Match[str]) -> Clause:
    side = Side.ABOVE if found["side"] in ("more", "above", "better") else Side.BELOW
    return Beyond(side, read_level(found, "level"), _points(found), True)


def _aim(found: re.Match[str]) -> Clause:
    return Aim(read_quantity(found, "aim"))


PATTERNS: tuple[Pattern, ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"{_VERB} ?{_POINTS} {_EACH} {quantity('each')} {_WAY}{_TARGET}", _steps),
        (
            rf"{_POINTS} {_OFF} {_EACH} {quantity('each')} {_WAY}{_TARGET}",
            _steps,
        ),
        (rf"(?:for )?(?:each|every) {quantity('each')} {_WAY}{_TARGET}[,:]? {_VERB} ?{_POINTS}", _steps),
        (rf"(?:deduct|subtract|minus|lose|take off|-) ?{_POINTS} {_EACH} {_EVENT}", scored(Event)),
        (rf"(?P<points>{NUMBER}) points? off {_EACH} {_EVENT}", scored(Event)),
        (r"(?:whole steps only|rounded down|parts do not count)", always(Parts(Rounding.DOWN))),
        (r"(?:rounded up|parts count in full|begun steps count)", always(Parts(Rounding.UP))),
        (r"(?:pro rata|proportionally|parts count in proportion)", always(Parts(Rounding.PROPORTIONAL))),
        (r"(?:in proportion(?: to (?:the )?target)?|proportional)", always(InProportion())),
        (rf"{_SCORE}{_COMPARED} ?{quantity('level')}[,:]? (?:gets |scores |is )?(?:{_GETS})", _beyond),
        (rf"(?:{_GETS}) (?:for )?{_SCORE}{_COMPARED} ?{quantity('level', last=True)}", _beyond),
        (
            rf"{_OWN}{quantity('level')} or (?P<side>more|above|better|less|below)[,:]? (?:{_GETS})",
            _or_more,
        ),
        (
            rf"{_OWN}(?:between )?{quantity('low')} ?(?:-|to|and) ?{quantity('high')}[,:]? (?:{_GETS})",
            _between,
        ),
        (rf"{_OWN}{quantity('at')} (?:is|scores|gives|=) {_POINTS}", read_at),
        (rf"(?:the )?target(?: is| of|:)? ?{quantity('aim', last=True)}", _aim),
        (rf"(?:target )?(?:met|reached)[,:]? (?:{_GETS})", _gets(Met)),
        (rf"(?:target )?(?:not met|missed|not reached)[,:]? (?:{_GETS})", _gets(Missed)),
        (rf"(?:otherwise|anything else|else)[,:]? (?:{_GETS})", _gets(Rest)),
        (r"actual ?[x*×] ?100", always(Ratio(RatioKind.VALUE))),
        (rf"actual ?/ ?target{_HUNDRED}", always(Ratio(RatioKind.PROPORTIONAL))),
        (rf"target ?/ ?actual{_HUNDRED}", always(Ratio(RatioKind.RECIPROCAL))),
        (rf"\(2 ?- ?actual ?/ ?target\){_HUNDRED}", always(Ratio(RatioKind.MIRROR))),
        (rf"(?:at most|maximum|max|no more than|cap|capped at) (?:of )?(?P<points>{NUMBER}) points?", scored(Cap)),
        (rf"(?:full marks are|out of) (?P<points>{NUMBER})(?: points?)?", scored(FullMarks)),
        (rf"(?:cap|capped at) (?P<points>{NUMBER})", scored(Cap)),
        (rf"(?:at least|minimum|min|no less than|not less than) (?:of )?(?P<points>{NUMBER}) points?", scored(Floor)),
        (rf"at most (?P<points>{NUMBER}) points? {_OFF}", _most),
        (r"(?:on )?straight lines between", always(Lines(linear=True))),
        (r"in steps", always(Lines(linear=False))),
    )
)
