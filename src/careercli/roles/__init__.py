"""The input boundary: role files are read, validated and checked here.

Only this package imports Pydantic and tomli, and only ``careers check`` and the
compiling of the catalogue import this package.
"""
