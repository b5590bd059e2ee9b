"""What goes to the terminal: only what differs, as the line can carry it, in what the terminal can show."""

from __future__ import annotations

import os
import termios

import pyte
import pytest
from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from triage.tui import charts
from triage.tui.app import _give_size
from triage.tui.terminal.ability import Ability, Depth
from triage.tui.terminal.canvas import Canvas
from triage.tui.terminal.look import Looks
from triage.tui.terminal.pacer import LOST, Pacer
from triage.tui.terminal.symbols import Symbols

WIDTH, HEIGHT = 40, 6
RED = Style(color="#d04040", bgcolor="#101010", bold=True)
GREY = Style(color="#606060", bgcolor="#101010")


def a_canvas(depth=Depth.TRUE, symbols=None, *, erases=True):
    looks = Looks(depth, Color.parse("#101010"))
    return Canvas(WIDTH, HEIGHT, looks, symbols or Symbols(), erases=erases)


def paint(canvas, *rows, x=0):
    canvas.begin()
    for y, text in enumerate(rows):
        strip = Strip([Segment(text, RED if y % 2 else GREY)])
        canvas.put(y, x, strip if x else strip.adjust_cell_length(WIDTH, GREY))


class Emulated:
    def __init__(self):
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)

    def show(self, canvas, most=10_000):
        sent = canvas.changes(most)
        self.stream.feed(sent)
        return sent

    def rows(self):
        return [row.rstrip() for row in self.screen.display]


def test_the_terminal_shows_what_was_painted_and_nothing_is_sent_twice():
    canvas, terminal = a_canvas(), Emulated()
    paint(canvas, "one row", "another row", "", "the last")
    terminal.show(canvas)
    assert terminal.rows()[:4] == ["one row", "another row", "", "the last"]
    cell = terminal.screen.buffer[1][0]
    assert (cell.fg, cell.bg, cell.bold) == ("d04040", "101010", True)
    assert terminal.screen.buffer[3][WIDTH - 1].bg == "101010"
    paint(canvas, "one row", "another row", "", "the last")
    assert terminal.show(canvas) == ""
    assert not canvas.behind


def test_a_changed_word_costs_little_more_than_the_word():
    canvas, terminal = a_canvas(), Emulated()
    paint(canvas, "the cat sat on the mat")
    terminal.show(canvas)
    paint(canvas, "the dog sat on the mat")
    sent = terminal.show(canvas)
    assert terminal.rows()[0] == "the dog sat on the mat"
    assert len(sent) < 40


def test_a_paint_that_was_overtaken_is_never_sent():
    canvas, terminal = a_canvas(), Emulated()
    for number in range(50):
        paint(canvas, f"row {number}", f"text {number}")
    sent = terminal.show(canvas)
    assert terminal.rows()[:2] == ["row 49", "text 49"]
    assert "row 48" not in sent


def test_with_little_room_the_newest_changes_go_first_and_the_rest_follows():
    canvas, terminal = a_canvas(), Emulated()
    paint(canvas, "a", "b", "c", "d", "e", "f")
    canvas.begin()
    canvas.put(4, 0, Strip([Segment("newest", RED)]))
    first = terminal.show(canvas, most=1)
    assert terminal.rows()[4] == "newest"
    assert "a" not in first.replace("\x1b[", "")
    while canvas.behind:
        terminal.show(canvas, most=1)
    assert terminal.rows() == ["a", "b", "c", "d", "newest", "f"]


def test_wide_characters_and_emoji_leave_what_follows_in_its_column():
    canvas, terminal = a_canvas(), Emulated()
    paint(canvas, "東京 talks|", "🚀 launch|", "naïve|", "سلام|")
    sent = terminal.show(canvas)
    assert "\x1b[1;3H" in sent, "the cursor is put after each character of which terminals may disagree"
    paint(canvas, "ab京 talks|", "xx launch|", "naïve|", "سلام|")
    terminal.show(canvas)
    assert "".join(terminal.screen.buffer[0][x].data for x in range(11)) == "ab京 talks|"
    assert terminal.rows()[1] == "xx launch|"


def test_after_something_else_wrote_on_the_screen_all_is_sent_again():
    canvas, terminal = a_canvas(), Emulated()
    paint(canvas, "here", "there")
    terminal.show(canvas)
    terminal.stream.feed("\x1b[H\x1b[2Jrubbish")
    canvas.forget()
    terminal.show(canvas)
    assert terminal.rows()[:2] == ["here", "there"]


def test_without_colours_none_is_sent_and_weight_tells():
    canvas, terminal = a_canvas(Depth.NONE), Emulated()
    paint(canvas, "faint", "bold")
    canvas.put(2, 0, Strip([Segment("loud", Style(color="#101010", bgcolor="#e0b060"))]))
    sent = terminal.show(canvas)
    assert "38;" not in sent
    assert "48;" not in sent
    assert terminal.screen.buffer[1][0].bold
    assert terminal.screen.buffer[2][0].reverse


@pytest.mark.parametrize(("depth", "code"), [(Depth.SIXTEEN, "31"), (Depth.INDEXED, "38;5;"), (Depth.TRUE, "38;2;")])
def test_colours_are_sent_as_the_terminal_knows_them(depth, code):
    canvas = a_canvas(depth)
    canvas.put(0, 0, Strip([Segment("x", Style(color="#cd0000"))]))
    assert code in canvas.changes(1000)


def test_every_symbol_has_a_twin_of_its_width_and_story_text_is_spelled_as_it_can_be():
    canvas, terminal = a_canvas(symbols=Symbols(ascii=True, encoding="ascii")), Emulated()
    paint(canvas, "▌✓ “Müller” → 東京 3▾ …│")
    sent = terminal.show(canvas)
    assert sent.isascii()
    assert terminal.rows()[0] == '>+ "Muller" > ???? 3v ~|'


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, (Depth.TRUE, True, False)),
        ({"TERM": "xterm-256color"}, (Depth.INDEXED, True, False)),
        ({"TERM": "screen"}, (Depth.SIXTEEN, True, False)),
        ({"TERM": "xterm", "NO_COLOR": "1"}, (Depth.NONE, True, False)),
        ({"TERM": "dumb"}, (Depth.NONE, False, True)),
        ({"TERM": "vt100"}, (Depth.NONE, False, True)),
        ({"TERM": "linux", "LANG": "de_DE.UTF-8"}, (Depth.SIXTEEN, True, True)),
        ({"TERM": "xterm", "LANG": "de_DE.ISO-8859-1"}, (Depth.SIXTEEN, True, True)),
        ({"TERM": "xterm", "LANG": "C", "LC_CTYPE": "C.UTF-8"}, (Depth.SIXTEEN, True, True)),
        ({"TERM": "xterm", "LANG": "C.UTF-8"}, (Depth.SIXTEEN, True, False)),
    ],
)
def test_what_a_terminal_can_do_is_told_by_its_environment(environment, expected):
    ability = Ability.of(environment)
    assert (ability.depth, ability.modes, ability.ascii) == expected


@pytest.mark.parametrize(("own", "used"), [((30, 100), (100, 30)), ((0, 0), (80, 24))])
def test_a_terminal_has_one_size_whatever_its_name(own, used, monkeypatch):
    line, terminal = os.openpty()
    with os.fdopen(line), os.fdopen(terminal, "w") as shown:
        termios.tcsetwinsize(shown, own)
        monkeypatch.setattr("sys.stderr", shown)
        console = Console(force_terminal=True, _environ={"TERM": "dumb"})
        _give_size(console)
        assert console.size == used
        assert termios.tcgetwinsize(shown) == used[::-1]


def test_every_symbol_of_the_charts_has_a_twin():
    for glyph in (
        *charts.CURVE,
        *charts.SOLID,
        charts.TO_DO,
        charts.VERSION,
        charts.CORRECTION,
        charts.KILL,
        charts.BETWEEN,
    ):
        assert Symbols(ascii=True).shown(glyph, 1).isascii(), glyph


def test_symbols_can_be_set_against_the_environment():
    assert Ability.of({"TERM": "xterm"}, "ascii").ascii
    assert not Ability.of({"TERM": "linux"}, "unicode").ascii


class Line:
    """A line with a clock of its own: `rate` bytes a second, `trip` seconds there and back."""

    def __init__(self, rate, trip, *, answers=True):
        self.now, self.free = 0.0, 0.0
        self.rate, self.trip, self.answers = rate, trip, answers
        self.answering = []
        self.pacer = Pacer(0.0)

    def send(self, count):
        self.pacer.sent(count, self.now)
        self.free = max(self.free, self.now) + count / self.rate
        self.pacer.asked(self.now)
        if self.answers:
            self.answering.append(self.free + self.trip)

    def pass_(self, seconds):
        until = self.now + seconds
        while self.answering and self.answering[0] <= until:
            self.now = self.answering.pop(0)
            self.pacer.answered(self.now)
        self.now = until

    def back_up(self):
        """Writing to it waits, for longer than anybody pauses."""
        self.pacer.writing(self.now, waits=True)
        self.now += 1
        self.pacer.writing(self.now, waits=True)

    @property
    def behind(self):
        return max(0.0, self.free - self.now)


@pytest.mark.parametrize("answers", [True, False])
def test_a_held_key_never_fills_a_slow_line(answers):
    line = Line(9_600, 0.2, answers=answers)
    line.send(10)
    line.pass_(LOST + 1)
    if not answers:
        line.back_up()
    frames, worst = 0, 0.0
    for _ in range(120):
        if line.pacer.room(line.now) > 0:
            line.send(700)
            frames += 1
        worst = max(worst, line.behind)
        line.pass_(1 / 30)
    assert worst < 1.0
    assert 40 < frames < 120, "some paints are held back, but the line is used"
    assert line.pacer.slow is answers


def test_a_terminal_that_answers_nothing_is_not_held_back_until_writing_to_it_has_to_wait():
    line = Line(5_000_000, 0.0, answers=False)
    for _ in range(100):
        assert line.pacer.room(line.now) > 30_000
        line.send(30_000)
        line.pass_(1 / 10)
    frames = 0
    for _ in range(60):  # a key is held
        if line.pacer.room(line.now) > 0:
            line.send(600)
            frames += 1
        line.pass_(1 / 30)
    assert 20 < frames < 50
    line.pass_(1)
    line.pacer.writing(line.now, waits=True)
    line.pacer.writing(line.now + 0.2, waits=False)
    assert line.pacer.room(line.now) > 30_000, "who reads may pause for a moment"
    line.back_up()
    line.send(9_000)
    assert line.pacer.room(line.now) < 0
    line.pass_(5)
    assert 0 < line.pacer.room(line.now) < 10_000
    line.pass_(20)
    line.pacer.writing(line.now, waits=False)
    assert line.pacer.room(line.now) > 30_000


def test_a_fast_line_is_never_held_back_and_not_called_slow():
    line = Line(5_000_000, 0.002)
    line.send(10)
    line.pass_(1)
    for _ in range(300):
        assert line.pacer.room(line.now) > 3_000
        line.send(3_000)
        line.pass_(1 / 30)
    assert not line.pacer.slow


def test_an_answer_that_never_comes_holds_nothing_back_for_long():
    line = Line(1_000_000, 0.01)
    line.send(10)
    line.pass_(1)
    line.answers = False
    while line.pacer.room(line.now) > 0:
        line.send(3_000)
    line.pass_(LOST + 0.1)
    assert line.pacer.room(line.now) > 0
