"""When two things are the same thing: item identity now, stories told by several outlets later."""
