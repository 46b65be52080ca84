"""docs/conversation.md is what the main transcripts say."""

from __future__ import annotations

import pytest

from tests.conversations.book import BOOK, book
from tests.conversations.pictures import FOLDER, PICTURES, pictures


def test_docs_conversation_is_what_the_transcripts_say() -> None:
    """Whoever reads docs/conversation.md reads what Hark says now."""
    assert BOOK.read_text(encoding="utf-8") == book(), "stale: run make conversations"


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_show_what_the_transcripts_say(name: str) -> None:
    """Whoever looks at the README sees what Hark shows now."""
    file = f"{name}.svg"
    assert (FOLDER / file).read_text(encoding="utf-8") == pictures()[file], "stale: run make conversations"
