"""Posts of many accounts → one Document for each. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from feeds.x_answers import Missing, Post, XAccount
from feeds.x_plan import XQuery
from feeds.x_query import OVERLAP, cursor_of, later, since_of
from model import Document, Entry, Failure, Outcome, Source


@dataclass(frozen=True, slots=True)
class Search:
    """All that one query brought."""

    asked: XQuery
    posts: tuple[Post, ...]
    missing: Missing = field(default_factory=dict)
    complete: bool = True  # False: X has older ones that were not read
    reached: int = 0  # the newest id that X searched at all; 0: not known


def outcomes(search: Search, accounts: Mapping[str, XAccount]) -> dict[int, Outcome] | None:
    """Return what a query brought for each source id; None when a post cannot be laid at anyone's door.

    `accounts` are the known ones by handle in lower case. X tells an author's number only, so a post of
    several belongs to someone whose number is known, and a post of a single account to that account.
    """
    sources = search.asked.sources
    known = {source.id: account_of(source, accounts) for source in sources}
    owned: dict[int, list[Post]] = {source.id: [] for source in sources}
    if len(sources) == 1:
        owned[sources[0].id] = list(search.posts)
    else:
        owners = {account.id: source_id for source_id, account in known.items() if account.id}
        if any(post.author_id not in owners for post in search.posts):
            return None
        for post in search.posts:
            owned[owners[post.author_id]].append(post)
    return {source.id: _outcome(search, source, known[source.id], owned[source.id]) for source in sources}


def together(source: Source, brought: Sequence[Outcome]) -> Outcome:
    """Return what all queries brought that ask for one account; it is read up to where all have been."""
    documents = [each for each in brought if isinstance(each, Document)]
    failures = [each for each in brought if isinstance(each, Failure)]
    if not documents:
        return failures[0] if failures else Document(entries=(), cursor=source.cursor)
    entries = {mark: entry for document in documents for mark, entry in document.entries}
    cursors = [int(document.cursor or 0) for document in documents]
    reached = int(source.cursor or 0) if failures else min(cursors)
    return Document(
        entries=tuple(sorted(entries.items(), key=lambda each: each[0], reverse=True)),
        kept=tuple(dict.fromkeys(mark for document in documents for mark in document.kept)),
        cursor=str(reached) if reached else "",
        external_id=next((each.external_id for each in documents if each.external_id), ""),
        title=next((each.title for each in documents if each.title), ""),
    )


def account_of(source: Source, accounts: Mapping[str, XAccount]) -> XAccount:
    """Return what is known of a source's account; its id is "" when it has never been looked up."""
    if source.address in accounts:
        return accounts[source.address]
    name = source.name.removeprefix("@")
    handle = name if name.lower() == source.address else source.address
    return XAccount(source.external_id, handle, source.owner)


def _outcome(search: Search, source: Source, account: XAccount, posts: Sequence[Post]) -> Outcome:
    why = search.missing.get(source.address) or search.missing.get(account.id)
    if not posts and why is not None:
        return Failure(why)
    cursor = cursor_of(source)
    oldest = since_of(source) or 0  # the others of its query may be read from earlier on
    listed = {fingerprint for fingerprint, _ in source.listing}
    found = [(_fingerprint(post), post) for post in _newest_versions(posts) if post.id > oldest]
    return Document(
        entries=tuple((mark, _entry(post, account)) for mark, post in found if mark not in listed),
        kept=tuple(mark for mark, _ in found if mark in listed),
        cursor=_cursor(search, cursor),
        external_id=next((post.author_id for post in posts if post.author_id), account.id),
        title=account.name,
    )


def _newest_versions(posts: Iterable[Post]) -> list[Post]:
    """Return the posts, newest first, of each only its last edit."""
    versions: dict[int, Post] = {}
    for post in sorted(posts, key=lambda post: post.id, reverse=True):
        versions.setdefault(post.first_id, post)
    return list(versions.values())


def _fingerprint(post: Post) -> int:
    return post.id & (2**63 - 1)


def _entry(post: Post, account: XAccount) -> Entry:
    return Entry(
        guid=f"x:{post.first_id}",
        url=f"https://x.com/{account.handle}/status/{post.id}",
        text=post.text,
        author=f"@{account.handle}",
        published=post.published,
        language=post.language,
        tags=post.tags,
    )


def _cursor(search: Search, before: int | None) -> str:
    """Return up to where an account has been read: as far as its pack, also when it posted nothing itself."""
    reached = [] if before is None else [before]
    if search.complete:
        reached += [search.reached, *(post.id for post in search.posts)]
        if search.asked.raised and search.asked.since is not None:
            reached.append(later(search.asked.since, OVERLAP))
    return str(max(reached)) if any(reached) else ""
