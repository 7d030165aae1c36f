"""Whether a KPI has to do with its goal, by a ladder of evidence: what was found, never a made-up number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from kpi_engine.design.catalogue import called, find, guess, kpis
from kpi_engine.design.correlation import Together
from kpi_engine.design.known import GENERAL, CatalogueKpi
from kpi_engine.design.match import bare, shared_pairs
from kpi_engine.design.strategy import concepts_in, concepts_of, manners, served_by
from kpi_engine.design.wording import shared_words
from kpi_engine.model.kpi import Definition
from kpi_engine.model.name import Name


class Certainty(StrEnum):
    """How sure it is."""

    LINKED = "linked"
    PLAUSIBLE = "plausible"
    UNKNOWN = "unknown"
    """The words of one of them say nothing to us, so that nothing can be said of the two."""
    NONE = "none"
    """It is known what each is about, and it is not the same."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The owner has said that it serves the goal."""


@dataclass(frozen=True, slots=True)
class Feeds:
    """A KPI of the goal is computed from it."""

    kpi: Name


@dataclass(frozen=True, slots=True)
class MovesWith:
    """Its values and those of a KPI that measures the goal rise and fall together."""

    kpi: Name
    together: Together


@dataclass(frozen=True, slots=True)
class Shares:
    """It is about the same as the goal, by its own words or as the catalogue's `like`."""

    concepts: frozenset[str]
    like: CatalogueKpi | None


@dataclass(frozen=True, slots=True)
class Leads:
    """What it is about is a means to what the goal is about: receivables to cash."""

    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Speaks:
    """It and the goal have words in common."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class AtHome:
    """Departments of this kind usually measure it: weak, but something."""

    like: CatalogueKpi


Evidence: TypeAlias = Confirmed | Feeds | MovesWith | Shares | Leads | Speaks | AtHome


@dataclass(frozen=True, slots=True)
class Relevance:
    """All evidence there is, the strongest first."""

    evidence: tuple[Evidence, ...] = ()
    understood: bool = True
    """Whether it is known what each of them is about."""

    @property
    def certainty(self) -> Certainty:
        """By the strongest evidence."""
        match next(iter(self.evidence), None):
            case Confirmed() | Feeds():
                return Certainty.LINKED
            case MovesWith() | Shares() | Leads() | Speaks() | AtHome():
                return Certainty.PLAUSIBLE
            case None:
                return Certainty.NONE if self.understood else Certainty.UNKNOWN


def relevance(definition: Definition, goals: Sequence[Name], department: Name, told: Sequence[Evidence]) -> Relevance:
    """Of a KPI to the department's goal and the company's goal that it serves.

    `told` is what cannot be seen in words: that somebody confirmed it, a formula, values that move together.
    """
    like = resembled(definition)
    read: list[Evidence] = [*_shared(definition, goals, like), *_spoken(definition, goals), *_at_home(like, department)]
    evidence = sorted((*told, *read), key=lambda one: _LADDER.index(type(one)))
    understood = bool(concepts_of_kpi(definition)) and all(_concepts_of_goal(goal) - manners() for goal in goals)
    return Relevance(tuple(evidence), understood)


def concepts_of_kpi(definition: Definition) -> frozenset[str]:
    """What a KPI is about: what its name says, and what the catalogue knows of its like."""
    like = resembled(definition)
    return concepts_of_text(f"{definition.name.en} / {definition.name.zh}") | (like.concepts if like else frozenset())


def resembled(definition: Definition) -> CatalogueKpi | None:
    """The KPI of the catalogue that it is, or whose name is most like its own."""
    return known(definition) or _nearest(definition.name)


def known(definition: Definition) -> CatalogueKpi | None:
    """The KPI of the catalogue that it is."""
    kept = find(definition.catalogue_id) if definition.catalogue_id else None
    return kept or called(definition.name.en) or called(definition.name.zh)


@lru_cache(maxsize=4096)
def concepts_of_text(text: str) -> frozenset[str]:
    """The concepts that a text speaks of, kept: the same names are looked at by many rules."""
    return concepts_in(text)


_LADDER: tuple[type[Evidence], ...] = (Confirmed, Feeds, MovesWith, Shares, Leads, Speaks, AtHome)
_ALIKE = 0.6


def _shared(definition: Definition, goals: Sequence[Name], like: CatalogueKpi | None) -> Iterator[Shares | Leads]:
    wanted = frozenset(concept for goal in goals for concept in _concepts_of_goal(goal))
    ours = concepts_of_kpi(definition)
    if found := ours & wanted:
        yield Shares(found, like if like and like.concepts & found else None)
    if found := served_by(ours) & wanted:
        yield Leads(found)


def _spoken(definition: Definition, goals: Sequence[Name]) -> Iterator[Speaks]:
    name = f"{definition.name.en} / {definition.name.zh}"
    if found := frozenset[str]().union(*(shared_words(name, f"{goal.en} / {goal.zh}") for goal in goals)):
        yield Speaks(found)


def _at_home(like: CatalogueKpi | None, department: Name) -> Iterator[AtHome]:
    kinds = {kind.id for kind in guess(f"{department.en} / {department.zh}")}
    if like and (kinds | {GENERAL}).intersection(like.departments):
        yield AtHome(like)


@lru_cache(maxsize=4096)
def _concepts_of_goal(goal: Name) -> frozenset[str]:
    return concepts_of(goal)


@lru_cache(maxsize=4096)
def _nearest(name: Name) -> CatalogueKpi | None:
    """By pairs of characters, in either language."""
    ours = (bare(name.en), bare(name.zh))
    scored = [(max(shared_pairs(text, bare(each)) for text in ours for each in kpi.names), kpi) for kpi in kpis()]
    best = max(scored, key=lambda pair: pair[0])
    return best[1] if best[0] >= _ALIKE else None
