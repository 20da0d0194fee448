"""Dates as beginnings and ends, and what a quantity is."""

from datetime import date

import pytest

from goalgraph.model.values import is_quantity, read_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-06-30", date(2027, 6, 30), date(2027, 6, 30)),
        ("2027-01-01", date(2027, 1, 1), date(2027, 1, 1)),
        ("2027-06", date(2027, 6, 1), date(2027, 6, 30)),
        ("2027-12", date(2027, 12, 1), date(2027, 12, 31)),
        ("2027-02", date(2027, 2, 1), date(2027, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29)),
        ("2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("2027-Q2", date(2027, 4, 1), date(2027, 6, 30)),
        ("2027-Q3", date(2027, 7, 1), date(2027, 9, 30)),
        ("2027-Q4", date(2027, 10, 1), date(2027, 12, 31)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("9999-Q4", date(9999, 10, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert read_date(text, as_end=False) == first
    assert read_date(text, as_end=True) == last


@pytest.mark.parametrize(
    "text",
    [
        *["", "soon", "27", "027", "20270", "0000", "0000-01-01"],
        *["2027-", "2027-0", "2027-00", "2027-13", "2027-1", "2027-6-3", "2027-06-3", "2027-06-"],
        *["2027-06-00", "2027-06-31", "2027-02-29", "1900-02-29", "2027-12-32"],
        *["2027-Q0", "2027-Q5", "2027-q1", "2027-Q", "2027-Q1-01", "2027Q1"],
        *["2027/06/30", "30-06-2027", "2027-06-30T00:00", " 2027", "2027 ", "2027\n", "-2027", "+2027"],
    ],
)
@pytest.mark.parametrize("as_end", [False, True])
def test_what_is_no_date(text: str, as_end: bool) -> None:
    assert read_date(text, as_end=as_end) is None


@pytest.mark.parametrize(
    "text",
    [
        *["0", "7", "007", "95%", "95 %", "1.2M", "1,2", "1,200,000", "1.200.000,50", "1'000", "1’000", "1 000 000"],
        *["€40k", "€ 40k", "$1.5bn", "£3", "¥300", "CHF 20", "USD 5", "-3", "+3", "−3", "±2", "~10", "<5", ">5", "≤ 5"],
        *["≥5%", "-€40", "€-40", "12 days", "3 of 10", "3/5", "4:30", "1.5h", "10 °C", "99.95 % of days", "3rd", "5★"],
        *["  7  ", "1\u202f000", "1\u00a0000 €"],
    ],
)
def test_a_quantity_is_a_number_with_sign_decimals_and_unit(text: str) -> None:
    assert is_quantity(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "many", "%", "€", "-", "+-", "none yet", "ninety", "about 5", "roughly 10%", ".", "1st a\nb", "x y 3"],
)
def test_what_is_no_quantity(text: str) -> None:
    assert not is_quantity(text)


def test_a_long_text_is_judged_at_once() -> None:
    assert not is_quantity("1 " * 20_000 + "\n" * 3 + "x\ny")
    assert not is_quantity("1" * 50_000 + "\n\nx")
    assert not is_quantity("a" * 50_000)
