"""The statistics: numbers of a period, each of which opens its list."""
