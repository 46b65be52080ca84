"""The rules of the house, read from the code itself: who imports whom, one door per library, size, words."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent

# Each room and the rooms it may import, from the ground up; "above" is every room of an earlier row.
ROOMS: dict[str, str] = {
    "model": "",
    "errors": "",
    "text": "",
    "locales": "",  # the messages: a leaf that those who speak to people may read
    "config": "model errors",
    "matching": "model errors text",
    "stories": "model text",
    "store": "model errors",
    "feeds": "model errors text config",
    "alerts": "model errors text config store matching locales",
    "placing": "above",
    "planning": "above",
    "pipeline": "above",
    "engine": "errors config",
    "polling": "above",
    "pushing": "above",
    "accounts": "above",
    "handlers": "above",
    "housekeeping": "above",
    "outages": "above",
    "commands": "above tests",
    "bot": "above tests",  # the demo runs on the tests' loopback servers
}

# Each foreign library (or part of one) and the files that may import it.
DOORS: dict[str, str] = {
    "aiohttp": "feeds/*",
    "apscheduler": "engine.py",
    "alembic": "store/*",
    "aiosqlite": "store/*",
    "asyncpg": "store/*",
    "fasttext": "matching/language.py",
    "feedparser": "feeds/rss.py",
    "fluent": "locales/*",
    "lark": "matching/query.py",
    "matplotlib": "handlers/chart.py",
    "numpy": "stories/score.py",
    "opencc": "text.py matching/scripts.py",
    "re2": "matching/regexes.py",
    "pydantic": "config/* config.py",
    "pydantic_settings": "config/* config.py",
    "ruamel": "config/* config.py",
    "sqlalchemy": "store/*",
    "sqlite3": "store/*",
    "telegram": "handlers/* alerts/send*.py commands/serve.py",
    "tweepy": "feeds/x.py feeds/x_stream.py",
    "typer": "bot.py",
}
OPEN_PARTS = {"aiohttp.web"}  # servers, which dial nobody
ENVIRONMENT = "config/* config.py"

# Calls that do something: at module level they would do it at import.
WORK = frozenset(
    {
        "open",
        "print",
        "input",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "mkdir",
        "exists",
        "run",
    }
    | {
        "Popen",
        "connect",
        "socket",
        "Thread",
        "Lock",
        "Event",
        "Queue",
        "Random",
        "seed",
        "urandom",
        "getenv",
    }
    | {
        "now",
        "utcnow",
        "today",
        "time",
        "monotonic",
        "get_event_loop",
        "create_engine",
        "create_async_engine",
    }
    | {"Lark", "OpenCC", "YAML", "load", "loads", "Application", "Client", "ClientSession", "AsyncClient"}
)
TABLES = "store/migrations/versions/*"  # a migration is one long table
SCRIPTS = {"store/migrations/env.py"}  # Alembic runs this file; nobody imports it

MAX_FUNCTION, MAX_MODULE, MAX_PARAMETERS = 60, 500, 6

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _modules() -> list[str]:
    """List the code that ships, as paths relative to the house."""
    top = [path for path in HOUSE.glob("*.py") if path.is_file()]
    inside = [path for room in ROOMS if room != "tests" for path in (HOUSE / room).rglob("*.py")]
    return sorted(path.relative_to(HOUSE).as_posix() for path in [*top, *inside])


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse((HOUSE / module).read_text(encoding="utf-8"), module)


def _imports(module: str) -> Iterator[tuple[str, int]]:
    """Give what a module imports, with the line: "a.b" for `import a.b` and for `from a import b`."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def _functions(module: str) -> Iterator[Function]:
    return (node for node in ast.walk(_tree(module)) if isinstance(node, Function))


def _room(module: str) -> str:
    return module.split("/", maxsplit=1)[0].removesuffix(".py")


def _may_import(room: str) -> set[str]:
    allowed = set(ROOMS[room].split()) | {room}
    if "above" in allowed:
        allowed.update(list(ROOMS)[: list(ROOMS).index(room)])
    return allowed


def _is_one_of(module: str, patterns: str) -> bool:
    return any(fnmatch(module, pattern) for pattern in patterns.split())


MODULES = _modules()


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_up(module: str) -> None:
    """A room uses only the rooms that its row of the table names; a new room needs a row."""
    assert _room(module) in ROOMS, "this room has no row in the table"
    ours = set(ROOMS) | {"tests", "bench"}
    taken = [(name, line) for name, line in _imports(module) if name.split(".")[0] in ours]

    allowed = _may_import(_room(module))
    assert [f"{module}:{line}: {name}" for name, line in taken if name.split(".")[0] not in allowed] == []


@pytest.mark.parametrize("module", MODULES)
def test_each_library_has_one_door(module: str) -> None:
    """A foreign library is imported by the files that give it our types, and by no other."""
    wrong = [
        f"{module}:{line}: {name} belongs in {DOORS[name.split('.')[0]]}"
        for name, line in _imports(module)
        if not any(name == part or name.startswith(f"{part}.") for part in OPEN_PARTS)
        and not _is_one_of(module, DOORS.get(name.split(".")[0], "*"))
    ]
    assert wrong == []


@pytest.mark.parametrize("module", [module for module in MODULES if not _is_one_of(module, ENVIRONMENT)])
def test_the_environment_has_one_door(module: str) -> None:
    """Only the configuration reads environment variables; others are told."""
    uses = [
        f"{module}:{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.environb", "os.getenv"}
    ]
    named = [
        f"{module}:{line}: {name}" for name, line in _imports(module) if name in {"os.environ", "os.getenv"}
    ]
    assert uses + named == []


@pytest.mark.parametrize("module", [module for module in MODULES if module not in SCRIPTS])
def test_nothing_happens_at_import(module: str) -> None:
    """Importing a module only defines: no file, clock, environment, thread, connection or loop."""
    wrong = [f"{module}:{node.lineno}" for node in _tree(module).body if _does_work(node)]
    assert wrong == []


def _does_work(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | Function | ast.ClassDef):
        return False
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return ast.unparse(node.test) not in {"TYPE_CHECKING", "__name__ == '__main__'"}
    if not isinstance(node, ast.Assign | ast.AnnAssign | getattr(ast, "TypeAlias", ast.AnnAssign)):
        return True
    calls = [part.func for part in ast.walk(node) if isinstance(part, ast.Call)]
    return any(ast.unparse(call).split(".")[-1] in WORK for call in calls)


@pytest.mark.parametrize("module", MODULES)
def test_public_things_say_what_they_are(module: str) -> None:
    """Every module, public class and public function has a docstring."""
    tree = _tree(module)
    nodes: list[ast.Module | ast.ClassDef | Function] = [tree, *_definitions(tree)]
    for node in _definitions(tree):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            nodes += _definitions(node)

    public = [node for node in nodes if not getattr(node, "name", "").startswith("_")]
    silent = [getattr(node, "name", "the module") for node in public if ast.get_docstring(node) is None]
    assert silent == []


def _definitions(holder: ast.Module | ast.ClassDef) -> list[ast.ClassDef | Function]:
    return [node for node in holder.body if isinstance(node, ast.ClassDef | Function)]


@pytest.mark.parametrize("module", [module for module in MODULES if not _is_one_of(module, TABLES)])
def test_nothing_is_long(module: str) -> None:
    """A function fits a screen, a module one sitting, and what belongs together travels as one value."""
    lines = (HOUSE / module).read_text(encoding="utf-8").count("\n")
    assert lines <= MAX_MODULE

    long = [
        f"{node.name}: {_length(node)} lines" for node in _functions(module) if _length(node) > MAX_FUNCTION
    ]
    wide = [node.name for node in _functions(module) if _parameters(node) > MAX_PARAMETERS]
    assert long + wide == []


def _length(function: Function) -> int:
    first = function.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(function) else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def _parameters(function: Function) -> int:
    named = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len([argument for argument in named if argument.arg not in {"self", "cls"}])


# In pieces, so that this file does not hold what it looks for.
REGISTRIES = r"pypi\.o" r"rg|pythonhosted\.o" r"rg|npmjs\.(o" r"rg|c" r"om)|deb\.debian\.o" r"rg"
OPEN_ENDS = r"\b(TO" r"DO|FIX" r"ME|NotImplemented" r"Error)\b"


def test_committed_files_name_no_registry_and_leave_nothing_open() -> None:
    """A clone installs from wherever its owner says, and holds no promise to finish something later."""
    command = ["git", "-C", str(HOUSE), "ls-files", "-z"]
    listing = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    if listing.returncode != 0:
        pytest.skip(f"not a git checkout: {listing.stderr.strip()}")

    found = [line for name in listing.stdout.split("\0") if name for line in _forbidden(name)]
    assert found == []


def _forbidden(name: str) -> Iterator[str]:
    path = HOUSE / name
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if re.search(REGISTRIES, line) or re.search(OPEN_ENDS, line):
            yield f"{name}:{number}: {line.strip()[:80]}"
