"""What holds for all tests: nothing of the developer's surroundings has a say in them."""

from __future__ import annotations

import os
import signal

import pytest

from attribution_lint.environment import PREFIX


@pytest.fixture(scope="session", autouse=True)
def _interrupts() -> None:
    """Programs that tests start can be interrupted, also where a shell started the tests in its background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_options(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the environment is an option."""
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)
