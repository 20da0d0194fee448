"""Keeping an editor up to date: edits that come in a row are taken together, and told once."""

import asyncio
import gc
from collections.abc import Callable

# In seconds: how long no further edit must have come until those so far are looked at, and how long they wait at most.
_QUIET = 0.001
_LONGEST = 0.05
# After so long without an edit, what is not needed any more is looked for.
_IDLE = 2.0


class Upkeep:
    """Calls `refresh` with the texts that were edited, soon after the last of them; `rest` when no more come."""

    def __init__(
        self,
        refresh: Callable[[list[str]], None],
        rest: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._refresh = refresh
        self._rest = rest
        self._failed = failed
        self._edited: dict[str, None] = {}
        self._since = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._idle: asyncio.TimerHandle | None = None

    def edited(self, uri: str) -> None:
        """Notes that a text was edited."""
        loop = asyncio.get_running_loop()
        if not self._edited:
            self._since = loop.time()
        self._edited[uri] = None
        if self._timer:
            self._timer.cancel()
        self._timer = loop.call_at(min(loop.time() + _QUIET, self._since + _LONGEST), self._now)

    def _now(self) -> None:
        uris, self._edited, self._timer = list(self._edited), {}, None
        try:
            self._refresh(uris)
        except Exception as bug:  # whatever it is, it is ours, and the next edit may go well
            self._failed(bug)
        if self._idle:
            self._idle.cancel()
        self._idle = asyncio.get_running_loop().call_later(_IDLE, self._settle)

    def _settle(self) -> None:
        self._rest()
        tidy()


def tidy() -> None:
    """Gives back memory while nobody waits. What is left is looked through no more until the next time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
