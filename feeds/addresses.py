"""Where Hark may go: URLs and IP addresses judged, and URLs made safe to print. Pure: no lookup, no socket.

A URL is first brought into one normal form, and only that form is ever fetched: no other parser gets a say.
Nothing is guessed: an address written in an unusual way (`127.1`, `0x7f.1`) is refused, whatever it means.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, unquote, urljoin

import idna

from model import Failure, FailureReason

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

LONGEST_URL = 2048  # characters, as sitemaps.org limits it

# IANA's special-purpose registries (RFC 6890) and what clouds keep for themselves. Python's own `is_global`
# calls several of these global in 3.11.
_NOT_PUBLIC_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # "this host": Linux connects it to loopback
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier NAT (RFC 6598); a cloud keeps its metadata here
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's platform address
        "169.254.0.0/16",  # link-local, cloud metadata
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments, Oracle's metadata
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks (RFC 2544)
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_PUBLIC_V6 = IPv6Network(
    "2000::/3"
)  # all that is routed; every way to wrap a v4 address but two lies outside
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: holds a v4 address
        "3fff::/20",  # documentation (RFC 9637)
    )
)

LOOPBACK = (IPv4Address("127.0.0.1"), IPv6Address("::1"))  # what the name localhost means (RFC 6761)

# Ports that speak something else than HTTP: the "bad ports" of WHATWG Fetch, and a few databases.
# fmt: off
_BAD_PORTS = frozenset((
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
    103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512,
    513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719,
    1720, 1723, 2049, 2375, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666,
    6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211,
))
# fmt: on
_DEFAULT_PORTS = {"http": 80, "https": 443}

_URL = re.compile(
    r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?P<rest>#.*)?", re.I
)
_AUTHORITY = re.compile(r"(?:(?P<user>[^@]*)@)?(?P<host>\[[^\[\]@]*\]|[^@:\[\]]*)(?::(?P<port>[0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # a name whose last label is a number is an address (WHATWG URL)
_UNESCAPED = "/:@!$&'()*+,;=~%-._?[]|"

_TELLING_NAME = (
    r"[\w.%-]*(?:token|secret|auth(?!or)|passw|passphrase|pwd|signature|credential|session|jwt|api_?key)[\w.%-]*"
    r"|(?:[\w.-]*[_.-])?(?:key|sig|sid|pass|hash|user(?:name)?|user_?id|uid|login|e?mail|feed)"
)
_PLAIN_VALUE = r"(?!(?:rss2?|atom|rdf|json|xml)(?:[&;#\s]|$))"  # WordPress writes ?feed=rss2: no secret
_SECRET = re.compile(rf"(?<=[?&;])({_TELLING_NAME})={_PLAIN_VALUE}[^&;#\s]*", re.IGNORECASE)
_USERINFO = re.compile(r"(?<=//)[^/?#\s]*@")


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be asked, in its normal form; `url` never holds credentials."""

    url: str
    origin: str  # scheme://host:port
    host: str  # a name in ASCII, or an address without brackets
    slot: str  # what counts as one host for politeness: its name, and its port where that is unusual
    userinfo: str = field(default="", repr=False)  # as written: a secret

    @property
    def authorization(self) -> str:
        """Return the value of the Authorization header that belongs to this origin, "" when there is none."""
        if not self.userinfo:
            return ""
        user, _, password = self.userinfo.partition(":")
        return "Basic " + b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode("ascii")

    @property
    def address(self) -> str:
        """Return the URL with its credentials, to be stored as a source's address and never printed."""
        if not self.userinfo:
            return self.url
        scheme, _, rest = self.url.partition("://")
        return f"{scheme}://{self.userinfo}@{rest}"


def is_public(address: str | Address) -> bool:
    """Return whether everybody on the internet may reach this address; text that is no address is not."""
    if isinstance(address, str):
        parsed = _parse(address)
        if parsed is None:
            return False
        address = parsed
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    if address.scope_id is not None or address not in _PUBLIC_V6:
        return False
    return not any(address in network for network in _NOT_PUBLIC_V6)


def may_dial(address: str | Address, allowed: Sequence[Network] = ()) -> bool:
    """Return whether Hark may connect: the address is public, or the operator allowed its network."""
    parsed = _parse(address) if isinstance(address, str) else address
    return parsed is not None and (is_public(parsed) or any(parsed in network for network in allowed))


def is_localhost(host: str) -> bool:
    """Return whether this name means this machine by definition (RFC 6761), whatever a resolver says."""
    return host == "localhost" or host.endswith(".localhost")


@lru_cache(4096)
def is_own(host: str) -> bool:
    """Return whether a judged host is the operator's by its spelling: localhost, or an allowed address."""
    parsed = _parse(host)
    return is_localhost(host) if parsed is None else not is_public(parsed)


def judge_url(url: str, allowed: Sequence[Network] = ()) -> Target | Failure:
    """Return where this URL leads in its normal form, or why Hark does not go there.

    The failure is NOT_PUBLIC for an address outside `allowed` that not everybody may reach, and for one that
    parsers read differently, else BAD_URL. A name is not looked up: its addresses are judged when dialled.
    """
    url = _without_feed_scheme(url)
    found = _URL.fullmatch(url) if _is_clean(url) else None
    authority = _AUTHORITY.fullmatch(found["authority"]) if found else None
    if found is None or authority is None or _hides_its_host(found):
        return Failure(FailureReason.BAD_URL)
    host = _judge_host(authority["host"], allowed)
    if isinstance(host, Failure):
        return host
    scheme = found["scheme"].lower()
    port = int(authority["port"] or _DEFAULT_PORTS[scheme])
    if port in _BAD_PORTS or port > 65535:
        return Failure(FailureReason.BAD_URL)
    netloc = f"[{host}]" if ":" in host else host
    usual = port == _DEFAULT_PORTS[scheme]
    path = quote(found["path"] or "/", safe=_UNESCAPED) + quote(found["query"] or "", safe=_UNESCAPED)
    normal = f"{scheme}://{netloc}{'' if usual else f':{port}'}{path}"
    if len(normal) > LONGEST_URL:
        return Failure(FailureReason.BAD_URL)
    slot = host if port in (80, 443) else f"{netloc}:{port}"
    return Target(normal, f"{scheme}://{netloc}:{port}", host, slot, authority["user"] or "")


def judge_hop(current: Target, location: str, allowed: Sequence[Network] = ()) -> Target | Failure:
    """Return where a redirect leads. Credentials stay with their origin; those it brings are not used."""
    location = location.strip(" ")
    if len(location) > LONGEST_URL or not _is_clean(location.replace(" ", "")):
        return Failure(FailureReason.BAD_URL)
    try:
        absolute = urljoin(current.url, location.replace(" ", "%20"))
    except ValueError:
        return Failure(FailureReason.BAD_URL)
    target = judge_url(absolute, allowed)
    if isinstance(target, Failure):
        return target
    userinfo = current.userinfo if target.origin == current.origin else ""
    return Target(target.url, target.origin, target.host, target.slot, userinfo)


def printable(url: str) -> str:
    """Return the URL as it may be shown or logged: credentials and telling query values become `***`."""
    return _SECRET.sub(r"\1=***", _USERINFO.sub("***@", url))


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Return the networks written in `texts`; raises ValueError for one that is not a network."""
    return tuple(ip_network(text, strict=False) for text in texts)


def _parse(address: str) -> Address | None:
    try:
        return ip_address(address)
    except ValueError:
        return None


def _is_clean(url: str) -> bool:
    """Return whether all parsers read it alike: no controls, blanks, invisible characters, backslashes."""
    return len(url) <= LONGEST_URL and url.isprintable() and not set(url) & {" ", "\\"}


def _hides_its_host(found: re.Match[str]) -> bool:
    """Return whether parsers differ on which part is the host, as in `http://one#@two/`."""
    return not found["path"] and "@" in (found["query"] or "") + (found["rest"] or "")


def _without_feed_scheme(url: str) -> str:
    """Return `feed://host/…` and `feed:https://host/…`, as old readers link them, as an http(s) URL."""
    if url[:7].lower() == "feed://":
        return "http://" + url[7:]
    return url[5:] if url[:5].lower() == "feed:" else url


def _judge_host(text: str, allowed: Sequence[Network]) -> str | Failure:
    """Return the host's normal form: IDNA 2008, lower case, one trailing dot off, one spelling."""
    if text.startswith("["):
        literal = _parse(text[1:-1])
        if not isinstance(literal, IPv6Address):
            return Failure(FailureReason.BAD_URL)
        return str(literal) if may_dial(literal, allowed) else Failure(FailureReason.NOT_PUBLIC)
    name = _to_ascii(text).lower().removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return name if may_dial(name, allowed) else Failure(FailureReason.NOT_PUBLIC)
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        return Failure(FailureReason.BAD_URL)
    if is_localhost(name) and not any(may_dial(address, allowed) for address in LOOPBACK):
        return Failure(FailureReason.NOT_PUBLIC)
    return name


def _to_ascii(host: str) -> str:
    """Return the name as DNS knows it, "" when IDNA 2008 has no such name."""
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return ""
