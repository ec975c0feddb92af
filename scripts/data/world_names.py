#!/usr/bin/env python3
"""Writes given names and surnames of many countries, as the lists of the PyPI package Faker (MIT
licence) hold them: the input of `cargo xtask names`.

    pip install faker==40.54.0
    scripts/data/world_names.py > world_names.tsv

One line per name: `name<TAB>G` for a given name, `S` for a surname. Names in other scripts than
Latin are left out: a word of another script is noticed without a list.
"""
import importlib
import pkgutil
import sys
import unicodedata

import faker.providers.person as person


def latin(name):
    return all("LATIN" in unicodedata.name(c, "") or c in " '-’" for c in name)


def main():
    found = set()
    for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"{person.__name__}.{module}").Provider
        for attribute in sorted(vars(provider)):
            kind = "G" if attribute.startswith("first_name") else "S" if attribute.startswith("last_name") else None
            names = getattr(provider, attribute)
            if kind is None or not isinstance(names, (dict, list, tuple)):
                continue
            for name in (n for n in names if isinstance(n, str)):
                for part in name.split():
                    if len(part) > 1 and latin(part) and part[0].isupper():
                        found.add((part, kind))
    for name, kind in sorted(found):
        sys.stdout.write(f"{name}\t{kind}\n")


if __name__ == "__main__":
    main()
