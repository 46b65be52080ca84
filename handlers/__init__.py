"""What a person can say to the bot: one module per family of commands, each registers itself."""
