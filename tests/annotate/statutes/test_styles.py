"""How the press writes references: one canonical reading for every catalogued style.

A row is (text, country of the article, readings); a reading is written
``instrument article/part/point`` with ``-`` for what is not said. The catalogue's source column
stays with it; where it says "ambiguous", the reason of the reading chosen stands beside the row.
"""

import pytest

from tests.annotate.statutes.conftest import Read

CC, CPC, PEC = "Criminal Code", "Criminal Procedure Code", "Penal Enforcement Code"
CAO, CONST = "Code of Administrative Offences", "Constitution"
CAT = "Convention against Torture"
ICCPR = "International Covenant on Civil and Political Rights"
OPCAT = "Optional Protocol to the Convention against Torture"

# What is read is (instrument, article, part, point).
STYLES: list[tuple[str, str | None, list[tuple[str | None, ...]]]] = [
    ("art. 405 of Kazakhstan's criminal code", None, [(CC, "405")]),
    ("обеим частям статьи 405", "KZ", [(None, "405", "1"), (None, "405", "2")]),
    (
        "виновными по обеим частям статьи 405 («Организация и участие …»)",
        "KZ",
        [(None, "405", "1"), (None, "405", "2")],
    ),
    ("ст. 146 ч. 3 п. 1 УК – пытки", "KZ", [(CC, "146", "3", "1")]),
    ("п. 1 ч. 3 ст. 146 УК РК («Пытки»)", None, [(CC, "146", "3", "1")]),
    ('цифры "141-1" заменены цифрами "146"', "KZ", []),
    ("Статья 99, часть 2", "KZ", [(None, "99", "2")]),
    # "и/или" is one word of a list, though it begins with another
    ("по статьям 405 и/или 174 УК", "KZ", [(CC, "405"), (CC, "174")]),
    ("статья пятьсот шестая УПК", "KZ", [(CPC, "506")]),
    # пункт is a point; the section of a code is no part of the reference
    ("П. 5 ст. 113 раздела 3 УИК РК", None, [(PEC, "113", None, "5")]),
    ("Art. 73 of the PEC of the RK", None, [(PEC, "73")]),
    # an error of the source is kept as printed
    ("Art. 68 of the Code of Criminal Procedure", "KZ", [(CPC, "68")]),
    ("Article 68 of the Kazakh Code of Criminal Enforcement Procedure", None, [(PEC, "68")]),
    ("Article 488 of the Code of Administrative Offenses", "KZ", [(CAO, "488")]),
    ("Article 33 of the Constitution of the Republic of Kazakhstan", None, [(CONST, "33")]),
    ("Article 24, paragraph 3, of the Constitution", "KZ", [(CONST, "24", "3")]),
    (
        'article 31 of the Law "On the Prosecutor\'s Office"',
        "KZ",
        [("Law on the Prosecutor's Office", "31")],
    ),
    ("Article 18, 26 of the ICCPR", None, [(ICCPR, "18"), (ICCPR, "26")]),
    (
        "article 19, paragraph 1, of the Convention against Torture",
        None,
        [(CAT, "19", "1")],
    ),
    ("Articles 1, 4 and 5", None, [(None, "1"), (None, "4"), (None, "5")]),
    (
        "Act No. 247-1 of 29 June 1998",
        "KZ",
        [("Act No. 247-1 of 29 June 1998", None)],
    ),
    ("article 19 (1) of the Convention", None, [(None, "19", "1")]),
    ("article 16 (2) of the Optional Protocol", None, [(OPCAT, "16", "2")]),
    ("article 159 of the Code of Criminal Procedure", "KZ", [(CPC, "159")]),
    ("paragraphs 8, 10, 13 and 15", None, []),
    (
        "Articles 41 (part 2) and 278 (part 3) of the Criminal Code of the Kyrgyz Republic",
        None,
        [(CC, "41", "2"), (CC, "278", "3")],
    ),
    ("Article 278.3 of the Criminal Code", "KG", [(CC, "278", "3")]),
    ("Article 278(3) of the Criminal Code", "KG", [(CC, "278", "3")]),
    ("Article 278 (3)", "KG", [(None, "278", "3")]),
    (
        "Article 278 «Calls for mass riots» of the Criminal Code of the Kyrgyz Republic",
        None,
        [(CC, "278")],
    ),
    # Uzbekistan has an article 244-2: the bracket holds the index
    (
        "articles 159 (infringements or overthrowing …) and 244 (2) (creation, leadership …) "
        "of the Criminal Code",
        "UZ",
        [(CC, "159"), (CC, "244-2")],
    ),
    ("under article 216 (illegal establishment …)", "UZ", [(None, "216")]),
    ("Article 216 1 .", "UZ", [(None, "216-1")]),
    ("Article 216 2 .", "UZ", [(None, "216-2")]),
    (
        "Article 159 of the Criminal Code “Encroachments on the constitutional order …”",
        "UZ",
        [(CC, "159")],
    ),
    ("Article 411 of the Criminal Code (malicious disobedience …)", "BY", [(CC, "411")]),
    ("Article 18 of the ICCPR", None, [(ICCPR, "18")]),
    (
        'по статьям "Публичные призывы к насильственному изменению конституционного строя"',
        "TJ",
        [],
    ),
    ("an article of the criminal code not covered by the amnesty", "TM", []),
    ("по статье о наркотиках", "KZ", []),
    ("части пятую и шестую статьи 46", "KZ", [(None, "46", "5"), (None, "46", "6")]),
    # a law that is not named is no instrument
    ("пунктом 1 статьи 15 Закона Республики Казахстан", "KZ", [(None, "15", None, "1")]),
    ("16-бабы 1-тармағының 16) тармақшасына", "KZ", [(None, "16", "1", "16")]),
    ("16-бабының 1-бөлігі 16) тармақшасына", "KZ", [(None, "16", "1", "16")]),
    ("Part 2 of Article 174", None, [(None, "174", "2")]),
    ("article 405 (1)", "KZ", [(None, "405", "1")]),
    # Tajikistan has an article 307-1, so the bracket is its index and the paragraph its part
    ("Art. 307(1) para. 2", "TJ", [(None, "307-1", "2")]),
    ("п. 3 ч. 2 ст. 146", "KZ", [(None, "146", "2", "3")]),
    ("Articles 272, 273 and 380-1", "KZ", [(None, "272"), (None, "273"), (None, "380-1")]),
    ("under the article on torture", "KZ", []),
    ('Criminal Code Article 174, Part 1 ("Incitement of …")', "KZ", [(CC, "174", "1")]),
    ("Administrative Code Article 490, Part 1, Point 3", "KZ", [(CAO, "490", "1", "3")]),
    (
        'Article 490, Part 3 ("Carrying out missionary activity without state registration")',
        "KZ",
        [(None, "490", "3")],
    ),
    ("Art 174 § 2", None, [(None, "174", "2")]),
    # Kazakhstan has no article 174-2
    ("art. 174-2", "KZ", [(None, "174", "2")]),
    ("Article 174.2", "KZ", [(None, "174", "2")]),
    ("Section 2 of Article 174", None, [(None, "174", "2")]),
    ("the second part of Article 274", None, [(None, "274", "2")]),
    ("paragraph 2 of part 4 of Article 274", None, [(None, "274", "4", "2")]),
    ("Article 274, paragraph 4 (2)", None, [(None, "274", "4", "2")]),
    ("Articles 174 and 405", None, [(None, "174"), (None, "405")]),
    ("Articles 272-274", None, [(None, "272"), (None, "273"), (None, "274")]),
    ("articles 255 to 258", None, [(None, str(n)) for n in range(255, 259)]),
    ("Articles 255, 256(2), and 258", None, [(None, "255"), (None, "256", "2"), (None, "258")]),
    # a dot in Kazakhstan's English is a part, also of 380
    (
        "Articles 272.2 and 380.1 (Criminal Code of Kazakhstan)",
        None,
        [(CC, "272", "2"), (CC, "380", "1")],
    ),
    ("Article 405 (parts 1 & 2)", None, [(None, "405", "1"), (None, "405", "2")]),
    ("Article 405(1-2)", None, [(None, "405", "1"), (None, "405", "2")]),
    ("Parts 1 and 2 of Article 405", None, [(None, "405", "1"), (None, "405", "2")]),
    ("Art. 99 (2) (1, 6)", None, [(None, "99", "2", "1"), (None, "99", "2", "6")]),
    (
        "Article 28, part 3 – Article 174, part 2",
        None,
        [(None, "28", "3"), (None, "174", "2")],
    ),
    ("Article 24 (1), 272 (3)", None, [(None, "24", "1"), (None, "272", "3")]),
    ("Criminal Code art. 361", None, [(CC, "361")]),
    ("CrC Art. 362", None, [(CC, "362")]),
    ("Art. 141-1 CC RK (1997)", None, [(CC, "141-1")]),
    ("Article 347-1", None, [(None, "347-1")]),
    ("Article 205.2 of the Russian Criminal Code", None, [(CC, "205.2")]),
    ("Part 2 of Article 205.2", "RU", [(None, "205.2", "2")]),
    ("art. 207.3, part 2, point “d”", "RU", [(None, "207.3", "2", "d")]),
    ("Article 20.3.3 of the Code of Administrative Offences", "RU", [(CAO, "20.3.3")]),
    ("part 5 of Article 20.2", "RU", [(None, "20.2", "5")]),
    # decimal articles stay whole in the record, also Azerbaijan's article.part.clause
    (
        "Articles 192.2.2, 213.2.2, 308.2",
        "AZ",
        [(None, "192.2.2"), (None, "213.2.2"), (None, "308.2")],
    ),
    ("Article 234.4.3 of the Criminal Code", "AZ", [(CC, "234.4.3")]),
    ("Part 1 of Art. 342 of the Criminal Code", "BY", [(CC, "342", "1")]),
    ("Article 361-4", "BY", [(None, "361-4")]),
    ("Art. 24.23 of the Administrative Code", "BY", [(CAO, "24.23")]),
    ("Article 127, paragraph 2", "UA", [(None, "127", "2")]),
    ("s.146", None, [(None, "146")]),
    ("Clause 3 of Part 2 of Article 146", None, [(None, "146", "2", "3")]),
    ("Article 146, Part 3, “Torture”", None, [(None, "146", "3")]),
    ("the infamous “174th”", None, [(None, "174")]),
    ("the 405th article", None, [(None, "405")]),
    ("174-я статья", None, [(None, "174")]),
    ("по «экстремистской» статье", None, []),
    ("пошёл по двести восемьдесят второй", "RU", [(None, "282")]),
    ("двести вторая", None, []),
    ("двести вторая статья", None, [(None, "202")]),
    ("ст.ст. 272, 273", None, [(None, "272"), (None, "273")]),
    ("ст. ст. 272 и 380-1 УК", None, [(CC, "272"), (CC, "380-1")]),
    ("статьи 255, 256, 258 УК", None, [(CC, "255"), (CC, "256"), (CC, "258")]),
    ("ч.2 ст.174", None, [(None, "174", "2")]),
    ("ч.ч. 1, 2 ст. 405", None, [(None, "405", "1"), (None, "405", "2")]),
    ("ст. 174 ч. 2 п. 1", None, [(None, "174", "2", "1")]),
    ("по части 2 статьи 174", None, [(None, "174", "2")]),
    ("пп. 1, 3 ч. 2 ст. 146", None, [(None, "146", "2", "1"), (None, "146", "2", "3")]),
    (
        "п.п. «а», «б» ч. 2 ст. 105",
        "RU",
        [(None, "105", "2", "а"), (None, "105", "2", "б")],
    ),
    ("ст. 24 ч. 1 – 272 ч. 3", None, [(None, "24", "1"), (None, "272", "3")]),
    ("через ст. 24", None, [(None, "24")]),
    ("ст. 307¹", None, [(None, "307-1")]),
    ("ст. 361-1 УК РБ", None, [(CC, "361-1")]),
    ("ст. 205.2 УК РФ", None, [(CC, "205.2")]),
    ("ст. 20.3.3 КоАП РФ", None, [(CAO, "20.3.3")]),
    ("УК РК 146", None, [(CC, "146")]),
    ("УК РК. Статья 146. Пытки", None, [(CC, "146")]),
    ("146-бап", None, [(None, "146")]),
    ("Қылмыстық кодекстің 405-бабы", None, [(CC, "405")]),
    ("244-1-modda", None, [(None, "244-1")]),
    ("JK 159-moddasi 3-qismi", None, [(CC, "159", "3")]),
    # forms beside the catalogue
    (
        "Articles 30 (Part 3) and 228.1 (Part 4, Paragraph G)",
        "RU",
        [(None, "30", "3"), (None, "228.1", "4", "G")],
    ),
    ("Article 405 (1), (2)", None, [(None, "405", "1"), (None, "405", "2")]),
    ("Part 2, clause 1 of Article 110", "KZ", [(None, "110", "2", "1")]),
    ("Article 282.2, Part 1.1", "RU", [(None, "282.2", "1.1")]),
    ("Article 314/2 of the Turkish Penal Code", None, [("Penal Code", "314", "2")]),
    (
        "articles 86 and 86 bis of the Penal Code",
        "EG",
        [("Penal Code", "86"), ("Penal Code", "86 bis")],
    ),
    ("ст.ст.362 ч.4 п.3, 366 ч.2 УК РК", None, [(CC, "362", "4", "3"), (CC, "366", "2")]),
    ("пункту 2 статьи 17 Конституции РК", None, [(CONST, "17", None, "2")]),
    ("ЖКнинг 159-моддаси", None, [(CC, "159")]),
    ("қисми 2 моддаи 307 Кодекси ҷиноятии Ҷумҳурии Тоҷикистон", None, [(CC, "307", "2")]),
    ("18 USC 922(g)(1)", None, [("United States Code", "922", "g", "1")]),
    (
        "sections 153A, 295A and 505(2) of the IPC",
        None,
        [
            ("Penal Code", "153A"),
            ("Penal Code", "295A"),
            ("Penal Code", "505", "2"),
        ],
    ),
    (
        "Articles 3, 5 §§ 1 and 4, and 13 of the ECHR",
        None,
        [
            ("European Convention on Human Rights", "3"),
            ("European Convention on Human Rights", "5", "1"),
            ("European Convention on Human Rights", "5", "4"),
            ("European Convention on Human Rights", "13"),
        ],
    ),
    (
        "articles 9, paragraph 3, and 14, paragraph 3 (b), of the ICCPR",
        None,
        [(ICCPR, "9", "3"), (ICCPR, "14", "3", "b")],
    ),
    # negatives
    ("ARTICLE 19 (NGO)", None, []),
    ("ARTICLE 19 said on Monday", None, []),
    ("article of 19 January", None, []),
    ("in an article 24.kg published", "KG", []),
    ("Part 3 of a film", None, []),
    ("Part 3 (of a film or a thread)", None, []),
    ("art. no. 174", None, []),
    ("ст. 174 (станция, ст. Каменка)", None, []),
    ("ст. Каменка", None, []),
    ("п. 5 (посёлок, п. Заречный)", None, []),
    ("УК-161/2", "KZ", []),
    ("this article 5 years ago", None, []),
    ("Article 13 of this newspaper", None, []),
    ("(no. 12244/86, § 32)", None, []),
    ("see p. 2 and Section C", None, []),
    ("part 2 of the series, paragraph 5 of the letter", None, []),
    ("CAT/C/KAZ/3, paragraph 12", "KZ", []),
]


@pytest.mark.parametrize(("text", "country", "expected"), STYLES, ids=[row[0] for row in STYLES])
def test_a_catalogued_style_has_one_reading(
    text: str, country: str | None, expected: list[tuple[str | None, ...]], read: Read
) -> None:
    found = [(r.instrument, r.article, r.part, r.point) for r in read(text, country)]
    assert found == [(*row, *[None] * (4 - len(row))) for row in expected]
