"""What WebSub says (W3C, 23 January 2018): where a hub is, what it is asked, who may send. Pure."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping

_LINK = re.compile(r'<([^<>]{1,2048})>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^",;\s]+))*)')
_REL = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^",;\s]+))', re.IGNORECASE)
_METHODS = frozenset(("sha1", "sha256", "sha384", "sha512"))
LEASE = 10 * 86_400
"""Seconds for which a hub is asked to send; it decides itself (section 5.1)."""


def links_of(header: str) -> dict[str, str]:
    """Return the first hub and self of an HTTP Link header by their rel (section 4)."""
    found: dict[str, str] = {}
    for target, parameters in _LINK.findall(header[:8192]):
        rel = _REL.search(parameters)
        for name in ((rel[1] or rel[2]) if rel else "").lower().split():
            if name in ("hub", "self"):
                found.setdefault(name, target)
    return found


def wish(topic: str, callback: str, secret: str) -> dict[str, str]:
    """Return the form that asks a hub to send what is new (section 5.1).

    `hub.verify` is for hubs of the older PubSubHubbub 0.3, which need it.
    """
    return {
        "hub.mode": "subscribe",
        "hub.topic": topic,
        "hub.callback": callback,
        "hub.secret": secret,
        "hub.lease_seconds": str(LEASE),
        "hub.verify": "async",
    }


def is_signed(body: bytes, header: str, secret: str) -> bool:
    """Say whether X-Hub-Signature proves that who knows the secret sent these very bytes (section 7.1)."""
    method, _, digest = header.strip().partition("=")
    if method.lower() not in _METHODS:
        return False
    expected = hmac.new(secret.encode(), body, getattr(hashlib, method.lower())).hexdigest()
    return hmac.compare_digest(expected.encode(), digest.strip().lower().encode("utf-8", "replace"))


def lease_of(query: Mapping[str, str]) -> int:
    """Return the seconds that a hub grants, between a minute and 30 days; a day where it does not say."""
    text = query.get("hub.lease_seconds", "")
    return min(max(int(text), 60), 30 * 86_400) if re.fullmatch(r"\d{1,12}", text) else 86_400
