import pytest

from lives.extract.english.frames import frames
from lives.extract.english.lexicon import forms


@pytest.mark.parametrize(
    ("lemma", "past"),
    [
        ("ban", {"banned"}),
        ("kidnap", {"kidnapped", "kidnaped"}),
        ("travel", {"travelled", "traveled"}),
        ("readmit", {"readmitted"}),
        ("re-admit", {"re-admitted"}),
        ("enrol", {"enrolled"}),
        ("inter", {"interred"}),
        ("intern", {"interned"}),
        ("equip", {"equipped"}),
        ("appeal", {"appealed"}),
        ("visit", {"visited"}),
        ("picnic", {"picnicked"}),
        ("court-martial", {"court-martialled", "court-martialed"}),
        ("free", {"freed"}),
        ("bury", {"buried"}),
    ],
)
def test_a_regular_past_is_spelt_as_in_britain_and_in_america(
    lemma: str, past: set[str]
) -> None:
    assert {word for word, form in forms(lemma).items() if form.past} == past


def test_every_verb_of_every_frame_has_a_past_and_a_gerund() -> None:
    known = frames().by_form.values()
    lemmas = {lemma for of in known for frame in of for lemma in frame.lemmas}
    for lemma in lemmas:
        told = forms(lemma).values()
        assert any(form.gerund for form in told), lemma
        assert any(form.past for form in told), lemma
