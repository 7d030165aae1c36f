"""A KPI and all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kpi_engine.model.action import Action
from kpi_engine.model.actual import Actual
from kpi_engine.model.consent import Consent
from kpi_engine.model.kpi import Definition, KpiVersion, PeriodTarget
from kpi_engine.model.scoring import Improvement, Progress


class Part(StrEnum):
    """What can be left unsaid in a draft or a sheet; its definition then holds a stand-in there."""

    UNIT = "unit"
    DIRECTION = "direction"
    TARGET = "target"
    PERIOD = "period"
    OWNER = "owner"


class Basis(StrEnum):
    """What a target is derived from."""

    HISTORY = "history"
    MARKET = "market"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True)
class KpiRecord:
    """A KPI and all that is known of it; what nobody has said has the default, by which no rule is broken."""

    version: KpiVersion
    """The one that holds today."""
    versions: tuple[KpiVersion, ...]
    """All, oldest first."""
    actuals: tuple[Actual, ...] = ()
    """The values that stand, oldest first; of what is computed none."""
    targets: tuple[PeriodTarget, ...] = ()
    actions: tuple[Action, ...] = ()
    published_on: date | None = None
    """When it was written down; no value was asked for before, even if it is in force for longer."""
    unsaid: frozenset[Part] = frozenset()
    target_text: str = ""
    """The target as it was typed, where it was no number."""
    basis: Basis | None = None
    co_owners: frozenset[int] = frozenset()
    """Others who are named as owners besides the one in the definition."""
    lag_days: int | None = None
    """Days after the end of a period until its value can be known."""
    link_confirmed: bool = False
    """The owner has said that it serves its goal."""
    consents: tuple[Consent, ...] = ()
    """What people have said of it, each their last word."""
    settled_on: date | None = None
    """When somebody else than its owner last laid down what counts; None: it was the owner."""
    reviewed_on: date | None = None
    """When somebody last looked at what it asks for; None: when it began."""

    @property
    def id(self) -> int:
        """The KPI's."""
        return self.version.kpi.id

    @property
    def definition(self) -> Definition:
        """What holds today."""
        return self.version.definition

    @property
    def asked_since(self) -> date:
        """The day from which on its values are asked for."""
        began = self.versions[0].in_force
        return max(began, self.published_on or began)

    def word_of(self, person_id: int) -> Consent | None:
        """What the person says of it as it is now."""
        return next(
            (
                each
                for each in self.consents
                if each.person_id == person_id and (self.settled_on is None or each.on >= self.settled_on)
            ),
            None,
        )

    @property
    def baseline(self) -> Decimal | None:
        """Where it comes from, if that decides about its score."""
        method = self.definition.scoring.method
        return method.baseline if isinstance(method, Progress | Improvement) else None
