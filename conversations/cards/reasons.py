"""Why a KPI is offered, in a few words."""

from __future__ import annotations

from conversations.texts import Texts
from kpi_engine.design.reasons import (
    ForAnyBusiness,
    ForDepartment,
    ForGoal,
    ForPerspective,
    ForSmallCompany,
    ForSwot,
    Reason,
)


def reason_words(reason: Reason, texts: Texts) -> str:
    """One reason as a note behind the name."""
    match reason:
        case ForDepartment(kind=kind):
            return texts.plain("reasons.department", name=kind.name)
        case ForGoal(goal=goal):
            return texts.plain("reasons.goal", name=goal)
        case ForSwot(entry=entry):
            return texts.plain("reasons.swot", kind=entry.kind, line=entry.text)
        case ForPerspective(perspective=perspective):
            return texts.plain("reasons.perspective", perspective=perspective)
        case ForAnyBusiness():
            return texts.plain("reasons.any_business")
        case ForSmallCompany():
            return texts.plain("reasons.small_company")
