"""Offences and penalties in stories of several sentences."""

import pytest

from tests.annotate.statutes.conftest import Read

Told = tuple[str, str | None, tuple[str, ...]]

# (text, (article, offence, penalties "kind min-max unit") of each article)
CASES: list[object] = [
    pytest.param(
        "Court jails three warders over inmate's death\n\nA court in Kisumu on Friday jailed "
        "three prison warders for 10 years each over the death of an inmate in 2019.\n\n"
        "Magistrate Jane Auma found that Peter Otieno, John Kiprop and Said Ali had beaten "
        "Brian Odhiambo with batons. They were convicted of manslaughter contrary to Section "
        "202 of the Penal Code.\n\nA fourth warder, Mary Wanjiku, was acquitted. Her lawyer, "
        "who spent five years in the Prosecutor's Office, welcomed it.",
        [("202", "manslaughter", ("imprisonment 10-10 year",))],
        id="before: contrary to",
    ),
    pytest.param(
        "Activist's appeal rejected\n\nThe Supreme Court rejected on Monday the appeal of "
        "Olga Reznik, 34. She was sentenced in March to seven years in a penal colony for "
        '"facilitating extremist activity".\n\nArticle 361-4 of the Criminal Code, under '
        "which she was tried, carries up to eight years. Her husband, Pavel, was sentenced "
        "to three years for insulting an official.",
        [("361-4", None, ("imprisonment None-8 year",))],
        id="Activist's appeal rejected The Supreme Court",
    ),
    pytest.param(
        "Four arrested over jail riot\n\nPolice have arrested four inmates under sections "
        "147 (rioting), 353 (assault on a public servant) and 307 (attempt to murder) of the "
        "IPC. The four are serving life terms in a 2010 murder case.",
        [
            ("147", "rioting", ()),
            ("353", "assault on a public servant", ()),
            ("307", "attempt to murder", ()),
        ],
        id="behind:",
    ),
    pytest.param(
        "The journalist faces two charges. The first, under Article 319 of the Criminal "
        "Code, is fraud, which carries up to five years. The second is extortion, under "
        "Article 189, for which he could get ten.",
        [("319", "fraud", ("imprisonment None-5 year",)), ("189", "extortion", ())],
        id="behind: of the Criminal Code, is",
    ),
    pytest.param(
        "Judge Murat Kaya sentenced the former governor to 12 years and six months for "
        '"aggravated torture" (TCK 94/3) and to two years for "destroying evidence" (TCK '
        "281).",
        [
            ("94", "aggravated torture", ("imprisonment 12.5-12.5 year",)),
            ("281", "destroying evidence", ("imprisonment 2-2 year",)),
        ],
        id="behind: Judge Murat Kaya sentenced the former governor to",
    ),
    pytest.param(
        "He was held for 14 months on suspicion of treason (Article 275 of the Criminal "
        "Code), which carries 12 years to life. In June the charge was changed to secret "
        "cooperation with a foreign state (Article 275.1), and he was jailed for eight years.",
        [
            ("275", "treason", ("life None-None None", "imprisonment 12-None year")),
            ("275.1", "secret cooperation with a foreign state", ("imprisonment 8-8 year",)),
        ],
        id="before: in front of it",
    ),
    pytest.param(
        "Two men were given five-year terms each under the anti-terror law. Section 13 of "
        "the UAPA was dropped.",
        [("13", None, ())],
        id="Two men were given five-year terms each",
    ),
    pytest.param(
        "Under the Terrorism Act 2000, he was jailed for 12 years. Section 58 makes it an "
        "offence to possess material useful to terrorists; the maximum is 15 years.",
        [("58", None, ("imprisonment None-15 year",))],
        id="Under the Terrorism Act 2000, he was",
    ),
    pytest.param(
        'Mr Haddad is accused of "undermining the state\'s prestige", a charge under '
        "Article 71 of the Press Law that carries a fine of 5,000 dinars.",
        [("71", "undermining the state's prestige", ("fine 5000-5000 dinar",))],
        id="before: a charge under",
    ),
    pytest.param(
        "The 2015 law's Article 17, on \"apology for terrorism\", provides for seven years' "
        "imprisonment and a fine of 100,000 euros.",
        [("17", "apology for terrorism", ("imprisonment 7-7 year", "fine 100000-100000 euro"))],
        id="behind: on",
    ),
    pytest.param(
        "The warden was charged under Article 308 with excess of power. If convicted, he "
        "faces three to eight years behind bars. His lawyer says he served 20 years without "
        "a blemish.",
        [("308", "excess of power", ("imprisonment 3-8 year",))],
        id="behind: with",
    ),
    pytest.param(
        "Convicted in 2022 of espionage under Article 276, Lee spent two years in a colony "
        "in Perm before he was exchanged.",
        [("276", "espionage", ())],
        id="before: under",
    ),
    pytest.param(
        "The court gave Aydın a suspended sentence of ten months under Article 125 of the "
        'Penal Code, "insult".',
        [("125", "insult", ("imprisonment 10-10 month",))],
        id="behind: of the Penal Code",
    ),
    pytest.param(
        "A military judge extended his detention for 30 days under Article 123 of the Code "
        "of Criminal Procedure.",
        [("123", None, ())],
        id="A military judge extended his detention for",
    ),
    pytest.param(
        "She was released on bail under Section 437 CrPC after 90 days in custody.",
        [("437", None, ())],
        id="She was released on bail under Section",
    ),
    pytest.param(
        "The inmate was put in a punishment cell for 15 days under Article 118 of the Penal "
        "Enforcement Code.",
        [("118", None, ())],
        id="The inmate was put in a punishment",
    ),
    pytest.param(
        "The law (Article 21) bans torture. Guard Rustam A. got three years for it.",
        [("21", "torture", ())],
        id="behind: bans",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_story(text: str, expected: list[Told], read: Read) -> None:
    found = [
        (r.article, r.offence, tuple(f"{p.kind} {p.min}-{p.max} {p.unit}" for p in r.penalties))
        for r in read(text)
        if r.article
    ]
    assert found == expected
