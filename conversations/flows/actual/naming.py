"""Which KPIs the words after `actual` name, each with what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from conversations.ask import Ask
from conversations.cards.names import kpi_words
from conversations.choice_fields import record_id, record_value
from conversations.flows.actual.barred import may_not_enter
from conversations.flows.actual.called import askables, whose
from conversations.flows.actual.doubt import Doubt
from conversations.flows.actual.wanted import Wanted, may_enter
from conversations.flows.actual.when import dated, for_period, of_frequency, owed_last
from conversations.forms import choice, form
from conversations.view import Option, Text
from conversations.words import first_word, quoted
from kpi_engine.calendar.period import Period
from kpi_engine.errors import Refusal
from kpi_engine.intake.dated import undated
from kpi_engine.intake.line import Line, read_line, unnamed
from kpi_engine.intake.piece import Piece, Problem
from kpi_engine.intake.why import Why
from kpi_engine.model.kpi import KpiVersion


@form
class Which:
    """The KPI meant by a name that fits none, or several."""

    kpi: str = choice()


def named(ask: Ask, words: str) -> tuple[list[Wanted], list[Doubt]]:
    """The values that the words name, and what is in doubt."""
    versions = {version.kpi.id: version for version in ask.know.kpis()}
    mark, value = first_word(words)
    pressed = [version for version in versions.values() if kpi_words(version) == mark]
    if pressed:
        return [_pressed(ask, pressed[0], value)], []
    line = _line(ask, words, versions)
    known = [(one, versions[one.kpi_id]) for one in line.entries]
    doubts = [Doubt(one.typed, partial(_wanted, ask, version, one), version) for one, version in known]
    doubts += [Doubt(one.typed, partial(_in_doubt, ask, one, versions), _only(one, versions)) for one in line.problems]
    tried = [(doubt, doubt.settled()) for doubt in doubts]
    return [found for _, found in tried if found], [doubt for doubt, found in tried if not found]


def _only(problem: Problem, versions: Mapping[int, KpiVersion]) -> KpiVersion | None:
    """The KPI that the piece is about, where it can be no other."""
    return versions[problem.kpi_ids[0]] if len(problem.kpi_ids) == 1 else None


def _pressed(ask: Ask, version: KpiVersion, value: str) -> Wanted:
    """Words behind a KPI that is meant by its record: a value, and the period before it."""
    if not value:
        return _unsaid(ask, version)
    given, when = undated(value, (), ask.today)
    return Wanted(version, for_period(ask, version, when, value), given)


def _line(ask: Ask, words: str, versions: Mapping[int, KpiVersion]) -> Line:
    """Values behind days alone are of one KPI: the only one of one's own that fits, best by such periods, or the one
    chosen.
    """
    kpis = askables(ask.know, ask.me)
    found = unnamed(words, kpis, ask.today)
    if found:
        able, when = found
        mine = [kpi for kpi in able if versions[kpi.kpi_id].definition.owner_id == ask.me.id]
        such = [kpi for kpi in mine or able if versions[kpi.kpi_id].definition.frequency is when.kind]
        ids = [kpi.kpi_id for kpi in such or mine or able]
        chosen = ids[0] if mine and len(ids) == 1 else _chosen(ask, words, ids, versions)
        kpis = tuple(kpi for kpi in able if kpi.kpi_id == chosen)
        words = f"{kpis[0].names[0]} {words}"
    return read_line(words, kpis, ask.today, currency=ask.texts.format.currency)


def _wanted(ask: Ask, version: KpiVersion, piece: Piece) -> Wanted:
    """A period before the value says for which it is, and so does a note that begins with one."""
    if piece.when:
        return Wanted(version, for_period(ask, version, piece.when, piece.given), piece.given, piece.note, piece.typed)
    period, rest = dated(ask, piece.note)
    if period and (found := of_frequency(ask, version, period)):
        return Wanted(version, found, piece.given, rest, piece.typed)
    period = for_period(ask, version, piece.held, piece.given)
    return Wanted(version, period, piece.given, piece.note, piece.typed)


def _in_doubt(ask: Ask, problem: Problem, versions: Mapping[int, KpiVersion]) -> Wanted:
    if problem.why is Why.SEVERAL:
        raise Refusal("several_values", text=problem.text)
    version = versions[_which(ask, problem, versions)]
    if problem.why is Why.NO_VALUE:
        return _unsaid(ask, version, problem.when or problem.held, problem.typed)
    period = for_period(ask, version, problem.when or problem.held, problem.text)
    return Wanted(version, period, problem.text, typed=problem.typed)


def _unsaid(ask: Ask, version: KpiVersion, said: Period | None = None, typed: str = "") -> Wanted:
    """A value of which nothing was said but the KPI's name, and perhaps the period."""
    owed = None if said else owed_last(ask, version)
    return Wanted(version, owed or for_period(ask, version, said, typed), typed=typed)


def _which(ask: Ask, problem: Problem, versions: Mapping[int, KpiVersion]) -> int:
    if len(problem.kpi_ids) == 1:
        return problem.kpi_ids[0]
    ids = problem.kpi_ids or problem.nearest
    if not ids:
        raise Refusal("line_unread", text=problem.text)
    able = [kpi_id for kpi_id in ids if may_enter(ask.me, versions[kpi_id])]
    if problem.kpi_ids and not able:
        raise may_not_enter(ask, [versions[kpi_id] for kpi_id in ids])
    return _chosen(ask, problem.text, able or ids, versions)


def _chosen(ask: Ask, text: str, ids: Sequence[int], versions: Mapping[int, KpiVersion]) -> int:
    options = [_option(ask, versions[kpi_id]) for kpi_id in ids]
    intro = Text(ask.texts.say("actual.which", text=quoted(text)))
    return int(record_id(ask(Which, f"which:{text}", options={"kpi": options}, intro=[intro]).kpi))


def _option(ask: Ask, version: KpiVersion) -> Option:
    name = ask.texts.name(version.definition.name)
    return Option(record_value(version.kpi.id), name, ask.texts.name(whose(ask.know).of(version)))
