"""Tests of stories/: when two items are the same."""
