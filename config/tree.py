"""From text to nodes that know where they were written, with every mistake of form.

YAML is read as far as its structure only: each value stays the text that was written, as a value from the
environment is one too, and `schema.py` alone says what it means. So `yes`, `1_000` or a long number never
turn into something else on the way.

ruamel's plain nodes have the lines of keys and values already; its round trip, made to keep comments for
writing back, stumbles over some of them (an AssertionError on a comment after a folded text) and is slower.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.nodes import Node as YamlNode

KeyPath = tuple[str | int, ...]
_VARIABLE = re.compile(r"\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$\{")
_STANDARD = "tag:yaml.org,2002:"
_NULL = f"{_STANDARD}null"
_DEEPEST = 6  # keys go to 3 (telegram.webhook.port); below that an alias may name itself for ever
_LINE_BREAK = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was written: a line of a file, or (line 0) a variable of the environment."""

    name: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.name}:{self.line}" if self.line else self.name


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, ready to be printed."""

    place: Place
    key: str  # "" when it belongs to no key
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.key}: {self.text}" if self.key else f"{self.place}: {self.text}"


@dataclass(slots=True)
class Node:
    """A value with its place; `key_place` is where its key stands, when it has one."""

    value: str | list[Node] | dict[str, Node] | None
    place: Place
    key_place: Place | None = None


def dotted(path: KeyPath) -> str:
    """Return `path` as a person writes it: `telegram.webhook.port`, `feeds[3].url`.

    What is too odd to be a key is left out: it may be a secret in the place of one, as in `{123:abc}`.
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{_shown(step)}" for step in path)[1:]


def _shown(key: str) -> str:
    return key if re.fullmatch(r"[\w-]{1,24}", key) else "…"


def find(root: Node, path: KeyPath) -> tuple[Node, KeyPath]:
    """Return the node at `path`, or the last one on the way to it, and the path that leads there."""
    node = root
    for depth, step in enumerate(path):
        below = _below(node, step)
        if below is None:
            return node, path[:depth]
        node = below
    return node, path


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict) and isinstance(step, str):
        return node.value.get(step)
    if isinstance(node.value, list) and isinstance(step, int):
        return node.value[step]
    return None


def decode(data: bytes, name: str, problems: list[Problem]) -> str:
    """Return the text of a file, "" with a problem when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_BREAK.findall(data[: error.start])) + 1
        problems.append(Problem(Place(name, line), "", "not UTF-8 text; allowed: a file saved as UTF-8"))
        return ""


class Reader:
    """Reads the YAML of one file or one variable; `problems` receives the mistakes of form.

    `start` is the first line of the file, or the variable. `environ` None leaves `${NAME}` as it is.
    """

    def __init__(
        self, start: Place, problems: list[Problem], environ: Mapping[str, str] | None = None
    ) -> None:
        self._start = start
        self._problems = problems
        self._environ = environ

    def read(self, text: str, path: KeyPath = ()) -> Node | None:
        """Return the document in `text`, None when there is none or it cannot be read."""
        yaml = YAML(typ="safe", pure=True)
        yaml.composer.warn_double_anchors = False  # its warning quotes the file
        try:
            root = yaml.compose(text)
        except MarkedYAMLError as error:
            self._report(_line(error, text), path, _syntax(error))
        except YAMLError as error:  # the reader's own: a character that YAML does not allow
            position = getattr(error, "position", 0)
            self._report(text.count("\n", 0, position), path, "not YAML: a control character stands here")
        else:
            return self._node(root, path) if root is not None else None
        return None

    def _place(self, line: int) -> Place:
        return Place(self._start.name, self._start.line + line) if self._start.line else self._start

    def _report(self, line: int, path: KeyPath, text: str) -> None:
        self._problems.append(Problem(self._place(line), dotted(path), text))

    def _node(self, node: YamlNode, path: KeyPath) -> Node:
        line = node.start_mark.line
        if len(path) > _DEEPEST:
            return Node(None, self._place(line))
        if isinstance(node, MappingNode):
            return Node(self._mapping(node, path), self._place(line))
        if isinstance(node, SequenceNode):
            items = [self._node(item, (*path, index)) for index, item in enumerate(node.value)]
            return Node(list(items), self._place(line))
        return Node(self._scalar(node, path), self._place(line))

    def _mapping(self, node: MappingNode, path: KeyPath) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for key, value in node.value:
            line = key.start_mark.line
            if not isinstance(key, ScalarNode):
                self._report(line, path, "a key is a list or a group of keys; allowed: a word")
            elif key.value in found:
                first = found[key.value]
                text = f"written twice, first at {first.key_place}; allowed: once"
                self._report(line, (*path, key.value), text)
                self._join(first, self._node(value, (*path, key.value)))
            else:
                below = self._node(value, (*path, key.value))
                below.key_place = self._place(line)
                found[key.value] = below
        return found

    def _join(self, first: Node, second: Node) -> None:
        """Keep the keys of a section's second half, so that their mistakes are found in the same run."""
        if isinstance(first.value, dict) and isinstance(second.value, dict):
            first.value = {**second.value, **first.value}

    def _scalar(self, node: YamlNode, path: KeyPath) -> str | None:
        text = str(node.value)
        tag = str(node.tag)
        if not tag.startswith(_STANDARD) or (node.anchor and tag == _NULL):
            self._report(node.start_mark.line, path, "a text that begins with ! or & needs quotes around it")
        if tag == _NULL:
            return None
        if self._environ is None or "${" not in text:
            return text
        return _VARIABLE.sub(lambda match: self._variable(match, node.start_mark.line, path), text)

    def _variable(self, match: re.Match[str], line: int, path: KeyPath) -> str:
        if match[0] == "$${":
            return "${"
        if match[1] is None:
            self._report(
                line, path, "${ without a name and }; allowed: ${NAME}, or $${ for the signs themselves"
            )
            return ""
        return (self._environ or {}).get(match[1], "")


def _line(error: MarkedYAMLError, text: str) -> int:
    """Return the line to look at, from 0: where a bracket or quote opens when the file ends inside it."""
    mark = error.problem_mark or error.context_mark
    if "end of stream" in str(error.problem):
        mark = error.context_mark or mark
    elif "stream end" in str(error.problem):
        return _last_open(text)
    return int(mark.line) if mark else 0


def _last_open(text: str) -> int:
    """Return the line of the innermost bracket or brace that is not closed, from 0."""
    lines: list[int] = []
    for token in YAML(typ="safe", pure=True).scan(text):
        if token.id in {"[", "{"}:
            lines.append(token.start_mark.line)
        elif token.id in {"]", "}"} and lines:
            lines.pop()
    return lines[-1] if lines else 0


def _syntax(error: MarkedYAMLError) -> str:
    """Return what is wrong without the text around it, which may be a secret."""
    problem = str(error.problem or error.context or "cannot be read")
    if "cannot start any token" in problem:
        return "not YAML: indent with spaces, not tabs, and put a text that begins with @, ` or % in quotes"
    if re.search(r"\b(alias|anchor|tag)\b", f"{problem} {error.context}"):
        return "not YAML: a text that begins with *, & or ! needs quotes around it"
    if "another document" in problem:
        return "a second document after ---; allowed: one"
    if "stream end" in problem or "end of stream" in problem:
        return "not YAML: what opens here (a bracket, a brace or a quote) is never closed"
    return f"not YAML: {problem}"
