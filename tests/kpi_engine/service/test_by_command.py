"""Every command has a function that carries it out, and every deed a way back or a reason why not."""

from __future__ import annotations

from typing import get_args

from kpi_engine.commands import Command
from kpi_engine.model.audit import BACK_OTHERWISE, Deed
from kpi_engine.service.by_command import CARRIED_OUT_BY
from kpi_engine.service.take_back import WAYS_BACK


def test_no_command_is_forgotten() -> None:
    assert set(CARRIED_OUT_BY) == set(get_args(Command))


def test_no_deed_is_forgotten() -> None:
    assert set(Deed) - set(WAYS_BACK) == BACK_OTHERWISE | {Deed.SET_UP, Deed.JOIN, Deed.UNDO}
