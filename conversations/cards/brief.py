"""The brief of a card: a minute's reading for whoever looks after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from conversations.cards.names import Names, kpi_words, subject_words
from conversations.cards.say import run_button
from conversations.cards.scorecard import not_in
from conversations.texts import Texts
from conversations.view import Button, Message, Style, Text
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.why.brief import Brief
from kpi_engine.measure.why.moves import Move
from kpi_engine.model.cause import Explained
from kpi_engine.model.name import Name
from kpi_engine.model.score import SubjectKind


def brief_card(texts: Texts, brief: Brief, names: Names, explained: Sequence[Explained]) -> Message:
    """What moved, thanks, who could use a hand, what is not in, and one decision with a button for each way to it."""
    name = names.subject(brief.card.subject)
    missing = not_in(texts, brief.card, names)
    parts = (
        texts.say("brief.head", name=name, brief=brief),
        texts.say("brief.moved", moved=brief.moved) if brief.moved else "",
        *(_of_one(texts, brief) if brief.card.subject.kind is SubjectKind.PERSON else _of_many(texts, brief, names)),
        texts.say("brief.causes", causes=_causes(brief, explained)) if explained else "",
        texts.say("report.missing", missing=missing) if missing else "",
        texts.say("brief.decision", decision=brief.decision) if brief.card.score is not None else "",
    )
    return Message(tuple(Text(part) for part in parts if part), tuple(_buttons(texts, brief)), only_you=True)


def public_brief_card(texts: Texts, brief: Brief, names: Names) -> Message:
    """The same for everybody in a channel: who is thanked has a name there, who could use a hand has none."""
    parts = (
        texts.say("brief.head", name=names.subject(brief.card.subject), brief=brief),
        texts.say("brief.moved", moved=brief.moved) if brief.moved else "",
        texts.say("brief.thanks", thanks=_whose(brief.thanks, names)) if brief.thanks else "",
        texts.say("brief.unnamed", kpis=_standing(brief.needs)) if brief.needs else "",
    )
    about = f"{subject_words(brief.card.subject)} {write_period(brief.card.period)}"
    report = run_button(texts, "report", f"report {about}")
    return Message(tuple(Text(part) for part in parts if part), (report,))


def _of_many(texts: Texts, brief: Brief, names: Names) -> Iterator[str]:
    if brief.thanks:
        yield texts.say("brief.thanks", thanks=_whose(brief.thanks, names))
    if brief.needs:
        yield texts.say("brief.needs", needs=_whose(brief.needs, names))


def _of_one(texts: Texts, brief: Brief) -> Iterator[str]:
    """Nobody thanks themselves: what goes well, and what is worth a look."""
    for macro, moves in (("brief.well", brief.thanks), ("brief.look", brief.needs)):
        if moves:
            yield texts.say(macro, kpis=_standing(moves))


def _whose(moves: Sequence[Move], names: Names) -> list[tuple[str, list[tuple[Name, Decimal | None]]]]:
    """Who answers for KPIs, what these are called, and how they stand."""
    found: defaultdict[int, list[Move]] = defaultdict(list)
    for move in moves:
        found[move.line.version.definition.owner_id].append(move)
    return [(names.people[who], _standing(theirs)) for who, theirs in found.items()]


def _standing(moves: Sequence[Move]) -> list[tuple[Name, Decimal | None]]:
    """What the KPIs are called, and how they stand."""
    return [(move.line.version.definition.name, move.line.score) for move in moves]


def _causes(brief: Brief, explained: Sequence[Explained]) -> list[tuple[Name, Explained]]:
    """What was said of KPIs that are red."""
    names = {move.line.version.kpi.id: move.line.version.definition.name for move in brief.needs}
    return [(names[one.cause.kpi_id], one) for one in explained]


def _buttons(texts: Texts, brief: Brief) -> Iterator[Button]:
    period = write_period(brief.card.period)
    if brief.decision:
        about = kpi_words(brief.decision.line.version)
        yield run_button(texts, "why", f"why {about} {period}", Style.PRIMARY)
        yield run_button(texts, "chart", f"chart {about} {period}")
        yield run_button(texts, "check_kpi", f"check {about}")
    yield run_button(texts, "report", f"report {subject_words(brief.card.subject)} {period}")
