"""The time series that statsmodels and vega_datasets ship, as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

import pandas as pd
from vega_datasets import local_data

YEARLY, QUARTERLY, MONTHLY, WEEKLY, DAILY = 1, 4, 12, 52, 7
"""Values in a season."""
SHORT = 8
"""Series of fewer values cannot be held against themselves."""
_DAY_TO_WEEK, _HOUR_TO_DAY = 7, 24


@dataclass(frozen=True)
class Series:
    """A series, the data set it is from, and how many of its values make a season."""

    dataset: str
    name: str
    season: int
    values: tuple[float, ...]
    share: bool = False
    """Whether they are parts of a whole, 0 to 1."""


def every_series() -> list[Series]:
    """All of them, in an order that does not change."""
    found = [*_monthly(), *_quarterly(), *_yearly(), *_weather()]
    return [one for one in found if len(one.values) >= SHORT and len(set(one.values)) > 1]


def shares() -> list[Series]:
    """Made of the same: each branch's part of all employees, for percents."""
    table = _vega("us_employment")
    branches = table.drop(columns=["month", "nonfarm", "nonfarm_change"], errors="ignore")
    return [
        Series(
            "us-employment", f"{name} of nonfarm", MONTHLY, tuple(map(float, branches[name] / table["nonfarm"])), True
        )
        for name in branches.columns
    ]


def _monthly() -> Iterator[Series]:
    yield from _columns("us-employment", MONTHLY, _vega("us_employment"), skip=["month"])
    yield from _columns("crimea", MONTHLY, _vega("crimea"), skip=["date"])
    yield from _groups("stocks", MONTHLY, _vega("stocks"), "symbol", ["price"])
    yield from _columns("elec_equip", MONTHLY, _statsmodels("elec_equip"))
    years = _statsmodels("elnino").drop(columns="YEAR")
    yield _series("elnino", "sea temperature", MONTHLY, (value for row in years.to_numpy() for value in row))
    co2 = _statsmodels("co2")["co2"].resample("MS").mean().interpolate()
    yield _series("co2", "co2", MONTHLY, co2)


def _quarterly() -> Iterator[Series]:
    yield from _columns("macrodata", QUARTERLY, _statsmodels("macrodata"), skip=["year", "quarter"])
    yield from _columns("danish_data", QUARTERLY, _statsmodels("danish_data"))
    yield from _columns("interest_inflation", QUARTERLY, _statsmodels("interest_inflation"), skip=["year", "quarter"])


def _yearly() -> Iterator[Series]:
    yield from _columns("nile", YEARLY, _statsmodels("nile"), skip=["year"])
    yield from _columns("sunspots", YEARLY, _statsmodels("sunspots"), skip=["YEAR"])
    yield from _columns("copper", YEARLY, _statsmodels("copper"), skip=["TIME"])
    yield from _columns("longley", YEARLY, _statsmodels("longley"), skip=["YEAR"])
    yield from _groups("grunfeld", YEARLY, _statsmodels("grunfeld"), "firm", ["invest", "value", "capital"])
    yield from _columns("driving", YEARLY, _vega("driving"), skip=["side", "year"])
    yield from _columns("wheat", YEARLY, _vega("wheat").dropna(), skip=["year"])
    yield from _groups("iowa-electricity", YEARLY, _vega("iowa_electricity"), "source", ["net_generation"])
    yield from _fertility()


def _fertility() -> Iterator[Series]:
    table = _statsmodels("fertility")
    years = [column for column in table.columns if column.isdigit()]
    for _, row in table.iterrows():
        yield _series("fertility", row["Country Name"], YEARLY, row[years].dropna())


def _weather() -> Iterator[Series]:
    days = _vega("seattle_weather")
    for column in ("precipitation", "temp_max", "temp_min", "wind"):
        by_month = days.groupby(days["date"].dt.to_period("M"))[column].mean()
        yield _series("seattle-weather", f"{column} by month", MONTHLY, by_month)
        weeks = days[column][: len(days) // _DAY_TO_WEEK * _DAY_TO_WEEK].to_numpy().reshape(-1, _DAY_TO_WEEK)
        yield _series("seattle-weather", f"{column} by week", WEEKLY, weeks.mean(axis=1))
        yield _series("seattle-weather", f"{column} by day", DAILY, days[column])
    for name in ("seattle-temps", "sf-temps"):
        hours = _vega(name.replace("-", "_"))["temp"]
        whole = hours[: len(hours) // _HOUR_TO_DAY * _HOUR_TO_DAY].to_numpy().reshape(-1, _HOUR_TO_DAY)
        yield _series(name, "temperature by day", DAILY, whole.mean(axis=1))


def _columns(dataset: str, season: int, table: pd.DataFrame, skip: Iterable[str] = ()) -> Iterator[Series]:
    for column in table.columns:
        if column not in skip:
            yield _series(dataset, column, season, table[column])


def _groups(dataset: str, season: int, table: pd.DataFrame, by: str, columns: Iterable[str]) -> Iterator[Series]:
    for name, rows in table.groupby(by):
        for column in columns:
            yield _series(dataset, f"{name} {column}", season, rows[column])


def _series(dataset: str, name: str, season: int, values: Iterable[float]) -> Series:
    return Series(dataset, name, season, tuple(float(value) for value in values))


def _statsmodels(name: str) -> pd.DataFrame:
    table: pd.DataFrame = import_module(f"statsmodels.datasets.{name}").load_pandas().data
    return table


def _vega(name: str) -> pd.DataFrame:
    table: pd.DataFrame = getattr(local_data, name)()
    return table
