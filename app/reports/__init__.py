"""Documents: records in, bytes out; nothing here queries the store."""
