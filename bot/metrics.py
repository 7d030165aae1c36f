"""What is counted while the bot runs, for /metrics."""

from __future__ import annotations

from contextlib import AbstractContextManager

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""Of what is shown: Prometheus' text format."""


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

    def posted(self, platform: str, outcome: str) -> None:
        """Counts an attempt to send a message, by what became of it."""
        self._posted.labels(platform, outcome).inc()

    def heard(self, platform: str) -> AbstractContextManager[object]:
        """Counts an answer, and how long it took."""
        return self._heard.labels(platform).time()

    def shown(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self._registry)
