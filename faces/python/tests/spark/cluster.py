"""A real cluster of Spark on loopback: a master and workers, each a process of its own, as `spark-class` starts them."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PATIENCE = 120.0
"""Seconds within which a process must be up, on a machine that has other things to do."""


SILENCE = 600
"""Seconds that a process may be silent, as one that gets no time on a core is; one that died is missed at once."""

_T = TypeVar("_T")


def missing() -> str | None:
    """What a cluster needs and this machine lacks."""
    if home() is None:
        return "PySpark is not installed; `bash faces/python/spark.sh` installs it and runs these tests"
    where = os.environ.get("JAVA_HOME")
    if shutil.which(str(Path(where) / "bin/java") if where else "java") is None:
        return "Spark needs Java 17 or newer and there is none; on Debian it is in default-jre-headless"
    return None


def home() -> Path | None:
    """Where PySpark lies, which brings all of Spark."""
    found = importlib.util.find_spec("pyspark")
    return Path(found.origin).parent if found and found.origin else None


class Daemon:
    """A master or a worker."""

    def __init__(self, name: str, arguments: list[str], folder: Path, says: str) -> None:
        self.log = folder / f"{name}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [str((home() or folder) / "bin/spark-class"), *arguments],
                env=environment(folder),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.said = self._wait(says)

    def _wait(self, says: str) -> re.Match[str]:
        pattern = re.compile(says)

        def found() -> re.Match[str] | None:
            if self.process.poll() is not None:
                raise RuntimeError(f"ended with {self.process.returncode}:\n{self.log.read_text()}")
            return pattern.search(self.log.read_text(errors="replace"))

        return wait(found, f"{says!r} in {self.log}")

    def kill(self) -> None:
        """Ends it as a crash would: nothing is tidied up, nobody is told."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Ends it in order, and harder if it does not listen."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()


class Cluster:
    """One master and its workers. Leaving the `with` block ends them all."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self.folder = folder
        self.wanted = workers
        self.workers: list[Daemon] = []

    def __enter__(self) -> Cluster:
        master = "org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0"
        self.master = Daemon("master", master.split(), self.folder, r"Starting Spark master at (spark://\S+)")
        self.url = self.master.said[1]
        try:
            for _ in range(self.wanted):
                self.add()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def add(self) -> Daemon:
        """One more worker of one core."""
        name = f"worker-{len(self.workers)}"
        arguments = f"org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --webui-port 0 --work-dir {name} {self.url}"
        worker = Daemon(name, arguments.split(), self.folder, "Successfully registered with master")
        self.workers.append(worker)
        return worker

    def whole(self, spark: SparkSession) -> None:
        """Waits until each worker does some of the driver's work, new ones where some were killed."""
        self.fill()
        wait(lambda: True if self._all_work(spark) else None, f"work in {self.wanted} workers")

    def fill(self) -> None:
        """Puts new workers where some were killed."""
        while len(self.alive()) < self.wanted:
            self.add()

    def _all_work(self, spark: SparkSession) -> bool:
        tasks = spark.sparkContext.parallelize(range(2 * self.wanted), 2 * self.wanted)
        pids = set(tasks.map(lambda _: (time.sleep(0.2), os.getpid())[1]).collect())
        return all(pids & set(children(worker.process.pid)) for worker in self.alive())

    def alive(self) -> list[Daemon]:
        """The workers that run."""
        return [worker for worker in self.workers if worker.process.poll() is None]

    def stop(self) -> None:
        """Ends every process."""
        for daemon in [*self.alive(), self.master]:
            daemon.stop()

    def session(self, cores: int = 2, **settings: str) -> SparkSession:
        """A driver in this process, whose tasks run in the workers only."""
        from pyspark.sql import SparkSession

        self.fill()
        os.environ.update(environment(self.folder))
        builder = SparkSession.builder.master(self.url).appName("saydo")
        for key, value in (_SETTINGS | {"spark.cores.max": str(cores)} | settings).items():
            builder = builder.config(key, value)
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        wait(lambda: True if executors(spark) >= cores else None, f"{cores} executors")
        return spark


_SETTINGS = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.executor.memory": "512m",
    "spark.executor.cores": "1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.network.timeout": f"{SILENCE}s",
    "spark.sql.shuffle.partitions": "4",
    "spark.sql.session.timeZone": "UTC",
}


def executors(spark: SparkSession) -> int:
    """How many executors are connected to this driver."""
    return int(spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size()) - 1


def wait(found: Callable[[], _T | None], what: str) -> _T:
    """What `found` gives as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (value := found()) is not None:
            return value
        time.sleep(0.1)
    raise TimeoutError(f"waited {PATIENCE:.0f} s in vain for {what}")


def children(pid: int) -> list[int]:
    """The processes that a process started, and those that they started, from /proc."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                status = (entry / "stat").read_text()
            except OSError:
                continue
            parents.setdefault(int(status.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        below = parents.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def kill(pids: list[int]) -> None:
    """Ends processes as a crash would."""
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def environment(folder: Path) -> dict[str, str]:
    """What Spark's processes are told, so that they leave nothing outside the folder and nothing listens beyond loopback."""
    return os.environ | {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_CONF_DIR": str(folder),
        "SPARK_DAEMON_JAVA_OPTS": f"-Dspark.worker.timeout={SILENCE}",
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_HOME": str(home()),
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_NO_DAEMONIZE": "1",
    }
