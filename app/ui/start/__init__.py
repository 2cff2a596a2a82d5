"""The window before the caseload is open: first run, unlocking, and what can be done where it does not open."""
