"""docs/conversation.md is what the main transcripts say."""

from __future__ import annotations

from tests.conversations.book import BOOK, book


def test_docs_conversation_is_what_the_transcripts_say() -> None:
    """Whoever reads docs/conversation.md reads what Hark says now."""
    assert BOOK.read_text(encoding="utf-8") == book(), "stale: run make conversations"
