"""Names for made-up patients, put together at random: nobody in particular."""

from typing import Final

FEMALE_NAMES: Final = [
    "Åsa", "Märta", "Kerstin", "Ann-Sofie", "Björg", "Élise", "Fatima", "Görel", "Hanna", "Inger", "Jasmin", "Katarina",
    "Linnéa", "Maja", "Noomi", "Ögmunda", "Päivi", "Ragnhild", "Sofia", "Tuva", "Ulla-Britt", "Vendela", "Yasmin",
]  # fmt: skip
MALE_NAMES: Final = [
    "Åke", "Björn", "Carl-Johan", "Dénes", "Emil", "Folke", "Göran", "Håkan", "Isak", "Jörgen", "Kent", "Lars-Åke",
    "Måns", "Nils", "Örjan", "Pär", "Rasmus", "Sören", "Tore", "Ulf", "Viggo", "Wille", "Yngve",
]  # fmt: skip
FAMILY_NAMES: Final = [
    "Alm", "Björk", "Cederlöf", "Dahlbäck", "Ek", "Fjällström", "Granqvist", "Hägg", "Idås", "Järvinen", "Källgren",
    "Lindåker", "Mårdh", "Norrby", "O'Dell", "Pålmark", "Quist", "Rönn", "Sjöblad", "Tärnby", "Uddén", "Videgård",
    "Wetterås", "Yngvemark", "Zetterfält", "Åbrink", "Åkermyr", "Älvhed", "Ängsby", "Öberg", "Öhrvall", "al-Hamdån",
    "von Åsele", "Özkaya",
]  # fmt: skip
