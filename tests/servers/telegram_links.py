"""Which links Telegram takes, and how it writes them (tdlib: parse_url and check_link)."""

from __future__ import annotations

import ipaddress
import re

_PARTS = re.compile(r"(?:(?P<scheme>[^:/?#@\[\]]*)://)?(?P<place>[^/?#]*)(?P<rest>.*)", re.DOTALL)
_APP_LINK = re.compile(r"(?P<scheme>tg|ton|tonsite):(?://)?(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:[a-z0-9.\-_!$,~*'();&+=\u0080-\U0010ffff]|%[0-9a-f]{2})+")


class LinkError(Exception):
    """Telegram refuses the address; the text is the reason it gives."""


def check_link(url: str) -> str:
    """Return the address as Telegram keeps it: scheme added, host in lower case, "/" after a bare host."""
    app = _APP_LINK.fullmatch(url)
    if app is not None:
        return f"{app['scheme'].lower()}://{app['rest']}"
    parts = _PARTS.fullmatch(url)
    if parts is None:
        raise LinkError("Wrong HTTP URL")
    scheme = (parts["scheme"] or "http").lower()
    if scheme not in ("http", "https"):
        raise LinkError("Unsupported URL protocol")
    user, _, place = parts["place"].rpartition("@")
    host, port = _host_and_port(place)
    rest = re.sub(r"[\x00-\x20]", lambda found: f"%{ord(found[0]):02X}", parts["rest"].rstrip(" \t\r\n\0\v"))
    if not rest.startswith("/"):
        rest = "/" + rest
    return f"{scheme}://{user}{'@' if user else ''}{host}{port}{rest}"


def checked_link(url: str) -> str:
    """Return the address as Telegram keeps it, "" when it refuses it."""
    try:
        return check_link(url)
    except LinkError:
        return ""


def _host_and_port(place: str) -> tuple[str, str]:
    host, port = place, ""
    colon = place.rfind(":")
    if colon > 0 and "]" not in place[colon:]:
        host, port = place[:colon], place[colon + 1 :]
        if re.fullmatch(r"[0-9]{1,9}", port) is None or not 0 < int(port) <= 65535:
            raise LinkError("Wrong port number specified in the URL")
        port = f":{int(port)}"
    if host.startswith("[") and host.endswith("]"):
        _check_ipv6(host)
        return host.lower(), port
    host = host.lower()
    if not host:
        raise LinkError("URL host is empty")
    if _HOST.fullmatch(host) is None:
        raise LinkError("Unallowed characters in URL host")
    if "." not in host:
        raise LinkError("Wrong HTTP URL")
    return host, port


def _check_ipv6(host: str) -> None:
    try:
        ipaddress.IPv6Address(host[1:-1])
    except ValueError as error:
        raise LinkError("Wrong IPv6 address specified in the URL") from error
