"""Candidates from a source text: segments, quotes, figures, dates and names. Pure and deterministic."""

from .candidates import Figure, Mention, Name, Quote, When
from .extract import Extraction, extract, to_json

__all__ = ["Extraction", "Figure", "Mention", "Name", "Quote", "When", "extract", "to_json"]
