"""Pictures and documents asked for in the terminal are files in the folder at hand, and no other file is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.terminal.save import save
from conversations.view import Document, Message, Picture, Sheet, Table, Text
from tests.adapters.specimens import HOSTILE

TABLE = Table(("",), (("Sales",),), "l")


def asked(*names: str) -> Message:
    return Message((Text("Here."), *(Picture(name, TABLE) for name in names)))


def test_it_says_where_each_picture_is(tmp_path: Path) -> None:
    found = list(save([asked("Sales revenue November 2026"), asked("销售部 2026年11月")], tmp_path))

    assert [path.name for path in found] == ["Sales-revenue-November-2026.png", "销售部-2026年11月.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in found)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "Sales.png").write_text("mine", "utf-8")
    found = [path.name for _ in range(2) for path in save([asked("Sales")], tmp_path)]

    assert found == ["Sales-2.png", "Sales-3.png"]
    assert (tmp_path / "Sales.png").read_text("utf-8") == "mine"


def test_a_file_has_its_own_name_as_far_as_that_is_free(tmp_path: Path) -> None:
    message = Message((Document("../a.csv", (Sheet("", (("KPI",),)),)),))

    assert [path.name for _ in range(3) for path in save([message], tmp_path)] == ["a.csv", "a-2.csv", "a-3.csv"]
    assert {path.parent for path in tmp_path.iterdir()} == {tmp_path}


@pytest.mark.parametrize("name", [*HOSTILE.values(), "../../etc/passwd", ".bashrc", "", "..", "a/b\\c"], ids=str)
def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    (path,) = save([asked(name)], tmp_path)

    assert path.parent == tmp_path
    assert path.suffix == ".png"
    assert not path.name.startswith(("-", "."))


def test_without_a_picture_nothing_is_written(tmp_path: Path) -> None:
    assert list(save([Message((TABLE,))], tmp_path)) == []
    assert list(tmp_path.iterdir()) == []
