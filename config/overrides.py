"""The environment: `.env` beside it, and `HARK_SECTION__KEY` laid over what the file says."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_origin

from dotenv.parser import parse_stream

from config import schema
from config.tree import KeyPath, Node, Place, Problem, Reader, dotted

_PREFIX = "HARK_"
_FROM_OUTSIDE: tuple[tuple[KeyPath, str], ...] = (
    (("telegram", "token"), "TELEGRAM_BOT_TOKEN"),
    (("x", "bearer_token"), "X_BEARER_TOKEN"),
)


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables Hark sees, and the lines of those that `.env` gave."""

    values: Mapping[str, str]
    lines: Mapping[str, Place]

    def place(self, name: str) -> Place:
        """Return where the variable `name` was written."""
        return self.lines.get(name, Place(name))


def read_environment(environ: Mapping[str, str], text: str, problems: list[Problem]) -> Environment:
    """Return `environ` with what only `text`, the content of a `.env` file, has."""
    given: dict[str, str] = {}
    lines: dict[str, Place] = {}
    for binding in parse_stream(io.StringIO(text)):
        line = Place(".env", binding.original.line + _blank_lines(binding.original.string))
        if binding.error:
            problems.append(Problem(line, "", "not a setting; allowed: NAME=value, # comment"))
        elif binding.key is not None and binding.key not in environ:
            given[binding.key] = binding.value or ""
            lines[binding.key] = line
    return Environment({**given, **environ}, lines)


def _blank_lines(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")


def supply(root: Node, environment: Environment) -> None:
    """Give a key that has a variable of its own that variable's value, unless the file names the key."""
    for path, name in _FROM_OUTSIDE:
        if name in environment.values and not _written(root, path):
            put(root, path, Node(environment.values[name], environment.place(name)))


def _written(root: Node, path: KeyPath) -> bool:
    section = root.value.get(str(path[0])) if isinstance(root.value, dict) else None
    return section is not None and isinstance(section.value, dict) and path[1] in section.value


def override(root: Node, environment: Environment, problems: list[Problem]) -> None:
    """Lay every `HARK_…` variable that names a key over the tree; a longer name goes over a shorter one."""
    for name in sorted(_names(environment, problems), key=lambda name: (name.count("__"), name)):
        path = tuple(name.removeprefix(_PREFIX).lower().split("__"))
        node = _node(environment, name, path, problems)
        if node is not None:
            put(root, path, node)


def _names(environment: Environment, problems: list[Problem]) -> Iterator[str]:
    """Yield the variables meant for us: HARK_PORT and its kind may belong to an orchestrator's service."""
    sections = schema.fields_of(schema.Settings)
    near = {key.replace(".", "_"): key for key in schema.names() if "." in key}
    for name in environment.values:
        rest = name.removeprefix(_PREFIX).lower()
        if not name.startswith(_PREFIX):
            continue
        if "__" in rest or rest in sections:
            yield name
        elif rest in near:
            right = _PREFIX + near[rest].replace(".", "__").upper()
            problems.append(Problem(environment.place(name), near[rest], f"not read; allowed: {right}"))


def _node(environment: Environment, name: str, path: KeyPath, problems: list[Problem]) -> Node | None:
    """Return what the variable holds: a value as it is, a list or a section read as YAML."""
    text, place = environment.values[name], environment.place(name)
    kind = schema.kind_at(path)
    if kind is None:
        problems.append(Problem(place, dotted(path), schema.unknown(path)))
        return None
    if not text.strip():
        return Node(None, place)
    if not schema.fields_of(kind) and get_origin(kind) is not tuple:
        return Node(text, place)
    before = len(problems)
    node = Reader(place, problems).read(text, path)
    if len(problems) > before:
        return None
    return node if node is not None and node.value is not None else Node(text, place)


def put(root: Node, path: KeyPath, new: Node) -> None:
    """Place `new` at `path`: sections grow together, anything else is replaced."""
    node = root
    for step in path[:-1]:
        if node.value is None:
            node.value = {}
        if not isinstance(node.value, dict):
            return  # the file has no section there: reported as such
        node = node.value.setdefault(str(step), Node({}, new.place, new.place))
    if node.value is None:
        node.value = {}
    if isinstance(node.value, dict):
        _lay(node.value, str(path[-1]), new)


def _lay(section: dict[str, Node], key: str, new: Node) -> None:
    old = section.get(key)
    if old is not None and isinstance(old.value, dict) and isinstance(new.value, dict):
        for name, below in new.value.items():
            _lay(old.value, name, below)
    else:
        new.key_place = new.key_place or new.place
        section[key] = new
