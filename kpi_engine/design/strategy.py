"""Where a company can be going, and what a goal in anybody's words is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from kpi_engine.design.data_files import Row, bilingual, read
from kpi_engine.design.match import alike
from kpi_engine.design.words import find_all, without_quantities
from kpi_engine.model.name import Name


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that a goal, a SWOT entry or a KPI can be about ("on-time"), with the words that say so."""

    id: str
    name: Name
    words: tuple[str, ...]
    manner: bool
    """It says how something is done and not what ("on time"): beside a thing it says little by itself."""
    serves: frozenset[str]
    """Ids of the concepts that it is a means to: who collects receivables has cash."""


@dataclass(frozen=True, slots=True)
class Template:
    """A strategy to begin with; `goals` are company goals to suggest."""

    id: str
    name: Name
    concepts: frozenset[str]
    goals: tuple[Name, ...]


@cache
def templates() -> tuple[Template, ...]:
    """The strategies to choose from."""
    return tuple(_template(row) for row in read("strategies.toml")["strategy"])


@cache
def concepts() -> tuple[Concept, ...]:
    """Everything that can be spoken of."""
    return tuple(_concept(row) for row in read("concepts.toml")["concept"])


@lru_cache(maxsize=4096)
def concepts_in(text: str) -> frozenset[str]:
    """The ids of the concepts that a text speaks of, in either language."""
    words = [word for concept in concepts() for word in concept.words]
    found = {one.phrase for one in find_all(without_quantities(text), words)}
    return frozenset(concept.id for concept in concepts() if found.intersection(concept.words))


def subjects_in(text: str) -> frozenset[str]:
    """What a text is about; how something is done counts only where nothing is said of what.

    Late deliveries are about deliveries, and not about tax that is filed on time.
    """
    found = concepts_in(text)
    return found - manners() or found


@cache
def manners() -> frozenset[str]:
    """The concepts that say how and not what."""
    return frozenset(concept.id for concept in concepts() if concept.manner)


def served_by(ids: frozenset[str]) -> frozenset[str]:
    """What the concepts are a means to."""
    return frozenset(served for concept in concepts() if concept.id in ids for served in concept.serves)


def concepts_of(goal: Name) -> frozenset[str]:
    """What a goal is about; one called like a strategy is about all that the strategy lives by."""
    named = (one.concepts for one in templates() if alike(goal, one.name))
    return next(named, subjects_in(f"{goal.en} / {goal.zh}"))


def _template(row: Row) -> Template:
    goals = tuple(Name(en, zh) for en, zh in zip(row["goals_en"], row["goals_zh"], strict=True))
    return Template(row["id"], bilingual(row), frozenset(row["concepts"]), goals)


def _concept(row: Row) -> Concept:
    words, serves = (*row["words_en"], *row["words_zh"]), frozenset(row.get("serves", ()))
    return Concept(row["id"], bilingual(row), words, row.get("manner", False), serves)
