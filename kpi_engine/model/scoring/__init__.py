"""The ways of scoring: how a value held against its target becomes points, as a company agreed it."""

from __future__ import annotations

from kpi_engine.model.scoring.by_levels import Anchor, Anchors, BestWorst, ByLevels, Deciles, Efficacy, Improvement
from kpi_engine.model.scoring.by_steps import (
    Band,
    Bands,
    BySteps,
    NamedLevel,
    NamedLevels,
    PassFail,
    PerEvent,
    PerStep,
    Step,
)
from kpi_engine.model.scoring.by_target import (
    ByTarget,
    Closeness,
    Mirror,
    Progress,
    Proportional,
    RangeEnds,
    Reciprocal,
    TargetLevels,
)
from kpi_engine.model.scoring.rule import PLAIN, Limit, Method, Scoring
from kpi_engine.model.scoring.terms import AT_STRETCH, AT_TARGET, AT_THRESHOLD, NO_POINTS, Basis, Edge, Rounding, Side

__all__ = [
    "AT_STRETCH",
    "AT_TARGET",
    "AT_THRESHOLD",
    "NO_POINTS",
    "PLAIN",
    "Anchor",
    "Anchors",
    "Band",
    "Bands",
    "Basis",
    "BestWorst",
    "ByLevels",
    "BySteps",
    "ByTarget",
    "Closeness",
    "Deciles",
    "Edge",
    "Efficacy",
    "Improvement",
    "Limit",
    "Method",
    "Mirror",
    "NamedLevel",
    "NamedLevels",
    "PassFail",
    "PerEvent",
    "PerStep",
    "Progress",
    "Proportional",
    "RangeEnds",
    "Reciprocal",
    "Rounding",
    "Scoring",
    "Side",
    "Step",
    "TargetLevels",
]
