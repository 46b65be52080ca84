"""What people watch for: the query language, and the index that finds every watch an entry hits."""
