"""Lint for facts: rules over a dossier, one generator function each, its docstring its documentation."""
