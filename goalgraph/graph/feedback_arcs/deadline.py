"""The deadline: a point in time, asked for in the midst of long work."""

from time import monotonic


class Deadline:
    """So many seconds from now."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left, 0 when it is over."""
        return max(0.0, self._end - monotonic())

    @property
    def over(self) -> bool:
        return monotonic() >= self._end
