//! Reads the dictionaries of the PETRARCH coders and codes sentences with them: who did what to whom, as triples of
//! source, target and code.
//!
//! ```
//! use saydo_petrarch::{Dictionaries, File};
//! use saydo_syntax::Document;
//!
//! let files = [
//!     File { name: "actors.txt", bytes: b"NARNIA [NAR]\nARCHENLAND [ARC]" },
//!     File { name: "verbs.txt", bytes: b"--- PRAISE [051] ---\nPRAISE" },
//! ];
//! let (dictionaries, complaints) = Dictionaries::read(&files);
//! assert!(complaints.is_empty());
//! let document = Document::by_hand(&[
//!     "Narnia/narnia/PROPN/NNP/2/nsubj praised/praise/VERB/VBD/0/root Archenland/archenland/PROPN/NNP/2/obj",
//! ]);
//! let triples = dictionaries.code(&document.sentences[0], None);
//! assert_eq!((&*triples[0].source, &*triples[0].target, &*triples[0].code), ("NAR", "ARC", "051"));
//! ```
//!
//! **Invariants.** No file system: files come as names and bytes. Any bytes can be read; a line that says nothing is a
//! complaint with its file and number. The same files and trees give the same triples.

mod actor;
mod agent;
mod clause;
mod coder;
mod date;
mod deed;
mod discard;
mod element;
mod event;
mod file;
mod form;
mod issue;
mod line;
mod matching;
mod mend;
mod name;
mod noun;
mod options;
mod pattern;
mod phrase;
mod synset;
mod transform;
mod unit;
mod verb;
mod word;

use std::fmt;
use std::ops::Range;

use saydo_syntax::{Document, Sentence};

use crate::discard::Extent;
use crate::file::{INDEX, Index, Kind};
use crate::line::Line;

/// One file of a folder.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name, for complaints and for the index.
    pub name: &'a str,
    /// Its bytes, in UTF-8 or Latin-1.
    pub bytes: &'a [u8],
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The name of its file.
    pub file: String,
    /// Its number, counted from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.what)
    }
}

/// Who did what to whom, and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Triple {
    /// The code of who did it, `---` for nobody who is known.
    pub source: String,
    /// The code of whom it was done to, `---` for nobody who is known.
    pub target: String,
    /// The code of what was done.
    pub code: String,
    /// The first word of the verb.
    pub trigger: usize,
    /// The end of its words.
    pub trigger_end: usize,
    /// The words from the first to the last of the source.
    pub source_words: Range<usize>,
    /// The words from the first to the last of the target.
    pub target_words: Range<usize>,
}

/// The dictionaries of one folder.
#[derive(Debug, Default)]
pub struct Dictionaries {
    words: word::Words,
    actors: actor::Actors,
    agents: agent::Agents,
    verbs: verb::Verbs,
    discards: discard::Discards,
    issues: issue::Issues,
    options: options::Options,
    /// The number of the word that names who acts in a passive clause.
    by: u32,
}

impl Dictionaries {
    /// Reads the files of a folder.
    ///
    /// A file `dictionaries.txt` tells the kinds of the others in lines such as `actors countries.txt`; the kinds are
    /// `actors`, `agents`, `verbs`, `discards`, `issues`, `prepositions`, `codes` and `none`. Lines such as
    /// `set comma_max 8` give PETRARCH's settings: `require_dyad`, `new_actor_length` and the lengths of clauses between
    /// commas that are left out, `comma_min`, `comma_max`, `comma_bmin`, `comma_bmax`, `comma_emin`, `comma_emax`. The kind of a file that it does not name is told by its content.
    pub fn read(files: &[File<'_>]) -> (Self, Vec<Complaint>) {
        let (mut all, mut complaints) = (Self::default(), Vec::new());
        let index = all.index(files, &mut complaints);
        for file in files.iter().filter(|f| f.name != INDEX) {
            let lines = line::lines(file.bytes);
            match index.kinds.get(file.name) {
                Some(None) => {}
                Some(kind) => all.file(*kind, &lines, file.name, &mut complaints),
                None => all.file(Kind::of(&lines), &lines, file.name, &mut complaints),
            }
        }
        all.by = all.words.add("BY");
        all.actors.sort();
        all.agents.sort();
        all.verbs.sort(&all.words);
        (all, complaints)
    }

    fn index(&mut self, files: &[File<'_>], complaints: &mut Vec<Complaint>) -> Index {
        let file = files.iter().find(|f| f.name == INDEX);
        let index = file.map(|f| Index::read(&line::lines(f.bytes))).unwrap_or_default();
        let mut odd = index.odd.clone();
        for (line, name, value) in &index.settings {
            if self.options.set(name, value).is_none() {
                odd.push(*line);
            }
        }
        let told =
            odd.into_iter().map(|line| complaint(INDEX, line, "neither a kind with a file nor a setting"));
        complaints.extend(told);
        let missing = index.kinds.keys().filter(|name| !files.iter().any(|f| f.name == **name));
        let mut missing: Vec<&String> = missing.collect();
        missing.sort();
        complaints.extend(
            missing.into_iter().map(|name| complaint(name, 0, "the index names it, and it is missing")),
        );
        index
    }

    fn file(&mut self, kind: Option<Kind>, lines: &[Line], name: &str, complaints: &mut Vec<Complaint>) {
        let complain = |line, what| complaints.push(complaint(name, line, what));
        match kind {
            Some(Kind::Actors) => self.actors.read(lines, &mut self.words, complain),
            Some(Kind::Agents) => self.agents.read(lines, &mut self.words, complain),
            Some(Kind::Verbs) => self.verbs.read(lines, &mut self.words, complain),
            Some(Kind::Discards) => self.discards.read(lines),
            Some(Kind::Issues) => self.issues.read(lines, complain),
            Some(Kind::Prepositions | Kind::Codes) => {}
            None if lines.is_empty() => {}
            None => complaints.push(complaint(name, 0, "no kind of dictionary is known in it")),
        }
    }

    /// The triples of a sentence. `date` is the report's day as `YYYY-MM-DD…`; without it, roles that hold for a time
    /// are left out. A sentence that the discards throw away has none.
    pub fn code(&self, sentence: &Sentence<'_>, date: Option<&str>) -> Vec<Triple> {
        if self.discards.extent(sentence.text(0..sentence.len())).is_some() {
            return Vec::new();
        }
        coder::code(self, sentence, date.and_then(date::of_report))
    }

    /// The triples of a report with the numbers of their sentences; none where the discards throw away the report.
    pub fn code_report(&self, document: &Document<'_>, date: Option<&str>) -> Vec<(usize, Triple)> {
        let extent = |s: &Sentence<'_>| self.discards.extent(s.text(0..s.len()));
        if document.sentences.iter().any(|s| extent(s) == Some(Extent::Report)) {
            return Vec::new();
        }
        let sentences = document.sentences.iter().enumerate();
        sentences.flat_map(|(i, s)| self.code(s, date).into_iter().map(move |t| (i, t))).collect()
    }

    /// The issues that a text's strings tell, with how often, in the order of their names.
    pub fn issues(&self, text: &str) -> Vec<(String, usize)> {
        self.issues.count(text)
    }
}

fn complaint(file: &str, line: usize, what: &str) -> Complaint {
    Complaint { file: file.to_owned(), line, what: what.to_owned() }
}
