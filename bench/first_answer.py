"""How long a newcomer waits: from starting the demo in the terminal to its first answer."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter

RUNS = 5


def main() -> None:
    """Prints the time of each run and the best."""
    times = [_once() for _ in range(RUNS)]
    print("first answer:", ", ".join(f"{seconds:.2f} s" for seconds in times), f"(best {min(times):.2f} s)")


def _once() -> float:
    command = [sys.executable, "-m", "bot", "demo", "--terminal"]
    begun = perf_counter()
    subprocess.run(command, input="/kpi report\n", text=True, capture_output=True, check=True)
    return perf_counter() - begun


if __name__ == "__main__":
    main()
