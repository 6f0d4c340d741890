"""Pictures: a page's plain data to where its marks, bars, outlines and labels lie. Pure; the templates make the SVG."""
