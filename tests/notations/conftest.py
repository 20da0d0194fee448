"""Small ArchiMate models for tests."""

from collections.abc import Callable

import pytest

from tests.notations import models

Build = Callable[..., bytes]


@pytest.fixture(scope="session")
def archi() -> Build:
    return models.archi


@pytest.fixture(scope="session")
def exchange() -> Build:
    return models.exchange


@pytest.fixture(scope="session", params=[models.archi, models.exchange], ids=["archi", "exchange"])
def build(request: pytest.FixtureRequest) -> Build:
    """Either format, for what both say alike."""
    builder: Build = request.param
    return builder
