"""The country of articles that name two, or names that are of two: neighbours, exile, people."""

import pytest
import spacy

from custody_records.annotate.country.article_country import ArticleCountry

CASES = [
    pytest.param(
        "‘The bruises are not closed’: a lawyer on violence in Idrizovo\n\nBy Goran V., "
        "Skopje\n\nIn March he was moved to Štip. A boy was found dead in Tetovo. In "
        "Kosovo an inmate died in Dubrava.",
        "MK",
        id="MK: The bruises are not closed: a lawyer on violence i",
    ),
    pytest.param(
        "Detainee from Jenin dies in Megiddo\n\nThe Palestinian Prisoners' Society said "
        "the man from Tulkarm died. Israeli officials confirmed.",
        None,
        id="none: Detainee from Jenin dies in Megiddo",
    ),
    pytest.param(
        "Russia and Ukraine exchange prisoners\n\nRussia and Ukraine exchanged 100 men.",
        None,
        id="none: Russia and Ukraine exchange prisoners",
    ),
    pytest.param(
        "Ex-minister beaten in Gldani\n\nTBILISI - The Georgian Ombudsman visited the "
        "prison in Rustavi. He is of the United National Movement.",
        "GE",
        id="GE: Ex-minister beaten in Gldani",
    ),
    pytest.param(
        "Two inmates killed in Georgia prison\n\nATLANTA - The Georgia Department of "
        "Corrections said two inmates died at a prison near Macon. The GBI investigates in "
        "Savannah.",
        "US",
        id="US: Two inmates killed in Georgia prison",
    ),
    pytest.param(
        "Inmate tortured in Zarechny\n\nQONAEV, Kazakhstan - Prosecutors in Almaty region "
        "said. In neighbouring Uzbekistan, Jaslyk was shut down.",
        "KZ",
        id="KZ: Inmate tortured in Zarechny",
    ),
    pytest.param(
        "Riot in Vahdat\n\nBISHKEK - Tajik officials told journalists in Bishkek that 20 "
        "died in Vahdat.",
        "TJ",
        id="TJ: Riot in Vahdat",
    ),
    pytest.param(
        "Karakalpak lawyer's sentence upheld\n\nThe court in Bukhara sentenced him; his "
        "relatives in Kazakhstan protest. Kazakh activists in Almaty rallied. The Uzbek "
        "Supreme Court upheld the term.",
        "UZ",
        id="UZ: Karakalpak lawyer's sentence upheld",
    ),
    pytest.param(
        "Detainee dies in Marka\n\nAMMAN - Jordan's Public Security Directorate said the "
        "man from Zarqa died.",
        "JO",
        id="JO: Detainee dies in Marka",
    ),
    pytest.param(
        "Jordan Neely's killer to stand trial\n\nA judge in Manhattan ruled. Jordan was "
        "30. Michael Jordan, his uncle, no relation, wept.",
        "US",
        id="US: Jordan Neely's killer to stand trial",
    ),
    pytest.param(
        "Prisoners die in Koro Toro\n\nN'Djamena has not commented. They were brought from "
        "Abéché and Moundou.",
        "TD",
        id="TD: Prisoners die in Koro Toro",
    ),
    pytest.param(
        "Inmate Chad Daybell moved\n\nChad Daybell was moved in Idaho from Boise. Chad's "
        "lawyer said.",
        "US",
        id="US: Inmate Chad Daybell moved",
    ),
    pytest.param(
        "July 11 prisoner beaten\n\nHe is held in Boniato, near Santiago de Cuba. "
        "Prisoners Defenders, based in Madrid, said. Cuban officials deny.",
        "CU",
        id="CU: July 11 prisoner beaten",
    ),
    pytest.param(
        "Political prisoners freed\n\nThey were put on a flight from Managua to Guatemala "
        "City. Nicaragua's government said. The US embassy welcomed them.",
        "NI",
        id="NI: Political prisoners freed",
    ),
    pytest.param(
        "Prisoners moved from occupied Kherson\n\nThe men from colony No. 90 were taken to "
        "Russia, to Krasnodar. Ukrainian prosecutors in Kryvyi Rih opened a case. "
        "Protection for Prisoners of Ukraine said.",
        "UA",
        id="UA: Prisoners moved from occupied Kherson",
    ),
    pytest.param(
        "Ovadan-Depe inmate dies\n\nRelatives from Mary and Tejen told the Prove They Are "
        "Alive! campaign; exiles in Turkey and the Netherlands.",
        "TM",
        id="TM: Ovadan-Depe inmate dies",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_country(component: ArticleCountry, text: str, expected: str | None) -> None:
    assert component(spacy.blank("en").make_doc(text))._.country == expected
