"""Forlæns: the caseload of a children's caseworker, on the intervention ladder."""
