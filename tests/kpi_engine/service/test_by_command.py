"""Every command has a function that carries it out."""

from __future__ import annotations

from typing import get_args

from kpi_engine.commands import Command
from kpi_engine.service.by_command import CARRIED_OUT_BY


def test_no_command_is_forgotten() -> None:
    assert set(CARRIED_OUT_BY) == set(get_args(Command))
