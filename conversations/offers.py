"""A refusal that knows what may have been meant, and how that would be said."""

from __future__ import annotations

from collections.abc import Iterable

from kpi_engine.errors import Refusal


class Offering(Refusal):
    """The refusal, and each name that it says may have been meant with the words of its command."""

    def __init__(self, refusal: Refusal, offers: Iterable[tuple[str, str]]) -> None:
        super().__init__(refusal.key, **refusal.params)
        self.offers = tuple(offers)
