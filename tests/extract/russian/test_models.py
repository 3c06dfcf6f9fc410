"""What reads Russian is an extra: without it everything else works."""

import subprocess
import sys

import pytest

from lives.extract.choose import suited
from lives.extract.russian import models
from lives.model.errors import MissingLibrary


def test_a_missing_library_is_told_with_the_extra_that_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(models, "_LIBRARIES", ("no_such_library",))
    with pytest.raises(MissingLibrary) as told:
        suited("russian", {})
    assert "no_such_library" in told.value.what
    assert "lives[russian]" in told.value.remedy


def test_the_version_names_the_weights() -> None:
    extractor = suited("russian", {})
    assert extractor is not None
    assert extractor.version.startswith("russian/1+natasha-")


def test_nothing_of_it_is_loaded_before_russian_is_read() -> None:
    program = (
        "import sys; from lives.extract.choose import suited; import lives.cli.main; "
        "suited('russian', {}); "
        "heavy = {'natasha', 'slovnet', 'navec', 'razdel', 'pymorphy3'}; "
        "print(*heavy & {*sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
