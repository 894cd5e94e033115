#!/usr/bin/env bash
# From free treebanks and free raw news to crates/models/weights/parse.bin, in some hours on two cores.
#
#   bash tools/train/parse.sh DATA WORK
#
# DATA holds ud-ewt/, ud-gum/, ukraine-2021-22/ and wikitimes/; WORK is a folder for what is made on the way.
# Needs Python 3.11 with the packages of tools/train/requirements.txt. Steps whose result is there are not repeated.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")

train=("$data/ud-ewt/en_ewt-ud-train.conllu" "$data/ud-gum/en_gum-ud-train.conllu")
dev=("$data/ud-ewt/en_ewt-ud-dev.conllu" "$data/ud-gum/en_gum-ud-dev.conllu")
cargo build --release -p saydo-train
program="$PWD/target/release/saydo-train"

# Runs a command unless the file that it makes is there; "{}" in it stands for that file.
make_file() {
    local file="$work/$1"
    shift
    if [[ ! -e $file ]]; then
        "${@//\{\}/$file.part}"
        mv "$file.part" "$file"
    fi
}

into() {
    local file=$1
    shift
    "$@" > "$file"
}

teacher() { python3 tools/train/python/teacher.py "$@"; }
student() {
    python3 tools/train/python/student.py --features "$program" --train "${train[@]}" --dev "${dev[@]}" --budget 1000 "$@"
}

make_file raw.txt into {} "$program" raw "$data"/ukraine-2021-22/*.jsonl "$data"/wikitimes/*.json
make_file varied.txt into {} python3 tools/train/python/augment.py --train "${train[@]}"
make_file teacher.pt teacher train --train "${train[@]}" --dev "${dev[@]}" --out {}
make_file labels.pt teacher label --teacher "$work/teacher.pt" --train "${train[@]}" --raw "$work/raw.txt" --out {}
make_file varied.pt teacher label --teacher "$work/teacher.pt" --train "${train[@]}" --raw "$work/varied.txt" \
    --no-vectors --out {}
make_file more.txt into {} python3 tools/train/python/lexicon.py --known "$work/raw.txt" "$work/varied.txt"
make_file tagged.txt into {} teacher tag --teacher "$work/teacher.pt" --raw "$work/more.txt"
vary() { python3 tools/train/python/augment.py --share 0.35 --more "$work/tagged.txt" "$@"; }
richer() { vary --train "${train[0]}" --copies 4 --seed 11; vary --train "${train[1]}" --copies 2 --seed 12; }
make_file richer.txt into {} richer
make_file richer.pt teacher label --teacher "$work/teacher.pt" --train "${train[@]}" --raw "$work/richer.txt" --out {}
make_file first student --raw "$work/labels.pt" --out {} --epochs 15 --stop 8 --rate 6e-3 --drop 0.15 --upos 0
make_file second student --raw "$work/labels.pt" --start "$work/first" --out {} --epochs 6 --stop 5 --rate 3e-3 --drop 0.1
make_file third student --raw "$work/labels.pt" "$work/varied.pt" --start "$work/second" --out {} \
    --epochs 2 --rate 1.5e-3 --drop 0.1
make_file fourth student --raw "$work/labels.pt" "$work/varied.pt" "$work/richer.pt" --start "$work/third" --out {} \
    --epochs 6 --rate 3e-3 --drop 0.1 --repeat 1
make_file fifth student --raw "$work/richer.pt" "$work/varied.pt" --start "$work/fourth" --out {} \
    --epochs 2 --rate 1.2e-3 --drop 0.12 --upos 3 --repeat 1 --seed 11
make_file averaged python3 tools/train/python/average.py "$work/fourth" "$work/fifth" --share 0.85 --out {}
"$program" pack "$work/averaged" --lemmas "${train[@]}" --out crates/models/weights/parse.bin
