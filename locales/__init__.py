"""The messages of Hark, one folder per language."""
