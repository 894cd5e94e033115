#!/usr/bin/env bash
# Builds the wheel and tests it in an environment of its own: bash faces/python/test.sh
# Needs cargo and python3. Environment and build lie in ~/.cache/saydo-python, or where SAYDO_PYTHON_CACHE says.
# With SAYDO_SPARK=1 the tests of Spark run too (Java needed); SAYDO names the program that some tests compare with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly PACKAGES=(maturin==1.16.0 pytest==9.2.0 pyarrow==26.0.1 pandas==3.1.1 polars==2.1.0 mypy==2.4.1)
readonly SPARK=pyspark==4.3.0

cache="${SAYDO_PYTHON_CACHE:-${HOME:-$PWD/target}/.cache/saydo-python}"
mkdir -p "$cache"
export CARGO_TARGET_DIR="${SAYDO_PYTHON_TARGET:-$cache/target}"

packages=("${PACKAGES[@]}")
[[ ${SAYDO_SPARK:-0} == 1 ]] && packages+=("$SPARK")
wanted="$(python3 --version) ${packages[*]}"
if [[ "$(cat "$cache/packages" 2>/dev/null)" != "$wanted" ]]; then
    python3 -m venv --clear "$cache/venv"
    "$cache/venv/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
    printf '%s' "$wanted" >"$cache/packages"
fi
# shellcheck source=/dev/null
source "$cache/venv/bin/activate"

rm -rf "$cache/wheels"
maturin build --release --locked --quiet --out "$cache/wheels"
pip install --quiet --disable-pip-version-check --force-reinstall --no-deps "$cache"/wheels/saydo-*.whl

package="$(python -c 'import pathlib, saydo; print(pathlib.Path(saydo.__file__).parent)')"
ignored=(--ignore="$package/spark.py" --ignore=tests/spark)
[[ ${SAYDO_SPARK:-0} == 1 ]] && ignored=()

python -m doctest README.md
pytest --quiet -p no:cacheprovider "${ignored[@]}" tests
pytest --quiet -p no:cacheprovider --doctest-modules "${ignored[@]}" "$package"
mypy --strict --cache-dir "$cache/mypy" -p saydo
mypy --strict --cache-dir "$cache/mypy" tests/*.py bench.py leak.py
python -m mypy.stubtest --ignore-missing-stub saydo._saydo
