#!/usr/bin/env python3
"""Writes data/countries.csv and data/languages.csv: names from Unicode CLDR.

    pip install babel
    scripts/data/names.py territory_languages.tsv

The argument is a table with the columns country, country_population, language,
population_percent, official_status (Unicode CLDR's territory information).
"""
import csv
import pathlib
import sys
from collections import defaultdict

from babel import Locale, UnknownLocaleError

HERE = pathlib.Path(__file__).resolve().parents[2] / "data"
EN, ES = Locale("en"), Locale("es")
# Sign languages are missing from the names of most locales.
SIGN = [
    ("ase", "American Sign Language", "lengua de signos americana", "ASL"),
    ("bfi", "British Sign Language", "lengua de signos británica", "BSL"),
    ("mfs", "Mexican Sign Language", "lengua de señas mexicana", "LSM"),
    ("ssp", "Spanish Sign Language", "lengua de signos española", "LSE"),
]


def plain(text):
    return text.replace(",", "").replace('"', "")


def main(path):
    population, speakers = {}, defaultdict(float)
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        population[row["country"]] = int(row["country_population"])
        share = float(row["population_percent"] or 0) / 100
        speakers[row["language"]] += share * int(row["country_population"])

    countries = [c for c in sorted(population) if len(c) == 2 and c in EN.territories and c in ES.territories]
    with open(HERE / "countries.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "en", "es", "population"])
        for code in countries:
            out.writerow([code, plain(EN.territories[code]), plain(ES.territories[code]), population[code]])

    wanted = [c for c, n in sorted(speakers.items(), key=lambda item: (-item[1], item[0])) if n >= 900_000]
    lines = []
    for code in wanted:
        en, es = EN.languages.get(code), ES.languages.get(code)
        if not en or not es:
            continue
        try:
            own = Locale.parse(code).languages.get(code) or en
        except (UnknownLocaleError, ValueError):
            own = en
        lines.append([code, en, es, own])
    with open(HERE / "languages.csv", "w", encoding="utf-8", newline="") as file:
        file.write("code,en,es,autonym\n")
        for line in lines + [list(sign) for sign in SIGN]:
            file.write(",".join(plain(cell) for cell in line) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
