"""What can be wrong with a record: pure functions that return problems, one module an aggregate."""
