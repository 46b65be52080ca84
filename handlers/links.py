"""Links that share a watch: what stands in them can neither be guessed nor counted through. Pure.

https://t.me/HarkBot?start=w_812-8fJ0cQmZk1xTnB2a      the watch's number, and what only Hark can add to it
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from urllib.parse import quote

_PAYLOAD = re.compile(r"w_([0-9]{1,18})-([A-Za-z0-9_-]{16})", re.ASCII)
_PROOF = 12  # bytes, 16 characters of a link; Telegram allows 64 in all


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and reads links to the bot; with a key kept in the store they live as long as the watch."""

    our_name: str = ""  # of the bot, without "@"
    key: bytes = b""  # empty: no link can be made or read

    def payload(self, watch_id: int) -> str:
        """Return what a link to a watch hands over. Raises ValueError without a key."""
        if not self.key:
            raise ValueError("no key to make links with")
        proof = hmac.digest(self.key, f"watch {watch_id}".encode(), "sha256")[:_PROOF]
        return f"w_{watch_id}-{urlsafe_b64encode(proof).decode()}"

    def watch_of(self, payload: str) -> int | None:
        """Return the watch to which a payload leads, None where it is none of ours."""
        found = _PAYLOAD.fullmatch(payload)
        if found is None or not self.key:
            return None
        watch_id = int(found[1])
        return watch_id if hmac.compare_digest(self.payload(watch_id), payload) else None

    def to_watch(self, watch_id: int) -> str:
        """Return the link that opens the bot and shows a watch."""
        return f"https://t.me/{self.our_name}?start={self.payload(watch_id)}"

    def to_group(self, watch_id: int) -> str:
        """Return the link that brings the bot into a group and shows a watch there."""
        return f"https://t.me/{self.our_name}?startgroup={self.payload(watch_id)}"


def forwarding(link: str) -> str:
    """Return the address at which Telegram asks to whom a link shall be sent."""
    return f"https://t.me/share/url?url={quote(link, safe='')}"
