"""Views to pages: Jinja, escaping, Markdown. The only room that makes HTML."""
