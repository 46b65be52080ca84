"""X accounts: what is wanted of them, polled or streamed, paid from a purse, looked after."""
