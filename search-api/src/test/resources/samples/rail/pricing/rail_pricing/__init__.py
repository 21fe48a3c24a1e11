"""What a trip costs, and why."""
