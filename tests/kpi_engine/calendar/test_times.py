"""Times of day and hours, as people write them in either language."""

from __future__ import annotations

from datetime import time

import pytest

from kpi_engine.calendar.hours import Hours
from kpi_engine.calendar.times import read_hours, read_time


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9", time(9)),
        ("17:30", time(17, 30)),
        ("17：30", time(17, 30)),
        ("17.30", time(17, 30)),
        ("5pm", time(17)),
        ("5 PM", time(17)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("下午5点", time(17)),
        ("下午五点半", time(17, 30)),
        ("17点45分", time(17, 45)),
        ("十二点", time(12)),
        ("九点整", time(9)),
        ("25", None),
        ("9:70", None),
        ("noonish", None),
        ("", None),
    ],
)
def test_times(text: str, read: time | None) -> None:
    assert read_time(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9-18", Hours(time(9), time(18))),
        ("8:30 to 17:00", Hours(time(8, 30), time(17))),
        ("9点到18点", Hours(time(9), time(18))),
        ("早上9点至下午6点", Hours(time(9), time(18))),
        ("18-9", None),
        ("9-9", None),
        ("9", None),
        ("9-12-18", None),
    ],
)
def test_hours(text: str, read: Hours | None) -> None:
    assert read_hours(text) == read


@pytest.mark.parametrize(
    ("hours", "at", "inside"),
    [
        (Hours(time(10), time(15)), time(12), time(12)),
        (Hours(time(10), time(15)), time(15), time(14)),
        (Hours(time(10), time(15)), time(8), time(10)),
        (Hours(time(10), time(10, 30)), time(16), time(10)),
        (Hours(time(0), time(0, 30)), time(16), time(0)),
    ],
)
def test_the_nearest_time_within_hours(hours: Hours, at: time, inside: time) -> None:
    assert hours.nearest(at) == inside
