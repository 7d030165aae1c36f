"""`export`: a scorecard, all values or everything as a file, as far as one may see it."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.export import everything_document, scorecard_document, values_document
from conversations.cards.say import run_button, say
from conversations.flows.reading import all_names, present_card, read_asked
from conversations.view import Block, Document, Message, Text
from kpi_engine.errors import Refusal
from kpi_engine.model.score import Subject

SCORECARD = ("scorecard", "report", "xlsx", "成绩单", "报告", "考核表")
VALUES = ("values", "csv", "数据")
EVERYTHING = ("everything", "json", "all", "全部")


def export(ask: Ask) -> Message:
    """Asks which; `export Sales last month` is that scorecard."""
    words = ask.take_words()
    if not words:
        return say(
            ask.texts,
            "export.which",
            run_button(ask.texts, "export_scorecard", "export scorecard"),
            run_button(ask.texts, "export_values", "export values"),
            run_button(ask.texts, "export_everything", "export everything"),
        )
    first = words.casefold()
    if first in VALUES:
        records = [(version, ask.know.actuals(version.kpi.id)) for version in ask.know.kpis()]
        return _sent(ask, values_document(ask.texts, all_names(ask), records))
    if first in EVERYTHING:
        kpis = [version.kpi.id for version in ask.know.kpis()]
        whole = [(ask.know.versions(id), ask.know.actuals(id)) for id in kpis]
        return _sent(ask, everything_document(all_names(ask), whole))
    return _sent(ask, _scorecard(ask, "" if first in SCORECARD else words))


def _scorecard(ask: Ask, words: str) -> Document:
    asked = read_asked(ask, words)
    if not isinstance(asked.about, Subject):
        raise Refusal("no_scorecard", name=asked.about.definition.name)
    return scorecard_document(ask.texts, present_card(ask, asked.about, asked.period), all_names(ask))


def _sent(ask: Ask, document: Document) -> Message:
    if all(len(sheet.rows) == 1 for sheet in document.sheets):
        return say(ask.texts, "export.nothing")
    blocks: tuple[Block, ...] = (Text(ask.texts.say("export.here")), document)
    return Message(blocks)
