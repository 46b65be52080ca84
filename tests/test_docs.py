"""The documentation against the code: what a page names exists, and what exists has its place on a page."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot import _app

HOUSE = Path(__file__).resolve().parent.parent
PAGES = sorted((HOUSE / "docs").glob("*.md"))
TEXTS = [HOUSE / "README.md", HOUSE / "CHANGELOG.md", *PAGES]
MAX_README = 250
BOTFATHERS = {"newbot", "mybots"}  # commands of @BotFather, not ours
FOR_PEOPLE = ("README.md", "docs/commands.md", "docs/alerts.md", "docs/queries.md")

_COMMAND = re.compile(r"(?<![\w/.:-])/([a-z]+)(?![\w/.])")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(
    r"(?<![\w/])(?:alerts|bench|commands|config|docs|feeds|handlers|locales|matching|requirements|store|stories|tests)"
    r"/[\w./-]*\w"
)
_TARGET = re.compile(r"\bmake ([a-z][a-z-]*)")


def _read(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def _registered() -> dict[tuple[str, ...], str]:
    """Return the names under which each command is registered, with who may use it."""
    found: dict[tuple[str, ...], str] = {}
    for path in sorted((HOUSE / "handlers").glob("*.py")):
        for call in _calls(path, "command"):
            if call.args and isinstance(call.args[0], ast.Constant):
                names = tuple(str(call.args[0].value).split())
                said = {word.arg for word in call.keywords} & {"anyone", "operators"}
                found[names] = {"anyone": "everyone", "": "admins"}.get("".join(map(str, said)), "operators")
    return found


def _calls(path: Path, method: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
            yield node


def _rows(name: str) -> list[list[str]]:
    """Return the cells of each table row of a page whose first cell begins with a command."""
    rows = [line.strip("|").split("|") for line in _read(name).splitlines() if line.startswith("| `/")]
    return [[cell.strip() for cell in row] for row in rows]


def _names(cell: str) -> tuple[str, ...]:
    return tuple(_COMMAND.findall(cell))


def test_every_command_has_its_row_with_all_its_names() -> None:
    """docs/commands.md has one row for each command, with the names under which it answers and no others."""
    documented = {frozenset(_names(row[0]) + _names(row[1])): row[0] for row in _rows("docs/commands.md")}
    registered = {frozenset(names): names[0] for names in _registered()}

    assert set(documented) == set(registered)
    for names, first in registered.items():
        assert _names(documented[names])[0] == first


def test_every_row_says_who_may_use_the_command() -> None:
    """Beside a command stands "everyone" for all in a group, "operators" for those of Hark, else "admins"."""
    told = {_names(row[0])[0]: row[2] for row in _rows("docs/commands.md")}
    real = {names[0]: who for names, who in _registered().items()}

    assert told == real


def test_the_readme_lists_the_commands() -> None:
    """The README's table holds every command under its first name."""
    rows = {name for row in _rows("README.md") for name in _names(row[0])}

    assert rows == {names[0] for names in _registered()}


@pytest.mark.parametrize("page", FOR_PEOPLE)
def test_a_page_speaks_of_real_commands(page: str) -> None:
    """Whatever a page for people tells them to say, Hark (or @BotFather) answers."""
    spoken = {name for code in _SPAN.findall(_read(page)) for name in _names(code)}

    assert spoken - BOTFATHERS - {name for names in _registered() for name in names} == set()


def test_every_target_that_is_named_exists() -> None:
    """What a page says to `make` can be made, and `make help` lists it."""
    shown = subprocess.run(
        ["make", "-C", HOUSE, "help"], check=True, capture_output=True, text=True, timeout=60
    )
    listed = set(re.findall(r"^make ([a-z-]+)", shown.stdout, re.MULTILINE))
    code = [part for path in TEXTS for part in _code(path.read_text(encoding="utf-8"))]
    named = {target for part in code for target in _TARGET.findall(part)}

    assert {"run", "test"} <= named
    assert named <= listed


def _code(text: str) -> list[str]:
    """Return what a page shows as code: its blocks, and what stands between backticks."""
    return _BLOCK.findall(text) + _SPAN.findall(_BLOCK.sub("", text))


def test_every_command_of_the_command_line_is_documented() -> None:
    """The README has a row for every command that bot.py shows, with its options; a page names the others."""
    front = get_command(_app())
    assert isinstance(front, TyperGroup)
    rows = dict(re.findall(r"^\| `bot\.py (\w+)` \|(.*)", _read("README.md"), re.MULTILINE))
    pages = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)

    assert set(rows) == {name for name, command in front.commands.items() if not command.hidden}
    for name, command in front.commands.items():
        told = rows.get(name, "") or pages
        assert f"bot.py {name}" in pages or name in rows
        assert [each.opts[0] for each in command.params if each.opts[0] not in told] == []
    assert [each.opts[0] for each in front.params if each.opts[0] not in _read("README.md")] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_page_is_in_the_index(path: Path) -> None:
    """docs/README.md links every page of docs/."""
    links = {target for target, _ in _LINK.findall(_read("docs/README.md"))}

    assert path.name == "README.md" or path.name in links


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_every_link_leads_somewhere(path: Path) -> None:
    """A relative link leads to a file that is there and to a heading that it has."""
    targets = [one or other for one, other in _LINK.findall(path.read_text(encoding="utf-8"))]
    assert [each for each in targets if not _resolves(path, each)] == []


def _resolves(page: Path, target: str) -> bool:
    if re.match(r"[a-z]+:", target):
        return True
    name, _, heading = target.partition("#")
    file = (page.parent / name).resolve() if name else page
    if not file.exists():
        return False
    headings = re.findall(r"^#+ (.*)", file.read_text(encoding="utf-8"), re.MULTILINE) if heading else []
    return not heading or heading in map(_anchor, headings)


def _anchor(heading: str) -> str:
    """Return the fragment that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_every_file_that_is_named_exists(path: Path) -> None:
    """A file or folder of Hark that a page names is one that it has; capitals stand for a name to choose."""
    code = _code(path.read_text(encoding="utf-8"))
    named = {found for part in code for found in _PATH.findall(part) if not re.search("[A-Z]{3}", found)}

    assert sorted(name for name in named if not (HOUSE / name).exists()) == []


def test_the_readme_stays_short() -> None:
    """Nobody reads a README that does not end."""
    assert _read("README.md").count("\n") < MAX_README
