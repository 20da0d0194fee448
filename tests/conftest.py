"""Settings for all tests: hypothesis tries the same examples in every run, so that CI is repeatable."""

import os
import signal
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=200)
settings.load_profile("repeatable")

# What is started in the background of a script ignores interrupts, and so would all processes that tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands keep what they keep between runs in a folder of the tests, not in that of the user."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fail-on-skip", action="store_true", help="Make a skipped test a failed one, as CI wants it.")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and item.config.getoption("--fail-on-skip") and call.excinfo is not None:
        report.outcome = "failed"
        report.longrepr = f"skipped, where nothing may be: {call.excinfo.value}"
    return report
