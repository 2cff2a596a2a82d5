"""Dialogs, one verb and noun each."""
