"""One module a page: in which order it says what, in words. No styling, no I/O."""
