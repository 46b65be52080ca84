"""What a person can say to the bot: one module per family of commands, each registers itself.

A new command is a module with `register` and its name in `everything`, a message `menu-<command>` in
`locales/`, and its name in `menus.PRIVATE` when the menu shall show it.
"""
