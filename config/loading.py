"""Read, lay over, judge: the one way to a `Settings`, and the one place that gathers every mistake."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import get_origin

from pydantic import SecretStr, ValidationError
from pydantic_core import ErrorDetails

from config import schema, values
from config.overrides import override, read_environment, supply
from config.schema import DatabaseSettings, PollingSettings, Settings
from config.tree import KeyPath, Node, Place, Problem, Reader, decode, dotted, find
from errors import ConfigError

_NAME = "config.yaml"
_ENV = ".env"
_NO_ENV = (FileNotFoundError, IsADirectoryError)  # some call the folder of their virtual environment so
_FORM = {
    "tuple_type": "not a list; allowed: one value a line after -, or [a, b]",
    "model_type": "not a group of keys; allowed: key: value below it, indented",
    "missing": "missing; allowed: a value",
}
_ORDER = (
    ("min_interval", "longer", "max_interval"),
    ("interval", "longer", "max_interval"),
    ("interval", "shorter", "min_interval"),
)


def load(
    path: Path | None,
    environ: Mapping[str, str],
    cwd: Path,
    judge_watch: Callable[[str], str] | None = None,
) -> Settings:
    """Return the configuration of `path` under `environ`, or the defaults where neither says anything.

    `path` None stands for `config.yaml` in `cwd`, which need not exist; `.env` is read from `cwd`.
    `judge_watch` returns what is wrong with one of `watches`, or "". Raises ConfigError with every mistake.
    """
    problems: list[Problem] = []
    name = str(path or _NAME)
    file = cwd / name
    environment = read_environment(environ, _text(cwd / _ENV, _ENV, problems, _NO_ENV), problems)
    text = _text(file, name, problems, () if path else (FileNotFoundError,))
    root = Reader(Place(name, 1), problems, environment.values).read(text)
    if root is None or root.value is None:
        root = Node({}, Place(name, 1))
    supply(root, environment)
    override(root, environment, problems)
    settings = _judge(root, problems)
    if judge_watch is not None:
        problems.extend(_watches(root, judge_watch))
    if problems or settings is None:
        raise ConfigError(_printed(problems, name))
    return _settled(settings, file.parent)


def _text(file: Path, name: str, problems: list[Problem], may: tuple[type[OSError], ...]) -> str:
    """Return the content of a file; "" when it cannot be read, a problem unless the error is one of `may`."""
    try:
        return decode(file.read_bytes(), name, problems)
    except OSError as error:
        if not isinstance(error, may):
            wrong = f"cannot be read ({(error.strerror or 'error').lower()})"
            problems.append(Problem(Place(name), "", f"{wrong}; allowed: the path of a configuration file"))
        return ""


def _judge(root: Node, problems: list[Problem]) -> Settings | None:
    """Return the settings that the tree says, None when it has mistakes, which go to `problems`."""
    if not isinstance(root.value, dict):
        problems.append(
            Problem(root.place, "", "not a group of keys; allowed: sections such as telegram: and feeds:")
        )
        return None
    problems.extend(_intervals(root))
    problems.extend(_repeated_feeds(root))
    try:
        return Settings.model_validate(_plain(root, ()))
    except ValidationError as error:
        problems.extend(
            _problem(root, detail) for detail in error.errors(include_url=False, include_input=False)
        )
        return None


def _plain(node: Node, path: KeyPath) -> object:
    """Return the tree as pydantic reads it."""
    if isinstance(node.value, list):
        return [_plain(below, (*path, index)) for index, below in enumerate(node.value)]
    if isinstance(node.value, dict):
        return dict(_entries(node.value, path))
    return node.value


def _entries(section: dict[str, Node], path: KeyPath) -> Iterator[tuple[str, object]]:
    """Yield what a section says: a key with nothing after it is an empty list, or keeps its default."""
    for key, below in section.items():
        kind = schema.kind_at((*path, key))
        if below.value is not None or kind is None:
            yield key, _plain(below, (*path, key))
        elif get_origin(kind) is tuple:
            yield key, []


def _problem(root: Node, detail: ErrorDetails) -> Problem:
    """Return pydantic's finding as a line of ours."""
    path, kind = detail["loc"], detail["type"]
    node, found = find(root, path)
    if kind == "extra_forbidden":
        return Problem(node.key_place or node.place, dotted(path), schema.unknown(path))
    cause = detail.get("ctx", {}).get("error")
    text = str(cause) if kind == "value_error" else _FORM.get(kind, detail["msg"])
    return Problem(node.place, dotted(path if kind == "missing" else found), text)


def _intervals(root: Node) -> Iterator[Problem]:
    """Yield what is wrong between the intervals that were given: defaults give way and are never wrong."""
    for key, word, other in _ORDER:
        first, second = _given(root, key), _given(root, other)
        if first is None or second is None:
            continue
        if first[1] > second[1] if word == "longer" else first[1] < second[1]:
            text = f"{word} than {other}; allowed: min_interval <= interval <= max_interval"
            yield Problem(first[0].place, f"polling.{key}", text)


def _given(root: Node, key: str) -> tuple[Node, timedelta] | None:
    """Return one of the polling intervals when it was given and is a duration."""
    node, found = find(root, ("polling", key))
    if len(found) < 2 or not isinstance(node.value, str):
        return None
    try:
        return node, values.duration(node.value.strip())
    except ValueError:
        return None


def _repeated_feeds(root: Node) -> Iterator[Problem]:
    """Yield the feeds that are in the list already."""
    feeds = find(root, ("feeds",))[0].value
    seen: dict[str, tuple[int, Place]] = {}
    for index, feed in enumerate(feeds if isinstance(feeds, list) else ()):
        url = feed.value.get("url", feed) if isinstance(feed.value, dict) else feed
        if not isinstance(url.value, str):
            continue
        first = seen.setdefault(values.comparable(url.value), (index, url.place))
        if first[0] != index:
            text = f"the same feed as feeds[{first[0]}] at {first[1]}; allowed: every feed once"
            yield Problem(url.place, dotted(("feeds", index)), text)


def _watches(root: Node, judge: Callable[[str], str]) -> Iterator[Problem]:
    """Yield the watches that `judge` finds fault with."""
    watches = find(root, ("watches",))[0].value
    for index, watch in enumerate(watches if isinstance(watches, list) else ()):
        words = watch.value.strip() if isinstance(watch.value, str) else ""
        wrong = judge(words) if words else ""
        if wrong:
            yield Problem(watch.place, dotted(("watches", index)), wrong)


def _printed(problems: list[Problem], name: str) -> tuple[str, ...]:
    """Return the lines to print: the file's in its order, then those of `.env` and of the environment."""
    ordered = sorted(problems, key=lambda problem: (problem.place.name != name, problem.place))
    return tuple(dict.fromkeys(str(problem) for problem in ordered))


def _settled(settings: Settings, folder: Path) -> Settings:
    """Return `settings` with an absolute database file and default intervals within the given ones."""
    changes = {"polling": _yielding(settings.polling), "database": _rooted(settings.database, folder)}
    return settings.model_copy(update=changes)


def _rooted(database: DatabaseSettings, folder: Path) -> DatabaseSettings:
    file = database.sqlite_path
    if file is None:
        return database
    return DatabaseSettings(url=SecretStr(f"sqlite:///{(folder / file).absolute()}"))


def _yielding(polling: PollingSettings) -> PollingSettings:
    """Return `polling` where the intervals nobody gave make room for those that somebody did."""
    every = {
        "min_interval": polling.min_interval,
        "interval": polling.interval,
        "max_interval": polling.max_interval,
    }
    given = {key: time for key, time in every.items() if key in polling.model_fields_set}
    least = given.get("min_interval", min(polling.min_interval, *given.values(), polling.max_interval))
    most = given.get("max_interval", max(polling.max_interval, *given.values(), polling.min_interval))
    usual = min(max(polling.interval, least), most)
    return polling.model_copy(update={"min_interval": least, "interval": usual, "max_interval": most})


def load_here(path: Path | None, judge_watch: Callable[[str], str] | None = None) -> Settings:
    """Return the configuration under this process' environment and in its folder; see `load`."""
    return load(path, os.environ, Path.cwd(), judge_watch)
