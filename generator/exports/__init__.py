"""A dossier as data for other programs."""
