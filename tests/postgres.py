"""A PostgreSQL of the tests' own: a temporary cluster on loopback that dies with the process that made it."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

_PROGRAMS = ("initdb", "pg_ctl", "createdb", "dropdb")
_USER = "hark"
_SETTINGS = (
    "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60"
    " -c shared_buffers=16MB -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    " -c wal_level=minimal -c max_wal_senders=0"
)

# One shell lives as long as the cluster: when its standard input ends, because the test process closed it or
# was killed, it stops PostgreSQL and removes the folder.
_LIFE = """
cd "$1" || exit 1
bin=$2; port=$3; settings=$4
if "$bin/initdb" --pgdata=data --auth=trust --username=hark --encoding=UTF8 --locale=C --no-sync >log 2>&1 &&
    "$bin/pg_ctl" --pgdata=data --wait --timeout=60 --log=log --options="-p $port $settings" start >>log 2>&1
then echo ready; cat >/dev/null
else tail -n 5 log
fi
"$bin/pg_ctl" --pgdata=data --mode=immediate stop >/dev/null 2>&1
cd / && rm -rf "$1"
"""


class MissingPostgres(Exception):
    """PostgreSQL is not installed here; the message says what was looked for."""


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL; `url` leads to its empty maintenance database."""

    binaries: Path
    port: int
    numbers: Iterator[int]

    @property
    def url(self) -> str:
        """Return the URL of the maintenance database."""
        return self._url("postgres")

    @contextmanager
    def fresh_database(self) -> Iterator[str]:
        """Give the URL of a database made for one user of it and dropped afterwards, connections or not."""
        name = f"test_{next(self.numbers)}"
        self._run("createdb", name)
        try:
            yield self._url(name)
        finally:
            self._run("dropdb", "--force", name)

    def _url(self, database: str) -> str:
        return f"postgresql://{_USER}@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: str) -> None:
        server = ["--host=127.0.0.1", f"--port={self.port}", f"--username={_USER}"]
        subprocess.run([self.binaries / program, *server, *arguments], check=True, timeout=60)


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Start a cluster, give it, stop and remove it.

    Raises MissingPostgres where it is not installed, RuntimeError where it does not start.
    """
    binaries = _find_binaries()
    account = _unprivileged_account()
    # as root: a place that the other account reaches too, whatever TMPDIR says
    folder = Path(tempfile.mkdtemp(prefix="hark-postgres-", dir="/var/tmp" if account else None))  # noqa: S108
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    port = _free_port()
    shell = subprocess.Popen(
        ["/bin/sh", "-c", _LIFE, "sh", folder, binaries, str(port), _SETTINGS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
    )
    with shell:
        assert shell.stdout is not None
        if shell.stdout.readline() != "ready\n":
            raise RuntimeError(f"PostgreSQL in {binaries} did not start: {shell.stdout.read()}")
        yield Cluster(binaries, port, count(1))


def _find_binaries() -> Path:
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_release, reverse=True)
    for folder in folders:
        if all((folder / program).exists() for program in _PROGRAMS):
            return folder
    raise MissingPostgres(
        f"PostgreSQL is not installed: no {', '.join(_PROGRAMS)} on the PATH or in /usr/lib/postgresql/*/bin"
    )


def _release(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


def _unprivileged_account() -> pwd.struct_passwd | None:
    """Return the account to run as when we are root, which PostgreSQL refuses to be."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise MissingPostgres("PostgreSQL does not run as root, and there is no account postgres or nobody")


def _free_port() -> int:
    """Return a free port below the range from which systems take ports for outgoing connections."""
    random = Random(os.getpid())
    while True:
        port = random.randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
