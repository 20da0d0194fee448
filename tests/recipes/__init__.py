"""The places where teams run goalgraph: what is shipped for them, and what docs/ci.md says to write there."""
