"""The pages of the main window, one noun each."""
