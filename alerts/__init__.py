"""From a delivery to a message in a chat: plan, render, pace, send."""
