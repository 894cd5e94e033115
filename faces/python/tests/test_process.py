"""Threads, forks, interrupts, memory: the package is a good guest of the process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import saydo

SHORT = "Rebels shelled the town on Monday, the ministry said. Talks went on."


def coded(n: int) -> str:
    return saydo.code(SHORT, id=str(n)).to_json()


def test_the_interpreter_is_free_while_texts_are_read() -> None:
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.wait(0.005):
            ticks.append(time.monotonic())

    watcher = threading.Thread(target=tick)
    watcher.start()
    saydo.code(SHORT * 2_000)
    done.set()
    watcher.join()
    assert len(ticks) > 5


def test_threads_read_the_same() -> None:
    found: dict[int, str] = {}
    threads = [threading.Thread(target=lambda n=n: found.update({n: coded(n)})) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: coded(n) for n in range(16)}


def test_threads_may_share_one_iterator() -> None:
    records = saydo.code_many((SHORT for _ in range(500)), threads=2)
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.extend(r.report.id for r in records)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted(f"line-{n}" for n in range(1, 501))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_fork_reads_on() -> None:
    wanted = [coded(n) for n in range(8)]
    list(saydo.code_many([SHORT] * 50, threads=2))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(coded, range(8)) == wanted


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_an_iterator_does_not_cross_a_fork() -> None:
    records = saydo.code_many([SHORT] * 5_000, threads=2)
    next(records)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            next(records)
        except RuntimeError as error:
            code = 0 if "forked" in str(error) else 2
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    assert next(records).report.id == "line-2"


@pytest.mark.parametrize(
    "work",
    [
        f"saydo.code({SHORT!r} * 400_000)",
        f"list(saydo.code_many({SHORT!r} for _ in range(10**9)))",
        f"saydo.code_arrow([{SHORT!r} * 400_000] * 9)",
    ],
)
def test_an_interrupt_ends_it(work: str) -> None:
    program = f"import saydo, sys; saydo.code('a'); print('on', flush=True)\ntry: {work}\nexcept KeyboardInterrupt: sys.exit(7)"
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert child.stdout is not None and child.stdout.readline() == b"on\n"
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    assert child.wait(timeout=60) == 7
    child.stdout.close()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_nothing_is_left_of_texts_that_were_read() -> None:
    script = Path(__file__).resolve().parents[1] / "leak.py"
    subprocess.run([sys.executable, script, "2000", "12000"], check=True, capture_output=True)
