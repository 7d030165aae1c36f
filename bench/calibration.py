"""How often targets are reached that should be reached in 60 or 80 of 100 cases, on series that really happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import fmean
from zlib import crc32

from bench.series import DAILY, MONTHLY, QUARTERLY, WEEKLY, YEARLY, Series, every_series, shares
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.working import Calendar
from kpi_engine.measure.forecast.history import History
from kpi_engine.measure.forecast.outlook import continued
from kpi_engine.measure.forecast.spread import Spread
from kpi_engine.model.kpi import Aggregation

WANTED = (Decimal("0.6"), Decimal("0.7"), Decimal("0.8"), Decimal("0.9"))
ALLOWED = {Decimal("0.6"): 4, Decimal("0.8"): 6}
"""Points by which the share of series may miss."""
KINDS = {
    DAILY: PeriodKind.DAY,
    WEEKLY: PeriodKind.WEEK,
    MONTHLY: PeriodKind.MONTH,
    QUARTERLY: PeriodKind.QUARTER,
    YEARLY: PeriodKind.YEAR,
}
CELLS = {
    DAILY: ((30, 5), (60, 5), (60, 15), (60, 30)),
    WEEKLY: ((26, 4), (52, 4), (52, 13), (110, 13)),
    MONTHLY: ((6, 1), (8, 2), (12, 1), (12, 3), (24, 1), (24, 3), (24, 6), (24, 12), (36, 1), (36, 9), (36, 12)),
    QUARTERLY: ((6, 1), (8, 2), (12, 3), (16, 1), (16, 4), (24, 4), (24, 8)),
    YEARLY: ((6, 1), (8, 1), (8, 2), (12, 1), (12, 3), (20, 5)),
}
"""Values of history, and how many more make the target's period."""
EVERY_DAY = Calendar(frozenset(range(7)))
WINDOWS = 4
"""Stretches of one series that are tried with each pair, at most."""
SHORT = 12
"""Values of history that are too few for confidence: not in the line that is held against what is wanted."""


@dataclass(frozen=True)
class Trial:
    """A stretch of a series: what was known, and what came."""

    series: Series
    known: tuple[float, ...]
    came: tuple[float, ...]

    @property
    def cell(self) -> tuple[int, int]:
        """Length of the history and of what came."""
        return len(self.known), len(self.came)

    @property
    def near(self) -> bool:
        """Whether what came is no longer than a quarter of a history that is long enough."""
        return len(self.known) >= SHORT and len(self.came) * 4 <= len(self.known)


@dataclass(frozen=True)
class Outcome:
    """For each wanted chance, the mean over both directions of whether its target was reached."""

    trial: Trial
    reached: tuple[float, ...]
    above: bool
    """Whether the value was at least the one with even chances."""


def main() -> None:
    """Prints where the series come from, a table of all pairs, and what is held against the wanted shares."""
    trials = list(_trials([*every_series(), *shares()]))
    with ProcessPoolExecutor() as pool:
        outcomes = list(pool.map(_tried, trials, chunksize=20))
    shipped = [outcome for outcome in outcomes if not outcome.trial.series.share]
    _print_sources(shipped)
    _print_cells(shipped)
    _print_lines(outcomes)


def _trials(every: Sequence[Series]) -> Iterator[Trial]:
    for series in every:
        for length, ahead in CELLS[series.season]:
            for start in _starts(len(series.values), length, ahead):
                known = series.values[start : start + length]
                came = series.values[start + length : start + length + ahead]
                if len(set(known)) > 1:
                    yield Trial(series, known, came)


def _starts(values: int, length: int, ahead: int) -> list[int]:
    """Evenly over the series, the last at its end."""
    last = values - length - ahead
    if last < 0:
        return []
    windows = min(WINDOWS, last // (ahead + length // 2) + 1)
    return [round(last * (n + 1) / windows) for n in range(windows)]


def _tried(trial: Trial) -> Outcome:
    kind = KINDS[trial.series.season]
    known = [Decimal(repr(value)) for value in trial.known]
    last = Period.holding(date(2026, 1, 1), kind)
    history = History.up_to(last, known, Aggregation.SUM, EVERY_DAY, share=trial.series.share)
    rows = continued(history, len(trial.came), seed=1).rows
    spread = Spread.of(sum((reading.value for reading in row), Decimal(0)) for row in rows)
    came = sum((Decimal(repr(value)) for value in trial.came), Decimal(0))
    reached = tuple(((came >= spread.at(1 - chance)) + (came <= spread.at(chance))) / 2 for chance in WANTED)
    return Outcome(trial, reached, came >= spread.at(Decimal("0.5")))


def _print_sources(outcomes: Sequence[Outcome]) -> None:
    print("data set            values are   series  stretches")
    found: dict[tuple[str, int], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        found[outcome.trial.series.dataset, outcome.trial.series.season].append(outcome)
    for (dataset, season), of in found.items():
        series = len({outcome.trial.series.name for outcome in of})
        print(f"{dataset:<19} {KINDS[season]:<10} {series:>8} {len(of):>10}")


def _print_cells(outcomes: Sequence[Outcome]) -> None:
    print("\nvalues are  known ahead   stretches   reached of 60   70   80   90   at least the middle")
    found: dict[tuple[int, tuple[int, int], bool], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        found[outcome.trial.series.season, outcome.trial.cell, _is_drawn_smooth(outcome)].append(outcome)
    for season, cells in CELLS.items():
        for smooth in (False, True):
            for cell in cells:
                if of := found.get((season, cell, smooth)):
                    name = "fertility" if smooth else KINDS[season].value
                    print(f"{name:<11} {cell[0]:>5} {cell[1]:>5} {len(of):>11}        {_shares(of)}{_above(of):>12.0f}")


def _print_lines(outcomes: Sequence[Outcome]) -> None:
    lines: dict[str, Callable[[Outcome], bool]] = {
        "all series": lambda outcome: True,
        "chosen on": _was_chosen_on,
        "held out": lambda outcome: not _was_chosen_on(outcome),
        "all but fertility": lambda outcome: not _is_drawn_smooth(outcome),
        "held out, but fertility": lambda outcome: not _was_chosen_on(outcome) and not _is_drawn_smooth(outcome),
    }
    print("\nno farther than a quarter of 12 values or more; each series counts once")
    shipped = [outcome for outcome in outcomes if not outcome.trial.series.share]
    near = [outcome for outcome in shipped if outcome.trial.near]
    for name, which in lines.items():
        of = [outcome for outcome in near if which(outcome)]
        print(f"{name:<31} {_series(of):>4} series   {_shares(of)}   {_verdict(of)}")
    apart = {
        "6 to 11 values known": [outcome for outcome in shipped if len(outcome.trial.known) < SHORT],
        "percents, parts of employment": [one for one in outcomes if one.trial.near and one.trial.series.share],
    }
    for name, of in apart.items():
        print(f"{name:<31} {_series(of):>4} series   {_shares(of)}")


def _was_chosen_on(outcome: Outcome) -> bool:
    series = outcome.trial.series
    return crc32(f"{series.dataset}{series.name}".encode()) % 2 == 0


def _is_drawn_smooth(outcome: Outcome) -> bool:
    """Rates of fertility are estimated for several years at once and drawn through: each says nearly the next."""
    return outcome.trial.series.dataset == "fertility"


def _series(outcomes: Sequence[Outcome]) -> int:
    return len({outcome.trial.series for outcome in outcomes})


def _shares(outcomes: Sequence[Outcome]) -> str:
    return " ".join(f"{_share(outcomes, place):>4.1f}" for place in range(len(WANTED)))


def _share(outcomes: Sequence[Outcome], place: int) -> float:
    """Percent of series that reached the target; a series in several stretches counts in parts."""
    by_series: dict[Series, list[float]] = defaultdict(list)
    for outcome in outcomes:
        by_series[outcome.trial.series].append(outcome.reached[place])
    return 100 * fmean(map(fmean, by_series.values()))


def _above(outcomes: Sequence[Outcome]) -> float:
    return 100 * fmean(outcome.above for outcome in outcomes)


def _verdict(outcomes: Sequence[Outcome]) -> str:
    misses = {chance: _share(outcomes, WANTED.index(chance)) - 100 * float(chance) for chance in ALLOWED}
    fit = all(abs(miss) <= ALLOWED[chance] for chance, miss in misses.items())
    return "within 4 and 6" if fit else "MISSED"


if __name__ == "__main__":
    main()
