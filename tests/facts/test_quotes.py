"""Direct quotations: the marks, the pieces, the verb of speech, and who speaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fact_readings import pipeline, story
from hypothesis import given, settings
from hypothesis import strategies as st
from naming import extraction, found, told
from speech import known, quotes, said

from triage.facts.kinds import quote
from triage.facts.quotations import pieces
from triage.model.fact import FactKind, Span
from triage.model.story import Role


def quoted(text: str, *, goes_on: bool = False) -> list[str]:
    """What stands in marks in one paragraph."""
    return [piece.inner.of(text) for piece in pieces(text, Span(0, len(text)), goes_on)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ('"We go," he said. "Now."', ["We go,", "Now."]),
        ("«We go», he said.", ["We go"]),
        ("»We go«, he said.", ["We go"]),
        ("„We go“, he said.", ["We go"]),
        ("”We go,” he said.", ["We go,"]),
        ("``We go,'' he said.", ["We go,"]),
        ('“We go," he said.', ["We go,"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ('"He said “no” to me," she said.', ["He said “no” to me,"]),
        ("‘We won’t go,’ he said.", ["We won’t go,"]),
        ("Mayor: 'We won't go' to the '90s rock 'n' roll show", ["We won't go"]),
        ("The senators’ view and the boys' room", []),
        ('He is 6\'2" tall and has a 5" scar.', []),
        ('said:"Yes."And so on', ["Yes."]),
        ("“ We go ,” he said.", ["We go ,"]),
        ("An empty “” pair", []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We go, he said.", ["We go, he said."]),
        ("“We go, he said. “Now,” he added.", ["Now,"]),
        ('"We go, he said. "Now," he added.', ["Now,"]),
        ("We go,” he said. “Now,” he added.", ["Now,"]),
    ],
)
def test_a_mark_that_fails_costs_one_quotation(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_inside_one_that_goes_on_in_the_next_paragraph_is_no_quotation_of_its_own() -> None:
    assert quoted('"They called it “a farce” for years.', goes_on=True) == ["They called it “a farce” for years."]


@pytest.mark.parametrize(
    ("text", "speaker", "words", "cue"),
    [
        ("“We will not leave,” Ann Lund said.", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” said Ann Lund, a lawyer.", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” said Justice Minister Ann Lund.", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” Ann Lund, a lawyer from Ostby, told reporters.", "Ann Lund", "Ann Lund", "told"),
        ("“We will not leave,” Ann Lund (Ostby) later told reporters.", "Ann Lund", "Ann Lund", "told"),
        ("“Shall we leave?” Ann Lund asked.", "Ann Lund", "Ann Lund", "asked"),
        ("Ann Lund said: “We will not leave.”", "Ann Lund", "Ann Lund", "said"),
        ("Ann Lund, who leads the court, said on Friday, “We will not leave.”", "Ann Lund", "Ann Lund", "said"),
        ("Ann Lund, head of Ostby, a port city, said: “We will not leave.”", "Ann Lund", "Ann Lund", "said"),
        ("According to Ann Lund, “we will not leave.”", "Ann Lund", "Ann Lund", "According to"),
        ("“We will not leave,” according to Ann Lund.", "Ann Lund", "Ann Lund", "according to"),
        ("Ann Lund called the plan “a farce”.", "Ann Lund", "Ann Lund", "called"),
        ("Ann Lund rose and said, “We will not leave.”", "Ann Lund", "Ann Lund", "said"),
        ("The “sorry farce” of the trial was over, Ann Lund said.", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” the Navy said.", "Navy", "Navy", "said"),
        ("“We will not leave.” — Ann Lund", "Ann Lund", "Ann Lund", None),
        ("Ann Lund: “We will not leave.”", "Ann Lund", "Ann Lund", None),
        ("“We will not leave,” a senior court official said.", None, "a senior court official", "said"),
        ("“We will not leave,” said a spokesman for the Navy.", None, "a spokesman for the Navy", "said"),
        ("“We will not leave,” Ann Lund’s lawyer said.", None, "Ann Lund’s lawyer", "said"),
        ("“We will not leave,” officials said.", None, "officials", "said"),
        ("“We will not leave,” said a member of Lund’s own Navy.", None, "a member of Lund’s own Navy", "said"),
        (
            "“We will not leave,” a diplomat who covers Ostland from abroad said.",
            None,
            "a diplomat who covers Ostland from abroad",
            "said",
        ),
        ("“We will not leave,” a man who said he knew Lund told us.", None, "a man who said he knew Lund", "told"),
        ("“We will not leave,” said a woman who met Ann Lund.", None, "a woman who met Ann Lund", "said"),
        ("“We will not leave,” the court’s head, Ann Lund, said.", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” said a teacher in Ostby.", None, "a teacher in Ostby", "said"),
        ("“We will not leave,” said a judge in a statement.", None, "a judge", "said"),
        ("“We will not leave,” said Under Secretary Ann Lund.", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” said one of them, Ann Lund.", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” said a tall judge, Ann Lund.", "Ann Lund", "Ann Lund", "said"),
        ("The head of the Coast Bank, Ann Lund, said: “We will not leave.”", "Ann Lund", "Ann Lund", "said"),
        ("“We will not leave,” Ann Lund, 47, who lives in Ostby, told the Navy.", "Ann Lund", "Ann Lund", "told"),
        ("His lawyer, Ann Lund of Marsh Chambers, said: “We will not leave.”", "Ann Lund", "Ann Lund", "said"),
    ],
)
def test_who_speaks(text: str, speaker: str | None, words: str, cue: str | None) -> None:
    (found,) = said(text, ["Ann Lund"], ["Navy"])
    assert found[:3] == (speaker, words, cue)


@pytest.mark.parametrize(
    ("before", "text", "speaker", "words"),
    [
        ("Ann Lund arrived on Friday.", "“We will not leave,” she said.", "Ann Lund", "she"),
        ("Ann Lund said Per Dahl was ill.", "“We will not leave,” she said.", "Ann Lund", "she"),
        ("Per Dahl came. Ann Lund was ill.", "“We will not leave,” he said.", "Per Dahl", "he"),
        ("Ann Lund arrived on Friday.", "“We will not leave,” the judge said.", "Ann Lund", "the judge"),
        ("“No,” said a tall clerk.", "“We will not leave,” the clerk added.", None, "a tall clerk"),
        ("“No,” said a tall clerk.", "“We will not leave,” she added.", None, "a tall clerk"),
        ("The box stood there.", "“We will not leave,” she said.", None, "she"),
        ("The Navy spoke.", "“We will not leave,” it said.", "Navy", "it"),
        ("Ann Lund said the court would stay.", "“We will not leave. We cannot.”", "Ann Lund", "Lund"),
        ("Ann Lund explained:", "“We will not leave. We cannot.”", "Ann Lund", "Lund"),
    ],
)
def test_who_is_meant_by_what_stands_for_a_name(before: str, text: str, speaker: str | None, words: str) -> None:
    found = said(f"{before}\n\n{text}", ["Ann Lund, Judge", "Per Dahl"], ["Navy"])[-1]
    assert found[0] == speaker
    assert str(found[1]).endswith(words)


def test_the_lawyer_of_somebody_is_not_he() -> None:
    (fact,) = found("Per Dahl was ill. His lawyer said that Dahl would come.", FactKind.QUOTE)
    assert (fact.value["speaker"], fact.value["speaker_text"]) == (None, "His lawyer")


def test_he_is_the_officer_whose_office_stands_before_his_rank() -> None:
    text = "Irish Premier Per Dahl's party has put off a vote.\n\nThe chairman, Dutch Admiral Jan Holm, said they had lost. “We lost,” he said."
    fact = found(text, FactKind.QUOTE)[-1]
    assert (fact.value["speaker"], fact.value["speaker_text"]) == ("Jan Holm", "he")


def test_it_is_no_campaign() -> None:
    text = "Per Dahl's campaign spoke.\n\n“We will not leave,” it said."
    assert found(text, FactKind.QUOTE)[-1].value["speaker_text"] == "it"


def test_he_is_nobody_of_an_earlier_paragraph_where_somebody_speaks_in_this_one() -> None:
    text = "The German minister said no.\n\nThe Chairman of the NATO Military Committee, Dutch Admiral Jan Holm, said they had lost. “We lost,” he said."
    assert found(text, FactKind.QUOTE)[-1].value["speaker_text"] == "he"


def test_they_are_the_group_that_was_counted() -> None:
    text = "Two U.S. judges left the court over what they said was Lund’s “path of reckless delay.”"
    assert said(text, ["Ann Lund"]) == [(None, "Two U.S. judges", "said", "path of reckless delay.")]


def test_a_verb_in_the_middle_leaves_one_quotation() -> None:
    text = "“We have done it. It is over,” she said. “But we need more. We can talk.”"
    (fact,) = quotes(f"Ann Lund came.\n\n{text}", ["Ann Lund"])
    assert fact.value["content"] == "We have done it. It is over, But we need more. We can talk."
    assert fact.text == "We have done it. It is over,"
    assert len(fact.mentions) == 2
    assert fact.value["direct"] is True


def test_each_verb_has_a_quotation_of_its_own() -> None:
    text = "“We go,” Ann Lund said. “We stay,” Per Dahl replied. Lund added: “Never mind.”"
    assert [(one[0], one[3]) for one in said(text, ["Ann Lund", "Per Dahl"])] == [
        ("Ann Lund", "We go,"), ("Per Dahl", "We stay,"), ("Ann Lund", "Never mind."),
    ]  # fmt: skip


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    text = "“We will not leave,” Ann Lund said. “We waited.\n\n“Then we waited more.\n\n“Now it is over.”\n\nThe end."
    (fact,) = quotes(text, ["Ann Lund"])
    assert fact.value["content"] == "We will not leave, We waited. Then we waited more. Now it is over."
    assert fact.value["speaker"] == "Ann Lund"


def test_an_unclosed_mark_leaves_the_next_paragraph_alone() -> None:
    text = "“We will not leave, Ann Lund said.\n\nPer Dahl agreed.\n\n“It is over,” Dahl said."
    assert ("Per Dahl", "Dahl", "said", "It is over,") in said(text, ["Ann Lund", "Per Dahl"])


@pytest.mark.parametrize(
    "text",
    [
        "Dwayne “The Wall” Lund won the bout.",
        "She read “The Long Way Home” on the train.",
        "The so-called “peace talks” failed.",
        "The “sorry” state of the roads was plain.",
        "He went to the senators’ room in the ’90s.",
    ],
)
def test_what_is_in_marks_and_not_said(text: str) -> None:
    assert said(text, ["Ann Lund"]) == []


def test_a_headline_with_single_marks() -> None:
    text = "Lund: 'We won't leave'\n\nThe judge spoke on Friday."
    (fact,) = quotes(told(text, {0: Role.HEADLINE}), ["Ann Lund"])
    assert (fact.value["speaker"], fact.text) == ("Ann Lund", "We won't leave")


def test_captions_count_and_credits_do_not() -> None:
    text = "Ann Lund speaks: “We stay put.”\n\n“We go,” Ann Lund said.\n\nReporting by “Ann said so herself,” Lund said"
    roles = {0: Role.CAPTION, 2: Role.CREDIT}
    assert {one[3] for one in said(told(text, roles), ["Ann Lund"])} == {"We stay put.", "We go,"}


def test_a_caption_does_not_interrupt_a_quotation() -> None:
    text = "“We waited,” Ann Lund said. “It was\n\nA court is seen in Ostby.\n\n“cold.”"
    (fact,) = quotes(told(text, {1: Role.CAPTION}), ["Ann Lund"])
    assert fact.value["content"] == "We waited, It was cold."


def test_a_pronoun_and_a_gap_are_less_sure_than_a_name() -> None:
    text = "“We go,” Ann Lund said.\n\n“We stay,” she added.\n\n“We never did leave the place.”"
    sure = [fact.provenance.confidence for fact in quotes(text, ["Ann Lund"])]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 3


def test_names_of_the_pipeline_are_who_speaks() -> None:
    of = told("Ostland’s President Maria Lund said on Friday: “We will sign the treaty.”")
    (fact,) = (fact for fact in extraction().facts(of).facts if fact.kind is FactKind.QUOTE)
    assert fact.value["speaker"] == "Maria Lund"
    assert fact.sentence.covers(fact.mentions[0])


_PARTS = ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''", "he said", "said Ann Lund", ", ", ". ", "? ", "We go", "\n\n",
          ":", " — ", "(", ")", "the official added", "they called", "according to", "and", "U.S.", "Lund", "x" * 5, "saying"]  # fmt: skip


@given(st.one_of(st.text(alphabet="\"“”'‘’«» ab.,\n", max_size=150),
                 st.lists(st.sampled_from(_PARTS), max_size=40).map("".join),
                 st.lists(st.sampled_from(_PARTS), max_size=40).map(" ".join)))  # fmt: skip
@settings(max_examples=250, deadline=None)
def test_any_text_gives_quotations_that_lie_in_it(text: str) -> None:
    text += "\n\n“We will stay,” said Ann Lund."
    of = story(text)
    found = list(quote.extract(pipeline()(text), of, known(of, ["Ann Lund"])))
    assert found
    for fact in found:
        assert fact.mentions[0].of(text) == fact.text != ""
        assert fact.value["content"] == " ".join(mention.of(text) for mention in fact.mentions)
        assert all(one.end <= two.start for one, two in pairwise(fact.mentions))
        assert all("\n\n" not in mention.of(text) for mention in fact.mentions)
        assert 0.0 < fact.provenance.confidence <= 1.0


@pytest.mark.parametrize("unit", ['"', "“", '"a b," he said. ', "“abc\n\n"])
def test_a_flood_of_marks_is_read_to_its_end(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "\n\n“We will stay,” said Ann Lund."
    of = story(text)
    doc = pipeline()("")  # without sentences: cutting them is another component's time
    *_, last = quote.extract(doc, of, known(of, ["Ann Lund"]))
    assert last.mentions[-1].of(text) == "We will stay,"
