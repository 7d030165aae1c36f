"""Somebody else was quicker: what was begun is judged anew by what stands there now."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError, TimeoutError
from sqlalchemy.orm.exc import StaleDataError

T = TypeVar("T")

log = logging.getLogger(__name__)

TRIES = 3
"""How often an event is taken up again after somebody else was quicker."""
GAVE_WAY = ("40001", "40P01")
"""PostgreSQL's codes for a transaction that was ended in favour of another: serialization failure, deadlock."""

AWAY = (OperationalError, InterfaceError, TimeoutError)
"""The database is not there, is full, or somebody holds it for too long: no fault of what was to be done."""


def again_if_late(do: Callable[[], T]) -> T:
    """Does it, in a transaction of its own; once more where somebody else wrote first."""
    for _ in range(TRIES - 1):
        try:
            return do()
        except (StaleDataError, DBAPIError) as error:
            if not _is_late(error):
                raise
            log.info("taken up again: %s", type(error).__name__)
    return do()


def _is_late(error: StaleDataError | DBAPIError) -> bool:
    if isinstance(error, StaleDataError | IntegrityError):
        return True
    return getattr(error.orig, "sqlstate", None) in GAVE_WAY
