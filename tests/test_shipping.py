"""What is shipped: the image, the compose file, the locks, and a Makefile that sets itself up."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from ruamel.yaml import YAML

HOUSE = Path(__file__).resolve().parent.parent
RELEASE = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def test_the_dockerfile_is_clean() -> None:
    """The linter for Dockerfiles has nothing to say, not even as a hint."""
    linter = shutil.which("hadolint", path=Path(sys.executable).parent)
    assert linter is not None
    result = subprocess.run(
        [linter, HOUSE / "Dockerfile"], check=False, capture_output=True, text=True, timeout=60
    )

    assert (result.stdout, result.returncode) == ("", 0)


def test_the_image_runs_as_nobody_in_particular() -> None:
    """The container's user is a number, so that a cluster can see it is not root."""
    users = re.findall(r"^USER (.*)$", (HOUSE / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)

    assert len(users) == 1
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", users[0])


def test_the_image_holds_no_secret_and_no_data() -> None:
    """What this checkout keeps for itself does not get into an image."""
    ignored = (HOUSE / ".dockerignore").read_text(encoding="utf-8").splitlines()

    assert {".env", ".*", "data/"} <= set(ignored)


def test_compose_keeps_what_it_must_and_writes_nowhere_else() -> None:
    """With the compose file Hark's data survive the container, whose root is read-only."""
    services = YAML(typ="safe").load(HOUSE / "compose.yaml")["services"]

    assert services["hark"]["read_only"] is True
    assert "data:/data" in services["hark"]["volumes"]
    assert services["postgres"]["profiles"] == ["postgres"]


@pytest.mark.parametrize("name", ["runtime", "dev", "bench"])
def test_every_package_is_pinned_by_hash(name: str) -> None:
    """pip installs exactly the files that were looked at when the lock was made."""
    blocks = re.split(r"\n(?=\S)", (HOUSE / f"requirements/{name}.txt").read_text(encoding="utf-8").strip())

    assert blocks
    assert [
        block.splitlines()[0] for block in blocks if not RELEASE.match(block) or "--hash=" not in block
    ] == []


@pytest.mark.parametrize(("small", "large"), [("runtime", "dev"), ("dev", "bench")])
def test_what_is_tested_is_what_is_shipped(small: str, large: str) -> None:
    """A larger set holds the releases of the smaller one, so `make test` and `make run` share one .venv."""
    assert _releases(small) <= _releases(large)


def _releases(name: str) -> set[tuple[str, str]]:
    return set(RELEASE.findall((HOUSE / f"requirements/{name}.txt").read_text(encoding="utf-8")))


def test_make_lists_its_targets() -> None:
    """`make` alone says what can be made."""
    result = subprocess.run(["make", "-C", HOUSE], check=True, capture_output=True, text=True, timeout=60)

    targets = re.findall(r"^make (\S+)", result.stdout, re.MULTILINE)
    assert set(targets) >= {"help", "run", "install", "test", "lint", "demo", "bench", "lock", "image"}


class Checkout:
    """A copy of what sets Hark up, with one tiny package to install and a program that says where it runs."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder / "wheels")}
        (folder / "wheels").mkdir(parents=True)
        (folder / "requirements").mkdir()
        shutil.copy(HOUSE / "Makefile", folder)
        shutil.copy(HOUSE / "requirements/install", folder / "requirements")
        (folder / "bot.py").write_text(
            "import sys, hark_tiny\nprint(sys.prefix, hark_tiny.RELEASE, sys.argv[1:])\n"
        )
        self.lock("1.0")

    def lock(self, release: str) -> None:
        """Make the tiny package anew and pin it."""
        digest = _wheel(self.folder / "wheels", release)
        pin = f"hark-tiny=={release} --hash=sha256:{digest}\n"
        (self.folder / "requirements/runtime.txt").write_text(pin)

    def make(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run make to its end."""
        return subprocess.run(
            ["make", "--no-print-directory", *words],
            cwd=self.folder,
            env=self.environment | variables,
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def says(self, release: str, *arguments: str) -> str:
        """Return what the program prints when it runs in .venv with that release."""
        return f"{self.folder / '.venv'} {release} {list(arguments)}\n"


def _wheel(folder: Path, release: str) -> str:
    """Write the wheel of a package with one constant and return its SHA-256."""
    about = f"hark_tiny-{release}.dist-info"
    files = {
        "hark_tiny.py": f"RELEASE = {release!r}\n",
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: hark-tiny\nVersion: {release}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: hark\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={_digest(text)},{len(text)}\n" for name, text in files.items())
    path = folder / f"hark_tiny-{release}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, f"{about}/RECORD": f"{record}{about}/RECORD,,\n"}.items():
            wheel.writestr(name, text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


@pytest.fixture
def checkout(tmp_path: Path, child_environment: dict[str, str]) -> Checkout:
    """Give a fresh clone on a machine whose own Python is the one that runs these tests."""
    bare = tmp_path / "bin"
    bare.mkdir()
    (bare / "python3").symlink_to(Path(sys.executable).resolve())
    without = {name: value for name, value in child_environment.items() if not name.startswith("PIP_")}
    return Checkout(
        tmp_path / "clone", without | {"PATH": f"{bare}:{os.defpath}", "PYTHON": str(bare / "python3")}
    )


def test_make_run_sets_itself_up_once(checkout: Checkout) -> None:
    """The first `make run` installs and starts; the second only starts, with nothing to install from."""
    first = checkout.make("run", "ARGS=check now")
    shutil.rmtree(checkout.folder / "wheels")
    second = checkout.make("run")

    assert first.stdout == checkout.says("1.0", "check", "now")
    assert (second.stdout, second.stderr) == (checkout.says("1.0"), "")


def test_an_interrupted_install_is_repaired(checkout: Checkout) -> None:
    """After an install that did not end the next `make run` starts over."""
    checkout.make("install")
    (checkout.folder / ".venv/hark-unfinished").touch()
    (checkout.folder / ".venv/hark-runtime").unlink()
    next((checkout.folder / ".venv/lib").glob("python*/site-packages/hark_tiny.py")).write_text("")

    assert checkout.make("run").stdout == checkout.says("1.0")


def test_a_new_lock_is_installed(checkout: Checkout) -> None:
    """After a pull that changed the lock `make run` brings .venv up to date by itself."""
    checkout.make("install")
    checkout.lock("1.1")

    assert checkout.make("run").stdout == checkout.says("1.1")


def test_a_file_that_is_not_the_locked_one_is_refused(checkout: Checkout) -> None:
    """A package whose bytes changed is not installed, and the next run does not take it for done."""
    good = checkout.folder / "wheels" / "hark_tiny-1.0-py3-none-any.whl"
    content = good.read_bytes()
    good.write_bytes(content + b"\0")
    refused = checkout.make("run")
    good.write_bytes(content)

    assert refused.returncode != 0
    assert "could not be installed" in refused.stderr
    assert checkout.make("run").stdout == checkout.says("1.0")


def test_constraints_of_the_machine_do_not_matter(checkout: Checkout, tmp_path: Path) -> None:
    """A machine-wide pip constraint cannot break an exact lock."""
    constraints = tmp_path / "constraints.txt"
    constraints.write_text("hark-tiny<1.0\n")
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nconstraint = {constraints}\n")

    assert checkout.make("run", PIP_CONFIG_FILE=str(settings)).stdout == checkout.says("1.0")


def _shim(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_a_python_that_does_not_run_is_passed_over(checkout: Checkout, tmp_path: Path) -> None:
    """A newer python3.13 on the PATH that only prints an error does not stop the set-up."""
    _shim(tmp_path / "bin/python3.13", "echo 'python3.13: command not found' >&2; exit 127")

    result = checkout.make("run", PYTHON="")

    assert result.stdout == checkout.says("1.0")


def test_a_missing_venv_module_is_named(checkout: Checkout, tmp_path: Path) -> None:
    """Where Python comes without its venv module the message says what to install."""
    real = Path(sys.executable).resolve()
    lame = tmp_path / "bin/lame"
    _shim(lame, f'case "$*" in *ensurepip*) exit 1;; esac; exec {real} "$@"')

    result = checkout.make("run", PYTHON=str(lame))

    assert result.returncode != 0
    assert "apt install python3-venv" in result.stderr
    assert not (checkout.folder / ".venv").exists()


def test_a_python_out_of_range_is_named(checkout: Checkout, tmp_path: Path) -> None:
    """A Python that was asked for and is too old or not there gets a sentence, not a traceback."""
    result = checkout.make("run", PYTHON=str(tmp_path / "python2"))

    assert f"PYTHON={tmp_path}/python2 is not a Python 3.11, 3.12 or 3.13 that runs." in result.stderr
