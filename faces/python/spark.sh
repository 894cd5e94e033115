#!/usr/bin/env bash
# Tests `saydo.spark` on a real cluster of Spark on this machine, a master and two workers: bash faces/python/spark.sh [WHEEL]
# Without a wheel it builds one. Environment and build lie in ~/.cache/saydo-spark, or where SAYDO_SPARK_CACHE says; SAYDO
# names the program that records are compared with. To choose tests: PYTEST_ADDOPTS='-k killed' bash faces/python/spark.sh
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache="${SAYDO_SPARK_CACHE:-${HOME:-$here/target}/.cache/saydo-spark}"
wheel=${1:-}

readonly PACKAGES=(pyspark==4.3.0 pyarrow==26.0.1 pandas==3.1.1 pytest==9.2.0 warcio==1.8.1 maturin==1.16.0)
readonly OLDEST_JAVA=17

java_there() {
    local java=${JAVA_HOME:+$JAVA_HOME/bin/}java found
    found=$("$java" -version 2>&1 | sed -nE '1s/.*version "([0-9]+).*/\1/p') || return
    [[ ${found:-0} -ge $OLDEST_JAVA ]]
}

# Installs packages of Debian where that may be done.
debian() {
    local sudo=()
    [[ $(id -u) -eq 0 ]] || sudo=(sudo -n)
    command -v apt-get >/dev/null || return
    "${sudo[@]}" apt-get install -y -qq "$@" >/dev/null 2>&1 && return
    "${sudo[@]}" apt-get update -qq >/dev/null 2>&1
    "${sudo[@]}" apt-get install -y -qq "$@" >/dev/null 2>&1
}

if ! java_there; then
    debian default-jre-headless || true
    if ! java_there; then
        echo "spark: skipped, there is no Java $OLDEST_JAVA or newer and none could be installed (Debian: default-jre-headless)"
        exit 0
    fi
fi

mkdir -p "$cache"
python=$cache/venv/bin/python
wanted="$(python3 --version) ${PACKAGES[*]}"
if [[ $(cat "$cache/packages" 2>/dev/null) != "$wanted" ]]; then
    python3 -m venv --clear "$cache/venv"
    "$python" -m pip install --quiet --disable-pip-version-check "${PACKAGES[@]}"
    printf '%s' "$wanted" >"$cache/packages"
fi

if [[ -z $wheel ]]; then
    rm -rf "$cache/wheels"
    (cd "$here" && CARGO_TARGET_DIR="${SAYDO_PYTHON_TARGET:-$cache/target}" \
        "$cache/venv/bin/maturin" build --release --locked --quiet --out "$cache/wheels")
    wheel=$(echo "$cache"/wheels/saydo-*.whl)
fi
"$python" -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps "$wheel"

# The tests end what they start. Should they be ended themselves, their whole group of processes is.
set -m
"$python" -m pytest -p no:cacheprovider --maxfail=3 -rs "$here/tests/spark" &
tests=$!
set +m
trap 'kill -- "-$tests" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
wait "$tests"
