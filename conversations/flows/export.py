"""`export`: a scorecard as a sheet or in print, all values, or everything as a file, as far as one may see it."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.export import everything_document, printed_document, scorecard_document, values_document
from conversations.cards.say import run_button, say
from conversations.flows.printed import month_report
from conversations.flows.reading import all_names, present_card, read_asked
from conversations.view import Block, Document, Message, Text
from conversations.words import first_word
from kpi_engine.calendar.period import Period
from kpi_engine.errors import Refusal
from kpi_engine.model.score import Subject
from kpi_engine.rights import takes_all

SCORECARD = ("scorecard", "report", "xlsx", "excel", "成绩单", "表格", "报告", "考核表")
VALUES = ("values", "csv", "数据")
EVERYTHING = ("everything", "json", "all", "全部")
PRINTED = ("pdf", "print", "月报", "打印")


def export(ask: Ask) -> Message:
    """Asks which; `export Sales last month` is that scorecard, `export pdf Sales last month` the same in print."""
    words = ask.take_words()
    if not words:
        return say(
            ask.texts,
            "export.which",
            run_button(ask.texts, "export_scorecard", "export scorecard"),
            run_button(ask.texts, "export_printed", "export pdf"),
            run_button(ask.texts, "export_values", "export values"),
            *([run_button(ask.texts, "export_everything", "export everything")] if takes_all(ask.me) else []),
        )
    first, rest = first_word(words.casefold())
    if first in VALUES and not rest:
        records = [(version, ask.know.actuals(version.kpi.id)) for version in ask.know.kpis()]
        return _sent(ask, values_document(ask.texts, all_names(ask), records))
    if first in EVERYTHING and not rest:
        return _sent(ask, everything_document(all_names(ask), ask.know.everything()))
    if first in PRINTED:
        return _sent(ask, _printed(ask, first_word(words)[1]))
    return _sent(ask, _scorecard(ask, first_word(words)[1] if first in SCORECARD else words))


def _scorecard(ask: Ask, words: str) -> Document | None:
    subject, period = _asked(ask, words)
    return scorecard_document(ask.texts, present_card(ask, subject, period), all_names(ask))


def _printed(ask: Ask, words: str) -> Document | None:
    subject, period = _asked(ask, words)
    report, of = month_report(ask, subject, period)
    return printed_document(report, all_names(ask).subject(subject), of)


def _asked(ask: Ask, words: str) -> tuple[Subject, Period | None]:
    asked = read_asked(ask, words)
    if not isinstance(asked.about, Subject):
        raise Refusal("no_scorecard", name=asked.about.definition.name)
    return asked.about, asked.period


def _sent(ask: Ask, document: Document | None) -> Message:
    if document is None:
        return say(ask.texts, "export.nothing")
    blocks: tuple[Block, ...] = (Text(ask.texts.say("export.here")), document)
    return Message(blocks, only_you=True)
