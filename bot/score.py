"""`kpi-bot score`: a scorecard on a sheet, scored with no database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from adapters.files.limits import MOST_BYTES
from adapters.files.read import read_sheets
from adapters.files.unreadable import Unreadable
from conversations.cards.sheet import fault_line, sheet_card, sheet_why, unreadable_line
from conversations.texts import Texts, texts_for
from conversations.view import Message
from kpi_engine.intake.sheet.card import Card
from kpi_engine.intake.sheet.faults import Fault, RefusedRow
from kpi_engine.intake.sheet.grid import Grid
from kpi_engine.intake.sheet.scoring import score_card, total_of
from kpi_engine.intake.sheet.understand import Refused, understand_card, written_in
from kpi_engine.model.name import Language
from kpi_engine.model.score import Scorecard
from kpi_engine.model.total import Total


class Unscored(Exception):
    """The file can't be scored; a line for each fault, in the language of the file."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(*lines)
        self.lines = tuple(lines)


@dataclass(frozen=True, slots=True)
class Scored:
    """A sheet and its score."""

    name: str
    card: Card
    scored: Scorecard
    total: Total


@dataclass(frozen=True, slots=True)
class ScoredFile:
    """Every scorecard of a file, and the language to tell of it in."""

    sheets: tuple[Scored, ...]
    texts: Texts


def score_file(path: Path, language: Language | None, otherwise: Language, today: date) -> ScoredFile:
    """All scorecards in the file as of today; sheets that are none (a page of explanations) are passed over.

    The language is that of the file's own heads where none is asked for, and `otherwise` where it can't be read.
    Unscored, with every fault of every scorecard; OSError where there is no such file.
    """
    try:
        grids = read_sheets(path.name, _content(path))
    except Unreadable as error:
        texts = _texts(language or otherwise)
        raise Unscored([unreadable_line(texts, path.name, error.key, error.params)]) from None
    return _scored(path, grids, _texts(language or _written_in(grids, today)), today)


def views(scored: ScoredFile, *, why: bool) -> Iterator[Message]:
    """What there is to be seen of it."""
    for sheet in scored.sheets:
        yield sheet_card(scored.texts, sheet.name, sheet.scored, sheet.total)
        if why:
            yield sheet_why(scored.texts, sheet.scored, sheet.total)


def _content(path: Path) -> bytes:
    """One byte more than is taken is enough to see that it is too much."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _texts(language: Language) -> Texts:
    # Sheets name their own currencies, if any: no amount is shown in the texts' one.
    return texts_for(language, "USD")


def _written_in(grids: Sequence[Grid], today: date) -> Language:
    return Language.ZH if Language.ZH in {written_in(grid, today) for grid in grids} else Language.EN


def _scored(path: Path, grids: Sequence[Grid], texts: Texts, today: date) -> ScoredFile:
    found = [(grid, understood) for grid in grids if (understood := understand_card(grid, today))]
    wrong = [row for _, understood in found if isinstance(understood, Refused) for row in understood.rows]
    if not found:
        wrong = [RefusedRow("", 0, "", Fault.NO_HEADER)]
    if wrong:
        raise Unscored([fault_line(texts, path.name, row) for row in wrong])
    cards = [(grid, card) for grid, card in found if isinstance(card, Card)]
    return ScoredFile(tuple(_score(_name(path, grid, len(cards)), card) for grid, card in cards), texts)


def _score(name: str, card: Card) -> Scored:
    scored = score_card(card)
    return Scored(name, card, scored, total_of(card, scored))


def _name(path: Path, grid: Grid, cards: int) -> str:
    """The sheet's, where it was given one on purpose; else the file's."""
    return grid.name if grid.name and (grid.keys or cards > 1) else path.stem
