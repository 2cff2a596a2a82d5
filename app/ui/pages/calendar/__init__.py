"""The calendar: a month, a week, or a list of their days."""
