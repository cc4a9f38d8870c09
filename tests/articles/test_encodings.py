"""Old encodings are told from their neighbours; what was saved in a wrong one is mended."""

import pytest
from ftfy.badness import is_bad

from custody_records.articles.decode import _PLAIN, decode
from custody_records.articles.read import from_text

TURKISH = "Tutuklu Oğuz Şahin, Diyarbakır cezaevinde açlık grevine başladı, dedi avukatı Gül Çınar."
CZECH = "Vězeň Jiří Růžička zemřel v Plzni, řekl mluvčí Tomáš Dvořák; šetření běží."
POLISH = "Osadzony Łukasz Żółć zmarł w areszcie śledczym w Częstochowie."
FRENCH_PRISON = "Le détenu est mort à la prison de Fleury, a dit son avocat à l’audience."
HUNGARIAN = "A fogvatartottak éhségsztrájkba kezdtek a szegedi Csillag börtönben, közölte az őr."
ROMANIAN = "Deţinutul a murit în penitenciarul Rahova, a anunţat administraţia."
GERMAN = "Der Häftling wurde in der Justizvollzugsanstalt München geschlagen, hieß es."
FRENCH = "Le détenu François Lefèvre est mort à la maison d’arrêt de Fresnes."
RUSSIAN = "Осуждённого избили в колонии ИК-6 в Костанае, сообщила его мать."
UKRAINIAN = "У СІЗО Києва помер в'язень Їжакевич, повідомила його мати."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(TURKISH, "cp1254", id="Turkish of Windows is not Icelandic"),
        pytest.param(TURKISH, "iso8859_9", id="Turkish of Unix"),
        pytest.param(CZECH, "iso8859_2", id="Czech of Unix is not of Windows"),
        pytest.param(CZECH, "cp1250", id="Czech of Windows"),
        pytest.param(POLISH, "iso8859_2", id="Polish of Unix"),
        pytest.param(FRENCH, "cp1252", id="French of Windows"),
        pytest.param(FRENCH_PRISON, "cp1252", id="French of Windows has no Slovak letter"),
        pytest.param(HUNGARIAN, "cp1250", id="Hungarian of Windows has no Portuguese letter"),
        pytest.param(HUNGARIAN, "iso8859_2", id="nor of Unix"),
        pytest.param(ROMANIAN, "iso8859_2", id="Romanian of Unix"),
        pytest.param(GERMAN, "cp1252", id="German of Windows"),
        pytest.param(RUSSIAN, "cp866", id="Russian of DOS"),
        pytest.param(RUSSIAN, "iso8859_5", id="Russian of ISO"),
        pytest.param(RUSSIAN, "cp1251", id="Russian of Windows"),
        pytest.param(RUSSIAN, "koi8_r", id="Russian of Unix"),
        pytest.param(RUSSIAN, "mac_cyrillic", id="Russian of the Macintosh"),
        pytest.param(UKRAINIAN, "cp1251", id="Ukrainian of Windows"),
    ],
)
def test_an_old_encoding_is_told_from_its_neighbours(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        pytest.param(RUSSIAN, "cp1251", "latin-1", id="windows-1251 read as Latin-1"),
        pytest.param(RUSSIAN, "utf-8", "latin-1", id="UTF-8 read as Latin-1"),
        pytest.param(FRENCH, "utf-8", "cp1252", id="UTF-8 read as windows-1252"),
    ],
)
def test_what_was_read_wrong_and_saved_is_mended(text: str, written: str, read: str) -> None:
    assert decode(text.encode(written).decode(read).encode(), "a.txt") == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FRENCH, id="accents are no damage"),
        pytest.param("Größe, Ärger, Öl: das Übliche.", id="nor are umlauts"),
        pytest.param("“Guards — no more.”", id="nor is typography"),
    ],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


def test_ligatures_are_two_letters() -> None:
    found = from_text("Two prison oﬃcers of colony IK-6 conﬁned an inmate in May 2021.")
    assert "officers of colony IK-6 confined" in found.body


@pytest.mark.parametrize(
    "letters",
    ["cafÃ© was", "â€œquotedâ€\x9d", "it is Ã good", "à²x", "вЂ” so", "“quoted” naïve café"],
)
def test_a_wrong_decoding_is_seen_in_the_midst_of_plain_letters(letters: str) -> None:
    plain = "The colony near the town held the men for months. "
    text = plain + letters + " " + plain
    assert is_bad(_PLAIN.sub("", text)) == is_bad(text)
