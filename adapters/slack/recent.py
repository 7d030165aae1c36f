"""What was heard a while ago: Slack repeats what it believes to be lost, and people click twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable


class Recent:
    """Remembers keys for some seconds, and not more of them than `most`."""

    def __init__(self, seconds: float, now: Callable[[], float], most: int = 10_000) -> None:
        """`now` is in seconds, of a clock that nobody sets."""
        self._seconds = seconds
        self._now = now
        self._most = most
        self._seen: OrderedDict[Hashable, float] = OrderedDict()

    def again(self, key: Hashable) -> bool:
        """Whether it was there already; from now on it is."""
        now = self._now()
        while self._seen and (len(self._seen) > self._most or next(iter(self._seen.values())) < now - self._seconds):
            self._seen.popitem(last=False)
        if key in self._seen:
            return True
        self._seen[key] = now
        return False
