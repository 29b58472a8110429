"""The catalogue as a static site: pages, data and search, which any web server can serve."""
