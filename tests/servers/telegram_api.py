"""Check requests against the table of the Bot API: names, types, what is required, and the limits."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.servers.telegram_table import TABLE

Json = Any  # what a request or an answer holds before anything is known of it

_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0", "")
_REQUIRED = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "commands": "can't parse commands: expected an Array",
    "action": "wrong parameter action in request",
}
_MALFORMED = {
    "reply_markup": "object expected as reply markup",
    "reply_parameters": "can't parse reply parameters JSON object",
    "link_preview_options": "can't parse link preview options JSON object",
    "entities": "can't parse entities JSON object",
    "commands": "can't parse commands JSON object",
    "scope": "can't parse BotCommandScope JSON object",
    "allowed_updates": "can't parse allowed updates JSON object",
}


class Refused(Exception):
    """The Bot API says no: `misuse` when the request itself is wrong, whatever the state of the chat."""

    def __init__(
        self,
        description: str,
        code: int = 400,
        misuse: bool = False,
        parameters: dict[str, int] | None = None,
    ) -> None:
        super().__init__(description)
        self.description = description
        self.code = code
        self.misuse = misuse
        self.parameters = parameters or {}


def misuse(description: str) -> Refused:
    """Return the refusal of a request that is wrong in itself."""
    return Refused(f"Bad Request: {description}", misuse=True)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a multipart request."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """A request with its parameters decoded."""

    method: str
    parameters: dict[str, Json] = field(default_factory=dict)

    def get(self, name: str, default: Json = None) -> Json:
        """Return a parameter, or the default where it was left out."""
        return self.parameters.get(name, default)


class Api:
    """The table of the Bot API."""

    def __init__(self) -> None:
        table = json.loads(TABLE.read_text())
        self._methods: dict[str, dict[str, str]] = table["methods"]
        self._types: dict[str, dict[str, str]] = table["types"]
        self._unions: dict[str, list[str]] = table["unions"]
        self.returns: dict[str, str] = table["returns"]
        self._names: dict[str, str] = {name.lower(): name for name in self._methods}

    def method(self, written: str) -> str:
        """Return the method's proper name (case does not count); raise Refused (404) when there is none."""
        name = self._names.get(written.lower())
        if name is None:
            raise Refused("Not Found: method not found", 404, misuse=True)
        return name

    def decode(self, method: str, raw: Mapping[str, Json]) -> tuple[Call, list[str]]:
        """Return the call and what is wrong with it though the server lets it pass; raise Refused else."""
        fields = self._methods[method]
        problems = [f"unknown parameter {name}" for name in raw if name not in fields]
        parameters: dict[str, Json] = {}
        for name, kind in fields.items():
            if name in raw:
                parameters[name], problem = self._parameter(name, kind.rstrip("!"), raw[name])
                problems += problem
            elif kind.endswith("!"):
                raise misuse(_REQUIRED.get(name, f'parameter "{name}" is required'))
        return Call(method, parameters), problems

    def problems(self, value: Json, kind: str, path: str = "") -> list[str]:
        """Return how a decoded value differs from a type, e.g. "Array of Update", "Integer|String"."""
        alternatives = [a for one in kind.split("|") for a in self._unions.get(one, [one])]
        if len(alternatives) > 1:
            tried = [self.problems(value, alternative, path) for alternative in alternatives]
            return min(tried, key=len)
        if kind.startswith("Array of "):
            return self._array_problems(value, kind.removeprefix("Array of "), path)
        if alternatives[0] in self._types and alternatives[0] != "InputFile":
            return self._object_problems(value, alternatives[0], path)
        return [] if _is_scalar(value, alternatives[0]) else [f"{path or 'value'}: {value!r} is no {kind}"]

    def _array_problems(self, value: Json, kind: str, path: str) -> list[str]:
        if not isinstance(value, list):
            return [f"{path or 'value'}: {value!r} is no list"]
        return [p for at, one in enumerate(value) for p in self.problems(one, kind, f"{path}[{at}]")]

    def _object_problems(self, value: Json, kind: str, path: str) -> list[str]:
        if not isinstance(value, dict):
            return [f"{path or 'value'}: {value!r} is no {kind}"]
        fields = self._types[kind]
        found = [f"{path}.{name}: unknown field of {kind}" for name in value if name not in fields]
        for name, described in fields.items():
            if name in value:
                found += self.problems(value[name], described.rstrip("!"), f"{path}.{name}")
            elif described.endswith("!"):
                found.append(f"{path}.{name}: missing in {kind}")
        return found

    def _parameter(self, name: str, kind: str, raw: Json) -> tuple[Json, list[str]]:
        if kind == "Integer":
            return _integer(name, raw)
        if kind == "Boolean":
            return _boolean(name, raw)
        if kind in ("String", "Integer|String", "InputFile|String", "InputFile"):
            return raw, [] if isinstance(raw, str | int | Upload) else [f"{name}: {raw!r} is no {kind}"]
        return self._json_parameter(name, kind, raw)

    def _json_parameter(self, name: str, kind: str, raw: Json) -> tuple[Json, list[str]]:
        complaint = _MALFORMED.get(name, f"can't parse {name}")
        try:
            value = json.loads(raw) if isinstance(raw, str) else raw
        except ValueError as error:
            raise misuse(complaint) from error
        wrong = self.problems(value, kind, name)
        grave = [problem for problem in wrong if "unknown field" not in problem]
        if grave:
            raise misuse(f"{complaint}: {grave[0]}" if name not in _MALFORMED else _explain(name, grave[0]))
        return value, wrong


def _explain(name: str, problem: str) -> str:
    missing = re.search(r"\.(\w+): missing in InlineKeyboardButton", problem)
    if missing:
        return f"can't parse inline keyboard button: Can't find field \"{missing[1]}\""
    return _MALFORMED[name]


def _integer(name: str, raw: Json) -> tuple[Json, list[str]]:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw, []
    if isinstance(raw, str) and re.fullmatch(r"-?[0-9]{1,19}", raw.strip()):
        return int(raw), []
    return 0, [f"{name}: {raw!r} is no Integer"]  # the real server reads it as 0


def _boolean(name: str, raw: Json) -> tuple[Json, list[str]]:
    if isinstance(raw, bool):
        return raw, []
    lowered = str(raw).lower()
    return lowered in _TRUE, [] if lowered in _TRUE + _FALSE else [f"{name}: {raw!r} is no Boolean"]


def _is_scalar(value: Json, kind: str) -> bool:
    if kind == "Boolean":
        return isinstance(value, bool)
    if kind in ("True", "False"):
        return value is (kind == "True")
    if kind == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "Float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str)
