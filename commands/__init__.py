"""What an operator can say on the command line: one module per command, and the building of the rooms."""
