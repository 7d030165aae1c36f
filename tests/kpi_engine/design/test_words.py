"""Phrases are found as words in English and anywhere in Chinese."""

import pytest

from kpi_engine.design.words import find_all, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [(" On-Time  ＤＥＬＩＶＥＲＹ ", "on time delivery"), ("销售　收入", "销售 收入"), ("—", "")],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Our costs rise", "cost"),
        ("IT", "it"),
        ("IT部", "it"),
        ("retaining people", "retain*"),
        ("all on-time!", "on time"),
        ("降低成本费用", "成本"),
        ("12% more", "%"),
    ],
)
def test_found(text: str, phrase: str) -> None:
    assert [found.phrase for found in find_all(text, [phrase])] == [phrase]


@pytest.mark.parametrize(("text", "phrase"), [("quality", "it"), ("costume", "cost"), ("maintain", "retain*")])
def test_not_found(text: str, phrase: str) -> None:
    assert find_all(text, [phrase]) == ()


def test_a_phrase_inside_a_longer_one_is_hidden_there_but_not_elsewhere() -> None:
    found = find_all("lead time and leads", ["lead", "lead time"])

    assert [(one.phrase, one.start) for one in found] == [("lead time", 0), ("lead", 14)]


def test_an_open_ending_takes_the_whole_word() -> None:
    (found,) = find_all("good cooperation", ["cooperat*"])

    assert "good cooperation"[found.start : found.end] == "cooperation"
