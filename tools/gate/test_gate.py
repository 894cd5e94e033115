"""Tests of the gate, with a scorer and a binary made up on the spot."""

import contextlib
import io
import json
import os
import pathlib
import stat
import tempfile
import unittest

import gate

SCORER = '''
import sys
do, *rest = sys.argv[1:]
if do == "list":
    print("ud-a    Universal Dependencies\\n        nothing checked\\ncode-b  events\\n        nothing checked")
elif do == "prepare":
    print(__file__)
elif rest[0] == "ud-a":
    print('{"las": 84.57, "missed": ["x"], "exact": {"f1": 50.0}}')
else:
    sys.exit("no such thing")
'''

BINARY = '''#!/bin/sh
test "$1" = parse
'''


class Figures(unittest.TestCase):
    """Numbers and what is done with them."""

    def test_nested_figures_become_one_table(self):
        nested = {"a": 1, "b": {"f1": 2.5, "c": {"d": 3}}, "list": [1], "name": "x", "yes": True}
        self.assertEqual(gate.flat(nested), {"a": 1.0, "b.f1": 2.5, "b.c.d": 3.0})

    def test_an_error_holds_where_it_is_low(self):
        self.assertTrue(gate.holds("las", 84.5, 84.5))
        self.assertFalse(gate.holds("las", 84.49, 84.5))
        self.assertTrue(gate.holds("mae", 0.7, 0.72))
        self.assertFalse(gate.holds("all.mae", 0.73, 0.72))

    def test_rounding_never_passes_the_score(self):
        self.assertEqual(gate.rounded("las", 84.57), 84.5)
        self.assertEqual(gate.rounded("las", 84.3), 84.3)
        self.assertEqual(gate.rounded("mae", 0.722), 0.73)
        self.assertEqual(gate.rounded("r", 0.912), 0.91)

    def test_floors_go_up_and_never_down(self):
        floors = {"b": {"mae": 0.7}, "a": {"x": 80.0, "y": 90.0}, "c": {"z": 1.0}}
        results = {"a": {"x": 84.57, "y": 89.0}, "b": {"mae": 0.655}}
        self.assertEqual(gate.raised(floors, results),
                         {"a": {"x": 84.5, "y": 90.0}, "b": {"mae": 0.66}, "c": {"z": 1.0}})

    def test_a_figure_that_nobody_scores_is_trouble(self):
        with self.assertRaisesRegex(gate.Trouble, "gives no uas"):
            gate.verdicts({"a": {"uas": 1.0}}, {"a": {"las": 2.0}})

    def test_the_table_is_aligned(self):
        rows = [("a", "las", 84.5, 90.0, "UNDER"), ("longer", "f1", 7.0, None, "no floor yet")]
        self.assertEqual(gate.table(rows).splitlines(), [
            "suite   figure  score  floor",
            "a       las     84.50  90.00  UNDER",
            "longer  f1       7.00      -  no floor yet",
        ])


class Whole(unittest.TestCase):
    """The gate from its command line to its exit status."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.root, gate.ROOT = gate.ROOT, self.folder
        self.addCleanup(setattr, gate, "ROOT", self.root)
        (self.folder / "score.py").write_text(SCORER, encoding="utf-8")
        (self.folder / "saydo").write_text(BINARY, encoding="utf-8")
        os.chmod(self.folder / "saydo", stat.S_IRWXU)

    def run_gate(self, floors, *words):
        """The exit status, what was printed and what was complained about."""
        path = self.folder / "floors.json"
        path.write_text(json.dumps(floors), encoding="utf-8")
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = gate.main(["--saydo", str(self.folder / "saydo"), "--scorer", str(self.folder / "score.py"),
                                "--floors", str(path), *words])
        return status, out.getvalue(), err.getvalue()

    def test_floors_that_hold(self):
        status, out, _ = self.run_gate({"ud-a": {"las": 84.5, "exact.f1": 50.0}})
        self.assertEqual(status, 0)
        self.assertIn("code-b: no floor yet", out)
        self.assertIn("every floor holds", out)
        results = json.loads((self.folder / "target" / "eval" / "results.json").read_text(encoding="utf-8"))
        self.assertEqual(results, {"ud-a": {"las": 84.57, "exact.f1": 50.0}})

    def test_a_score_under_its_floor(self):
        status, out, _ = self.run_gate({"ud-a": {"las": 84.6}})
        self.assertEqual(status, 1)
        self.assertIn("UNDER", out)

    def test_raising(self):
        self.run_gate({"ud-a": {"las": 80.0, "exact.f1": 60.0}}, "--raise")
        floors = json.loads((self.folder / "floors.json").read_text(encoding="utf-8"))
        self.assertEqual(floors, {"ud-a": {"exact.f1": 60.0, "las": 84.5}})

    def test_trouble_names_the_command_and_its_words(self):
        (self.folder / "saydo").write_text("#!/bin/sh\ntrue\n", encoding="utf-8")
        status, _, err = self.run_gate({"code-b": {"f1": 1.0}}, "code-b")
        self.assertEqual(status, 2)
        self.assertIn("score.py score code-b", err)
        self.assertIn("no such thing", err)

    def test_a_floor_for_a_suite_that_is_gone(self):
        status, _, err = self.run_gate({"ud-z": {"las": 1.0}})
        self.assertEqual((status, "no suite ud-z" in err), (2, True))

    def test_a_binary_that_is_not_built(self):
        (self.folder / "saydo").unlink()
        status, _, err = self.run_gate({})
        self.assertEqual((status, "cargo build --release" in err), (2, True))


if __name__ == "__main__":
    unittest.main()
