"""What is said: the same in both languages, for everything that can happen, and fit to be read aloud."""

from __future__ import annotations

import ast
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import conversations.flows
from conversations.forms import fields_of, form_name, is_form
from conversations.texts import FOLDER, texts_for
from kpi_engine.errors import Refusal
from kpi_engine.intake.sheet.faults import Fault
from kpi_engine.intake.why import Why
from kpi_engine.model.check import RuleId
from kpi_engine.model.name import Language
from tests.conversations.samples import FINDINGS, SAMPLES, SPECIAL, in_language
from tests.golden import check_golden

ROOT = Path(__file__).parents[2]
Macros = Mapping[str, tuple[str, ...]]
"""The parameters of each macro, by `file.name`."""

ASKED_BACK_BY_OPTIONS = {
    Why.THOUSANDS_OR_DECIMAL,
    Why.PERCENT_OR_FRACTION,
    Why.SCALE,
    Why.HALF_OF_WHAT,
    Why.WORKING_TIME,
    Why.SIGN,
}
ASKED_WHICH = {Why.UNKNOWN_KPI, Why.AMBIGUOUS_KPI}


def macros(language: Language) -> Macros:
    """All macros of a language."""
    found = {}
    for path in sorted((FOLDER / language).glob("*.j2")):
        for macro in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Macro):
            found[f"{path.stem}.{macro.name}"] = tuple(argument.name for argument in macro.args)
    return found


def flat(file: Path) -> dict[str, str]:
    """The words of a platform in a language, by `section.name`."""
    sections = tomllib.loads(file.read_text("utf-8")).items()
    return {f"{section}.{name}": word for section, words in sections for name, word in words.items()}


MACROS = macros(Language.EN)
PLATFORMS_WITH_WORDS = sorted(folder.parent for folder in (ROOT / "adapters").glob("*/texts"))
PUBLIC = {name: parameters for name, parameters in MACROS.items() if "._" not in name}


def said(language: Language, name: str, parameters: Sequence[str]) -> list[str]:
    """The sentence in all its sample ways."""
    samples = {key: SPECIAL.get(name, {}).get(key) or SAMPLES[key] for key in parameters}
    ways = max((len(values) for values in samples.values()), default=1)
    texts = texts_for(language, "CNY")
    rendered = [
        str(
            texts.say(
                name, **{key: in_language(values[way % len(values)], language) for key, values in samples.items()}
            )
        )
        for way in range(ways)
    ]
    return list(dict.fromkeys(rendered))


@cache
def every_way() -> list[tuple[Language, str, str]]:
    """Every sentence in every sample way."""
    return [
        (language, name, text)
        for language in Language
        for name, parameters in PUBLIC.items()
        for text in said(language, name, parameters)
    ]


class TestBothLanguages:
    def test_have_the_same_macros_with_the_same_parameters(self) -> None:
        assert macros(Language.ZH) == MACROS

    def test_have_the_same_labels(self) -> None:
        english, chinese = (set(texts_for(language, "CNY")._labels) for language in Language)
        assert english == chinese

    @pytest.mark.parametrize("package", PLATFORMS_WITH_WORDS, ids=lambda path: path.name)
    def test_have_the_same_words_of_each_platform(self, package: Path) -> None:
        english, chinese = (flat(package / "texts" / f"{language}.toml") for language in Language)
        assert english.keys() == chinese.keys()
        assert "" not in {*english.values(), *chinese.values()}

    def test_leave_no_label_empty_but_the_head_of_a_column_that_speaks_for_itself(self) -> None:
        empty = [key for language in Language for key, word in texts_for(language, "CNY")._labels.items() if not word]
        assert set(empty) == {"columns.bar", "columns.item"}


class TestEverythingHasItsWords:
    def test_every_form_has_its_title_and_every_field_its_label(self) -> None:
        texts = texts_for(Language.EN, "CNY")
        wanted = {f"forms.{form_name(one)}.{key}" for one in forms() for key in ("title", *fields_of(one))}
        wanted |= {f"forms.{name}.title" for name in forms_known_only_now()}
        assert {key for key in wanted if not texts.has_label(key)} == set()

    def test_every_refusal_has_its_sentence_with_its_parameters(self) -> None:
        wanted = {f"refusals.{key}": parameters for key, parameters in refusals().items()}
        present = {name: set(parameters) for name, parameters in PUBLIC.items() if name.startswith("refusals.")}
        assert present == wanted

    def test_every_rejected_answer_has_its_sentence_with_its_parameters(self) -> None:
        wanted = {f"rejected.{key}": parameters for key, parameters in rejections().items()}
        present = {name: set(parameters) for name, parameters in PUBLIC.items() if name.startswith("rejected.")}
        assert present == wanted

    @pytest.mark.parametrize(
        ("file", "raised", "besides"), [("faults", "Fault", {"place"}), ("unreadable", "Unreadable", set())]
    )
    def test_every_fault_of_a_file_has_its_sentence_with_its_parameters(
        self, file: str, raised: str, besides: set[str]
    ) -> None:
        present = {name.removeprefix(f"{file}."): set(given) for name, given in PUBLIC.items() if name.startswith(file)}
        told = file_faults() if raised == "Fault" else unreadable()
        assert {name: given for name, given in present.items() if name not in besides} == told
        if raised == "Fault":
            assert told.keys() == set(Fault)

    @pytest.mark.parametrize("file", ["check", "fixes"])
    def test_every_rule_of_the_check_has_its_sentence_with_its_parameters(self, file: str) -> None:
        wanted = {f"{file}.{finding.rule}": set(finding.params) for finding in FINDINGS}
        present = {name: set(parameters) for name, parameters in PUBLIC.items() if name.startswith(f"{file}.")}
        assert present == wanted
        assert set(texts_for(Language.EN, "CNY").names_in("rules")) == set(RuleId)

    @pytest.mark.parametrize("language", Language)
    def test_every_reason_why_no_number_was_read_has_its_own_words(self, language: Language) -> None:
        texts = texts_for(language, "CNY")
        unit = SAMPLES["unit"][0]
        words = {why: texts.say("rejected.number_unread", raw="x", why=why, unit=unit) for why in Why}
        told = [words[why] for why in Why if why not in ASKED_BACK_BY_OPTIONS | ASKED_WHICH]
        assert len(set(told)) == len(told)

    def test_every_macro_and_label_that_the_code_names_is_there(self) -> None:
        texts = texts_for(Language.EN, "CNY")
        named = {(call, key) for call, key in named_in_code() if "." in key}
        assert {key for call, key in named if call in ("say", "plain") and key not in PUBLIC} == set()
        assert {key for call, key in named if call == "label" and not texts.has_label(key)} == set()

    def test_words_are_found_by_what_they_are_for(self) -> None:
        texts = texts_for(Language.ZH, "CNY")
        assert texts.names_in("ballot") == ["for", "against", "abstain"]
        assert texts.refusal(Refusal("weights_sum", total=90)) == "权重合计是 90，不是 100。"

    def test_no_macro_is_there_for_nothing(self) -> None:
        spoken = {constant for path in sources() for constant in constants(path)}
        spoken |= {f"{name}" for path in FOLDER.glob("*/*.j2") for name in imported(path)}
        spared = ("refusals.", "rejected.", "faults.", "unreadable.", "check.", "fixes.")
        assert {name for name in PUBLIC if name not in spoken and not name.startswith(spared)} == set()


class TestSentences:
    @pytest.mark.parametrize("language", Language)
    def test_all_of_them(self, language: Language, request: pytest.FixtureRequest) -> None:
        lines = [
            f"{name}({', '.join(parameters)})\n" + "".join(f"    {text}\n" for text in said(language, name, parameters))
            for name, parameters in sorted(PUBLIC.items())
        ]
        check_golden(f"texts.{language}.txt", "\n".join(lines), request)

    def test_each_is_one_line_without_stray_blanks(self) -> None:
        assert [(name, text) for _, name, text in every_way() if re.search(r"  |\n|^ | $| [.,;?!)]|\( ", text)] == []

    def test_each_has_only_the_tags_that_can_be_shown(self) -> None:
        tags = {tag for _, _, text in every_way() for tag in re.findall(r"<(/?[^>]*)>", text)}
        assert tags <= {"b", "/b", "i", "/i", "code", "/code", "br"}
        assert [
            text
            for _, _, text in every_way()
            if any(text.count(f"<{t}>") != text.count(f"</{t}>") for t in ("b", "code"))
        ] == []

    def test_what_people_typed_is_escaped(self) -> None:
        for language in Language:
            assert "“&lt;b&gt;”" in texts_for(language, "CNY").say("rejected.yes_or_no", raw="<b>")
            assert texts_for(language, "CNY").plain("rejected.yes_or_no", raw="<b>").count("“<b>”") == 1

    def test_chinese_has_chinese_punctuation(self) -> None:
        """A Latin sign after a Chinese character is a slip; within numbers, formulas and codes it is not."""
        bare = [
            (name, re.sub(r"<code>.*?</code>|<[^>]*>|\([^()]* − [^()]*\)", "", text))
            for language, name, text in every_way()
            if language == "zh"
        ]
        assert [(name, text) for name, text in bare if re.search(r"[一-鿿][,.;:?!()]|[,;:?!(][一-鿿]", text)] == []

    def test_chinese_puts_no_blank_beside_chinese_signs_and_one_beside_latin_words(self) -> None:
        bare = [(name, re.sub(r"<[^>]*>", "", text)) for language, name, text in every_way() if language == "zh"]
        assert [
            (name, text) for name, text in bare if re.search(r"\s[，。；：？！、）”]|[，。；：？！、（“]\s", text)
        ] == []
        assert [(name, text) for name, text in bare if re.search(r"[一-鿿](KPI|SWOT)|(KPI|SWOT)[一-鿿]", text)] == []

    def test_english_has_no_chinese_in_it(self) -> None:
        texts = [(name, text) for language, name, text in every_way() if language == "en"]
        assert [(name, text) for name, text in texts if re.search(r"[一-鿿，。；：？！（）]", text)] == []

    def test_one_is_no_plural(self) -> None:
        texts = [(name, text) for language, name, text in every_way() if language == "en"]
        assert [(name, text) for name, text in texts if re.search(r"\b(?<!of )1 [a-z]+s\b", text)] == []

    def test_each_says_something_to_the_end(self) -> None:
        """Refusals and rejections are sentences."""
        sentences = [
            (name, text) for _, name, text in every_way() if name.startswith(("refusals.", "rejected.", "talk."))
        ]
        assert [(name, text) for name, text in sentences if text[-1] not in ".?:。？：！"] == []


def forms() -> Iterator[type]:
    """Every form of the flows."""
    for module in pkgutil.walk_packages(conversations.flows.__path__, "conversations.flows."):
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, type) and is_form(thing) and thing.__module__ == module.name:
                yield thing


def forms_known_only_now() -> set[str]:
    """The labels' names of forms that flows put together while they run."""
    found: set[str] = set()
    for node in (node for path in sources() for node in ast.walk(parsed(path))):
        match node:
            case ast.Call(ast.Name("Asking"), [_, ast.Constant(str() as name), *_]):
                found.add(name)
            case _:
                pass
    assert {"past", "target", "values", "points"} <= found
    return found


def refusals() -> dict[str, set[str]]:
    """The parameters of each refusal, as the code raises it."""
    found: dict[str, set[str]] = {}
    for call in (node for path in sources() for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)):
        parameters = {str(keyword.arg) for keyword in call.keywords}
        match call.func, call.args:
            case ast.Name("Refusal"), [ast.Constant(str() as key)]:
                found.setdefault(key, parameters)
                assert found[key] == parameters, key
            case ast.Attribute(attr="find"), [_, _, ast.Constant(str() as key)]:
                found[key] = {"id"}
            case _:
                pass
    measure = ROOT / "kpi_engine" / "measure"
    keys = [key for path in (measure / "curve").glob("*.py") for key in constants(path)]
    found |= {key: {"kpi"} for key in keys if re.fullmatch("(target|scoring)_[a-z_]+", key)}
    keys = [key for path in (measure / "total").glob("*.py") for key in constants(path)]
    found |= {
        key: set() for key in keys if re.fullmatch("(adjustment|gate|grades?|reason|table|team|total)_[a-z_]+", key)
    }
    keys = [key for path in (measure / "formula").glob("*.py") for key in constants(path)]
    keys = [key for key in keys if re.fullmatch("formula_[a-z_]+", key)]
    return {key: {"kpi"} for key in keys} | found


def rejections() -> dict[str, set[str]]:
    """The parameters of each rejected answer."""
    found: dict[str, set[str]] = {}
    for call in (node for path in sources() for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)):
        match call.func, call.args:
            case ast.Name("Rejected"), [ast.Constant(str() as key), *rest]:
                dicts = [node for one in rest for node in ast.walk(one) if isinstance(node, ast.Dict)]
                keys = {node.value for one in dicts for node in one.keys if isinstance(node, ast.Constant)}
                found[key] = found.get(key, set()) | {str(name) for name in keys}
            case _:
                pass
    return found


def file_faults() -> dict[str, set[str]]:
    """The parameters of each fault of a sheet."""
    found: dict[str, set[str]] = {}
    for call in (node for path in sources() for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)):
        for argument in call.args:
            match argument:
                case ast.Attribute(ast.Name("Fault"), attr):
                    parameters = {str(keyword.arg) for keyword in call.keywords}
                    assert found.setdefault(Fault[attr].value, parameters) == parameters, attr
                case _:
                    pass
    return found


def unreadable() -> dict[str, set[str]]:
    """The parameters of each reason why a file can't be read."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "adapters" / "files").glob("*.py"):
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(ast.Name("Unreadable"), [ast.Constant(str() as key)]):
                    parameters = {str(keyword.arg) for keyword in node.keywords}
                    assert found.setdefault(key, parameters) == parameters, key
                case _:
                    pass
    return found


def named_in_code() -> Iterator[tuple[str, str]]:
    """Which macros and labels the code names, and by what it asks for them."""
    for path in sources():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                call = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                for argument in node.args[:2]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield call, argument.value


def sources() -> list[Path]:
    """The code that can say something."""
    return [path for package in ("kpi_engine", "conversations", "bot") for path in (ROOT / package).rglob("*.py")]


def constants(path: Path) -> Iterator[str]:
    """Every text in the code."""
    return (
        node.value for node in ast.walk(parsed(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def imported(path: Path) -> Iterator[str]:
    """Macros that others use: `file.name`."""
    for node in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.FromImport):
        assert isinstance(node.template, nodes.Const)
        yield from (f"{Path(node.template.value).stem}.{name}" for name in node.names)


def parsed(path: Path) -> ast.Module:
    """The code of a module."""
    return ast.parse(path.read_text("utf-8"))
