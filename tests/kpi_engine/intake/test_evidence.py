"""What proves a value, told apart from the words beside it."""

from __future__ import annotations

import pytest

from kpi_engine.intake.evidence import evidence_apart
from kpi_engine.intake.line import read_line
from kpi_engine.intake.names import Askable
from kpi_engine.model.kpi import Unit, UnitKind
from tests.factories import TODAY

KPIS = tuple(Askable(id, (name,), Unit(UnitKind.COUNT)) for id, name in enumerate(("visits", "complaints", "投诉")))


@pytest.mark.parametrize(
    ("note", "words", "evidence"),
    [
        ("as in the CRM", "as in the CRM", ""),
        ("from the CRM https://crm.example/v?m=10", "from the CRM", "https://crm.example/v?m=10"),
        ("see https://crm.example/v.", "see", "https://crm.example/v"),
        ("invoices.pdf", "", "invoices.pdf"),
        ("拜访记录.xlsx", "", "拜访记录.xlsx"),
        ("拜访记录.xlsx，已核对", "已核对", "拜访记录.xlsx"),
        ("a.png and b.png", "and", "a.png b.png"),
        ("2.5 hours longer", "2.5 hours longer", ""),
        ("version 1.0.txt2", "version 1.0.txt2", ""),
    ],
)
def test_links_and_files_are_evidence(note: str, words: str, evidence: str) -> None:
    assert evidence_apart(note) == (words, evidence)


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("visits 4 https://x.example/a,b;c", ["https://x.example/a,b;c"]),
        ("visits 4 https://x.example/a,complaints 3", ["https://x.example/a", ""]),
        ("visits 4 https://x.example/a，投诉 3", ["https://x.example/a", ""]),
    ],
)
def test_a_link_keeps_its_commas(line: str, notes: list[str]) -> None:
    assert [piece.note for piece in read_line(line, KPIS, TODAY).entries] == notes
