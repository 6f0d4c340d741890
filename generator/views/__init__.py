"""A dossier to page view-models: joins, order and footnote numbers, as plain data for the templates."""
