"""Programs that learn tables which Hark ships, and the tables that judge them."""
