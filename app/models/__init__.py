"""Tables and the encrypted file they live in."""
