"""The career reference in a terminal: what a job is, pays, asks and becomes."""

__version__ = "0.1.0"
