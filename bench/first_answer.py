"""How long a newcomer waits: from starting the demo in the terminal to its first answer."""

from __future__ import annotations

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

RUNS = 5


def main() -> None:
    """Prints the times of each run, on the clock and of the processor, and the best of both."""
    times = [_once() for _ in range(RUNS)]
    print("first answer:", ", ".join(f"{clock:.2f} s ({busy:.2f} s busy)" for clock, busy in times))
    print(f"best: {min(clock for clock, _ in times):.2f} s ({min(busy for _, busy in times):.2f} s busy)")


def _once() -> tuple[float, float]:
    command = [sys.executable, "-m", "bot", "demo", "--terminal"]
    begun, idle = perf_counter(), _busy()
    subprocess.run(command, input="/kpi report\n", text=True, capture_output=True, check=True)
    return perf_counter() - begun, _busy() - idle


def _busy() -> float:
    spent = getrusage(RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    main()
