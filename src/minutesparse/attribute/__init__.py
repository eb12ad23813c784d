"""Who says what to whom: mentions, frames, discourse, people."""
