"""A KPI of company.toml: what the catalogue knows of it, and what the file says."""

from __future__ import annotations

from decimal import Decimal

from bot.demo.plan import Correction, Measure, Remark, Revision, Step
from bot.demo.seasons import EVEN, Season
from bot.demo.series import Shape
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.catalogue import kpis
from kpi_engine.design.data_files import Row, bilingual
from kpi_engine.model.kpi import Aggregation, Definition, Direction, Perspective, Target, Unit, UnitKind

_KNOWN = ("name", "formula", "unit", "direction", "aggregation", "frequency", "perspective", "source")
_NUMBERS = ("was", "growth", "noise", "size", "step", "misses")


def read_measure(row: Row, file: Row) -> Measure:
    """The KPI of that row; `file` has the seasons and rhythms that it names."""
    return Measure(
        department=row["department"],
        person=row.get("person"),
        owner=row["owner"],
        definition=_definition(row),
        shape=_shape(row, file),
        revisions=tuple(
            Revision(each["months_ago"], _target(each), each["reason"]) for each in row.get("revision", ())
        ),
        corrections=tuple(_correction(each, row["owner"]) for each in row.get("correction", ())),
        remarks=tuple(Remark(each["ago"], each["text"]) for each in row.get("remark", ())),
        steps=tuple(_step(each) for each in row.get("action", ())),
    )


def _definition(row: Row) -> Definition:
    known = _from_catalogue(row["catalogue"]) if "catalogue" in row else _own(row)
    frequency = PeriodKind(row["frequency"]) if "frequency" in row else known["frequency"]
    return Definition(
        **{**known, "frequency": frequency},
        cycle=max(frequency, PeriodKind.MONTH, key=lambda kind: kind.rank),
        weight=Decimal(row["weight"]),
        target=_target(row),
        owner_id=0,
        catalogue_id=row.get("catalogue"),
    )


def _from_catalogue(id: str) -> Row:
    (found,) = (kpi for kpi in kpis() if kpi.id == id)
    return {name: getattr(found, name) for name in _KNOWN}


def _own(row: Row) -> Row:
    kind = UnitKind(row["unit"])
    return {
        "name": bilingual(row),
        "formula": bilingual(row, "formula"),
        "unit": Unit(kind, bilingual(row, "unit")) if "unit_en" in row else Unit(kind),
        "direction": Direction(row["direction"]),
        "aggregation": Aggregation(row["aggregation"]),
        "frequency": PeriodKind(row["frequency"]),
        "perspective": Perspective(row["perspective"]),
        "source": bilingual(row, "source"),
    }


def _target(row: Row) -> Target:
    upper, threshold, stretch = (
        Decimal(row[level]) if level in row else None for level in ("upper", "threshold", "stretch")
    )
    return Target(Decimal(row["target"]), upper, threshold, stretch)


def _shape(row: Row, file: Row) -> Shape:
    season = Season(
        tuple(file["season"][row["season"]]) if "season" in row else EVEN.months,
        tuple(file["rhythm"][row["rhythm"]]) if "rhythm" in row else EVEN.weekdays,
    )
    numbers = {name: Decimal(row[name]) for name in _NUMBERS if name in row}
    return Shape(Decimal(row["now"]), season=season, owes=row.get("owes", 0), open=row.get("open", False), **numbers)


def _correction(row: Row, owner: str) -> Correction:
    return Correction(row["ago"], Decimal(row["factor"]), row["reason"], row.get("by", owner))


def _step(row: Row) -> Step:
    return Step(row["text"], row["person"], row["due"], row.get("done"))
