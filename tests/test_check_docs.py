"""The page about the check says what the rules and the texts say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.texts import Texts, texts_for
from kpi_engine.design.check.rules import RULES, Rule
from kpi_engine.model.name import Language
from tests.conversations.samples import in_language, told
from tests.golden import check_golden

PAGES = {Language.EN: "check.md", Language.ZH: "check.zh.md"}
COLUMNS = {
    Language.EN: ("Id", "Severity", "Looks at", "What", "Example", "Fix"),
    Language.ZH: ("编号", "级别", "对象", "问题", "示例", "怎么改"),
}
TABLE = re.compile(r"(<!-- rules: [^\n]*-->\n).*(<!-- end of rules -->)", re.DOTALL)
DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("language", Language)
def test_the_page_is_up_to_date(language: Language, request: pytest.FixtureRequest) -> None:
    name = PAGES[language]
    page = (DOCS / name).read_text("utf-8")
    table = "\n".join(rows(language))

    assert TABLE.search(page)
    check_golden(f"../../docs/{name}", TABLE.sub(rf"\g<1>\n{table}\n\n\g<2>", page), request)


def rows(language: Language) -> Iterator[str]:
    """The rules as a table."""
    texts = texts_for(language, "CNY")
    yield row(*COLUMNS[language])
    yield row(*("---" for _ in COLUMNS[language]))
    for rule in RULES:
        yield row(
            f"`{rule.id}`",
            texts.member(rule.severity),
            texts.member(rule.looks_at),
            texts.label(f"rules.{rule.id}"),
            example(texts, "check", rule),
            example(texts, "fixes", rule),
        )


def example(texts: Texts, file: str, rule: Rule) -> str:
    """What is said of the first spoilt model, as Markdown."""
    params = {key: in_language(values[0], texts.language) for key, values in told(rule.id).items()}
    return re.sub("</?b>", "**", texts.say(f"{file}.{rule.id}", **params).replace("|", "\\|"))


def row(*cells: str) -> str:
    """A line of a table."""
    return f"| {' | '.join(cells)} |"
