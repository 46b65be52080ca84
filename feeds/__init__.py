"""Where items come from: sources, the one door to the network, and what turns bytes into entries."""
