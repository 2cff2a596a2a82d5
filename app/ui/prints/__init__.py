"""What can be printed, one module a print: how it is gathered, what is chosen for it, what its file is called."""
