"""What each rule says, and when it keeps silent."""
