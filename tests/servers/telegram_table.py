"""Derive the compact table of the Bot API that `telegram_api.py` checks requests against.

Run `python -m tests.servers.telegram_table api.json` with the full machine-readable description
(PaulSonOfLars/telegram-bot-api-spec, generated from core.telegram.org/bots/api) to renew the table.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "data" / "telegram_api.json"


def derive(api: dict[str, Any]) -> dict[str, Any]:
    """Return the table: names, types ("|" between alternatives, "!" after what is required), no prose."""
    return {
        "version": api["version"],
        "methods": {name: _fields(method) for name, method in sorted(api["methods"].items())},
        "types": {name: _fields(kind) for name, kind in sorted(api["types"].items())},
        "unions": {
            name: kind["subtypes"] for name, kind in sorted(api["types"].items()) if kind.get("subtypes")
        },
        "returns": {name: "|".join(method["returns"]) for name, method in sorted(api["methods"].items())},
    }


def write(table: dict[str, Any]) -> str:
    """Return the table as JSON with one line a method or type, so that a renewal reads well as a diff."""
    parts = [f' "version": {json.dumps(table["version"])}']
    for section in ("methods", "types", "unions", "returns"):
        rows = [f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in table[section].items()]
        parts.append(f" {json.dumps(section)}: {{\n" + ",\n".join(rows) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _fields(described: dict[str, Any]) -> dict[str, str]:
    return {
        field["name"]: "|".join(field["types"]) + ("!" if field["required"] else "")
        for field in described.get("fields", [])
    }


if __name__ == "__main__":
    TABLE.write_text(write(derive(json.loads(Path(sys.argv[1]).read_text()))))
