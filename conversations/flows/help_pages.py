"""Who may give a command, as the rights have it, and which commands go with it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kpi_engine.commands import (
    AddMember,
    ChangeSettings,
    ClosePeriod,
    Command,
    EnterActuals,
    Invite,
    MuteFinding,
    PlanAction,
    PublishKpis,
    ReviseKpi,
    SetLeave,
    SetStrategy,
    SetUpCompany,
)
from kpi_engine.model.company import Role
from kpi_engine.rights import RIGHTS

DOES: Mapping[str, type[Command]] = MappingProxyType(
    {
        "start": SetUpCompany,
        "strategy": SetStrategy,
        "build": PublishKpis,
        "actual": EnterActuals,
        "check": MuteFinding,
        "target": ReviseKpi,
        "plan": PlanAction,
        "close": ClosePeriod,
        "members": AddMember,
        "invite": Invite,
        "away": SetLeave,
        "settings": ChangeSettings,
        "import": EnterActuals,
    }
)
"""What a command is mostly given for; the others are everybody's, each for oneself or as far as one may see."""
LOOKED_AT = frozenset({"check", "target", "plan", "close", "members", "settings"})
"""Those of them that show something to everybody."""
RELATED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "start": ("strategy", "build", "members"),
        "strategy": ("build", "check"),
        "build": ("strategy", "target", "check"),
        "actual": ("import", "history", "undo"),
        "report": ("why", "chart", "export"),
        "why": ("report", "target"),
        "chart": ("report", "why"),
        "leaderboard": ("report", "settings"),
        "check": ("build", "target"),
        "target": ("propose", "history", "why"),
        "propose": ("target", "build"),
        "plan": ("report", "close"),
        "close": ("report", "why"),
        "history": ("actual", "target"),
        "members": ("invite", "away"),
        "invite": ("members", "join"),
        "join": ("invite", "language"),
        "away": ("remind", "members"),
        "remind": ("away", "settings"),
        "settings": ("remind", "leaderboard", "members"),
        "import": ("actual", "export", "undo"),
        "export": ("report", "import"),
        "language": ("remind", "settings"),
        "undo": ("history",),
        "help": ("report", "actual"),
    }
)


class WhoMay(StrEnum):
    """Who may give a command, and how far."""

    OWNERS = "owners"
    HEADS = "heads"
    OWN = "own"
    """Everybody for themselves."""
    TEAM = "team"
    """Everybody who works there."""
    ALL = "all"


def who_may(name: str) -> WhoMay:
    """By the table of rights."""
    if name not in DOES:
        return WhoMay.ALL
    rights = RIGHTS[DOES[name]]
    if Role.MEMBER in rights:
        return WhoMay.OWN if rights[Role.MEMBER] < rights[Role.HEAD] else WhoMay.TEAM
    return WhoMay.HEADS if Role.HEAD in rights else WhoMay.OWNERS
