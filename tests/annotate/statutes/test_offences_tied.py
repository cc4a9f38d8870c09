"""Ways in which the press ties an offence to its article."""

import pytest

from tests.annotate.statutes.conftest import Read

Told = tuple[str, str | None, tuple[str, ...]]

# (text, (article, offence, penalties "kind min-max unit") of each article)
CASES: list[object] = [
    pytest.param(
        "He was held in a case of robbery under Sections 392 and 397 of the Penal Code.",
        [("392", "robbery", ()), ("397", "robbery", ())],
        id="one offence for all articles of a list",
    ),
    pytest.param(
        "They were jailed for terrorism and secession under section 2 of the Law on the "
        "Suppression of Terrorism and section 111 of the Penal Code.",
        [("2", "terrorism", ()), ("111", "secession", ())],
        id="one offence for each of two joined citations",
    ),
    pytest.param(
        "Articles 174 and 405 of the Criminal Code (incitement) were cited.",
        [("174", None, ()), ("405", None, ())],
        id="in brackets behind two articles: nobody's",
    ),
    pytest.param(
        "He was charged with murder under Section 103(1) of the Bharatiya Nyaya Sanhita.",
        [("103", "murder", ())],
        id="before: under",
    ),
    pytest.param(
        "He sought that an FIR for murder be registered against four warders under Section "
        "103(1) of the Bharatiya Nyaya Sanhita.",
        [("103", "murder", ())],
        id="before: be registered against four warders under",
    ),
    pytest.param(
        "A case of attempted murder was registered against three guards under Section 109 of "
        "the Bharatiya Nyaya Sanhita.",
        [("109", "attempted murder", ())],
        id="before: was registered against three guards under",
    ),
    pytest.param(
        "He was convicted of official corruption, contrary to Section 98 of the Criminal Code.",
        [("98", "official corruption", ())],
        id="before: contrary to",
    ),
    pytest.param(
        "He was convicted under Section 29 of the Prison Service Act 2011 and Section 98 of "
        "the Criminal Code, the latter for official corruption.",
        [("29", None, ()), ("98", "official corruption", ())],
        id="nothing tied: He was convicted under Section 29 of",
    ),
    pytest.param(
        "He was convicted under Section 29 of the Prisons Act and Section 98 of the Criminal "
        "Code, the former for aiding an escape.",
        [("29", "aiding an escape", ()), ("98", None, ())],
        id="behind: of the Prisons Act and Section 98 of the Criminal",
    ),
    pytest.param(
        "The charges are terrorism and incitement to hatred, and the latter alone, under "
        "Article 20 of the Law against Hatred, can bring ten to 20 years.",
        [("20", "incitement to hatred", ("imprisonment 10-20 year",))],
        id="before: and the latter alone, under",
    ),
    pytest.param(
        "He is held under Article 20 of the Law against Hatred, which punishes incitement to "
        "hatred with 10 to 20 years in prison.",
        [("20", "incitement to hatred", ("imprisonment 10-20 year",))],
        id="behind: of the Law against Hatred, which punishes",
    ),
    pytest.param(
        "A former deputy was indicted on one count under Section 242 of Title 18, "
        "deprivation of rights under color of law, which carries up to 10 years in prison.",
        [("242", "deprivation of rights under color of law", ("imprisonment None-10 year",))],
        id="behind: of Title 18",
    ),
    pytest.param(
        "A new case has been opened against him for malicious disobedience to the "
        "administration (Article 411), which carries up to two years.",
        [("411", "malicious disobedience to the administration", ("imprisonment None-2 year",))],
        id="before: in front of it",
    ),
    pytest.param(
        "He was jailed for 20 months after he admitted bringing phones into the prison, an "
        "offence under section 40C of the Prison Act 1952, and misconduct in public office.",
        [("40C", "bringing phones into the prison", ("imprisonment 20-20 month",))],
        id="before: an offence under",
    ),
    pytest.param(
        "They were beaten by the guards for beating Ram Bhuiyan under section 302 of the "
        "Penal Code.",
        [("302", None, ())],
        id="nothing tied: They were beaten by the guards for",
    ),
    pytest.param(
        "The two were given life terms for beating a remand prisoner to death under section "
        "302 of the Penal Code.",
        [("302", None, ("life None-None None",))],
        id="nothing tied: The two were given life terms for",
    ),
    pytest.param(
        "He was charged under Article 142, which provides for three to eight years.",
        [("142", None, ("imprisonment 3-8 year",))],
        id="nothing tied: He was charged under Article 142, which",
    ),
    pytest.param(
        "He faces charges of terrorism financing, defined in Article 421-2-2 of the Penal "
        "Code, and association with criminals.",
        [("421-2-2", "terrorism financing", ())],
        id="before: defined in",
    ),
    pytest.param(
        "They were found guilty of sedition, as defined in Section 124A of the Indian Penal Code.",
        [("124A", "sedition", ())],
        id="before: as defined in",
    ),
    pytest.param(
        "Police have registered a case under sections 302 (murder), 34 (common intention) "
        "and 201 (causing disappearance of evidence) of the IPC.",
        [
            ("302", "murder", ()),
            ("34", "common intention", ()),
            ("201", "causing disappearance of evidence", ()),
        ],
        id="behind:",
    ),
    pytest.param(
        "Under Section 295-C of the Pakistan Penal Code, blasphemy is punishable by death.",
        [("295-C", "blasphemy", ("death None-None None",))],
        id="behind: of the Pakistan Penal Code",
    ),
    pytest.param(
        "Section 295-C of the Pakistan Penal Code makes blasphemy punishable by death.",
        [("295-C", "blasphemy", ("death None-None None",))],
        id="behind: of the Pakistan Penal Code makes",
    ),
    pytest.param(
        "Section 112 of the Criminal Code criminalises lese-majeste with three to 15 years "
        "in prison.",
        [("112", "lese-majeste", ("imprisonment 3-15 year",))],
        id="behind: of the Criminal Code criminalises",
    ),
    pytest.param(
        'Article 117 of the Penal Code, titled "anti-state propaganda", carries up to 12 '
        "years in prison.",
        [("117", "anti-state propaganda", ("imprisonment None-12 year",))],
        id="behind: of the Penal Code, titled",
    ),
    pytest.param(
        'Blogger Tran Van Khoa was tried under Article 331 for "abusing democratic '
        'freedoms". He got four years.',
        [("331", "abusing democratic freedoms", ("imprisonment 4-4 year",))],
        id="behind: for",
    ),
    pytest.param(
        "The crime of torture, set out in Article 174 of the Penal Code, carries seven to "
        "ten years.",
        [("174", "torture", ("imprisonment 7-10 year",))],
        id="before: set out in",
    ),
    pytest.param(
        "Prosecutors invoked Article 147 of the Penal Code, on torture, against the warden.",
        [("147", "torture", ())],
        id="behind: of the Penal Code, on",
    ),
    pytest.param(
        "Prosecutors invoked Article 147 of the Penal Code, which concerns torture by officials.",
        [("147", "torture by officials", ())],
        id="behind: of the Penal Code, which concerns",
    ),
    pytest.param(
        "Prosecutors invoked Article 147 of the Penal Code, which deals with the "
        "ill-treatment of detainees.",
        [("147", "ill-treatment of detainees", ())],
        id="behind: of the Penal Code, which deals with the",
    ),
    pytest.param(
        "Article 98 of the Penal Code, which covers contempt of religion, carries six months "
        "to five years in prison.",
        [("98", "contempt of religion", ("imprisonment 6-60 month",))],
        id="behind: of the Penal Code, which covers",
    ),
    pytest.param(
        "The crime is covered by Article 98 of the Penal Code (contempt of religion). The "
        "penalty is six months to five years in prison.",
        [("98", "contempt of religion", ("imprisonment 6-60 month",))],
        id="behind: of the Penal Code",
    ),
    pytest.param(
        "Article 151 of the Criminal Code refers to treason. The punishment is up to 20 years.",
        [("151", "treason", ("imprisonment None-20 year",))],
        id="behind: of the Criminal Code refers to",
    ),
    pytest.param(
        "The accused was arraigned on a charge of criminal conspiracy, punishable under "
        "Section 516 of the Criminal Code.",
        [("516", "criminal conspiracy", ())],
        id="before: punishable under",
    ),
    pytest.param(
        "Article 24 of the Organic Law makes torture a crime punishable by 15 to 25 years.",
        [("24", "torture", ("imprisonment 15-25 year",))],
        id="behind: of the Organic Law makes",
    ),
    pytest.param(
        "The governor was convicted under Article 270 of the Criminal Code, embezzlement, "
        "and Article 275, forgery.",
        [("270", "embezzlement", ()), ("275", "forgery", ())],
        id="behind: of the Criminal Code",
    ),
    pytest.param(
        'The two were convicted of "incitement" and "participation in an illegal '
        'assembly" under Articles 174 and 400 of the Criminal Code, respectively.',
        [("174", "incitement", ()), ("400", "participation in an illegal assembly", ())],
        id="before: and participation in an illegal assembly under",
    ),
    pytest.param(
        "They are accused of inciting hatred and organizing a riot, respectively under "
        "Articles 174 and 272 of the Criminal Code.",
        [("174", "inciting hatred", ()), ("272", "organizing a riot", ())],
        id="before: and organizing a riot, respectively under",
    ),
    pytest.param(
        "He was charged under Articles 174 and 272 of the Criminal Code with inciting hatred "
        "and organizing a riot.",
        [("174", None, ()), ("272", None, ())],
        id="nothing tied: He was charged under Articles 174 and",
    ),
    pytest.param(
        "He was charged under Article 272 of the Criminal Code with organizing a riot.",
        [("272", "organizing a riot", ())],
        id="behind: of the Criminal Code with",
    ),
    pytest.param(
        "He was charged under Section 505(a) of the Penal Code with incitement and sentenced "
        "to three years in prison.",
        [("505", "incitement", ("imprisonment 3-3 year",))],
        id="behind: a) of the Penal Code with",
    ),
    pytest.param(
        "Under Article 299 of the Turkish Penal Code, insulting the president carries one to "
        "four years in prison.",
        [("299", "insulting the president", ("imprisonment 1-4 year",))],
        id="behind: of the Turkish Penal Code",
    ),
    pytest.param(
        "Insulting the president is a crime under Article 299 of the Turkish Penal Code.",
        [("299", "Insulting the president", ())],
        id="before: is a crime under",
    ),
    pytest.param(
        "Article 299, which criminalizes insulting the president, was used against a teacher.",
        [("299", "insulting the president", ())],
        id="behind: which criminalizes",
    ),
    pytest.param(
        "He is accused of the crime of terrorism provided for in Article 4 of the Organic "
        "Law against Organized Crime.",
        [("4", "terrorism", ())],
        id="before: provided for in",
    ),
    pytest.param(
        "He was tried for aggravated homicide, classified in Article 406 of the Penal Code.",
        [("406", "aggravated homicide", ())],
        id="before: classified in",
    ),
    pytest.param(
        "Article 20(1) of the Law on Freedom of Assembly bans unauthorised rallies. "
        "Violators face a fine of up to 500 euros.",
        [("20", "unauthorised rallies", ("fine None-500 euro",))],
        id="behind: 1) of the Law on Freedom of Assembly bans",
    ),
    pytest.param(
        'The officers were indicted for "violent acts leading to death" under Articles 400 '
        "and 403 of the Penal Code, crimes that carry 10 to 20 years in prison.",
        [
            ("400", "violent acts leading to death", ("imprisonment 10-20 year",)),
            ("403", "violent acts leading to death", ("imprisonment 10-20 year",)),
        ],
        id="one offence in quotes for two articles",
    ),
    pytest.param(
        "Lee was indicted for violating Article 7 of the National Security Act, praising an enemy.",
        [("7", "praising an enemy", ())],
        id="behind: of the National Security Act",
    ),
    pytest.param(
        "Prosecutors say the warden violated Article 125 of the Criminal Act, which punishes "
        "assault by officials.",
        [("125", "assault by officials", ())],
        id="behind: of the Criminal Act, which punishes",
    ),
    pytest.param(
        "The officers were charged with obstruction of justice in violation of 18 U.S.C. § "
        "1519, which carries a maximum of 20 years.",
        [("1519", "obstruction of justice", ("imprisonment None-20 year",))],
        id="before: in violation of 18 U.S.C.",
    ),
    pytest.param(
        "Kovac is charged with mobbing, a crime under Article 288 of the Penal Code.",
        [("288", "mobbing", ())],
        id="before: a crime under",
    ),
    pytest.param(
        "A criminal investigation was launched under Article 144-1 of the Criminal Code, "
        "which pertains to torture and provides for 7 to 10 years in prison.",
        [("144-1", "torture", ("imprisonment 7-10 year",))],
        id="behind: of the Criminal Code, which pertains to",
    ),
    pytest.param(
        "The investigation is being conducted under Article 333, Paragraph 3 (b) of the "
        "Criminal Code, exceeding official powers by using violence.",
        [("333", "exceeding official powers by using violence", ())],
        id="behind: Paragraph 3 (b) of the Criminal Code",
    ),
    pytest.param(
        "Article 147 of the Criminal Code prescribes imprisonment of five to eight years for "
        "torture.",
        [("147", "torture", ("imprisonment 5-8 year",))],
        id="behind: of the Criminal Code prescribes imprisonment of fi",
    ),
    pytest.param(
        "Article 147 of the Criminal Code provides for five to eight years in prison for torture.",
        [("147", "torture", ("imprisonment 5-8 year",))],
        id="behind: of the Criminal Code provides for five to eight ye",
    ),
    pytest.param(
        "The Criminal Code, in its Article 147, punishes torture with five to eight years in "
        "prison.",
        [("147", "torture", ("imprisonment 5-8 year",))],
        id="behind: punishes",
    ),
    pytest.param(
        "The charge sheet lists Section 13 of the UAPA, unlawful activities, and Section "
        "120B of the IPC, criminal conspiracy.",
        [("13", "unlawful activities", ()), ("120B", "criminal conspiracy", ())],
        id="behind: of the UAPA",
    ),
    pytest.param(
        "He was sentenced under Article 86 bis of the Penal Code to 15 years for leading a "
        "banned group.",
        [("86 bis", "leading a banned group", ("imprisonment 15-15 year",))],
        id="behind: of the Penal Code to 15 years for",
    ),
    pytest.param(
        "The men were charged with belonging to a terrorist group, under Article 86 of the "
        "Penal Code.",
        [("86", "belonging to a terrorist group", ())],
        id="before: under (20)",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offence_is_tied(text: str, expected: list[Told], read: Read) -> None:
    found = [
        (r.article, r.offence, tuple(f"{p.kind} {p.min}-{p.max} {p.unit}" for p in r.penalties))
        for r in read(text)
        if r.article
    ]
    assert found == expected
