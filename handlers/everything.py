"""The list of all modules with commands."""

from __future__ import annotations

from handlers import (
    access,
    admin,
    admin_lists,
    alert_buttons,
    alert_menu,
    aliases,
    beginning,
    begun,
    broadcasting,
    counting,
    editing,
    explaining,
    exporting,
    following,
    forgetting,
    importing,
    lists,
    looking_up,
    managing,
    nearing,
    over_quota,
    preferences,
    proposing,
    resting,
    sharing,
    source_screen,
    sources_shown,
    switches,
    tasting,
    teaching,
    testing,
    time_zone,
    watch_screen,
    watch_sources,
    watching,
    x_catch_up,
    x_consent,
    x_price,
)
from handlers.call import Registry

_MODULES = (
    access,
    admin,
    admin_lists,
    alert_buttons,
    alert_menu,
    aliases,
    beginning,
    broadcasting,
    begun,
    counting,
    editing,
    explaining,
    exporting,
    following,
    forgetting,
    importing,
    lists,
    looking_up,
    managing,
    nearing,
    over_quota,
    preferences,
    proposing,
    resting,
    sharing,
    source_screen,
    sources_shown,
    switches,
    tasting,
    teaching,
    testing,
    time_zone,
    watch_screen,
    watch_sources,
    watching,
    x_catch_up,
    x_consent,
    x_price,
)


def registry() -> Registry:
    """Return who handles what."""
    found = Registry()
    for module in _MODULES:
        module.register(found)
    return found
