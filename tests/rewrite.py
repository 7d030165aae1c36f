"""Writes docstrings back into the source of tests."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

_QUOTES = '"""'


def rewrite_docstring(test: Callable[..., None], text: str) -> None:
    """Puts the text, indented as its function is, in place of the test's docstring in its source file."""
    path = Path(test.__code__.co_filename)
    source = path.read_bytes()
    docstring = _docstring(ast.parse(source), test.__qualname__)
    start, end = _span(source, docstring)
    path.write_bytes(source[:start] + _literal(text, " " * docstring.col_offset).encode() + source[end:])


def _docstring(module: ast.Module, qualname: str) -> ast.expr:
    """Found by name and not by line: an earlier rewrite may have moved it."""
    scope: ast.Module | ast.ClassDef | ast.FunctionDef = module
    for name in qualname.split("."):
        scope = next(
            node for node in scope.body if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name
        )
    first = scope.body[0]
    assert isinstance(first, ast.Expr), f"{qualname} has no docstring"
    return first.value


def _span(source: bytes, node: ast.expr) -> tuple[int, int]:
    """Where the node begins and ends, in bytes, as the parser counts columns."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset


def _literal(text: str, indent: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(_QUOTES, r"\"\"\"")
    lines = [f"{indent}{line}".rstrip() for line in escaped.splitlines()]
    return "\n".join([_QUOTES, *lines, f"{indent}{_QUOTES}"])
