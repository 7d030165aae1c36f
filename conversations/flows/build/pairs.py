"""Weights by comparing two KPIs at a time: which one matters more, and whether the answers agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from conversations.ask import Ask
from conversations.cards.weighing import weighing_blocks
from conversations.flows.size import is_small_company
from conversations.forms import choice, form
from conversations.view import Option, Text
from kpi_engine.design.ahp import Judgement, contradiction, enough, pairs, weigh
from kpi_engine.design.bounds import usual, within
from kpi_engine.design.consistency import Triple
from kpi_engine.model.name import Name

TIMES: Mapping[str, Decimal] = MappingProxyType(
    {
        "much_more": Decimal(4),
        "more": Decimal(2),
        "same": Decimal(1),
        "less": Decimal("0.5"),
        "much_less": Decimal("0.25"),
    }
)
"""How many times as much the first of two matters."""
ENOUGH = "enough"
TAKE, AGAIN, BY_HAND = "take", "again", "by_hand"


@form
class Pair:
    """Which of two matters more."""

    more: str = choice()


@form
class Weighed:
    """Whether the weights are taken as they came out."""

    then: str = choice()


@dataclass(frozen=True, slots=True)
class Compared:
    """What came out, and whether it is taken so."""

    weights: tuple[Decimal, ...]
    agreed: bool


Places = tuple[int, int]


def compared(ask: Ask, names: Mapping[str, Name]) -> Compared:
    """Pairs until all are judged or one has enough; the three that agree least can be judged again."""
    judged: dict[Places, Decimal] = {}
    for pair in pairs(len(names)):
        times = _judged(ask, names, pair, may_end=enough(len(names), _judgements(judged)))
        if times is None:
            break
        judged[pair] = times
    return _settled(ask, names, judged, again=2)


def _settled(ask: Ask, names: Mapping[str, Name], judged: Mapping[Places, Decimal], again: int) -> Compared:
    found = weigh(len(names), _judgements(judged))
    weights = within(found.points, usual(len(names), small=is_small_company(ask)))
    worst = contradiction(found, max(TIMES.values()))
    then = _then(ask, names, weights, worst, again)
    if then != AGAIN or worst is None:
        return Compared(weights, agreed=then == TAKE)
    anew = {pair: _judged_again(ask, names, pair, judged[pair], again) for pair in _pairs_of(worst)}
    return _settled(ask, names, {**judged, **anew}, again + 1)


def _judged(ask: Ask, names: Mapping[str, Name], pair: Places, *, may_end: bool) -> Decimal | None:
    """None: that is enough."""
    enough_now = [Option(ENOUGH, ask.texts.label("pairs.enough"))] if may_end else []
    options = {"more": [*_options(ask, names, pair), *enough_now]}
    return TIMES.get(ask(Pair, _key(names, pair), options=options, intro=_intro(ask, names, pair)).more)


def _judged_again(ask: Ask, names: Mapping[str, Name], pair: Places, before: Decimal, again: int) -> Decimal:
    said = next(word for word, times in TIMES.items() if times == before)
    key, options = f"{_key(names, pair)}:{again}", {"more": _options(ask, names, pair)}
    return TIMES[ask(Pair, key, options=options, initial={"more": said}, intro=[_question(ask, names, pair)]).more]


def _then(ask: Ask, names: Mapping[str, Name], weights: Sequence[Decimal], worst: Triple | None, again: int) -> str:
    ways = [TAKE, *([AGAIN] if worst else []), BY_HAND]
    options = [Option(way, ask.texts.label(f"pairs.{way}")) for way in ways]
    blocks = weighing_blocks(ask.texts, list(names.values()), weights, worst)
    return ask(Weighed, f"weighed:{','.join(names)}:{again}", options={"then": options}, intro=blocks).then


def _key(names: Mapping[str, Name], pair: Places) -> str:
    one, other = (list(names)[place] for place in pair)
    return f"pair:{one}:{other}"


def _intro(ask: Ask, names: Mapping[str, Name], pair: Places) -> list[Text]:
    """Before the first pair how many there are."""
    every = pairs(len(names))
    question = _question(ask, names, pair)
    if pair != every[0]:
        return [question]
    return [Text(ask.texts.say("pairs.how_many", of=len(every), least=len(names) - 1)), question]


def _question(ask: Ask, names: Mapping[str, Name], pair: Places) -> Text:
    one, other = (list(names.values())[place] for place in pair)
    return Text(ask.texts.say("pairs.which", one=one, other=other))


def _options(ask: Ask, names: Mapping[str, Name], pair: Places) -> list[Option]:
    one, other = (list(names.values())[place] for place in pair)
    return [
        Option(said, ask.texts.plain("pairs.option", said=said, one=one, other=other), _note(ask, f"pairs.{said}_note"))
        for said in TIMES
    ]


def _note(ask: Ask, key: str) -> str:
    return ask.texts.label(key) if ask.texts.has_label(key) else ""


def _judgements(judged: Mapping[Places, Decimal]) -> list[Judgement]:
    return [Judgement(one, other, times) for (one, other), times in judged.items()]


def _pairs_of(worst: Triple) -> tuple[Places, ...]:
    places = sorted((worst.first, worst.second, worst.third))
    return (places[0], places[1]), (places[1], places[2]), (places[0], places[2])
