"""Where the values of a KPI come from: asked of a new one, and where the check misses it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conversations.ask import Ask
from conversations.choice_fields import record_id, record_value
from conversations.forms import choice, form
from conversations.texts import in_every_language
from conversations.view import Option, Text
from kpi_engine.model.name import Name

COMMON = "common_source"
IN_USE = 3
"""Sources of other KPIs that are offered."""


@form
class Sourcing:
    """The system or list that the values are taken from."""

    source: str = choice(own=True)


@form
class OwnSource:
    """The same of a KPI that is new, where it may be left open."""

    source: str | None = choice(own=True, optional=True)


def said_source(ask: Ask, kpi: Name, offers: Sequence[Name]) -> Name:
    """Asked about one KPI; `offers` come first."""
    known = _known(ask, offers)
    intro = Text(ask.texts.say("build.sourcing", name=kpi))
    return _named(ask(Sourcing, options={"source": _options(ask, known)}, intro=[intro]).source, known)


def own_source(ask: Ask, words: str) -> Name:
    """Asked while a KPI in own words is made; empty where nobody knows yet."""
    known = _known(ask, ())
    source = ask(OwnSource, f"own:{words}", options={"source": _options(ask, known)}).source
    return _named(source, known) if source else Name("", "")


def _known(ask: Ask, offers: Sequence[Name]) -> list[Name]:
    """What fits it by the catalogue, then what other KPIs are taken from."""
    used = [version.definition.source for version in ask.know.kpis() if version.definition.source.en]
    return list(dict.fromkeys([*offers, *_most_used(used)[:IN_USE]]))


def _most_used(sources: Sequence[Name]) -> list[Name]:
    return sorted(dict.fromkeys(sources), key=sources.count, reverse=True)


def _options(ask: Ask, known: Iterable[Name]) -> list[Option]:
    own = [Option(name.en, ask.texts.name(name), also=(name.zh,)) for name in known]
    usual = [Option(record_value(key), ask.texts.label(f"{COMMON}.{key}")) for key in ask.texts.names_in(COMMON)]
    return own + [option for option in usual if option.label not in {one.label for one in own}]


def _named(source: str, known: Iterable[Name]) -> Name:
    """What was tapped is read by everybody in their language."""
    if source == record_value(record_id(source)):
        return Name(*in_every_language(f"{COMMON}.{record_id(source)}"))
    return next((name for name in known if name.en == source), Name.same(source))
