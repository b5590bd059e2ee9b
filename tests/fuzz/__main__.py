"""Mutate the samples of the formats and read them, for as long as is asked.

    python -m tests.fuzz --seconds 600               every format, a second each in turn, without coverage
    python -m tests.fuzz --seconds 600 --atheris     guided by coverage; needs `pip install atheris`
    python -m tests.fuzz --format rss                one format alone

A reading that raises, or takes more than a second of processor time, is a finding: its bytes are written to a file, whose
name is printed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import importlib
import pkgutil
import random
import sys
import time
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "contract"))

SLOW = 1.0
PIECES = [
    b"<", b">", b"</", b"/>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE x [", b"]>", b"&amp;", b"&#x0;", b"&lol;", b'"', b"'", b"{", b"}",
    b"[", b"]", b",", b":", b"\\", b"\\u0000", b"\0", b"\x01", b"\x02", b"\x03", b"\x04", b"\x1b[", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r\n",
    b"\n\n", b"--x", b"From a@b Fri Apr 27 10:15:01 2018\n", b"xmlns:a='b'", b"9" * 400, b"=?utf-8?b?", b"?=", b" " * 300, b"\xe2\x80\xae", b"A" * 1000,
    b"(", b")", b"(AP) -", b" =", b"<br/>", b"<p>" * 50, b"Photo by ", b"Reporting by ", b"1/1/1", b"27 April 2018", b"By ", b"-" * 50,
]  # fmt: skip


def mutate(source: bytes, dice: random.Random) -> bytes:
    """`source` with a few pieces cut, doubled, swapped for others, or filled with noise."""
    out = bytearray(source)
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        start = dice.randrange(len(out) + 1)
        end = min(len(out), start + dice.choice((0, 1, 4, 20, 200)))
        piece = bytes(out[start:end])
        out[start:end] = dice.choice(
            (
                b"",
                piece * dice.choice((2, 50)),
                dice.choice(PIECES),
                dice.randbytes(dice.choice((1, 3, 9))),
                piece[::-1],
            )
        )
    return bytes(out[: 1 << 20])


def check(source: bytes) -> float:
    """Read the bytes; the seconds of processor time that it took. Raises whatever the reader should not have raised."""
    from triage.errors import ReadError
    from triage.ingest.chain_traces import trace
    from triage.ingest.chains import joined
    from triage.ingest.reader import Origin
    from triage.ingest.readers import FAULT, read_each
    from triage.model.contract import story_from_json, story_to_json

    began = time.process_time()
    stories, errors = read_each(source, Origin("fuzz/x.dat", dt.datetime(2018, 4, 28, tzinfo=dt.UTC)))
    traces = [trace(story, 0.0) for story in stories]
    for one, other in pairwise(traces):
        joined(one, other)
    took = time.process_time() - began
    assert stories or errors
    assert all(isinstance(error, ReadError) and "fuzz/x.dat" in str(error) for error in errors)
    assert FAULT not in [error.title for error in errors], errors[-1].message
    for story in stories:
        assert story.text == "\n\n".join(story.text[p.start : p.end] for p in story.paragraphs)
        assert not any(char < " " and char != "\n" for char in story.text)
        assert story_from_json(story_to_json(story)) == story
    return took


def keep(source: bytes, what: str) -> None:
    """Write down what was found."""
    path = Path(f"finding-{hashlib.sha256(source).hexdigest()[:12]}.bin")
    path.write_bytes(source)
    print(f"{what}: {path}", flush=True)


def run(samples: dict[str, bytes], seconds: float, seed: int) -> int:
    """Mutate by chance, a second for each sample in turn; how much was found."""
    dice = random.Random(seed)
    until = time.monotonic() + seconds
    found = 0
    done = dict.fromkeys(samples, 0)
    worst = dict.fromkeys(samples, 0.0)
    while time.monotonic() < until:
        for name, source in samples.items():
            turn = min(until, time.monotonic() + 1)
            while time.monotonic() < turn:
                changed = mutate(source, dice)
                try:
                    took = check(changed)
                except Exception as error:  # noqa: BLE001 - a finding, whatever it is
                    keep(changed, f"{name} raised {type(error).__name__}: {error}")
                    found += 1
                    continue
                done[name] += 1
                worst[name] = max(worst[name], took)
                if took > SLOW:
                    keep(changed, f"{name} took {took:.1f} s")
                    found += 1
    for name, count in done.items():
        print(f"{name:36} {count:8,} readings, the slowest {worst[name] * 1000:6.0f} ms")
    return found


def guided(samples: dict[str, bytes], seconds: float) -> int:
    """The same, guided by what code the bytes reach; the fuzzer ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["triage.ingest"]):
        import triage.ingest

        for module in pkgutil.walk_packages(triage.ingest.__path__, "triage.ingest."):
            importlib.import_module(module.name)

    def one(source: bytes) -> None:
        if check(source) > SLOW:
            keep(source, "slow")

    folder = Path("fuzz-corpus")
    folder.mkdir(exist_ok=True)
    for name, source in samples.items():
        (folder / name.replace(" ", "-")).write_bytes(source)
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds:.0f}",
            "-max_len=20000",
            "-timeout=20",
            "-print_final_stats=1",
            str(folder),
        ],
        one,
    )
    atheris.Fuzz()
    return 0


def main() -> int:
    """Read the command line and go."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--format", default="")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--atheris", action="store_true")
    given = parser.parse_args()
    from agency_samples import sources
    from contract_samples import SAMPLES

    everything = {name: sample.source for name, sample in SAMPLES.items()} | sources()
    samples = {name: source for name, source in everything.items() if name.startswith(given.format)}
    return min(1, guided(samples, given.seconds) if given.atheris else run(samples, given.seconds, given.seed))


if __name__ == "__main__":
    sys.exit(main())
