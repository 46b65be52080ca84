"""The guard: while tests run, nothing leaves this machine, in this process or in those that tests start."""
