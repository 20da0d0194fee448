"""The formal and the informal."""
