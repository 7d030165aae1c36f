"""What all tests share: no test is timed, and golden files can be written anew."""

import hypothesis
import pytest

pytest_plugins = ["tests.browser", "tests.databases", "tests.stage"]

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what the bot says now into chats and golden files")


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether to write what is said now instead of comparing with it."""
    return bool(request.config.getoption("--rewrite"))
