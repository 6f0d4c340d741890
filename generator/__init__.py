"""Factsheet: a generator of sourced fact sheets."""

__version__ = "0.1.0"
