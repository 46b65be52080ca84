"""Programs that print figures, side by side with a peer or a limit."""
