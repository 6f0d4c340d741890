"""Candidates from a source text: segments, quotes, figures, dates and names. Pure and deterministic."""
