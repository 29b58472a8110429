"""Judge how like the work of two roles is by the ladders that editors have written.

    python benchmarks/moves.py [--worst 10]
    python benchmarks/moves.py --us FIGURES --esco FOLDER --onet FOLDER

For each step of a ladder the rank of its target among all other roles by content alone, as
``careers next`` ranks them. Prints the share among the five and the ten nearest and the mean
reciprocal rank, beside chance, and the steps that the skills of their roles fit least.
The second judges the measures by moves that people made: see us_moves.py.
"""

import argparse
import sys
from pathlib import Path
from statistics import fmean

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.likeness import like
from careercli.catalogue.store import open_catalogue

sys.path.insert(0, str(Path(__file__).parents[1]))


def main() -> None:
    """Print how well likeness does by the ladders, or by the moves that were observed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst steps")
    parser.add_argument("--us", type=Path, help="the publishers' tables: judge by observed moves")
    parser.add_argument("--esco", type=Path, help="with --us: a folder with the CSV of ESCO")
    parser.add_argument("--onet", type=Path, help="with --us: a folder with the text form of O*NET")
    asked = parser.parse_args()
    if asked.us and not (asked.esco and asked.onet):
        parser.error("--us asks for --esco and --onet")
    if asked.us:
        _by_observed_moves(asked)
    else:
        _by_ladders(asked.worst)


def _by_observed_moves(asked: argparse.Namespace) -> None:
    from benchmarks import us_moves  # what it needs is no part of the package

    us_moves.main(us_moves.Folders(asked.us, asked.esco, asked.onet))


def _by_ladders(worst: int) -> None:
    """Print the shares and the worst."""
    catalogue = Catalogue(open_catalogue(), Reader())
    ranks = []
    roles = [row["id"] for row in catalogue.rows("SELECT id FROM role WHERE kind = 'role'")]
    for role in roles:
        nearest = [one.role for one in like(catalogue, role)]
        for other, step in catalogue.steps_from(role):
            rank = nearest.index(other) + 1 if other in nearest else len(roles)
            ranks.append((rank, catalogue.ref(role).slug, step.role.slug))
    print(f"{len(ranks)} steps of {len(roles)} roles")
    for most in (5, 10):
        share = fmean(rank <= most for rank, *_slugs in ranks)
        print(f"among the {most:>2} nearest  {share:.3f}   (chance {most / (len(roles) - 1):.3f})")
    print(f"mean reciprocal rank  {fmean(1 / rank for rank, *_slugs in ranks):.3f}")
    for rank, lower, upper in sorted(ranks, reverse=True)[:worst]:
        print(f"  {rank:>3}  {lower} -> {upper}")


if __name__ == "__main__":
    main()
