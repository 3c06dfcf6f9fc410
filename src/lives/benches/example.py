"""The example archive, from its sources to a published memorial: how long it takes.

python -m lives.benches.example
"""

import sys
import tempfile
from pathlib import Path

from lives.benches.command import measure

_EXAMPLE = Path(__file__).parents[3] / "examples" / "left-opposition"
_LIMIT_S = 20.0  # for building and publishing, on two cores


def _main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = ["--archive", str(folder / "archive")]
        measure("new", archive[1])
        files = sorted(str(path) for path in (_EXAMPLE / "sources").iterdir())
        took = {
            "add": measure(*archive, "add", *files),
            "build": measure(*archive, "build"),
            "publish": measure(*archive, "publish", str(folder / "memorial")),
        }
    print(f"{'':10}{'seconds':>9}{'MiB':>7}")
    for step, one in took.items():
        print(f"{step:10}{one.seconds:>9.1f}{one.mib:>7}")
    together = took["build"].seconds + took["publish"].seconds
    print(f"build and publish: {together:.1f} s of {_LIMIT_S:.0f} allowed")
    sys.exit(together > _LIMIT_S)


if __name__ == "__main__":
    _main()
