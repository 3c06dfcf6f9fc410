"""A random sample of sure statements, to be judged by reading.

    python -m lives.benches.sample EXPORT [--number 60] [--seed 1]

The export is what `lives export` writes. Each statement is printed with whom it is
about, what was read and the words it was read from; a person reads and counts.
"""

import json
import random
from pathlib import Path

import click


@click.command()
@click.argument("export", type=click.Path(exists=True, path_type=Path))
@click.option("--number", default=60, show_default=True, help="How many.")
@click.option("--seed", default=1, show_default=True, help="Which ones.")
def main(export: Path, number: int, seed: int) -> None:
    """Print a random sample of the sure statements of an export."""
    people = (export / "persons.jsonl").read_text(encoding="utf-8").splitlines()
    labels = {row["id"]: row["label"] for row in map(json.loads, people)}
    said = (export / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = random.Random(seed).sample(said, min(number, len(said)))  # noqa: S311
    for place, line in enumerate(chosen, start=1):
        row = json.loads(line)
        print(f"{place:>3}. {labels[row['person']]} · {row['type']}, {row['modality']}")
        fields = ("date", "place", "value", "group", "voice")
        print("     " + "; ".join(f"{f}: {row[f]}" for f in fields if row.get(f)))
        print(f"     {row['document']}: “{' '.join(row['quote'].split())}”")


if __name__ == "__main__":
    main()
