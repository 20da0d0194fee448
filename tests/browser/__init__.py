"""The promises of the report, each kept in a real browser."""
