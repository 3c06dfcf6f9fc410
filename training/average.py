"""Average trained states of one reader: a steadier one than each.

python training/average.py OUT STATE STATE...
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Write the mean of all states."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("states", type=Path, nargs="+")
    given = ask.parse_args()
    states = [torch.load(path) for path in given.states]
    first = states[0]
    mean = {
        key: torch.stack([s[key].float() for s in states]).mean(0).to(value.dtype)
        for key, value in first.items()
    }
    torch.save(mean, given.out)


if __name__ == "__main__":
    main()
