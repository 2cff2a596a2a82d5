"""Rules and records in plain Python: no Qt, no database, no clock, no files."""
