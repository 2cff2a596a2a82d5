"""Parts that several pages and dialogs show."""
