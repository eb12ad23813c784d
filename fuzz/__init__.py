"""Coverage-guided fuzzing of the parser and of the readers; docs/reliability.md says how."""
