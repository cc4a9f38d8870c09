"""Random sentences of the components' own vocabulary: nothing fails, offsets hold, runs agree."""

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from custody_records.annotate.country.article_country import ArticleCountry
from custody_records.annotate.facilities.facility_codes import FacilityCodes
from custody_records.annotate.statutes.component import StatuteReferences
from custody_records.rulebook import rules_dir

WORDS = """
Article Articles article arts. Section Sections § §§ Part parts part paragraph paragraphs point
clause cl. Rule Schedule ст. ст.ст. ч. п. статья статьи части УК РК УК РФ КоАП IPC Cr.P.C. U.S.C.
Id. TCK StGB 18 42 174 174-1 205.2 302,307 302/149 257/2 401-§1 505(a) 26(2)(e) 35-ter (1) (a) “a”
1 2 3 405 2339B 1997e of under in and or , ; : - – ( ) . .\n \n\n | the same Code Act Law Convention
Constitution Criminal Code of Kazakhstan Penal Code Terrorism Act 2000 Finance Bill, 2021 Decree 754
convicted acquitted cleared charged dropped sentenced five years to life up to ten years’ probation
fine of $500 imprisonment he she they Prison prison Jail jail colony No. No. 6 IK-6 SIZO-1 OTB-1
LA-155/8 LA 155/ /12 155/14 LB-E/12 3/3 64/71 HMP Evin Tora “Polar Owl” known as formerly Ward 15 of
Central Detention Centre Institution Hospital Unit Penal de JVA Maison d'arrêt La in Perm, near
Almaty Khujand's Minsk Inmates inmates Zone 40 Labour Camp № Nr nos. Nos. http://[ \u00ad \u200b ﬁ İ
""".replace("\\n", "\n").split(" ")
TEXTS = st.lists(st.sampled_from([w.strip(" ") or " " for w in WORDS]), max_size=40).map(" ".join)
COUNTRIES = st.sampled_from([None, "KZ", "RU", "UZ", "IN", "US", "TR", "GB"])


class Components:
    """The components of this file's packages, one after the other."""

    def __init__(self) -> None:
        rules = rules_dir()
        self.nlp = spacy.blank("en")
        self.all = (ArticleCountry(rules), FacilityCodes(rules), StatuteReferences(rules))

    def read(self, text: str, country: str | None, url: str | None) -> list[tuple[object, ...]]:
        """Return every reading of a text, and hold that its offsets are in the text."""
        doc: Doc = self.nlp.make_doc(text)
        doc._.country, doc._.url = country, url
        for component in self.all:
            doc = component(doc)
        found: list[tuple[object, ...]] = []
        for name, attribute in (("facilities", "facility"), ("statutes", "statute")):
            for span in doc.spans[name]:
                held = getattr(span._, attribute)
                for reading in held if isinstance(held, tuple) else (held,):
                    assert 0 <= reading.start < reading.end <= len(text)
                    found.append((name, reading))
        return found


@pytest.fixture(scope="module")
def components() -> Components:
    return Components()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS, country=COUNTRIES, url=st.sampled_from([None, "http://[", "https://a.kz/b"]))
def test_random_sentences(
    components: Components, text: str, country: str | None, url: str | None
) -> None:
    assert components.read(text, country, url) == components.read(text, country, url)
