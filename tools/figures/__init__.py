"""Make data/figures/ from the published tables.

    python -m tools.figures FOLDER
    python -m tools.figures --odata FOLDER [--year 2025]

The first reads one tidy CSV for each published table and writes the part that careers uses: codes,
numbers and names of groups, no prose. The second reads one download of CBS's open data (table
85517NED or its successor 86355NED, OData v4) and writes the hourly wages of a year. What is ours
and no publisher's (English names, the minimum wage by date) stands in tools/ as CSV.
"""
