"""Keys, slots, the lock file, atomic writes and copies of files."""
