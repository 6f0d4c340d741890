"""Source texts, the spans in them, and the lock that remembers which citations were verified."""
