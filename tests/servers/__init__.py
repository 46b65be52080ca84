"""Loopback servers that behave like Telegram, X and a site with feeds, with a vocabulary for tests."""
