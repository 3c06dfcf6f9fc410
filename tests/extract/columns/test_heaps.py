from lives.extract.columns.heaps import Heaps
from lives.model.ids import CaptureId
from lives.model.refusal import Refusal


def refusal(value: str, column: str = "A", place: str = "row 2") -> Refusal:
    key = CaptureId("c" * 64)
    return Refusal(key, 0, 1, place, column, value, "is not a date", "add it")


def test_refusals_are_counted_by_column_and_value_with_their_first_place() -> None:
    heaps = Heaps()
    for number, value in enumerate(("x", "y", "y"), start=2):
        heaps.add(refusal(value, place=f"row {number}"))
    heaps.add(refusal("z", column="B"))
    first, second = heaps.largest()
    assert (first.column, first.count, second.column) == ("A", 3, "B")
    assert [(one.value, one.count, one.place) for one in first.often()] == [
        ("y", 2, "row 3"),
        ("x", 1, "row 2"),
    ]


def test_the_number_is_exact_beyond_the_values_that_are_held() -> None:
    heaps = Heaps()
    for number in range(10_005):
        heaps.add(refusal(f"value {number}"))
    heaps.add(refusal("value 0"))
    (heap,) = heaps.largest()
    assert heaps.count == heap.count == 10_006
    assert len(heap.values) == 10_000
    assert heap.beyond == 5
