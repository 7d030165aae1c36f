"""The sums of a report as one SQL statement, with nothing of the engine: what a report is held against.

On SQLite they are sums of floats, as it has no others. What makes a report more than this is left out: versions, late
and withdrawn values, free days, formulas, who may see what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, text

from bench.company import TODAY
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.reader.cards import BEFORE


def department(connection: Connection, id: int, period: Period) -> float:
    """The score of a department's card."""
    return _score(connection, "k.company_id = 1 AND k.person_id IS NULL AND k.department_id = :id", id, period)


def company(connection: Connection, period: Period) -> float:
    """The score of the company's card."""
    return _score(connection, "k.person_id IS NULL AND k.company_id = :id", 1, period)


def kpi(connection: Connection, id: int, period: Period) -> float:
    """The score of one KPI."""
    return _score(connection, "k.id = :id", id, period)


def owed(connection: Connection, person_id: int) -> float:
    """How many KPIs of a person have no value of today."""
    missing = connection.execute(text(_OWED), {"id": person_id, "today": TODAY.isoformat()}).scalar_one()
    return float(missing)


def _score(connection: Connection, which: str, id: int, period: Period) -> float:
    """The mean of the departments' scores; each is the weighted mean of its lines."""
    statement = text(_LINES.format(which=which, **_WORDS[connection.dialect.name]))
    cycles = sum(period.start <= month.start for month in _months_over()) if period.kind is PeriodKind.YEAR else 1
    asked = {
        "id": id,
        "length": {PeriodKind.YEAR: 4, PeriodKind.MONTH: 7}[period.kind],
        "since": period.back(BEFORE).start.isoformat(),
        "until": period.end.isoformat(),
        "cycles": cycles,
    }
    return _mean_of_departments(connection.execute(statement, asked).all())


def _months_over() -> list[Period]:
    now = Period.holding(TODAY, PeriodKind.MONTH)
    return [now.back(count) for count in range(1, 13)]


def _mean_of_departments(lines: Sequence[Row[*tuple[Any, ...]]]) -> float:
    now = max(line.bucket for line in lines)
    parts = defaultdict(list)
    for line in lines:
        if line.bucket == now:
            parts[line.department_id].append((float(line.weight), float(line.points)))
    means = [
        sum(weight * points for weight, points in each) / sum(weight for weight, _ in each) for each in parts.values()
    ]
    return sum(means) / len(means)


_LINES = """
    WITH sums AS (
        SELECT a.kpi_id, substr(CAST(a.period_start AS TEXT), 1, :length) AS bucket,
            SUM({value}) AS total, AVG({value}) AS mean,
            SUM({numerator}) AS numerator, SUM({denominator}) AS denominator
        FROM kpi k JOIN actual a ON a.kpi_id = k.id
        WHERE {which} AND a.is_current AND a.state = 'ok'
            AND a.period_start >= :since AND a.period_start < :until
        GROUP BY a.kpi_id, substr(CAST(a.period_start AS TEXT), 1, :length)
    ), lines AS (
        SELECT k.department_id, k.id, s.bucket, v.direction, {weight} AS weight,
            CASE v.aggregation WHEN 'sum' THEN s.total WHEN 'average' THEN s.mean
                ELSE s.numerator / s.denominator END AS value,
            CASE v.aggregation WHEN 'sum' THEN :cycles ELSE 1 END * {target} AS target
        FROM sums s JOIN kpi k ON k.id = s.kpi_id JOIN kpi_version v ON v.kpi_id = s.kpi_id
    )
    SELECT department_id, id, bucket, weight, value, {low}(120, {high}(0,
        CASE direction WHEN 'higher' THEN 100 * value / target ELSE 100 * (2 - value / target) END)) AS points
    FROM lines
"""
_OWED = """
    SELECT COUNT(*) FROM kpi_version v LEFT JOIN actual a ON a.kpi_id = v.kpi_id AND a.is_current
        AND a.period_start = :today
    WHERE v.owner_id = :id AND a.id IS NULL
"""
_WORDS = {
    "sqlite": {
        "value": "CAST(a.value AS REAL)",
        "numerator": "CAST(a.numerator AS REAL)",
        "denominator": "CAST(a.denominator AS REAL)",
        "weight": "CAST(v.weight AS REAL)",
        "target": "CAST(json_extract(v.target, '$.value') AS REAL)",
        "low": "MIN",
        "high": "MAX",
    },
    "postgresql": {
        "value": "a.value",
        "numerator": "a.numerator",
        "denominator": "a.denominator",
        "weight": "v.weight",
        "target": "CAST(v.target ->> 'value' AS NUMERIC)",
        "low": "LEAST",
        "high": "GREATEST",
    },
}
