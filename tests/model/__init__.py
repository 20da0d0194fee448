"""What statements mean: values, names, links, doubt."""
