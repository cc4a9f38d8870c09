"""The country of short articles of many countries, told by towns, bodies, adjectives, datelines."""

import pytest
import spacy

from custody_records.annotate.country.article_country import ArticleCountry

CASES = [
    pytest.param(
        "Prisoners in Van, Iğdır strip-searched\n\nThe Van branch of the Lawyers for "
        "Freedom Association said on Tuesday that women brought to the prison had been "
        "searched. An autopsy was performed in Erzurum.",
        "TR",
        id="TR: Prisoners in Van, Idr strip-searched",
    ),
    pytest.param(
        "Inmate found dead in Elazığ prison\n\nHe had asked to be moved to Malatya. The "
        "prosecutor in Tunceli opened an inquiry.",
        "TR",
        id="TR: Inmate found dead in Elaz prison",
    ),
    pytest.param(
        "Court jails ex-armourer five years\n\nA Federal High Court in Abuja sentenced an "
        "officer over a jailbreak in Suleja, Niger State.",
        "NG",
        id="NG: Court jails ex-armourer five years",
    ),
    pytest.param(
        "Gunmen attack custodial centre in Minna, Niger State\n\nOfficials in Niger State "
        "said 40 inmates fled.",
        "NG",
        id="NG: Gunmen attack custodial centre in Minna, Niger Sta",
    ),
    pytest.param(
        "Jailbreak near Niamey\n\nNiger's justice minister said 20 inmates fled Koutoukalé.",
        "NE",
        id="NE: Jailbreak near Niamey",
    ),
    pytest.param(
        "Hunger strike in Jau\n\n(London, 6 September) - Manama must let doctors in. "
        "Officers arrested him at the airport in Muharraq.",
        "BH",
        id="BH: Hunger strike in Jau",
    ),
    pytest.param(
        "14 inmates killed in breakout\n\nKINSHASA, Sept 17 (Reuters) - Fourteen inmates "
        "were shot dead at Makala. In Goma, prisoners fled.",
        "CD",
        id="CD: 14 inmates killed in breakout",
    ),
    pytest.param(
        "Jailer steps down after second death\n\nPINE GAP, Ky. - Jailer R. S. quit Friday. "
        "Kentucky State Police is investigating. An autopsy was done in Frankfort.",
        "US",
        id="US: Jailer steps down after second death",
    ),
    pytest.param(
        "HC seeks report on undertrial's death\n\nThe Jharkhand High Court gave the state "
        "two weeks. He was held in Ranchi, then in Dhanbad.",
        "IN",
        id="IN: HC seeks report on undertrial's death",
    ),
    pytest.param(
        "Undertrial dies in Bhagalpur jail\n\nHe was brought from Muzaffarpur. The NHRC "
        "sought a report from the Bihar government.",
        "IN",
        id="IN: Undertrial dies in Bhagalpur jail",
    ),
    pytest.param(
        "Prisoner dies in Sahiwal\n\nThe Lahore High Court asked the Punjab government for "
        "a report on the death in Okara.",
        "PK",
        id="PK: Prisoner dies in Sahiwal",
    ),
    pytest.param(
        "Inmate dies in Kashimpur\n\nHe was brought from Bogura; his family lives in Rangpur.",
        "BD",
        id="BD: Inmate dies in Kashimpur",
    ),
    pytest.param(
        "Inmates beaten in Obo prison\n\nThe junta moved 40 prisoners from Mandalay to "
        "Meiktila. The Assistance Association for Political Prisoners said two died in "
        "Pathein.",
        "MM",
        id="MM: Inmates beaten in Obo prison",
    ),
    pytest.param(
        "Women prisoners beaten in Dawei\n\nMAE SOT, Thailand - The women were moved from "
        "Dawei to Kyaiklat in the Irrawaddy Delta, the AAPP, based in Thailand, said. "
        "Myanmar's junta did not reply.",
        "MM",
        id="MM: Women prisoners beaten in Dawei",
    ),
    pytest.param(
        "Political prisoner dies in Vitsebsk\n\nVilnius. The rights group Viasna said he "
        "died in IK-3. Belarusian officials were silent. In Lithuania, exiles held a vigil.",
        "BY",
        id="BY: Political prisoner dies in Vitsebsk",
    ),
    pytest.param(
        "Prisoner dies in Kharp\n\nThe exiled outlet in Riga reported it. In Latvia, "
        "Russian exiles gathered.",
        "RU",
        id="RU: Prisoner dies in Kharp",
    ),
    pytest.param(
        "Kurdish prisoner executed in Urmia\n\nOslo - Iran Human Rights, based in Norway, "
        "reported that the man was hanged in Urmia on Sunday.",
        "IR",
        id="IR: Kurdish prisoner executed in Urmia",
    ),
    pytest.param(
        "Uyghur imam dies in prison\n\nWASHINGTON - Radio Free Asia learned from police in "
        "Ghulja that the imam died. Officials in Aksu hung up.",
        "CN",
        id="CN: Uyghur imam dies in prison",
    ),
    pytest.param(
        "Prisoner of conscience on hunger strike in Xuan Loc\n\nHer husband travelled from "
        "Vinh to Bien Hoa. Human Rights Watch in New York called for her release.",
        "VN",
        id="VN: Prisoner of conscience on hunger strike in Xuan Lo",
    ),
    pytest.param(
        "Detainee dies in Badr 3\n\nHe was held in Zagazig and Mansoura. The Egyptian "
        "Initiative for Personal Rights said.",
        "EG",
        id="EG: Detainee dies in Badr 3",
    ),
    pytest.param(
        "Waiting outside Tocuyito\n\nMothers from Maracay and Barquisimeto wait outside "
        "the prison. The judge sat in Caracas.",
        "VE",
        id="VE: Waiting outside Tocuyito",
    ),
    pytest.param(
        "Massacre in Machala\n\nSNAI said inmates were moved to Latacunga from Guayaquil.",
        "EC",
        id="EC: Massacre in Machala",
    ),
    pytest.param(
        "4 dead in Bilibid clash\n\nMANILA, Philippines - Four inmates died in Muntinlupa. "
        "A detainee in Mandaue City died.",
        "PH",
        id="PH: 4 dead in Bilibid clash",
    ),
    pytest.param(
        "Inmate stabbed at Pollsmoor\n\nHe was taken to hospital in Worcester. The "
        "Department of Correctional Services said in Mthatha and Polokwane.",
        "ZA",
        id="ZA: Inmate stabbed at Pollsmoor",
    ),
    pytest.param(
        "Journalists held in Awash Arba\n\nThey were moved from Addis Ababa to Adama.",
        "ET",
        id="ET: Journalists held in Awash Arba",
    ),
    pytest.param(
        "Inspectors' damning report on Ashdown Moor prison\n\nHM Inspectorate of Prisons "
        "found rats at HMP Ashdown Moor in East Sussex. An inquest in Hastings heard.",
        "GB",
        id="GB: Inspectors' damning report on Ashdown Moor prison",
    ),
    pytest.param(
        "Inmate dies at Barlinnie\n\nA fatal accident inquiry at Paisley sheriff court "
        "heard. The Scottish Prison Service declined to comment.",
        "GB",
        id="GB: Inmate dies at Barlinnie",
    ),
    pytest.param(
        "Suicide à la prison\n\nA man hanged himself in the prison of Villepinte. The "
        "prosecutor in Bobigny opened an inquiry; guards in Grenoble went on strike.",
        "FR",
        id="FR: Suicide  la prison",
    ),
    pytest.param(
        "Hirak prisoner ends hunger strike in Tangier\n\nHe was moved from Al Hoceima to "
        "Nador. The DGAPR denied.",
        "MA",
        id="MA: Hirak prisoner ends hunger strike in Tangier",
    ),
    pytest.param(
        "Bukele's prison\n\nMen were brought to Tecoluca. Families from Soyapango and "
        "Santa Ana waited.",
        "SV",
        id="SV: Bukele's prison",
    ),
    pytest.param(
        "Bodies found near Saydnaya\n\nFamilies came from Deraa and Hama. The White Helmets said.",
        "SY",
        id="SY: Bodies found near Saydnaya",
    ),
    pytest.param(
        "A warden was dismissed\n\nThe prison was searched.",
        None,
        id="none: A warden was dismissed",
    ),
    pytest.param(
        "Harare court denies bail\n\nThe MDC activist was held in Chikurubi, then in Chitungwiza.",
        "ZW",
        id="ZW: Harare court denies bail",
    ),
    pytest.param(
        "Detainees die in Soba\n\nThe RSF held them in Soba, south of Khartoum, lawyers in "
        "Wad Madani said.",
        "SD",
        id="SD: Detainees die in Soba",
    ),
    pytest.param(
        "Gangs storm prison in Port-au-Prince\n\n4,000 inmates fled. The gangs also "
        "attacked Croix-des-Bouquets.",
        "HT",
        id="HT: Gangs storm prison in Port-au-Prince",
    ),
    pytest.param(
        "Detainee on hunger strike\n\nBANGKOK - The monarchy critic was moved to Thammasat "
        "hospital. Protesters in Khon Kaen lit candles.",
        "TH",
        id="TH: Detainee on hunger strike",
    ),
    pytest.param(
        "Massacre in Altamira\n\nThe state of Pará said 57 died. Inmates were moved to "
        "Marabá and Belém.",
        "BR",
        id="BR: Massacre in Altamira",
    ),
    pytest.param(
        "Riot in Cieneguillas\n\nZacatecas officials said 16 died. Prisoners were moved to "
        "Fresnillo and Apodaca.",
        "MX",
        id="MX: Riot in Cieneguillas",
    ),
    pytest.param(
        "Guards tried over beating in Rahova\n\nProsecutors in Ploiești said. Inmates in "
        "Arad saw it.",
        "RO",
        id="RO: Guards tried over beating in Rahova",
    ),
    pytest.param(
        "Detainees die in Houthi prison\n\nThe men were held in Ibb and Dhamar. The "
        "Houthis denied.",
        "YE",
        id="YE: Detainees die in Houthi prison",
    ),
    pytest.param(
        "Judge held in Mornaguia\n\nThe lawyer from Sfax and Gabès denied.",
        "TN",
        id="TN: Judge held in Mornaguia",
    ),
    pytest.param(
        "Riot in Kondengui\n\nAnglophone detainees from Bamenda were moved.",
        "CM",
        id="CM: Riot in Kondengui",
    ),
    pytest.param(
        "Women's rights defender held\n\nShe is held in al-Ha'ir in Riyadh; her family in "
        "Jeddah and Buraydah.",
        "SA",
        id="SA: Women's rights defender held",
    ),
    pytest.param(
        "Al-Razeen inmates cut off\n\nLawyers in Abu Dhabi said. Emirati officials did not answer.",
        "AE",
        id="AE: Al-Razeen inmates cut off",
    ),
    pytest.param(
        "Activist beaten in Ganja\n\nBAKU - The Penitentiary Service denied. Turan said.",
        "AZ",
        id="AZ: Activist beaten in Ganja",
    ),
    pytest.param(
        "Inmate dies in Gants Khudag\n\nUlaanbaatar prosecutors said.",
        "MN",
        id="MN: Inmate dies in Gants Khudag",
    ),
    pytest.param(
        "Inmate on hunger strike in Bishkek\n\nThe ombudsman visited SIZO-1. The GKNB said.",
        "KG",
        id="KG: Inmate on hunger strike in Bishkek",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_country(component: ArticleCountry, text: str, expected: str | None) -> None:
    assert component(spacy.blank("en").make_doc(text))._.country == expected


@pytest.mark.parametrize(
    ("publisher", "url", "expected"),
    [
        pytest.param("The Times of India", None, "IN", id="a publisher's country"),
        pytest.param(None, "https://news.example.ng/1", "NG", id="the domain of a country"),
        pytest.param("The British Gazette", None, None, id="a press that serves the world"),
        pytest.param(None, "https://example.tv/1", None, id="a domain that serves the world"),
    ],
)
def test_the_source_adds_to_a_weak_cue(
    component: ArticleCountry, publisher: str | None, url: str | None, expected: str | None
) -> None:
    weak = {"IN": "Bhopal", "NG": "Enugu"}.get(expected or "", "Leeds")
    doc = spacy.blank("en").make_doc(f"Inmate dies\n\n{'He was ill. ' * 50}He was from {weak}.")
    doc._.publisher, doc._.url = publisher, url
    assert component(doc)._.country == expected
