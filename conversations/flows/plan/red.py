"""A KPI that is red: fact, cause, action, or not now; and in the next cycle, whether it has helped."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.cause import again_card, fact, looking, red_card
from conversations.choice_fields import record_id, record_value
from conversations.flows.plan.making import planned
from conversations.flows.reading import kpi_line, read_asked
from conversations.flows.rights import check_may
from conversations.forms import choice, form, text
from conversations.texts import also_in_any, in_every_language
from conversations.view import Message, Option
from kpi_engine.calendar.words import write_period
from kpi_engine.commands import ExplainRed, LookAgain, PlannedAction, PutOffRed
from kpi_engine.errors import Refusal
from kpi_engine.model.cause import LookBack, Verdict
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore, Subject
from kpi_engine.rights import Place
from kpi_engine.upkeep.red import is_red

COMMON = "common_cause"
NOT_NOW = record_value("not_now")
"""Who is asked why may say nothing for now."""


@form
class RedCause:
    """Why a KPI is red."""

    cause: str = choice(own=True)


@form
class RedAction:
    """What will be done about it."""

    what: str | None = text(optional=True)


@form
class LookedAgain:
    """Whether it has helped."""

    verdict: Verdict = choice(Verdict)


def red(ask: Ask, words: str) -> Do | Message:
    """Without words what one is asked about oneself; `red Win rate 2026-10` is about that."""
    check_may(ask, ExplainRed)
    asked = ask.know.reds().why
    if not words and len(asked) != 1:
        return red_card(ask.texts, asked)
    line = _line(ask, words, asked) if words else asked[0]
    _check_explainable(ask, line)
    key = f"{line.version.kpi.id}@{write_period(line.period)}"
    options = {"cause": [*_common(ask), _not_now(ask)]}
    found = ask(RedCause, f"red_cause:{key}", options=options, intro=[fact(ask.texts, line)]).cause
    if found == NOT_NOW:
        return Do(PutOffRed(line.version.kpi.id, line.period))
    return Do(ExplainRed(line.version.kpi.id, line.period, _named(found), _action(ask, line.version, key)))


def again(ask: Ask, words: str) -> Do | Message:
    """Without words what one is asked about oneself; `again Win rate` is about that."""
    check_may(ask, LookAgain)
    asked = ask.know.reds().again
    if not words and len(asked) != 1:
        return again_card(ask.texts, asked)
    look = _look(ask, words, asked)
    cause, now = look.explained.cause, look.now
    key = f"{cause.kpi_id}@{write_period(cause.period)}"
    verdict = ask(LookedAgain, f"looked_again:{key}", intro=[looking(ask.texts, look)]).verdict
    action = _action(ask, now.version, f"again:{key}") if verdict is Verdict.OTHER else None
    return Do(LookAgain(cause.kpi_id, cause.period, now.period, verdict, action))


def _line(ask: Ask, words: str, asked: Sequence[KpiScore]) -> KpiScore:
    """The KPI's line in the period that is named, or in the one that is asked about, or now."""
    found = read_asked(ask, words)
    if isinstance(found.about, Subject):
        raise Refusal("words_left", words=words)
    mine = next((line for line in asked if line.version.kpi == found.about.kpi), None)
    return mine if mine and found.period is None else kpi_line(ask, found.about, found.period)


def _look(ask: Ask, words: str, asked: Sequence[LookBack]) -> LookBack:
    if not words:
        return asked[0]
    about = read_asked(ask, words).about
    found = (look for look in asked if isinstance(about, KpiVersion) and look.now.version.kpi == about.kpi)
    if look := next(found, None):
        return look
    raise Refusal("nothing_to_look_at")


def _check_explainable(ask: Ask, line: KpiScore) -> None:
    """What the engine would refuse is refused before anything is asked."""
    version = line.version
    check_may(ask, ExplainRed, Place(version.kpi.department_id, version.definition.owner_id))
    name, period = version.definition.name, line.period
    if any(one.cause.period == line.period for one in ask.know.causes([version.kpi.id])):
        raise Refusal("cause_told", kpi=name, period=period)
    if not is_red(line):
        raise Refusal("not_red", kpi=name, period=period)


def _action(ask: Ask, version: KpiVersion, key: str) -> PlannedAction | None:
    what = ask(RedAction, f"red_action:{key}").what
    if what is None:
        return None
    department = next(each for each in ask.know.departments() if each.id == version.kpi.department_id)
    return planned(ask, what, department, key=f"red_who:{key}")


def _common(ask: Ask) -> list[Option]:
    """Causes that are common, to be tapped; any other is typed."""
    return [Option(record_value(key), ask.texts.label(f"{COMMON}.{key}")) for key in ask.texts.names_in(COMMON)]


def _not_now(ask: Ask) -> Option:
    return Option(
        NOT_NOW, ask.texts.label("red.not_now"), ask.texts.label("red.not_now_note"), also_in_any("red", "not_now")
    )


def _named(cause: str) -> Name:
    """What was tapped is read by everybody in their language."""
    if cause != record_value(record_id(cause)):
        return Name.same(cause)
    return Name(*in_every_language(f"{COMMON}.{record_id(cause)}"))
