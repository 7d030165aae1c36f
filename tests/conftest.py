"""What all tests share: none is timed, drawn cases are the same in every run, and golden files can be written anew.

A change is judged by what it does, not by the luck of a draw: new cases are drawn by `make fuzz`.
"""

import hypothesis
import pytest

pytest_plugins = ["tests.browser", "tests.databases", "tests.stage"]

slow = [hypothesis.HealthCheck.too_slow]
hypothesis.settings.register_profile("same", deadline=None, suppress_health_check=slow, derandomize=True)
hypothesis.settings.register_profile("new", deadline=None, suppress_health_check=slow)
hypothesis.settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what the bot says now into chats and golden files")


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether to write what is said now instead of comparing with it."""
    return bool(request.config.getoption("--rewrite"))
