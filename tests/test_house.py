"""The rules of the house are kept by machine: each is broken here once, and seen to be refused."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.bootstrap import PLATFORMS

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PACKAGES = ("bot", "adapters", "conversations", "kpi_engine")
LOCKS = ("requirements.lock", "requirements-dev.lock")
LIST_OF_PLATFORMS = "bot/bootstrap.py"
LIBRARIES = ("aiohttp", "slack_bolt", "slack_sdk", "telegram")
"""Of the platforms."""

# Contract -> imports that break it, as "module or package: what it imports".
VIOLATIONS = {
    "Bot over adapters over conversations over engine": (
        "kpi_engine/model: bot",
        "kpi_engine/model: adapters.terminal",
        "kpi_engine/model: conversations.view",
        "conversations/cards: bot",
        "conversations/cards: adapters.web",
        "adapters/terminal: bot",
    ),
    "Adapters see only what can be shown and heard": (
        "adapters/terminal: conversations",
        "adapters/terminal: conversations.flows",
        "adapters/web: kpi_engine.model",
        "adapters/web: kpi_engine.intake.sheet.grid",
        "adapters/files: kpi_engine.model",
    ),
    "No adapter knows another": (
        "adapters/web: adapters.terminal",
        "adapters/terminal: adapters.web",
        "adapters/telegram: adapters.slack",
        "adapters/terminal: adapters.files",
    ),
    "Adapters keep nothing by themselves": (
        "adapters/slack: sqlalchemy",
        "adapters/telegram: psycopg",
        "adapters/ports: sqlalchemy",
    ),
    "Conversations neither write nor query": (
        "conversations/flows: kpi_engine.service",
        "conversations/cards: kpi_engine.reader",
        "conversations/flows: kpi_engine.store",
    ),
    "Engine and conversations know no transport, scheduler, web or kind of file": (
        "conversations/flows: slack_bolt",
        "conversations/cards: telegram",
        "conversations/view: starlette",
        "kpi_engine/service: apscheduler",
        "kpi_engine/reader: httpx",
        "kpi_engine/store: uvicorn",
        "kpi_engine/intake: openpyxl",
    ),
    "Services and readers over the store over what is pure": (
        "kpi_engine/store: kpi_engine.service",
        "kpi_engine/store: kpi_engine.reader",
        "kpi_engine/measure: kpi_engine.store",
    ),
    "What is pure knows no database": (
        "kpi_engine/calendar: sqlalchemy",
        "kpi_engine/commands: sqlalchemy",
        "kpi_engine/design: sqlalchemy",
        "kpi_engine/errors: sqlalchemy",
        "kpi_engine/intake: sqlalchemy",
        "kpi_engine/measure: sqlalchemy",
        "kpi_engine/model: sqlalchemy",
        "conversations/flows: sqlalchemy",
    ),
    "Measuring goes from values to scores to what is told of them": (
        "kpi_engine/measure/values: kpi_engine.measure.score",
        "kpi_engine/measure/curve: kpi_engine.measure.values",
        "kpi_engine/measure/score: kpi_engine.measure.why",
    ),
    "No circle of modules": ("conversations/view: conversations.flows, conversations/flows: conversations.view",),
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the code, to be spoilt."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.parametrize(
    ("contract", "violation"), [(name, each) for name, planted in VIOLATIONS.items() for each in planted]
)
def test_a_forbidden_import_is_refused(house: Path, contract: str, violation: str) -> None:
    for line in violation.split(", "):
        plant(house, *line.split(": "))

    linted = run(house, "lint-imports", "--no-cache", "--no-logo")

    assert linted.returncode == 1
    assert f"{contract} BROKEN" in linted.stdout


def test_the_code_as_it_is_breaks_no_contract(house: Path) -> None:
    linted = run(house, "lint-imports", "--no-cache", "--no-logo")
    assert linted.returncode == 0, linted.stdout
    assert f"{len(VIOLATIONS)} kept, 0 broken" in linted.stdout


@pytest.mark.parametrize("read", ["datetime.datetime.now()", "datetime.date.today()", "time.time()"])
def test_only_the_clock_reads_the_time(house: Path, read: str) -> None:
    for path in ("bot/clock.py", "kpi_engine/model/planted.py"):
        module, _, _ = read.partition(".")
        (house / path).write_text(f'"""Planted."""\n\nimport {module}\n\nprint({read})\n', "utf-8")

    linted = run(house, "ruff", "check", "--no-cache", "--select=TID251", "--output-format=concise", ".")

    assert linted.returncode == 1
    assert "kpi_engine/model/planted.py:5:7: TID251" in linted.stdout
    assert "bot/clock.py:5" not in linted.stdout


def test_only_the_list_of_platforms_names_one() -> None:
    """A platform more is an adapter and its name in that list: nothing else knows of it, not even in words."""
    read = (path for package in PACKAGES if package != "adapters" for path in (ROOT / package).rglob("*.*"))
    files = {path for path in read if path.suffix in (".j2", ".mako", ".py", ".toml")}
    named = "|".join(platform.name for platform in PLATFORMS)
    naming = {str(path.relative_to(ROOT)) for path in files if re.search(named, path.read_text("utf-8"), re.IGNORECASE)}

    assert naming == {LIST_OF_PLATFORMS}


def test_what_a_platform_runs_on_is_imported_only_where_it_runs() -> None:
    """Every command knows of all platforms, and none waits for their libraries."""
    told = "import sys, bot.cli, bot.doctor, bot.once, bot.run; print(*sys.modules)"
    imported = {name.partition(".")[0] for name in run(ROOT, sys.executable, "-c", told).stdout.split()}

    assert {"bot", "adapters", "sqlalchemy"} < imported
    assert imported & {*LIBRARIES} == set()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_registry(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    pins = re.split(r"\n(?=\S)", lock.strip())
    pinned = re.compile(r"[\w.\[\]-]+==[\w.]+ .*--hash=sha256:[0-9a-f]{64}", re.DOTALL)

    assert len(pins) > 20
    assert [pin for pin in pins if not pinned.match(pin)] == []
    assert re.search(r"://|file:|--find-links|index-url", lock) is None


def test_what_is_tested_is_what_runs() -> None:
    pins = [set(re.findall(r"^\S+==\S+", (ROOT / name).read_text("utf-8"), re.MULTILINE)) for name in LOCKS]
    assert pins[0] < pins[1]


def test_no_file_names_a_machine_or_a_registry() -> None:
    told = re.compile(rb"/(?:home|root|Users|work)/[a-z]|/opt/pypi|pypi\.org|pythonhosted|npmjs\.org|deb\.debian\.org")
    kept = run(ROOT, "git", "ls-files", "-z").stdout.split("\0")
    files = [ROOT / name for name in kept if name and (ROOT / name).is_file() and ROOT / name != Path(__file__)]
    assert files
    assert [str(file) for file in files if told.search(file.read_bytes())] == []


def test_every_file_of_the_packages_is_shipped(house: Path) -> None:
    """Texts, pages, fonts and migrations too, not only modules."""
    shutil.copy(ROOT / "LICENSE", house)
    built = run(house, "pip", "wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", "wheel", ".")
    assert built.returncode == 0, built.stderr

    with ZipFile(next(house.glob("wheel/*.whl"))) as wheel:
        shipped = set(wheel.namelist())
    written = {str(path.relative_to(house)) for package in PACKAGES for path in (house / package).rglob("*.*")}
    assert written - shipped == set()


def plant(house: Path, module: str, imported: str) -> None:
    """Adds an import to a module, or to the package of that name."""
    path = house / module / "__init__.py" if (house / module).is_dir() else house / f"{module}.py"
    path.write_text(f"{path.read_text('utf-8')}\nimport {imported}\n", "utf-8")


def run(where: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = BIN / command if (BIN / command).exists() else command
    return subprocess.run([program, *arguments], cwd=where, capture_output=True, text=True, check=False)
