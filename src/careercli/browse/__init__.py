"""The whole catalogue on one screen: type, narrow, look, put aside, compare. An extra: Textual."""
