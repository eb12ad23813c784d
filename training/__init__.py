"""Learns what facts about a clause weigh, from marked minutes; docs/learning.md says how."""
