"""Forlæns: the caseload of a children's caseworker, on the intervention ladder."""

VERSION = "0.1.0"
