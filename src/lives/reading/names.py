"""Names of people: taken apart, made comparable, compared.

>>> compatible(parse_name("Лев Седов"), parse_name("Leon Sedov")).because
('same surname', 'Лев and Leon are one name')
"""

from lives.reading.names_agreement import Agreement, Grade, compatible
from lives.reading.names_given import (
    gender_of_given,
    gender_of_title,
    is_given_name,
    is_title,
    same_given,
)
from lives.reading.names_scripts import cyrillic, romanise, romanise_scholarly
from lives.reading.names_sound import skeleton, skeletons
from lives.reading.names_written import Name, is_initial, is_patronymic, parse_name

__all__ = [
    "Agreement",
    "Grade",
    "Name",
    "compatible",
    "cyrillic",
    "gender_of_given",
    "gender_of_title",
    "is_given_name",
    "is_initial",
    "is_patronymic",
    "is_title",
    "parse_name",
    "romanise",
    "romanise_scholarly",
    "same_given",
    "skeleton",
    "skeletons",
]
