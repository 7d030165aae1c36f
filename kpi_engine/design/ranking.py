"""The order in which candidates are offered: what serves the goals, balanced and without echoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kpi_engine.design.known import CatalogueKpi
from kpi_engine.design.reasons import (
    Candidate,
    ForAnyBusiness,
    ForDepartment,
    ForGoal,
    ForPerspective,
    ForSmallCompany,
    ForSwot,
    Reason,
)
from kpi_engine.model.kpi import Perspective

_STAPLE, _FOREMOST, _STRANGER, _ECHO = 4, 8, 8, 2
_HEAD, _VARIETY = 5, 3
"""Among so many candidates at the head are so many perspectives."""


def rank(pool: Sequence[Candidate], covered: frozenset[Perspective], limit: int) -> tuple[Candidate, ...]:
    """The best of the pool, one after the other, each beside those before it; `covered` is not missing."""
    left, picked = list(pool), list[Candidate]()
    while left and len(picked) < limit:
        seen = covered | {one.kpi.perspective for one in picked}
        best = max(_balanced(left, picked), key=lambda one: _merit(_explain(one, seen), picked))
        left.remove(best)
        picked.append(_explain(best, seen))
    return tuple(picked)


def _balanced(left: Sequence[Candidate], picked: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those that still let the head show enough perspectives, if there are any."""
    shown = {one.kpi.perspective for one in picked}
    others = [one for one in left if one.kpi.perspective not in shown]
    return others if others and 0 < _HEAD - len(picked) <= _VARIETY - len(shown) else left


def _explain(candidate: Candidate, seen: frozenset[Perspective]) -> Candidate:
    perspective = candidate.kpi.perspective
    if perspective in seen:
        return candidate
    reasons = (*candidate.reasons, ForPerspective(perspective))
    # What suits a small company is true of many, so it is said last.
    return replace(candidate, reasons=tuple(sorted(reasons, key=lambda one: isinstance(one, ForSmallCompany))))


def _merit(candidate: Candidate, picked: Sequence[Candidate]) -> int:
    kpi = candidate.kpi
    merit = kpi.small + sum(map(_worth, candidate.reasons))
    merit += _staple(candidate) if candidate.at_home else -_STRANGER
    return merit - _ECHO if _echoes(kpi, picked) else merit


def _worth(reason: Reason) -> int:
    """A goal outweighs the rest; the department decides between KPIs that serve nothing in particular."""
    match reason:
        case ForGoal():
            return 4
        case ForSwot() | ForPerspective():
            return 3
        case ForDepartment() | ForSmallCompany() | ForAnyBusiness():
            return 2


def _staple(candidate: Candidate) -> int:
    """What it gains where the department is there for it, the foremost of the staples most, or any business."""
    if any(isinstance(reason, ForAnyBusiness) for reason in candidate.reasons):
        return _STAPLE
    kinds = [reason.kind for reason in candidate.reasons if isinstance(reason, ForDepartment)]
    places = [kind.staples.index(candidate.kpi.id) for kind in kinds if candidate.kpi.id in kind.staples]
    return (_STAPLE if min(places) else _FOREMOST) if places else 0


def _echoes(kpi: CatalogueKpi, picked: Sequence[Candidate]) -> bool:
    """Whether one that is picked already is mostly about the same."""
    return any(2 * len(kpi.concepts & one.kpi.concepts) >= len(kpi.concepts | one.kpi.concepts) for one in picked)
