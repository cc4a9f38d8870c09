"""Roles and ages around a name, and what is none of them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.people.words import PeopleWords
from custody_records.annotate.pipeline import Annotator
from custody_records.rulebook import rules_dir

READER = PeopleWords.read(rules_dir()).ages


def people(annotator: Annotator, text: str) -> dict[str, PersonReading]:
    doc = annotator.full.make_doc(text)
    for _, component in annotator.full.pipeline:
        doc = component(doc)
    return {span._.person.name: span._.person for span in doc.spans["people"]}


ROLES = [
    # Whose relative or officer somebody is does not belong to the role.
    ("So said the Goins’ sister, Anna Petrova.", ["sister"]),
    ("So said the hospital’s director, Anna Petrova.", ["director"]),
    ("The director at the time, Anton Petrov, said so.", ["director"]),
    # An office in capitals needs no article; the place is no part of a role.
    (
        "It is squalid, HM Chief Inspector of Prisons, Anna Petrova, said.",
        ["HM Chief Inspector of Prisons"],
    ),
    ("A nurse at the prison, Anna Petrova, testified.", ["nurse"]),
    (
        "Anna Petrova, coordinator of the Penal Reform Trust in the diocese, came.",
        ["coordinator of the Penal Reform Trust"],
    ),
    ("Anton Petrov, a prisoner of the N8 penitentiary in Tbilisi, is ill.", ["prisoner"]),
    ("A third defendant, Anton Petrov, wept.", ["defendant"]),
    (
        "The officer in charge of the kitchen, Anton Petrov, wept.",
        ["officer in charge of the kitchen"],
    ),
    # Work in an apposition of its own, known to the lexicon or not.
    ("Anton Petrov, a roofer, died.", ["roofer"]),
    ("Anna Petrova, botanist, 44. Arrested in June.", ["botanist"]),
    ("Anton Petrov, sugar cane worker, 39, died here.", ["sugar cane worker"]),
    ("Anna Petrova, whose father died, wept.", []),
    ("Speaking to reporters, Home Secretary Anna Petrova said so.", ["Home Secretary"]),
    # What stands for the name.
    ("Anton Petrov fell on Sunday. The inmate was kicked in his cell.", ["inmate"]),
    ("Judge Anna Lee heard the case of Anton Petrov. The defendant wept.", ["Judge"]),
    ("Anton Petrov fell. Oleg Titov ran. The activist wept.", []),
    ("Anton Petrov said an inmate had been beaten. The inmate was moved.", []),
    # A pronoun stands for the group named last, of people who have a role.
    ("Two other prisoners heard it, and one of them, Anton Petrov, spoke.", ["prisoner"]),
    ("Four women waited. One of them, Anna Petrova, wept.", []),
    ("So said one of those deputies, Anton Petrov.", ["deputy"]),
    # A role with words of its own before the rank or title of the same person.
    (
        "They relieved their shift commander, Capt. Anton Petrov, in May.",
        ["shift commander", "Capt."],
    ),
    (
        "A former armourer of the Service, Inspector Anton Petrov, came.",
        ["former armourer of the Service", "Inspector"],
    ),
    # A relative clause ends an apposition.
    ("So said Anton Petrov, the lawyer whom the family hired.", ["lawyer"]),
    ("It was written by Judge-Executive Anton Petrov.", ["Judge-Executive"]),
    # A number above one counts the children; "one of" picks from a group.
    ("So said Gulnara Petrova, mother of one of the convicts.", ["mother of one of the convicts"]),
    ("So said Gulnara Petrova, a mother of nine.", ["mother of nine"]),
    # A title before the name, with its modifiers; nationality and judgement are no part of it.
    ("Jailed Kyrgyz opposition politician Ravshan Jeenbekov spoke.", ["opposition politician"]),
    # A role keeps its "of ..." and the named body.
    (
        "He met Bakhyt Toregozhina, head of the Ar.Rukh.Khak foundation.",
        ["head of the Ar.Rukh.Khak foundation"],
    ),
    # The owner in the possessive is not of the role.
    (
        "So said Mihra Rittmann, Human Rights Watch’s senior researcher on Central Asia.",
        ["senior researcher on Central Asia"],
    ),
    # An apposition before the name.
    ("The warden, Major Bauyrzhan Qalymov, told reporters.", ["warden", "Major"]),
    ("His wife, Aliya Turusbekova, came.", ["wife"]),
    # Two roles joined by "and".
    ("Alnur Ilyashev, civil activist and blogger, was convicted.", ["civil activist", "blogger"]),
    # A role with its "of ..." right before the name.
    ("Minister of Internal Affairs Pulat Bobojonov said so.", ["Minister of Internal Affairs"]),
    # An office and a rank are two; a rank of two words, abbreviated or not, is one.
    ("The prison's Deputy Head Major Ulugbek Rashidov refused.", ["Deputy Head", "Major"]),
    (
        "So said military spokesperson Maj. Gen. Zaw Min Tun.",
        ["military spokesperson", "Maj. Gen."],
    ),
    ("Prosecutor General Andriy Kostin said so.", ["Prosecutor General"]),
    ("On Monday, police Major John Carter left.", ["police Major"]),
    # What an office is for, in brackets.
    ("On Monday Director General (Prisons) Sandeep Goel left.", ["Director General (Prisons)"]),
    # Prefixed with "then-".
    ("She sued then-Corrections Commissioner Jeff Dunn.", ["then-Corrections Commissioner"]),
    # An age inside the apposition is no part of the role.
    ("Hesham el-Haddad, a 56-year-old businessman, died.", ["businessman"]),
    ("Ko Bo Kyi, its joint secretary, said so.", ["joint secretary"]),
    (
        "Charlie Taylor, His Majesty's Chief Inspector of Prisons, wrote it.",
        ["Chief Inspector of Prisons"],
    ),
    # "Justice" is here what the minister is for, not a title of the name.
    ("Minister of Justice Marat Beketaev said so.", ["Minister of Justice"]),
    ("She wrote to Justice Esther Kisaakye again.", ["Justice"]),
    # An office with its "of ..." in lower case, and the rank after it.
    (
        "Deputy head of the penitentiary committee Colonel Zhanat Eshmagambetov denied it.",
        ["deputy head of the penitentiary committee", "Colonel"],
    ),
    ("On Monday the head of the colony Ivan Petrov left.", ["head of the colony"]),
    ("Head of the SIZO Colonel Bolotbek Turgunbaev knew.", ["head of the SIZO", "Colonel"]),
    ("So said party chairperson Justice Arun Mishra.", ["party chairperson", "Justice"]),
    # Courtesy titles and "the" stand between the role and the name.
    ("The applicant, Mr Ruslan Kerimbekov, left.", ["applicant"]),
    ("Her brother, the lawyer Khursand Mamadov, wrote.", ["brother", "lawyer"]),
    # Behind an article any noun may qualify the role word; without it, "said" must not.
    ("Anton Petrov, a boda boda rider, came.", ["boda boda rider"]),
    ("Anton Petrov, said rider and horse fell.", []),
    # The owner in lower case is off, but a kin's owner tells who it is.
    ("Brian Morris, the jail's medical director, resigned.", ["medical director"]),
    ("Anna Petrova, the prisoner's mother, came.", ["prisoner's mother"]),
    ("Boris Petrov, who was detained by the director, left.", []),
    # The body's whole name, with its acronym, is of the role.
    (
        "He met Arab Lawyers Union (ALU) chairman Boris Petrov there.",
        ["Arab Lawyers Union (ALU) chairman"],
    ),
    # What a held person is held for is not of the role.
    ("Fazel Rigi, a Baluch prisoner on death row, was hanged.", ["prisoner"]),
    # A row of a table, an item of a list.
    ("Name | Age | Work\nIvan Petrov | 46 | teacher | Omsk", ["teacher"]),
    # The sentence turned round; two roles before the name.
    ("In the end the judge was Oksana Petrova.", ["judge"]),
    ("In the end the judge was told.  Oksana Petrova left.", []),
    ("He and his wife and vice president, Rosario Murillo, came.", ["wife", "vice president"]),
    # The owner is a name itself; what is said of another is not said of the owner.
    ("Olga Mikhailova, Navalny's lawyer, said so.", ["lawyer"]),
    ('Mamuka Petrov, the founder of "Lelo for Georgia", came.', ['founder of "Lelo for Georgia"']),
    # Where a name goes on with its body; a judgement is no part of the role.
    ("His lawyer, Lasha Petrov of Memorial, left.", ["lawyer"]),
    ("She met their then-security secretary, Boris Petrov, there.", ["then-security secretary"]),
    ("The authority, whose chairperson is Ms Anne Petrova, came.", ["chairperson"]),
    ("Sayed Petrov, BIRD's advocacy director, said so.", ["advocacy director"]),
    # Learned professions by their ending.
    ("They took the neurologist Mariam Petrova away.", ["neurologist"]),
    # Courtesy is no role.
    ("On Monday Mr. Bakhtiyor Jumaev came.", []),
    # The next name's title is not a role of this one.
    ("They met Viktor Ten, lawyer Snezhanna Kim and others.", []),
    # In "the letter to the president, Kozlov wrote" the president is another.
    ("In a letter to the president, Vladimir Kozlov wrote nothing.", []),
    # The mother is not her son.
    ("The mother of Aidos Meldekhanov came.", []),
]


@pytest.mark.parametrize(("text", "roles"), ROLES, ids=[text for text, _ in ROLES])
def test_roles_of_the_first_person(annotator: Annotator, text: str, roles: list[str]) -> None:
    found = people(annotator, text)
    assert found, "no person was found"
    assert list(next(iter(found.values())).roles) == roles


GROUPS = [
    # What is said of a list before or behind it holds for each of it.
    ("Lawyers led by Mr Ivan Petrov and Ms Anna Orlova came.", "lawyer"),
    ("He met prisoners, including Ivan Petrov and Anna Orlova.", "prisoner"),
    ("Two of the inmates, Ivan Petrov, 22, and Anna Orlova, fell.", "inmate"),
    # The plural with its "of ...", before the names and before a comma.
    ("Deputy heads of the colony Ivan Petrov and Anna Orlova left.", "deputy head of the colony"),
    (
        "In May representatives of the union, Ivan Petrov and Anna Orlova, came.",
        "representative of the union",
    ),
    ("Officers of the committee searched Ivan Petrov and Anna Orlova.", None),
    # A plural that is not said of them.
    ("Ivan Petrov and Anna Orlova met lawyers in Omsk.", None),
    ("Ivan Petrov and Anna Orlova, lawyers said, were ill.", None),
]


def test_a_named_possessor_is_kept_in_kinship(annotator: Annotator) -> None:
    found = people(annotator, "Anton Petrov died. Petrov's mother, Olga Petrova, wept.")
    assert found["Olga Petrova"].roles == ("Petrov's mother",)


def test_a_counted_group_is_told_before_its_names(annotator: Annotator) -> None:
    text = "Two former jailers pleaded guilty. Anton Petrov, 31, and Oleg Titov, 44, admitted it."
    found = people(annotator, text)
    assert {person.roles for person in found.values()} == {("former jailer",)}


@pytest.mark.parametrize(("text", "role"), GROUPS, ids=[text for text, _ in GROUPS])
def test_roles_of_a_group(annotator: Annotator, text: str, role: str | None) -> None:
    found = people(annotator, text)
    assert len(found) >= 2, "a person was not found"
    assert {person.roles for person in found.values()} == {(role,) if role else ()}


AGES = [
    pytest.param("Sayat Adilbekuly, 30, takes photographs.", 30, id="behind the name"),
    pytest.param("Hesham el-Haddad, a 56-year-old businessman, died.", 56, id="in an apposition"),
    pytest.param(
        "Aidos Kozlov, a 24-year-long opponent, died.", None, id="a length of time is none"
    ),
    pytest.param("They beat Azamat Batyrbayev (36) again.", 36, id="in brackets"),
    pytest.param(
        "Twenty-six-year-old prisoner Dmitry Artyushenko has been moved.", 26, id="in words"
    ),
    pytest.param("Azimjon Askarov died in prison at the age of 69.", 69, id="at the age of"),
    pytest.param(
        "Name | Age | Work\nIvan Petrov | 46 | teacher | Omsk", 46, id="in a row of a table"
    ),
    pytest.param(
        "The musician Yauhen Burlo was tried. The court found the 35-year-old guilty.",
        35,
        id="of whom the sentence before is about",
    ),
    pytest.param(
        "The musician Yauhen Burlo was tried. It found the 35-year-long rule unjust.",
        None,
        id="a length of time of nobody",
    ),
    pytest.param(
        "Villagers of the 36-year-old have asked President Kassym-Jomart Tokayev.",
        None,
        id="of the villagers",
    ),
    pytest.param("Vladimir Kozlov, 26 inmates and a guard were hurt.", None, id="a count"),
    pytest.param("Vladimir Kozlov left on July 5.", None, id="a date"),
]


@pytest.mark.parametrize(("text", "age"), AGES)
def test_age(annotator: Annotator, text: str, age: int | None) -> None:
    (person,) = people(annotator, text).values()
    assert person.age == age


def test_an_age_is_nobodys_where_the_sentence_itself_names_somebody(annotator: Annotator) -> None:
    text = "Judge Amitabh Rawat agreed. Trideep Pais, his lawyer, said the 33-year-old was ill."
    assert {person.age for person in people(annotator, text).values()} == {None}


FRAGMENTS = [
    *("the 35-year-old", "Ivan Petrov", "alias", ",", ".", '"', "(", ")", "head of the", "lawyers"),
    *("Sheikh", "R. Sh.", "Jr.", "and", "MPs", "who was", "director", "Prisons", ", one of the"),
    *("of the", "President", "'s", "the channel Ne Deidi?", "is", "himself", "SP", "|", "46", "U"),
    *("called", "colony", "Los Lobos", "Republic of", "(ABC)", ":", "aged 28 and 24", "their"),
    *("prisons", "No.", "KC", "to Protect the"),
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9))
@example(["head of the", "director", '"'])  # a quote that opens behind the last word
@settings(max_examples=60, deadline=None)
def test_any_order_of_words_is_read(annotator: Annotator, fragments: list[str]) -> None:
    text = " ".join(fragments)
    for person in people(annotator, text).values():
        assert text[person.start : person.end].strip()


@given(st.text(alphabet="0123456789 ,()aged-year old.\n", max_size=60), st.integers(0, 60))
def test_an_age_is_plausible_whatever_the_text(text: str, position: int) -> None:
    start = min(position, len(text))
    age, end = READER.after(text, start)
    assert end >= start
    assert age is None or 3 <= age <= 115
