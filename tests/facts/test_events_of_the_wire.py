"""Events in the shapes of sentence in which a wire tells them, by the words of sentences written for these tests."""

from __future__ import annotations

import pytest
from naming import found

from triage.model.fact import FactKind

Parts = tuple[str | None, str, str | None]


def parties(text: str) -> list[Parts]:
    return [(fact.value["actor"], fact.value["action"], fact.value["target"]) for fact in found(text, FactKind.EVENT)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Israeli forces raided a village near the border on Tuesday, killing three militants, officials said.",
            ("Israeli forces", "kill", "three militants"),
        ),
        (
            "The Kenyan police raided a village near the border on Tuesday, arresting two suspects, officials said.",
            ("Kenyan police", "arrest", "two suspects"),
        ),
        (
            "Houthi rebels, which released 12 hostages in May, said on Tuesday it wanted peace.",
            ("Houthi rebels", "release", "12 hostages"),
        ),
        (
            "The mayor praised Turkish authorities, who arrested two suspects last month.",
            ("Turkish authorities", "arrest", "two suspects"),
        ),
        ("Russia called off the talks after seizing a Greek tanker.", ("Russia", "seize", "Greek tanker")),
        (
            "A day after Israeli forces seized a Greek tanker, markets fell.",
            ("Israeli forces", "seize", "Greek tanker"),
        ),
        (
            "The attack came as Russia detained an opposition leader in the east.",
            ("Russia", "detain", "opposition leader"),
        ),
        (
            '"This must stop," the minister said after Israeli forces seized a Greek tanker.',
            ("Israeli forces", "seize", "Greek tanker"),
        ),
        ("Russia denied expelling four diplomats.", ("Russia", "expel", "four diplomats")),
        (
            "Colombia's army withdrew from the talks on Monday and killed three militants.",
            ("Colombia's army", "kill", "three militants"),
        ),
        ("Rheinmetall said it will supply Ukraine with 40 infantry fighting vehicles.", ("Rheinmetall", "supply", "Ukraine")),
    ],
)  # fmt: skip
def test_a_clause_hangs_where_it_is_said(text: str, wanted: Parts) -> None:
    assert wanted in parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russia plans to seize a Greek tanker, two sources said.",
        "Turkish authorities plan to seize a Greek tanker, two sources said.",
        "The Kenyan police plan to seize a Greek tanker, two sources said.",
        "Colombia's army plans to seize a Greek tanker, two sources said.",
    ],
)
def test_who_plans_it(text: str) -> None:
    (one,) = found(text, FactKind.EVENT)
    assert (one.value["target"], one.value["modality"]) == ("Greek tanker", "plans")
    assert one.value["actor"] is not None
    assert one.value["actor"] in text
    assert one.value["actor"] != "Colombia"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Colombia's army said it killed three militants overnight.", ("Colombia's army", "kill", "three militants")),
        ("Houthi rebels said on Tuesday they had expelled four diplomats.", ("Houthi rebels", "expel", "four diplomats")),
    ],
)  # fmt: skip
def test_who_says_it_is_who_did_it(text: str, wanted: Parts) -> None:
    assert parties(text) == [wanted]


def test_who_says_it_is_not_another() -> None:
    assert parties("Officials said it killed three militants overnight.") == []
    assert parties("The army said they killed three militants overnight.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Army arrests two suspects", ("Army", "arrest", "two suspects")),
        ("Russia expels four diplomats - ministry", ("Russia", "expel", "four diplomats")),
        ("Houthi rebels kill three militants - ministry", ("Houthi rebels", "kill", "three militants")),
        (
            "The U.S. imposed sanctions on three Iranian tankers and two firms based in Hong Kong, the Treasury said.",
            ("United States", "impose", "three Iranian tankers"),
        ),
        (
            "Thousands of protesters marched through Tbilisi against the law.",
            ("Thousands of protesters", "protest", "law"),
        ),
        (
            "A court in Minsk sentenced activist Ales Lipov to nine years in prison.",
            ("court", "sentence", "Ales Lipov"),
        ),
        ("Voters in Moldova elected Maia Sandu president on Sunday.", ("Voters", "elect", "Maia Sandu")),
    ],
)  # fmt: skip
def test_a_verb_that_looks_like_none(text: str, wanted: Parts) -> None:
    assert wanted in parties(text)


@pytest.mark.parametrize(
    ("text", "actor", "action", "weapon"),
    [
        ("A Russian missile struck an apartment block in Dnipro.", "Russia", "strike", "Russian missile"),
        ("Israeli air strikes killed 23 villagers in Khan Younis.", "Israel", "kill", "Israeli air strikes"),
        ("Two rockets hit a school, killing at least 12 people, medics said.", None, "kill", "Two rockets"),
        ("A military helicopter crashed near Bogota, killing all nine people on board.", None, "kill", None),
        ("Floods in southern Brazil have killed 83 people.", None, "kill", None),
    ],
)
def test_whose_weapon_it_was(text: str, actor: str | None, action: str, weapon: str | None) -> None:
    (one,) = (fact for fact in found(text, FactKind.EVENT) if fact.value["action"] == action)
    assert (one.value["actor"], one.value["weapon"]) == (actor, weapon)


def test_what_a_noun_of_amount_counts() -> None:
    assert ("Hezbollah", "fire", "Israel") in parties("Hezbollah fired a barrage of rockets at northern Israel on Wednesday.")  # fmt: skip


def test_a_number_alone_is_people_where_they_are_killed() -> None:
    assert ("Israel", "kill", "three") in parties("Israeli strike kills three in Lebanon")
    (one,) = (fact for fact in found("At least 12 were killed by a Russian bomb in Kherson.", FactKind.EVENT) if fact.value["action"] == "kill")  # fmt: skip
    assert (one.value["target"], one.value["weapon"]) == ("At least 12", "Russian bomb")
    assert ("Police", "kill", "12 of the attackers") in parties("Police killed 12 of the attackers.")


def test_what_a_vote_has_done() -> None:
    (one,) = (f for f in found("Lawmakers voted 17-8 to approve the budget.", FactKind.EVENT) if f.value["action"] == "approve")  # fmt: skip
    assert one.value["modality"] == "did"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A Malaysian court sentenced former transport minister Ahmad Razlan to 12 years in prison on Tuesday for taking bribes.",
            ("Malaysian court", "sentence", "Ahmad Razlan"),
        ),
        (
            "Ukrainian troops withdrew from the village of Novoselivka after three weeks of heavy fighting.",
            ("Ukrainian troops", "withdraw", "village of Novoselivka"),
        ),
        (
            "Somali forces backed by African Union troops recaptured the town of Bariire, killing more than 50 militants.",
            ("Somali forces", "kill", "more than 50 militants"),
        ),
        (
            "Spanish police arrested 13 suspected members of a cocaine ring in Barcelona.",
            ("Spanish police", "arrest", "13 suspected members of a cocaine ring"),
        ),
        (
            "The State Department approved the sale of $330 million of spare parts for F-16s to Taiwan.",
            ("State Department", "approve", "sale of $330 million"),
        ),
        ("One of its peacekeepers was wounded, the mission said.", (None, "wound", "One of its peacekeepers")),
        ("A Tejas crashed at the Dubai Airshow on Friday, killing its pilot.", (None, "kill", "pilot")),
        ("Suicide bomber kills 12 outside Islamabad court", ("Suicide bomber", "kill", "12")),
        ("Two soldiers killed in Mali ambush", (None, "kill", "Two soldiers")),
        ("Niger's junta ordered French troops to leave the country within a month.", ("French troops", "leave", "Niger")),
    ],
)  # fmt: skip
def test_whom_a_phrase_means(text: str, wanted: Parts) -> None:
    assert wanted in parties(text)


def test_what_up_to_a_number_is_given() -> None:
    (one,) = found("Sweden will supply Ukraine with up to 150 Gripen fighter jets.", FactKind.EVENT)
    assert (one.value["target"], one.value["object"]) == ("Ukraine", "up to 150 Gripen fighter jets")


def test_a_number_of_dead_without_anybody_is_no_event() -> None:
    assert parties("Quake kills 38 in hill towns, dozens missing") == []


def test_who_is_warned_against_it_might_do_it() -> None:
    (one,) = (
        fact
        for fact in found("Erdogan warned Israel against attacking Damascus again.", FactKind.EVENT)
        if fact.value["action"] == "attack"
    )
    assert (one.value["actor"], one.value["modality"]) == ("Israel", "may")
