"""A town for each test, over HTTP and over a socket."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.adapters.slack import toy
from tests.adapters.slack.town import Town


@pytest.fixture(params=["http", "socket"])
def town(request: pytest.FixtureRequest) -> Iterator[Town]:
    """Nothing that the bot says in it may be wrong, and whatever was to go wrong must have been asked for."""
    found = Town(toy.hear, request.param)
    yield found
    found.close()
    assert (found.slack.faults, found.slack.failures) == ([], [])
