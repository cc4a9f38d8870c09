"""The one type policy: what each kind of span is, and what it is not."""

import pytest

from custody_records.annotate.names.name import Name
from custody_records.annotate.pipeline import Annotator, prepare
from custody_records.articles.article import Article
from custody_records.contract import ArticleInfo


def annotated(annotator: Annotator, text: str) -> list[Name]:
    info = ArticleInfo(
        id="x",
        source="x",
        title=None,
        publisher=None,
        author=None,
        url=None,
        published=None,
        published_basis="none",
        language="en",
        dateline=None,
        sha256="0" * 64,
    )
    nlp = annotator.full
    doc = nlp.make_doc(text)
    doc = prepare(nlp, Article(info=info, body=text))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [span._.name for span in doc.spans["names"]]


# Text with the spans that count tagged: P person, O organization, L place.
CASES = [
    # A place inside a body's name is no place; the court "in" a place leaves it one.
    "<O>Almaty City Court</O> sentenced him.",
    "The court in <L>Almaty</L> sentenced him.",
    # A person inside a foundation's or a street's name is nobody.
    "The <O>Nursultan Nazarbayev Foundation</O> paid for it.",
    "The office is in Taras Shevchenko Street.",
    # The country of an election is no place of the story.
    "He lost in the 2006 Canadian federal election.",
    # An office-holder is no body; the body inside a title of a person is one.
    "The Minister of Justice, <P>Marat Beketaev</P>, resigned.",
    "<O>Amnesty International</O> researcher <P>Heather McGill</P> wrote it.",
    # A country after a body's own place of name ends the name before a person's.
    "The <O>Liberal Party of Canada</O> leader <P>Stéphane Dion</P> lost.",
    # Particles, initials, patronymics and hyphens keep a name whole.
    "He quoted <P>Theo van Boven</P> and <P>Qasym-Zhomart Toqaev</P> at length.",
    "Later <P>Abdukhalil Abdukhamidovich Abduzhabbarov</P> was moved.",
    # Adjectives are no places, platforms no bodies.
    "Kazakh officials posted it on Facebook.",
    # A building is neither.
    "They were held in the Evin prison.",
    # One name is of one kind in a text; what stands before it decides, a known surname is a person.
    "His daughter <P>Salma</P> told <O>Mada Masr</O>.",
    "Eleven employees of <O>Temirov Live</O> were held.",
    "He then told <P>Petra Nowak</P> to leave.",
    "Supporters of <P>Alaa Abdelfattah</P> rallied.",
    "The group <O>Iran Human Rights</O> said so.",
    # The surname alone, although a sentence's start raises its article.
    "<P>Hesham el-Haddad</P> died.\n\n<P>El-Haddad</P> had been ill.",
    # Abbreviated ranks and forms of address are nobody.
    "So said spokesperson Maj. Gen. <P>Zaw Min Tun</P> on Monday.",
    "<P>Charlie Taylor</P>, His Majesty's Chief Inspector of Prisons, wrote it.",
    # A country after a given name is a family name.
    "Deputy Attorney General <P>Lisa Monaco</P> went to <L>Jordan</L>.",
    # "Court" after a given name is a family name, unless an article makes it a court.
    "The <O>Alexander Court</O> sat.",
    # A station of the police is a building.
    "He died in a cell at Central Police Station.",
    # Banks by their ending.
    "His former colleagues at <O>Belgazprombank</O> in <L>Minsk</L> left.",
    "He led <O>Belgazprombank</O> in <L>Minsk</L>.",
    # An acronym tells where a body's name ends; a minister's field is no body.
    "It was the <O>Basic Commission for Rights and Reform</O> (<O>BCRR</O>) that asked.",
    "He accused Deputy Energy Minister <P>Erlan Petrov</P> of it.",
    "State minister for Internal Affairs <P>Boris Petrov</P> came.",
    # Not Spanish places, and no office of the model's.
    "They belonged to <O>Los Choneros</O> of old.",
    "Economist and author <P>Boris Petrov</P> came.",
    "The <O>Belarusian Christian Democracy party</O> was banned.",
    "He sat before a <O>Field Court Martial</O> there.",
    "It was the <O>Devon and Cornwall Police</O> that came.",
    # A prison's name without its noun is the prison; a known town stays one.
    "He is held in Badr 1 prison.\n\nConditions in Badr are poor.",
    "Warders of the Kitalo prison came.\n\nThe officer in charge of Kitalo left.",
    "He left the <L>Minsk</L> prison.\n\nHis wife lives in <L>Minsk</L>.",
    # A list behind a title in the plural, of which the model may know nobody.
    "MPs <P>Omer Faruk</P> and <P>Muazzez Orhan Isik</P> asked.",
    # Several of a kind.
    "It was in the provinces of <L>Guayas</L> and <L>Esmeraldas</L>.",
    # "Servant of" in one word, a learned profession behind the name.
    "He was moved with <P>Abdolbaset Mirbaloch</P> on Friday.",
    "<P>Rahile Dawut</P>, an anthropologist, disappeared.",
    # Two names share an age each; words that are function words elsewhere.
    "He spoke of <P>Bui Thi Thien Can</P> there.",
    "President <P>Hun Sen</P> left.",
    # A word of a role is nobody; a force is named with its number, without its commander.
    "<P>Phil Robertson</P>, deputy <L>Asia</L> director, said so.",
    "It was the <O>34 Artillery Brigade</O> that came.",
    "He is held by the <O>Special Deterrence Force</O> of <P>Abdul Kara</P>.",
    "<P>Frank Baine</P>, the Controller of Corrections, said so.",
    # Behind an office with its "of ...", and behind a kin's owner, the model may know nobody.
    "It ordered Commissioner General of Prisons <P>Thushara Upuldeniya</P> to come.",
    "Then President of the <L>United States</L> <P>Barack Obama</P> spoke.",
    "It was said by <P>Petrov</P>'s wife, <P>Chandrani</P>.",
    "In May he met Investigator <P>R. Sh. Galiev</P> there.",
    # From one place to another; names of prisons in a list.
    "In May he was moved from <L>Tavaksay</L> to <L>Almalyk</L>.",
    "In May the heads of Mahara and Boossa prisons left.",
    # Bodies with a verb in the name, an ordinal, a particle.
    "It is the <O>National Movement to Protect the Rights of Prisoners</O> that asks.",
    "Then the <O>Second Jury Court</O> sat.",
    "Members of the <O>Família do Norte gang</O> came.",
    # A religious title in a list is none of the name; who is "called" so is a person.
    "He met opposition leaders <P>Hassan Mushaima</P> and Sheikh <P>Ali Salman</P> there.",
    "A taxi driver called <P>Beslan</P> left.",
    "US National Security Adviser <P>Jake Sullivan</P> came.",
    # A second name is the same person; said of a camp or a body, "known as" makes none.
    "Then <P>Robert Kyagulanyi</P>, alias <P>Bobi Wine</P>, spoke in <L>Kampala</L>.",
    # A nickname of capitals, "Jr." with its point.
    'They left <P>Tyrone "TJ" Whitaker</P> and <P>Robert Duncan Jr.</P> there.',
    # A rank in an acronym, and a function word that is a name behind a rank.
    "The officer, SP <P>Harriet Nalwanga</P>, said so.",
    "So said Brig. Gen. <P>Than Oo</P> on Monday.",
    # Kyrgyz patronymics in the middle and at the end of a name.
    "Later <P>Kubanychbek uulu Nurlan</P> met <P>Aibek Ernis uulu</P> there.",
    # Spanish: the father's name alone; Chinese: the family name, which stands first.
    "<P>Juan Carlos Guaranda Moreira</P> was held.\n\nFriends of <P>Guaranda</P> denied it.",
    "The lawyer <P>Cheng Yuan</P> was moved.\n\nHis wife said that <P>Cheng</P> was ill.",
    # Honours behind a name are no body.
    "<P>Helena Kennedy</P> KC has warned of it.",
    # Names of newswire from elsewhere.
    "<O>Awami League</O> leader <P>Sheikh Hasina</P> left <L>Dhaka</L> on Monday.",
    "President <P>Uhuru Kenyatta</P> met <P>William Ruto</P> in <L>Nairobi</L>.",
    "<P>Luiz Inácio Lula da Silva</P> returned to <L>Brazil</L>.",
]


@pytest.mark.parametrize("tagged", CASES)
def test_kinds(annotator: Annotator, tagged: str) -> None:
    kinds = {"P": "person", "O": "organization", "L": "place"}
    plain, expected, i = "", [], 0
    while i < len(tagged):
        if tagged[i] == "<":
            end = tagged.index("</", i)
            name = tagged[i + 3 : end]
            expected.append((name, kinds[tagged[i + 1]]))
            plain += name
            i = end + 4
        else:
            plain += tagged[i]
            i += 1
    found = [
        (plain[n.start : n.end], n.kind)
        for n in annotated(annotator, plain)
        if n.kind in kinds.values()
    ]
    assert found == expected
