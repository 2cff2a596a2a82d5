"""The tabs of a case, one noun each."""
