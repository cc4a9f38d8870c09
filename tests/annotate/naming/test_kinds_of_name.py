"""Kinds of names that the model misreads, each with what it is told from."""

import pytest

from custody_records.annotate.pipeline import Annotator
from tests.annotate.naming.tagged import named, parse

CASES = [
    pytest.param(
        "<P>May Okoro</P> was arrested. On Tuesday <P>June Carver</P> told them so.",
        id="months that are given names, by what their bearers do",
    ),
    pytest.param("In May <P>Okoro</P> was arrested.", id="a month behind 'in' stays one"),
    pytest.param(
        "The <O>St. Louis Circuit Court</O> and the <O>Criminal Court of First Instance</O> ruled.",
        id="courts with an abbreviated town, and with an ordinal",
    ),
    pytest.param(
        "They slept on a floor without mats. " * 15 + "Bleach was poured on it every evening.",
        id="a capital that only opens a sentence",
    ),
    pytest.param(
        "Inmates of Ashbury Prison (ABP) in <L>Leeds</L> wrote. The ABP is full.",
        id="an acronym in brackets behind a facility",
    ),
    pytest.param(
        "Five men were caught by villagers at <L>Kamumbo</L> on Saturday, the police said.",
        id="no body behind at",
    ),
    pytest.param(
        "Shares of <O>Tarvo Brokers</O> fell after a report by the Tarvo Brokers analysts.",
        id="what has shares is a body",
    ),
    pytest.param(
        "So said <P>Agron Dalipi</P>, a lawyer.\n\nNobody asked <P>Agron</P> or hired the Dalipis.",
        id="one part of a person's name, and the family",
    ),
    pytest.param(
        "Relatives met <P>Vera Tokar</P> there.\n\nLater <P>Vera</P> was moved.",
        id="a given name alone after the whole name",
    ),
    pytest.param(
        "So said <P>Victoria Tokar</P> on Monday.\n\nShe was held in <L>Victoria</L> for a week.",
        id="a given name behind 'in' stays a place",
    ),
    pytest.param(
        "He wrote to Sexual Minorities Karakalpak (SMK). Then SMK answered.".replace(
            "Sexual Minorities Karakalpak", "<O>Sexual Minorities Karakalpak</O>"
        ).replace("SMK", "<O>SMK</O>"),
        id="an acronym in brackets spells the name before it, and holds for the text",
    ),
    pytest.param(
        "Police registered a First Information Report (FIR). The FIR names nobody.",
        id="the acronym of a document is no body",
    ),
    pytest.param(
        "The Maasai community and Aboriginal elders wrote.", id="adjectives of peoples are no names"
    ),
    pytest.param(
        "Islam was discussed there, and Ramadan began.", id="a religion and a holiday are no names"
    ),
    pytest.param(
        "Cooks use garlic. Garlic is dear in jail.", id="a word in lower case elsewhere is no name"
    ),
    pytest.param(
        "In May <L>Tunisia</L>’s <P>Kais Trabelsi</P> resigned.", id="an owner is a name by itself"
    ),
    pytest.param("The wall fell during Cyclone Mahina last year.", id="a storm is nobody"),
    pytest.param(
        "The Collective Security Treaty Organization sent monitors.".replace(
            "Collective Security Treaty Organization",
            "<O>Collective Security Treaty Organization</O>",
        ),
        id="a body with a treaty in its name",
    ),
    pytest.param("Mass Amnesty Frees Hundreds\n\nAll were freed.", id="an amnesty is no body"),
    pytest.param(
        "Protests took place in <L>Gaza</L> and in the <L>West Bank</L>.",
        id="areas are places of their own",
    ),
    pytest.param(
        "Trucks wait at the <L>Argentina</L>-<L>Chile</L> border.", id="a pair is two places"
    ),
    pytest.param(
        "It lost 40 million Singapore dollars last year.", id="a country's money is no place"
    ),
    pytest.param("KRNK – Two men were moved on Sunday.", id="an agency before the dash"),
    pytest.param(
        "The lawyer <P>KM Anwar Hossain</P> came. The jail in <L>Dhaka</L> is full, and "
        "<L>Bangladesh</L> has no other.",
        id="initials without points in the news of Bangladesh",
    ),
    pytest.param(
        "<P>Levan K.</P>, 35, burned his mattress. The mother of <P>Levan K.</P> wept.",
        id="a withheld family name has its point before a comma too",
    ),
    pytest.param(
        "They wrote of <P>Malcolm X</P> in jail. Some liked <P>Malcolm X</P>.",
        id="a letter that is printed without a point is a name",
    ),
    pytest.param("By Farida Karimova\n\nNobody came to the gate.", id="a byline"),
    pytest.param(
        "They were driven to the Ye Kyi Ai interrogation centre.",
        id="a building has a person's name",
    ),
    pytest.param(
        "They were taken from a house in <L>Rostov</L>, said <P>Anna Petrova</P>.",
        id="a town behind 'in', a person behind 'said'",
    ),
    pytest.param(
        "<O>Jany Zaman</O> editor <P>Murat Agir</P> was held.", id="an outlet before its editor"
    ),
    pytest.param("Daghestani and Chechen convicts refused food.", id="demonyms in both spellings"),
]


@pytest.mark.parametrize("tagged", CASES)
def test_kinds(annotator: Annotator, tagged: str) -> None:
    plain, expected = parse(tagged)
    assert named(annotator, plain) == expected
