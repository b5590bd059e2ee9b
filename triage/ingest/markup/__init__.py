"""XML and HTML: parsing that fetches and expands nothing, the bytes of single elements, markup to paragraphs."""
