"""A golden file is compared with, and written only when that is asked for."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests import golden
from tests.golden import check_golden


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(golden, "GOLDEN", tmp_path)
    return tmp_path


def asked(*, rewrite: bool) -> pytest.FixtureRequest:
    """A request of a test run with or without --rewrite."""
    config = SimpleNamespace(getoption={"--rewrite": rewrite}.__getitem__)
    return cast(pytest.FixtureRequest, SimpleNamespace(config=config))


def test_what_was_written_is_compared_with(folder: Path) -> None:
    check_golden("a/text.txt", "你好\n", asked(rewrite=True))
    check_golden("a/text.txt", "你好\n", asked(rewrite=False))
    assert (folder / "a/text.txt").read_bytes() == "你好\n".encode()


def test_a_difference_is_shown_and_nothing_written(folder: Path) -> None:
    (folder / "text.txt").write_text("one\ntwo\n")
    with pytest.raises(pytest.fail.Exception, match=r"-two\n\+three"):
        check_golden("text.txt", "one\nthree\n", asked(rewrite=False))
    assert (folder / "text.txt").read_text() == "one\ntwo\n"


def test_a_file_that_is_not_there_differs() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"\+new"):
        check_golden("none.txt", "new\n", asked(rewrite=False))
