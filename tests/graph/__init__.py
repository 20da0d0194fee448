"""Questions about purpose."""
