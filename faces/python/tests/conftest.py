"""What several tests need: the repository around them, and the program where it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def program() -> Path:
    """The program `saydo`, named by SAYDO or built in the usual place; tests that compare with it are skipped without."""
    path = Path(os.environ.get("SAYDO", ROOT / "target/release/saydo"))
    if not path.exists():
        pytest.skip("the program is not built; name it with SAYDO")
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A ledger of three reports, as an earlier version wrote it."""
    return Path(shutil.copy(ROOT / "ledgers/2.sqlite", tmp_path / "kept.sqlite"))


@pytest.fixture(scope="session")
def demo(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the project's example."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    subprocess.run([program, "add", "--ledger", path, ROOT / "demo/reports.jsonl"], check=True, capture_output=True)
    return path
