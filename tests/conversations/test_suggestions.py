"""What each kind of department is offered first, with the reasons in words: to be read as its manager would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from conversations.cards.reasons import reason_words
from conversations.texts import Texts, texts_for
from kpi_engine.design.candidates import candidates
from kpi_engine.design.catalogue import departments
from kpi_engine.design.size import is_small
from kpi_engine.model.name import Language, Name
from kpi_engine.model.strategy import SwotEntry, SwotKind
from tests.golden import check_golden

GOALS = (Name("Win new customers and keep the old ones", "开拓新客户，留住老客户"), Name("Cut waste", "减少浪费"))
SWOT = (
    (SwotKind.STRENGTH, Name("Loyal key accounts", "大客户忠诚度高")),
    (SwotKind.WEAKNESS, Name("Deliveries are often late", "交货经常延误")),
    (SwotKind.OPPORTUNITY, Name("More and more people buy online", "越来越多的人在网上购买")),
    (SwotKind.THREAT, Name("Rivals start a price war", "同行打价格战")),
)


@pytest.mark.parametrize("language", Language)
def test_the_first_five_of_every_department(language: Language, request: pytest.FixtureRequest) -> None:
    texts = texts_for(language, "CNY")
    swot = [SwotEntry(at, kind, texts.name(line)) for at, (kind, line) in enumerate(SWOT)]
    lines: list[str] = []
    for kind in departments():
        lines += [texts.name(kind.name), *_five(texts, kind.name, (), (), 200)]
        lines += ["  --", *_five(texts, kind.name, GOALS, swot, 12), ""]

    check_golden(f"suggestions.{language}.txt", "\n".join(lines), request)


def _five(
    texts: Texts, department: Name, goals: Sequence[Name], swot: Sequence[SwotEntry], people: int
) -> Iterator[str]:
    for one in candidates(department, goals, swot, (), 5, small=is_small(people)):
        reasons = texts.label("build.and").join(reason_words(reason, texts) for reason in one.reasons)
        yield f"  {texts.name(one.kpi.name)} ({reasons})"
