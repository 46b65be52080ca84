"""The configuration: `config.yaml` and the environment become one validated, frozen object.

The way of a value: `tree.py` reads text into nodes that remember their line, `overrides.py` lays the
environment over them, `schema.py` says which keys there are and `values.py` what each may hold; `loading.py`
does it in this order and gathers every mistake. A new key is a field in `schema.py` and a line in
docs/configuration.md.

pydantic-settings is left out on purpose (pydantic, which it builds on, is not): its sources read `os.environ`
themselves, pass over names they do not know and forget where a value came from, while every mistake of ours
has to say its line or its variable.
"""

from __future__ import annotations

from config.loading import load, load_here
from config.schema import (
    AlertSettings,
    DatabaseSettings,
    FeedSetting,
    LogSettings,
    NamesSettings,
    PollingSettings,
    Settings,
    TelegramSettings,
    WebhookSettings,
    XSettings,
)

__all__ = [
    "AlertSettings",
    "DatabaseSettings",
    "FeedSetting",
    "LogSettings",
    "NamesSettings",
    "PollingSettings",
    "Settings",
    "TelegramSettings",
    "WebhookSettings",
    "XSettings",
    "load",
    "load_here",
]
