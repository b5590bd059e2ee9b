import pytest

from triage.ingest.stamps import stamp


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("20240304T101500+0100", "2024-03-04T10:15+01:00"),
        ("2024-03-04T10:15:00.000Z", "2024-03-04T10:15+00:00"),
        ("1709547300", "2024-03-04T10:15+00:00"),
        ("Mon, 04 Mar 2024 10:15:00 GMT", "2024-03-04T10:15+00:00"),
        ("4 Mar 24 10:15 EST", "2024-03-04T10:15-05:00"),
        ("Mon, 4 Mar 96 10:15:00 GMT", "1996-03-04T10:15+00:00"),
        ("04-MAR-24 10:15", "2024-03-04T10:15"),
        ("1789-07-14", "1789-07-14"),
    ],
)
def test_a_stamp_is_read_as_any_format_writes_it(written: str, iso: str) -> None:
    moment = stamp(written)
    assert moment is not None
    assert moment.iso() == iso


@pytest.mark.parametrize(
    "written",
    ["", "never", "2024-02-30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0000-00-00", "4 Mar 24"],
)
def test_what_stands_for_no_day_is_none(written: str) -> None:
    assert stamp(written) is None
