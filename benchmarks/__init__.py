"""What libnews costs, measured beside what the same work costs otherwise."""
