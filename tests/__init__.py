"""Tests mirror the rooms; each says in one sentence what a user sees."""
