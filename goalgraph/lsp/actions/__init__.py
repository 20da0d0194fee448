"""What code actions are made of: what is offered for each finding, and what mends a whole file."""
