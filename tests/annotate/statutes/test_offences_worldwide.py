"""Offences and penalties as the press of many countries words them."""

import pytest

from tests.annotate.statutes.conftest import Read

Told = tuple[str, str | None, tuple[str, ...]]

# (text, (article, offence, penalties "kind min-max unit") of each article)
CASES: list[object] = [
    pytest.param(
        "The Colombo magistrate remanded the jailer under Section 316 of the Penal Code, "
        "voluntarily causing grievous hurt.",
        [("316", "voluntarily causing grievous hurt", ())],
        id="behind: of the Penal Code",
    ),
    pytest.param(
        "Both were booked under Section 323 (voluntarily causing hurt) read with Section 34 "
        "of the IPC.",
        [("323", "voluntarily causing hurt", ()), ("34", None, ())],
        id="behind:",
    ),
    pytest.param(
        "Charges were framed against seven policemen under Section 330 IPC for causing hurt "
        "to extort a confession.",
        [("330", "causing hurt to extort a confession", ())],
        id="behind: IPC for",
    ),
    pytest.param(
        "The Sessions Court awarded ten years' rigorous imprisonment to two warders under "
        "Section 304 Part II of the IPC for culpable homicide not amounting to murder.",
        [("304", "culpable homicide not amounting to murder", ("imprisonment 10-10 year",))],
        id="behind: Part II of the IPC for",
    ),
    pytest.param(
        "A case under sections 147, 148 and 302 of the Pakistan Penal Code was registered "
        "against unknown inmates.",
        [("147", None, ()), ("148", None, ()), ("302", None, ())],
        id="nothing tied: A case under sections 147, 148 and",
    ),
    pytest.param(
        "The suspect was charged with escaping from lawful custody, contrary to Section 123 "
        "as read with Section 36 of the Penal Code.",
        [("123", "escaping from lawful custody", ()), ("36", "escaping from lawful custody", ())],
        id="before: contrary to",
    ),
    pytest.param(
        "He pleaded not guilty to a charge of manslaughter contrary to Section 202 as read "
        "with Section 205 of the Penal Code.",
        [("202", "manslaughter", ()), ("205", "manslaughter", ())],
        id="before: contrary to (2)",
    ),
    pytest.param(
        "Prison guard Moyo was arraigned before a Harare magistrate on charges of criminal "
        "abuse of office as defined in Section 174(1)(a) of the Criminal Law Code.",
        [("174", "criminal abuse of office", ())],
        id="before: as defined in",
    ),
    pytest.param(
        "Under the country's Cybercrime Act, 'cyber-libel' (Section 4(c)(4)) carries up to "
        "eight years in prison.",
        [("4", "cyber-libel", ("imprisonment None-8 year",))],
        id="before: '",
    ),
    pytest.param(
        "She is detained for violation of Section 5 of Republic Act 9165, selling illegal "
        "drugs, which is punishable by life imprisonment.",
        [("5", "selling illegal drugs", ("life None-None None",))],
        id="behind: of Republic Act 9165",
    ),
    pytest.param(
        "The ex-warden faces a complaint for violation of Section 3(e) of Republic Act No. "
        "3019, the Anti-Graft and Corrupt Practices Act.",
        [("3", None, ())],
        id="nothing tied: The ex-warden faces a complaint for violatio",
    ),
    pytest.param(
        "Article 133 of Egypt's Penal Code punishes insulting a public employee with up to "
        "six months in prison or a fine of 200 pounds.",
        [
            (
                "133",
                "insulting a public employee",
                ("imprisonment None-6 month", "fine 200-200 pound"),
            )
        ],
        id="behind: of Egypt's Penal Code punishes",
    ),
    pytest.param(
        'The blogger was referred to trial on charges of "spreading false news" and '
        '"misusing social media" under Articles 102 bis and 188 of the Penal Code.',
        [("102 bis", "spreading false news", ()), ("188", "misusing social media", ())],
        id="in their order: The blogger was referred to trial on",
    ),
    pytest.param(
        "In Tunisia, Decree 54, whose Article 24 provides for five years in prison for "
        'spreading "false news", has been used against 60 people.',
        [("24", 'spreading "false news"', ("imprisonment 5-5 year",))],
        id="behind: provides for five years in prison for",
    ),
    pytest.param(
        'He was prosecuted under Article 67 of the Press Law, which bans "disturbing public '
        'order".',
        [("67", "disturbing public order", ())],
        id="behind: of the Press Law, which bans",
    ),
    pytest.param(
        'Moroccan rapper Simo was sentenced to one year in prison for "insulting public '
        'officials" (Article 263 of the penal code).',
        [("263", "insulting public officials", ("imprisonment 1-1 year",))],
        id="before: in front of it",
    ),
    pytest.param(
        'A judge in La Plata charged nine officers with "torture followed by death" '
        "(Article 144 ter of the Criminal Code), which carries a life sentence.",
        [("144 ter", "torture followed by death", ("life None-None None",))],
        id="before: in front of it (2)",
    ),
    pytest.param(
        "The prosecutor requested 12 years for the director under Article 278 of the COIP, "
        "embezzlement.",
        [("278", "embezzlement", ())],
        id="behind: of the COIP",
    ),
    pytest.param(
        "They are accused of terrorism, a crime typified in Article 366 of the Comprehensive "
        "Organic Criminal Code and punished with 10 to 13 years.",
        [("366", "terrorism", ("imprisonment 10-13 year",))],
        id="before: a crime typified in",
    ),
    pytest.param(
        "Article 345 of the Penal Code sets 20 to 30 years for unlawful association with a gang.",
        [("345", "unlawful association with a gang", ("imprisonment 20-30 year",))],
        id="behind: of the Penal Code sets 20 to 30 years for",
    ),
    pytest.param(
        "Gang membership, under the reformed Article 345 of the Penal Code, is now punished "
        "with 20 to 30 years.",
        [("345", "Gang membership", ("imprisonment 20-30 year",))],
        id="before: under the reformed",
    ),
    pytest.param(
        "Mehmet K. was given one year and eight months under TCK 299 for insulting the president.",
        [("299", "insulting the president", ("imprisonment 20-20 month",))],
        id="behind: Mehmet K. was given one year and eight months unde",
    ),
    pytest.param(
        "The journalist was sentenced to 3 years, 1 month and 15 days on the charge of "
        '"making propaganda for an organization" as per Article 7/2 of the Anti-Terror Law.',
        [("7", "making propaganda for an organization", ("imprisonment 37-37 month",))],
        id="before: as per",
    ),
    pytest.param(
        "Four activists were charged under Section 116, or sedition, of the Thai Criminal Code.",
        [("116", "sedition", ())],
        id="behind: or",
    ),
    pytest.param(
        "She was charged with royal defamation under Article 112, which carries three to 15 "
        "years per count.",
        [("112", "royal defamation", ("imprisonment 3-15 year",))],
        id="before: under",
    ),
    pytest.param(
        'Le was convicted of "abusing democratic freedoms to infringe upon the interests of '
        'the state" under Article 331 of the 2015 Penal Code and was sentenced to five '
        "years and six months.",
        [
            (
                "331",
                "abusing democratic freedoms to infringe upon the interests of the state",
                ("imprisonment 5.5-5.5 year",),
            )
        ],
        id="before: under (2)",
    ),
    pytest.param(
        'The Uyghur teacher was jailed for 11 years for "inciting ethnic hatred", a charge '
        "under Article 249 of the Criminal Law.",
        [("249", "inciting ethnic hatred", ("imprisonment 11-11 year",))],
        id="before: a charge under",
    ),
    pytest.param(
        'Under Article 293 of the Criminal Law, "picking quarrels and provoking trouble" '
        "can bring five years in prison.",
        [("293", "picking quarrels and provoking trouble", ("imprisonment 5-5 year",))],
        id="behind: of the Criminal Law",
    ),
    pytest.param(
        'Ko Min was given two years under Section 505(b), the law on "causing fear or alarm".',
        [("505", "causing fear or alarm", ("imprisonment 2-2 year",))],
        id="behind: b), the law on",
    ),
    pytest.param(
        "The junta also charged her under Section 17(1) of the Unlawful Associations Act, "
        "which carries three years.",
        [("17", None, ("imprisonment 3-3 year",))],
        id="nothing tied: The junta also charged her under Section",
    ),
    pytest.param(
        "Prosecutors in Minsk charged the sociologist under Article 342 of the Criminal Code "
        '("Organization of actions that grossly violate public order").',
        [("342", "Organization of actions that grossly violate public order", ())],
        id="behind: of the Criminal Code",
    ),
    pytest.param(
        'The court found the artist guilty under Part 2 of Article 207.3 ("fakes" about '
        "the army) and gave her seven years.",
        [("207.3", '"fakes" about the army', ("imprisonment 7-7 year",))],
        id="behind: (2)",
    ),
    pytest.param(
        "Under Article 226 of Georgia's Criminal Code, organising group actions that violate "
        "public order is punishable by a fine or up to three years in jail.",
        [
            (
                "226",
                "organising group actions that violate public order",
                ("fine None-None None", "imprisonment None-3 year"),
            )
        ],
        id="behind: of Georgia's Criminal Code",
    ),
    pytest.param(
        "The officer pleaded guilty to a felony count of aggravated assault under color of "
        "law, 18 USC 242, and faces up to ten years.",
        [("242", "aggravated assault under color of law", ("imprisonment None-10 year",))],
        id="behind: The officer pleaded guilty to a felony count of",
    ),
    pytest.param(
        "The officer was sentenced to three years, under section 40CA of the Prison Act "
        "1952, for having a knife in prison.",
        [("40CA", "having a knife", ("imprisonment 3-3 year",))],
        id="behind: of the Prison Act 1952, for",
    ),
    pytest.param(
        'French prosecutors opened a probe for "violence by a person in authority", an '
        "offence punished by Article 222-13 of the Penal Code with five years' imprisonment.",
        [("222-13", "violence by a person in authority", ("imprisonment 5-5 year",))],
        id="before: an offence punished by",
    ),
    pytest.param(
        "Article 174 of the Spanish Penal Code, on torture, sets a penalty of two to six years.",
        [("174", "torture", ("imprisonment 2-6 year",))],
        id="behind: of the Spanish Penal Code, on",
    ),
    pytest.param(
        "He was indicted under Article 137 of the Criminal Code - ill-treatment and torture.",
        [("137", "ill-treatment and torture", ())],
        id="behind: of the Criminal Code -",
    ),
    pytest.param(
        "Officers beat the men for refusing to stand up, witnesses told the court hearing "
        "the case under Article 286 of the Criminal Code.",
        [("286", None, ())],
        id="nothing tied: Officers beat the men for refusing to",
    ),
    pytest.param(
        "The wife of a man jailed for murder asked the court to apply Article 81 of the "
        "Criminal Code.",
        [("81", None, ())],
        id="nothing tied: The wife of a man jailed for",
    ),
    pytest.param(
        "A doctor who treats prisoners for torture under Article 14 of the Convention "
        "against Torture is protected.",
        [("14", None, ())],
        id="nothing tied: A doctor who treats prisoners for torture",
    ),
    pytest.param(
        "Parliament voted for abolishing imprisonment under Article 19 of the Press Law.",
        [("19", None, ())],
        id="nothing tied: Parliament voted for abolishing imprisonment",
    ),
    pytest.param(
        "The bill provides for changing Article 32 of the Criminal Code.",
        [("32", None, ())],
        id="nothing tied: The bill provides for changing Article 32",
    ),
    pytest.param(
        "The court rejected his request for transferring him home under Article 12 of the "
        "Law on Prisons.",
        [("12", None, ())],
        id="nothing tied: The court rejected his request for transferr",
    ),
    pytest.param(
        "He thanked the judge for applying Article 73 of the Criminal Code.",
        [("73", None, ())],
        id="nothing tied: He thanked the judge for applying Article",
    ),
    pytest.param(
        "The ministry is responsible for providing care under Section 22 of the Prisons Act.",
        [("22", None, ())],
        id="nothing tied: The ministry is responsible for providing ca",
    ),
    pytest.param(
        "There are grounds for releasing him under Section 22 of the Prisons Act.",
        [("22", None, ())],
        id="nothing tied: There are grounds for releasing him under",
    ),
    pytest.param(
        "Lawyers criticised the law for criminalising dissent under Article 20 of the Press Law.",
        [("20", None, ())],
        id="nothing tied: Lawyers criticised the law for criminalising",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offence_of_a_country(text: str, expected: list[Told], read: Read) -> None:
    found = [
        (r.article, r.offence, tuple(f"{p.kind} {p.min}-{p.max} {p.unit}" for p in r.penalties))
        for r in read(text)
        if r.article
    ]
    assert found == expected
