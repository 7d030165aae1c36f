"""The tables of this package, as they stand in `data/`."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from kpi_engine.model.name import Name

Row = dict[str, Any]
"""A table of a TOML file, before it is made a value."""


def read(name: str) -> Row:
    """One file of `data/`."""
    return tomllib.loads((files(__package__) / "data" / name).read_text("utf-8"))


def read_folder(name: str) -> list[Row]:
    """Every file of a folder of `data/`."""
    folder = files(__package__) / "data" / name
    return [tomllib.loads(one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".toml")]


def bilingual(row: Row, key: str = "") -> Name:
    """What a row says as `key_en` and `key_zh` (without a key: `en` and `zh`)."""
    start = f"{key}_" if key else ""
    return Name(row[f"{start}en"], row[f"{start}zh"])
