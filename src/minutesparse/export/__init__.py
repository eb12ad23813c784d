"""Records in, bytes out; nothing is parsed here."""
