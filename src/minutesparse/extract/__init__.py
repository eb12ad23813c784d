"""Facts within the text: figures, decisions, votes, attendance, actions, documents."""
