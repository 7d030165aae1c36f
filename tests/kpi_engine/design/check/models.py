"""A KPI model in which nothing is wrong, and what it takes to spoil it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.design.catalogue import find
from kpi_engine.design.check.finding import Finding
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.check.rules import rule
from kpi_engine.model.action import Action, ActionState
from kpi_engine.model.actual import Actual, ActualState, Reading
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Company, Department, Person, Position, Role
from kpi_engine.model.consent import Consent
from kpi_engine.model.kpi import Definition, Kpi, KpiVersion, Target
from kpi_engine.model.name import Language, Name
from kpi_engine.model.scoring import Band, Bands, Scoring
from kpi_engine.model.strategy import Goal, SwotEntry, SwotKind

TODAY = date(2026, 11, 23)
BEGAN = date(2026, 1, 1)
COMPANY = Company(1, Name("Acme", "顶点"), Language.EN, "UTC", Calendar(), "CNY")
LOGISTICS, SALES = Department(1, Name("Logistics", "物流部")), Department(2, Name("Sales", "销售部"))
ON_TIME = Goal(10, Name("Deliver on time at a fair cost", "准时交付，费用合理"))
EVERY_ORDER = Goal(11, Name("Every order on time, at a fair cost", "每单准时送达，费用合理"), 1, serves=10)


def person(id: int, name: Name, role: Role, *shares: tuple[int, str]) -> Person:
    """Somebody with shares of their time in departments."""
    hats = tuple(Position(department, Name("Clerk", "职员"), Decimal(share)) for department, share in shares)
    return Person(id, name, role, Language.EN, "UTC", hats)


HAL = person(1, Name("Hal", "哈尔"), Role.HEAD, (1, "1"))
SAM = person(2, Name("Sam", "萨姆"), Role.MEMBER, (1, "1"))


def number(text: str | int | None) -> Decimal | None:
    """A number, if there is one."""
    return None if text is None else Decimal(text)


def target(value: str | int, threshold: str | None = None, stretch: str | None = None) -> Target:
    """Levels as written."""
    return Target(Decimal(value), threshold=number(threshold), stretch=number(stretch))


def known(id: str, value: str | int, weight: int = 25, owner: int = 1) -> Definition:
    """A KPI of the catalogue by the month, with a target."""
    found = find(id)
    assert found
    return Definition(
        found.name, found.unit, found.direction, found.aggregation, PeriodKind.MONTH, PeriodKind.MONTH,
        found.perspective, Decimal(weight), target(value), owner, 11, found.formula, found.source, found.id,
    )  # fmt: skip


def own(en: str, zh: str = "", **changes: object) -> Definition:
    """One that the catalogue does not know: a count in a month, of which more is better."""
    name, formula = Name(en, zh or en), Name(f"Number of {en.lower()}", f"{zh or en}合计")
    base = replace(known("warehouse_training", 5), catalogue_id=None, name=name, formula=formula)
    return replace(base, **changes)  # type: ignore[arg-type]  # the names are the definition's


def record(
    id: int, definition: Definition, values: str = "", person: int | None = None, department: int = 1
) -> KpiRecord:
    """A KPI in force since January, with values of the months before November, the last one last: "9/10 8.5"."""
    kpi = Kpi(id, department, person)
    version = KpiVersion(id * 100, kpi, 1, BEGAN, definition, "", 1)
    return KpiRecord(version, (version,), entered(id, values))


def entered(id: int, values: str, kind: PeriodKind = PeriodKind.MONTH) -> tuple[Actual, ...]:
    """Lines of a record; a "-" has none."""
    words = values.split()
    last = Period.holding(TODAY, kind).previous()
    periods = [last.back(len(words) - 1 - place) for place in range(len(words))]
    return tuple(line(id, period, word) for period, word in zip(periods, words, strict=True) if word != "-")


def line(id: int, period: Period, word: str) -> Actual:
    """A value, or a quotient with its parts."""
    parts = [Decimal(part) for part in word.split("/")]
    reading = Reading(parts[0]) if len(parts) == 1 else Reading(parts[0] / parts[1], *parts)
    at = datetime.combine(period.end, datetime.min.time()) + timedelta(hours=9)
    return Actual(1, id, period, ActualState.OK, reading, 1, at)


def with_version(of: KpiRecord, in_force: date, definition: Definition, *, retired: bool = False) -> KpiRecord:
    """The KPI with another version, which holds today if it has begun."""
    count = len(of.versions)
    version = KpiVersion(of.id * 100 + count, of.version.kpi, count + 1, in_force, definition, "", 1, retired)
    return replace(of, version=version if in_force <= TODAY else of.version, versions=(*of.versions, version))


KPIS = (
    record(1, known("on_time_delivery", "0.95"), "95/100 96/100 94/100 97/100 95/100 96/100 94/100 95/100 96/100 97/100"),
    record(2, known("logistics_cost_ratio", "0.06"), "59/1000 58/1000 61/1000 59/1000 57/1000 60/1000 59/1000 58/1000 60/1000 58/1000"),
    record(3, known("inventory_accuracy", "0.98"), "98/100 99/100 98/100 97/100 98/100 98/100 99/100 97/100 98/100 99/100"),
    record(4, known("warehouse_training", "0.8"), "40/50 41/50 42/50 39/50 40/50 43/50 41/50 42/50 40/50 42/50"),
    record(5, known("picking_accuracy", "0.99", 100, owner=2), "990/1000 991/1000 989/1000 993/1000 990/1000 991/1000", person=2),
)  # fmt: skip
"""Four of the department and one of Sam's."""
GOOD = Model(
    today=TODAY,
    company=COMPANY,
    departments=(LOGISTICS,),
    people=(HAL, SAM),
    goals=(ON_TIME, EVERY_ORDER),
    swot=(SwotEntry(1, SwotKind.WEAKNESS, "Late deliveries / 交货延误"),),
    kpis=KPIS,
)


def with_kpi(changed: KpiRecord, *more: KpiRecord, model: Model = GOOD) -> Model:
    """The model with other KPIs in place of those with their ids, or besides."""
    found = {each.id: each for each in (*model.kpis, changed, *more)}
    return replace(model, kpis=tuple(found.values()))


def changed(id: int = 1, **changes: object) -> Model:
    """The good model with one KPI that is otherwise known."""
    return with_kpi(replace(kpi(id), **changes))  # type: ignore[arg-type]  # the names are the record's


def defined(id: int = 1, model: Model = GOOD, **changes: object) -> Model:
    """The good model with one KPI that is defined otherwise from the beginning."""
    definition = replace(kpi(id).definition, **changes)  # type: ignore[arg-type]  # the names are the definition's
    return with_kpi(redefined(kpi(id), definition), model=model)


def banded(*ends: tuple[str | None, str | None]) -> Model:
    """The good model with a KPI that is scored by bands with these ends."""
    bands = tuple(Band(number(low), number(high), Decimal(100)) for low, high in ends)
    return defined(scoring=Scoring(Bands(bands)))


def redefined(of: KpiRecord, definition: Definition) -> KpiRecord:
    """The KPI, always defined that way."""
    version = replace(of.version, definition=definition)
    return replace(of, version=version, versions=(version,))


def kpi(id: int, model: Model = GOOD) -> KpiRecord:
    """The KPI with that id."""
    return next(each for each in model.kpis if each.id == id)


def found(id: RuleId, model: Model) -> list[Finding]:
    """What one rule finds."""
    return list(rule(id).find(model))


def said(kpi_id: int, who: Person, day: int, objection: str = "") -> Consent:
    """What somebody said of a KPI on a day of November; without an objection they agree."""
    return Consent(kpi_id, who.id, not objection, objection, date(2026, 11, day))


def threat(text: str, written_on: date) -> SwotEntry:
    """Something that came up in the market."""
    return SwotEntry(1, SwotKind.THREAT, text, written_on)


def action(kpi_id: int, state: ActionState = ActionState.OPEN) -> Action:
    """Something that is done about a KPI."""
    return Action(1, 1, kpi_id, "Call the carrier", 1, date(2026, 12, 1), 1, date(2026, 11, 2), state)
