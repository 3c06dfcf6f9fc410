"""Names of people: taken apart, made comparable, compared.

>>> compatible(parse_name("Лев Седов"), parse_name("Leon Sedov")).because
('same surname', 'Лев and Leon are one name')
"""

from lives.reading.names_agreement import Agreement, Grade, compatible
from lives.reading.names_declined import nominatives
from lives.reading.names_evidence import Evidence, compare, likeness, told_apart
from lives.reading.names_given import (
    gender_of_given,
    gender_of_title,
    is_given_name,
    is_title,
    same_given,
)
from lives.reading.names_restored import cyrillic_forms, likely_traditions
from lives.reading.names_scripts import cyrillic, romanise, romanise_scholarly
from lives.reading.names_sound import skeleton, skeletons
from lives.reading.names_traditions import (
    consonant_readings,
    consonants,
    latin_forms,
    romanised,
    traditions,
)
from lives.reading.names_written import (
    AlsoNamed,
    Name,
    is_initial,
    is_patronymic,
    parse_name,
)

__all__ = [
    "Agreement",
    "AlsoNamed",
    "Evidence",
    "Grade",
    "Name",
    "compare",
    "compatible",
    "consonant_readings",
    "consonants",
    "cyrillic",
    "cyrillic_forms",
    "gender_of_given",
    "gender_of_title",
    "is_given_name",
    "is_initial",
    "is_patronymic",
    "is_title",
    "latin_forms",
    "likely_traditions",
    "likeness",
    "nominatives",
    "parse_name",
    "romanise",
    "romanise_scholarly",
    "romanised",
    "same_given",
    "skeleton",
    "skeletons",
    "told_apart",
    "traditions",
]
