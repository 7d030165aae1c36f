"""Babble until so many lines are said.

python -m tests.babble                           # 100,000 lines, at a new pair of companies every 2,000
python -m tests.babble --lines 2000 --seed 17    # one of them again
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from tests.babble import babble

LINES = 2_000
"""Said at one pair of companies, before the next pair."""


def main(lines: int = 100_000, seed: int = 0) -> None:
    """Has people babble at new companies until so many lines are said."""
    with TemporaryDirectory(prefix="kpi-bot-babble-") as folder:
        for number, begun in enumerate(range(0, lines, LINES), seed):
            babble(Path(folder), min(LINES, lines - begun), number)
            print(f"{begun + min(LINES, lines - begun)} lines of {lines}, seed {number}", flush=True)


if __name__ == "__main__":
    typer.run(main)
