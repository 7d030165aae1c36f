"""The keys under which answers are kept are for ever: a rename shows in tests/golden/keys.txt, and loses open dialogs' answers."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import conversations.flows
from conversations.forms import fields_of, form_name, is_form
from tests.golden import check_golden

FLOWS = Path(conversations.flows.__path__[0])


def test_the_keys_of_all_questions_are_those_written_down(request: pytest.FixtureRequest) -> None:
    fixed = sorted(f"{form_name(one)}.{field}" for one in forms() for field in fields_of(one))
    made = sorted(set(patterns()))
    written = ["# form.field", *fixed, "", "# … is put in while a dialog runs", *made]
    check_golden("keys.txt", "\n".join(written) + "\n", request)


def test_no_two_forms_share_their_keys() -> None:
    names = [form_name(one) for one in forms()]
    assert len(names) == len(set(names))


def test_the_patterns_are_found_where_flows_make_them() -> None:
    assert {"past:….values", "target:….target", "points:….points", "sure:…:…", "kpi…@…"} <= set(patterns())


def forms() -> Iterator[type]:
    """Every form of the flows."""
    for module in pkgutil.walk_packages(conversations.flows.__path__, "conversations.flows."):
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, type) and is_form(thing) and thing.__module__ == module.name:
                yield thing


def patterns() -> Iterator[str]:
    """Keys that flows put together: f-strings of small letters, colons and @; labels have points, words have blanks."""
    for path in FLOWS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.JoinedStr() if re.fullmatch("[a-z_]+[a-z_:@…]*", _pattern(node)):
                    yield _pattern(node)
                case ast.Call(ast.Name("Asking"), [key, _, ast.Dict(names), *_]):
                    yield from (f"{_pattern(key)}.{_pattern(name)}" for name in names if isinstance(name, ast.Constant))
                case _:
                    pass


def _pattern(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
