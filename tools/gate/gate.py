#!/usr/bin/env python3
"""The gate: scores the release binary on data that nobody in the project wrote and compares with gold/floors.json.

  gate.py [SUITE...]     run these suites; all that the scorer knows unless named
  gate.py --raise        and lift each floor to the present score, rounded down; no floor ever goes down

Exit status: 0 all floors hold, 1 a score is under its floor, 2 trouble. Python 3.11, standard library only.
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCORER = ROOT / ".." / "shared" / "eval" / "score.py"
BINARY = ROOT / "target" / "release" / "saydo"

LOWER_IS_BETTER = {"mae", "median_error_km", "uncoded"}
STEPS = {"mae": 0.01, "r": 0.01}


class Trouble(Exception):
    """Something other than a score went wrong."""


def run(command, stdout=subprocess.PIPE):
    """What a command prints; where it fails, its own words are told."""
    command = [str(word) for word in command]
    try:
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                              check=False, encoding="utf-8", errors="replace")
    except OSError as error:
        raise Trouble(f"cannot run {' '.join(command)}\n{error}") from error
    if done.returncode != 0:
        raise Trouble(f"{' '.join(command)}\nended with status {done.returncode}:\n{done.stderr.strip()[-4000:]}")
    return done.stdout or ""


def decoded(text, command):
    """JSON as an object, or trouble that names the command it came from."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Trouble(f"{command} did not print JSON: {error}") from error


def flat(figures, before=""):
    """Nested figures as one table: {"exact": {"f1": 1}} gives {"exact.f1": 1.0}; what is no number is left out."""
    out = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            out |= flat(value, f"{before}{name}.")
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            out[before + name] = float(value)
    return out


def leaf(figure):
    """The last part of a figure's name, which says what kind of number it is."""
    return figure.rsplit(".", 1)[-1]


def holds(figure, score, floor):
    """Whether a score is as good as its floor."""
    return score <= floor if leaf(figure) in LOWER_IS_BETTER else score >= floor


def rounded(figure, score):
    """The nearest round number that the score still reaches."""
    step = STEPS.get(leaf(figure), 0.1)
    steps = round(score / step, 6)
    return round((math.ceil if leaf(figure) in LOWER_IS_BETTER else math.floor)(steps) * step, 4)


def raised(floors, results):
    """The floors, each at the present score where that is better than the floor."""
    def lift(suite, figure, floor):
        score = results.get(suite, {}).get(figure)
        return floor if score is None or not holds(figure, rounded(figure, score), floor) else rounded(figure, score)

    return {suite: {figure: lift(suite, figure, floor) for figure, floor in sorted(figures.items())}
            for suite, figures in sorted(floors.items())}


def verdicts(floors, results):
    """Rows of suite, figure, score, floor and verdict: figures with floors first, then what has none yet."""
    rows = []
    for suite, figures in results.items():
        wanted = floors.get(suite, {})
        for figure, floor in wanted.items():
            if figure not in figures:
                raise Trouble(f"{suite}: the scorer gives no {figure}; it gives {', '.join(figures)}")
            verdict = "ok" if holds(figure, figures[figure], floor) else "UNDER"
            rows.append((suite, figure, figures[figure], floor, verdict))
        if not wanted:
            rows += [(suite, figure, score, None, "no floor yet") for figure, score in figures.items()]
    return rows


def table(rows):
    """The rows as aligned text."""
    cells = [("suite", "figure", "score", "floor", "")]
    cells += [(s, f, f"{n:.2f}", "-" if low is None else f"{low:.2f}", verdict) for s, f, n, low, verdict in rows]
    wide = [max(len(row[i]) for row in cells) for i in range(4)]
    return "\n".join(f"{s:<{wide[0]}}  {f:<{wide[1]}}  {n:>{wide[2]}}  {low:>{wide[3]}}  {verdict}".rstrip()
                     for s, f, n, low, verdict in cells)


class Gate:
    """The scorer and the binary, with the folder that their files go to."""

    def __init__(self, scorer, binary):
        self.scorer, self.binary = pathlib.Path(scorer).resolve(), pathlib.Path(binary).resolve()
        self.out = ROOT / "target" / "eval"
        for file, advice in ((self.scorer, "give it with --scorer"), (self.binary, "run `cargo build --release`")):
            if not file.is_file():
                raise Trouble(f"{file} is not there; {advice}")
        self.out.mkdir(parents=True, exist_ok=True)

    def score_py(self, *words):
        """What the scorer prints; it leaves nothing beside itself."""
        return run([sys.executable, "-B", self.scorer, *words])

    def suites(self):
        """The names of the suites that the scorer knows."""
        return [line.split()[0] for line in self.score_py("list").splitlines() if line[:1].strip()]

    def can(self, subcommand):
        """Whether the binary has a subcommand."""
        try:
            run([self.binary, subcommand, "--help"])
        except Trouble:
            return False
        return True

    def extras(self, suite):
        """The options that a suite asks for besides its format."""
        dictionaries = self.scorer.parent.parent / "data" / "petrarch" / "unit"
        given = {"petrarch-unit": ["--dictionaries", dictionaries], "factuality-dev": ["--predicates"]}
        return given.get(suite, [])

    def options(self, suite):
        """What a suite asks of the binary besides its input."""
        kind = "conllu" if suite.startswith("ud-") else "json"
        return [subcommand(suite), "--format", kind, *self.extras(suite)]

    def lacks(self, suite):
        """What the binary does not have yet and the suite needs: a subcommand or an option; None where it can run."""
        name = subcommand(suite)
        if not self.can(name):
            return f"`saydo {name}`"
        told = run([self.binary, name, "--help"])
        return next((f"`--{o[2:]}`" for o in map(str, self.extras(suite)) if o.startswith("--") and o not in told), None)

    def figures(self, suite):
        """The scores of one suite."""
        source = self.score_py("prepare", suite, "--out", self.out).strip()
        answer = self.out / f"{suite}.out.{'conllu' if suite.startswith('ud-') else 'jsonl'}"
        with open(answer, "wb") as file:
            run([self.binary, *self.options(suite), source], stdout=file)
        return flat(decoded(self.score_py("score", suite, answer, "--json"), f"{self.scorer.name} score {suite}"))


def subcommand(suite):
    """The subcommand that answers a suite."""
    return "parse" if suite.startswith("ud-") else "code"


def measure(gate, floors, wanted):
    """The results of every suite that can run; one without a floor may be beyond what the binary does yet."""
    results = {}
    known = gate.suites()
    lost = sorted((set(floors) | set(wanted)) - set(known))
    if lost:
        raise Trouble(f"no suite {', '.join(lost)}; there are: {', '.join(known)}")
    for suite in wanted or known:
        lacking = gate.lacks(suite) if suite not in floors else None
        if lacking:
            print(f"{suite}: no floor yet, and no {lacking} to run it with", flush=True)
        else:
            print(f"{suite}: running", file=sys.stderr, flush=True)
            results[suite] = gate.figures(suite)
    return results


def write(path, content):
    """JSON as it lies in the repository."""
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def check(arguments):
    """Runs the suites, prints the table and gives the exit status."""
    gate = Gate(arguments.scorer, arguments.saydo)
    floors = decoded(arguments.floors.read_text(encoding="utf-8"), arguments.floors)
    results = measure(gate, floors, arguments.suites)
    rows = verdicts(floors, results)
    print(table(rows))
    write(gate.out / "results.json", results)
    if arguments.lift:
        write(arguments.floors, raised(floors, results))
    under = sum(row[-1] == "UNDER" for row in rows)
    print(f"{under} under their floors" if under else "every floor holds")
    return 1 if under else 0


def main(words=None):
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", metavar="SUITE")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to the present scores")
    parser.add_argument("--saydo", type=pathlib.Path, default=BINARY, help="the binary to score")
    parser.add_argument("--scorer", type=pathlib.Path, default=SCORER, help="the scorer, with its data beside it")
    parser.add_argument("--floors", type=pathlib.Path, default=ROOT / "gold" / "floors.json")
    try:
        return check(parser.parse_args(words))
    except (Trouble, OSError) as trouble:
        print(f"gate: {trouble}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
