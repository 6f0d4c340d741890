"""Candidates from a source text: segments, quotes, figures, dates and names. Pure and deterministic."""

from .candidates import Mention, Name, Quote
from .extract import Extraction, extract, to_json

__all__ = ["Extraction", "Mention", "Name", "Quote", "extract", "to_json"]
