"""What is counted while the bot runs, and how the post stands, for /metrics."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""Of what is shown: Prometheus' text format."""


GAUGES = {
    "owed": ("kpi_bot_post_owed", "Unasked messages that are still to be sent, now or later."),
    "late": (
        "kpi_bot_post_late",
        "Unasked messages that could have been sent ten minutes ago; those with nowhere to go are not counted.",
    ),
    "awaited": ("kpi_bot_post_awaited", "Unasked messages for people who were added and have not come yet."),
    "unknown": ("kpi_bot_post_unknown", "Unasked messages of which it is not known yet whether they arrived."),
    "unreachable": ("kpi_bot_unreachable", "Accounts at which nothing arrives, and channels that take nothing."),
    "lanes": ("kpi_bot_lanes", "Workspaces that a process is writing to."),
    "unlooked": ("kpi_bot_clock_unlooked", "People and posts in channels that the clock should have looked at."),
    "drift": ("kpi_bot_clock_drift_seconds", "By how much the database's clock is ahead of this machine's."),
}
"""What is shown of each field of `Standing`."""


class Metrics:
    """The counts of one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._heard = Histogram(
            "kpi_bot_answer_seconds", "From an event to its answer.", ("platform",), registry=self._registry
        )

        self._posted = Counter(
            "kpi_bot_posts", "Attempts to send an unasked message.", ("platform", "outcome"), registry=self._registry
        )

        self._stands = {field: Gauge(*gauge, registry=self._registry) for field, gauge in GAUGES.items()}

    def stands(self, standing: Mapping[str, float]) -> None:
        """How the post and the clock stand now, by the fields of `Standing`; the same for every process."""
        for field, value in standing.items():
            self._stands[field].set(value)

    def posted(self, platform: str, outcome: str) -> None:
        """Counts an attempt to send a message, by what became of it."""
        self._posted.labels(platform, outcome).inc()

    def outcomes(self) -> Mapping[str, int]:
        """How many attempts to send a message ended how, over all platforms."""
        found: dict[str, int] = {}
        for sample in (each for family in self._posted.collect() for each in family.samples):
            if sample.name.endswith("_total"):
                outcome = sample.labels["outcome"]
                found[outcome] = found.get(outcome, 0) + int(sample.value)
        return found

    def heard(self, platform: str) -> AbstractContextManager[object]:
        """Counts an answer, and how long it took."""
        return self._heard.labels(platform).time()

    def shown(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self._registry)
