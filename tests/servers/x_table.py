"""Derive the compact table of X's API that `x_parameters.py` checks requests against.

Run `python -m tests.servers.x_table openapi.json` with X's own description (xdevplatform/docs) to renew it.

Two things are added to what stands there, because X's documentation of the same day, its examples and tweepy
say so. Where the description has `post.fields` (newer names), `tweet.fields` is taken too, with the older
names that the description still gives for the streams; of expansions both kinds of names are taken. And
`/2/usage/credits`, which takes no parameters, is not in the description at all.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "data" / "x_api.json"
STREAM = "/2/tweets/search/stream"
ROUTES = (
    "/2/tweets",
    "/2/tweets/counts/recent",
    "/2/tweets/search/recent",
    STREAM,
    f"{STREAM}/rules",
    f"{STREAM}/rules/counts",
    "/2/usage/tweets",
    "/2/users",
    "/2/users/by",
    "/2/users/by/username/{username}",
    "/2/users/{id}",
    "/2/users/{id}/tweets",
)
CHANGES = f"{STREAM}/rules"  # the one route to which something is posted
UNDESCRIBED = "/2/usage/credits"


def derive(api: dict[str, Any]) -> dict[str, Any]:
    """Return the table: routes with their parameters, the sets of names these may hold, no prose."""
    sets: dict[str, list[str]] = {}
    routes = {route: _parameters(api, route, "get", sets) for route in ROUTES}
    routes[f"POST {CHANGES}"] = _parameters(api, CHANGES, "post", sets)
    routes[UNDESCRIBED] = {}
    return {
        "version": api["info"]["version"],
        "sets": dict(sorted(sets.items())),
        "routes": dict(sorted(routes.items())),
        "bodies": {f"POST {CHANGES}": _body(api, "UpdateRulesRequest")},
    }


def write(table: dict[str, Any]) -> str:
    """Return the table as JSON with one line a parameter, so that a renewal reads well as a diff."""
    parts = [f' "version": {json.dumps(table["version"])}', f' "bodies": {json.dumps(table["bodies"])}']
    rows = [f"  {json.dumps(name)}: {json.dumps(names)}" for name, names in table["sets"].items()]
    parts.append(' "sets": {\n' + ",\n".join(rows) + "\n }")
    routes = []
    for route, parameters in table["routes"].items():
        lines = [f"   {json.dumps(name)}: {json.dumps(rule)}" for name, rule in parameters.items()]
        routes.append(f"  {json.dumps(route)}: {{\n" + ",\n".join(lines) + "\n  }")
    parts.append(' "routes": {\n' + ",\n".join(routes) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _parameters(
    api: dict[str, Any], route: str, method: str, sets: dict[str, list[str]]
) -> dict[str, dict[str, Any]]:
    found = {told["name"]: told for told in _told(api, route, method)}
    if "post.fields" in found:
        older = {told["name"]: told for told in _told(api, STREAM, "get")}
        found["tweet.fields"] = older["tweet.fields"]
        names = found["expansions"]["schema"]["items"]["enum"]
        names += older["expansions"]["schema"]["items"]["enum"] if "author_id" in names else []
        found["expansions"] = {"schema": {"type": "array", "minItems": 1, "items": {"enum": names}}}
    return {name: _rule(name, told, api, sets) for name, told in sorted(found.items())}


def _told(api: dict[str, Any], route: str, method: str) -> list[dict[str, Any]]:
    given = api["paths"][route][method].get("parameters", [])
    return [_resolved(api, told) for told in given]


def _resolved(api: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in told:
        return told
    found = api
    for step in told["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return found


def _rule(name: str, told: dict[str, Any], api: dict[str, Any], sets: dict[str, list[str]]) -> dict[str, Any]:
    schema = _resolved(api, told["schema"])
    items = _resolved(api, schema.get("items", {}))
    kind = {"array": "list", "integer": "number", "boolean": "flag"}.get(schema["type"], "text")
    bounds = (
        ("least", schema.get("minimum", schema.get("minLength", schema.get("minItems")))),
        ("most", schema.get("maximum", schema.get("maxLength", schema.get("maxItems")))),
        ("pattern", schema.get("pattern", items.get("pattern"))),
    )
    rule: dict[str, Any] = {"kind": "time" if schema.get("format") == "date-time" else kind}
    rule |= {"required": True} if told.get("required") else {}
    rule |= {bound: value for bound, value in bounds if value is not None}
    members = items.get("enum", schema.get("enum"))
    return rule | ({"members": _named(name, members, sets)} if members else {})


def _named(name: str, members: list[str], sets: dict[str, list[str]]) -> str:
    """Keep a set of names once; return what it is called in the table."""
    wanted = sorted(set(members))
    while sets.setdefault(name, wanted) != wanted:
        name += "'"
    return name


def _body(api: dict[str, Any], schema: str) -> dict[str, dict[str, bool]]:
    """Return what a body may hold: of each part its members, and whether one has to be there."""
    told: dict[str, dict[str, bool]] = {}
    for part, given in api["components"]["schemas"][schema]["properties"].items():
        inner = _resolved(api, given.get("items", given))
        told[part] = {name: name in inner.get("required", []) for name in inner["properties"]}
    return told


if __name__ == "__main__":
    TABLE.write_text(
        write(derive(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))), encoding="utf-8"
    )
