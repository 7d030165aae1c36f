"""The README tells of every rule what it reads, and of none that there is not."""

from __future__ import annotations

import re
from pathlib import Path

import kpi_engine.design
from kpi_engine.model.check import RuleId

README = Path(kpi_engine.design.__file__).with_name("README.md")
TWICE = {RuleId.NOT_REVIEWED, RuleId.PERSONAL_DATA}
"""These read two records."""


def test_every_rule_stands_beside_what_it_reads() -> None:
    table = README.read_text("utf-8").partition("| recorded as |")[2].partition("\n\n")[0]
    told = re.findall(r"`(\w+)`", table)
    assert sorted(told) == sorted([*RuleId, *TWICE])
