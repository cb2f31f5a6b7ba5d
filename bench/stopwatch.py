"""Time spent in named functions of the program, from the outside."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


class Stopwatch:
    """Adds up the seconds spent in functions, by the name of their stage. Stages must not lie within each other."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time added to the stage."""

        def with_time(*args: Any, **named: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*args, **named)
            finally:
                self.seconds[stage] += time.perf_counter() - began

        return with_time

    @contextmanager
    def on(self, module: ModuleType, stages: dict[str, str]) -> Iterator[None]:
        """While the block runs, the module's functions (by name, with their stage) are timed."""
        plain = {name: getattr(module, name) for name in stages}
        for name, stage in stages.items():
            setattr(module, name, self.timed(stage, plain[name]))
        try:
            yield
        finally:
            for name, function in plain.items():
                setattr(module, name, function)
