//! The features of a word in its sentence: the one code for training and for reading.

use saydo_syntax::{Rel, Sentence, Upos};

use super::hash::Features;
use super::label::Label;
use super::lexicon::Lexicon;
use super::phrase;
use super::run::{self, Run};
use super::word::{Case, Facts};

/// How many words before and after the sentence are taken for edges.
const PAD: usize = 2;

/// A sentence with everything that its words' features are made of.
pub(super) struct View {
    /// With [`PAD`] edges at both ends.
    facts: Vec<Facts>,
    phrases: Vec<u32>,
    runs: Vec<Run>,
    heads: Vec<Governor>,
    mode: u32,
}

/// What governs the name that a word is part of.
#[derive(Clone, Copy)]
struct Governor {
    /// The lemma above the name.
    lemma: u32,
    /// The relation to it.
    rel: Rel,
    /// The preposition of the name.
    case: u32,
    /// The name's own head.
    top: usize,
}

impl View {
    /// The view of a sentence in which the words that `hide` gives a number for look like words never met before.
    pub(super) fn new(
        sentence: &Sentence<'_>,
        lexicon: &Lexicon,
        hide: impl Fn(usize) -> Option<u32>,
    ) -> Self {
        let edges = [Facts::EDGE; PAD];
        let words = sentence.words.iter().enumerate().map(|(i, w)| {
            let facts = Facts::new(w, lexicon);
            hide(i).map_or(facts, |n| facts.hidden(n))
        });
        let facts: Vec<Facts> = edges.into_iter().chain(words).chain(edges).collect();
        let own = &facts[PAD..facts.len() - PAD];
        Self {
            phrases: phrase::marks(own, lexicon),
            runs: run::runs(own),
            mode: mode(own),
            heads: governors(sentence, own),
            facts,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.runs.len()
    }

    /// The labels that lists give to the words of longer names.
    pub(super) fn listed(&self) -> Vec<Option<Label>> {
        phrase::listed(&self.phrases)
    }

    /// The features of word `i`.
    pub(super) fn features(&self, i: usize, out: &mut Features) {
        out.clear();
        let near: [&Facts; 5] = std::array::from_fn(|k| &self.facts[i + k]);
        itself(near[2], self.mode, i == 0, out);
        window(near, out);
        tags(near, out);
        classes(near, out);
        self.lists(i, near, out);
        self.run(i, near[2], out);
        self.tree(i, near[2], out);
    }

    fn lists(&self, i: usize, near: [&Facts; 5], out: &mut Features) {
        let phrase = |k: usize| self.phrases.get(k).copied().unwrap_or(0);
        let word = near[2];
        let (here, next, last) = (phrase(i), phrase(i + 1), if i > 0 { phrase(i - 1) } else { 0 });
        if here != 0 {
            out.add(100, [here]);
            out.add(101, [here, word.upos as u32, word.case as u32]);
            out.add(102, [here, word.class.coarse.into()]);
        }
        if next != 0 || last != 0 {
            out.add(103, [next]);
            out.add(104, [last]);
        }
        if word.lists != 0 {
            out.add(105, [word.lists]);
            out.add(106, [word.lists, word.case as u32, self.mode]);
            out.add(107, [word.lists, near[1].lists, near[3].lists]);
        }
        if near[1].lists | near[3].lists != 0 {
            out.add(108, [near[1].lists, near[1].case as u32, word.case as u32]);
            out.add(109, [near[3].lists, near[3].case as u32, word.case as u32]);
        }
    }

    fn run(&self, i: usize, word: &Facts, out: &mut Features) {
        let run = &self.runs[i];
        let at = |k: usize| &self.facts[k + PAD];
        if run.end <= run.start {
            return;
        }
        let (last, first) = (at(run.end - 1), at(run.start));
        let place = (i - run.start).min(3) as u32 * 4 + (run.end - 1 - i).min(3) as u32;
        let before = if run.start > 0 { at(run.start - 1) } else { &Facts::EDGE };
        let after = at(run.end);
        out.add(120, [place]);
        out.add(121, [last.lower, place]);
        out.add(122, [last.class.fine.into(), (i + 1 == run.end).into()]);
        out.add(123, [first.lower, (i == run.start).into()]);
        out.add(124, [first.class.medium.into(), last.class.medium.into(), place]);
        out.add(125, [before.lower, place]);
        out.add(126, [after.lower, place]);
        out.add(127, [before.class.medium.into(), word.case as u32]);
        out.add(128, [after.class.medium.into(), word.case as u32]);
        out.add(129, [first.lists, last.lists, place]);
        if run.wide > run.end {
            out.add(130, [at(run.wide - 1).lower, (run.wide - run.end).min(4) as u32]);
            out.add(131, [first.class.medium.into(), last.class.medium.into(), after.lower]);
        }
    }

    fn tree(&self, i: usize, word: &Facts, out: &mut Features) {
        let head = self.heads[i];
        let top = &self.facts[head.top + PAD];
        let rel = head.rel as u32;
        out.add(140, [word.rel as u32, word.upos as u32]);
        out.add(141, [head.lemma, rel]);
        out.add(142, [rel, word.case as u32]);
        out.add(143, [head.case, rel, word.case as u32]);
        out.add(144, [top.lower, (head.top == i).into(), word.case as u32]);
        out.add(145, [top.class.medium.into(), word.class.medium.into()]);
        out.add(146, [head.lemma, head.case, word.case as u32]);
    }
}

fn itself(word: &Facts, mode: u32, first: bool, out: &mut Features) {
    let first = u32::from(first);
    out.add(0, [0]);
    out.add(1, [word.form]);
    out.add(2, [word.lower]);
    out.add(3, [word.shape, mode, first]);
    for (i, prefix) in word.prefixes.into_iter().enumerate() {
        out.add(4, [i as u32, prefix, word.case as u32]);
    }
    for (i, suffix) in word.suffixes.into_iter().enumerate() {
        out.add(5, [i as u32, suffix, word.case as u32]);
    }
    out.add(6, [word.shape, word.upos as u32]);
    out.add(7, [word.case as u32, mode, first, word.upos as u32]);
    out.add(8, [word.lower, mode, first]);
}

fn window(near: [&Facts; 5], out: &mut Features) {
    let [aa, a, word, b, bb] = near;
    let case = word.case as u32;
    out.add(20, [a.lower, case]);
    out.add(21, [b.lower, case]);
    out.add(22, [aa.lower, case]);
    out.add(23, [bb.lower, case]);
    out.add(24, [a.lower, word.lower]);
    out.add(25, [word.lower, b.lower]);
    out.add(26, [aa.lower, a.lower, case]);
    out.add(27, [b.lower, bb.lower, case]);
    out.add(28, [a.lower, b.lower, case]);
    out.add(29, [a.shape, word.shape]);
    out.add(30, [word.shape, b.shape]);
    out.add(31, [a.shape, word.shape, b.shape]);
    out.add(32, [a.case as u32, case, b.case as u32]);
    out.add(33, [aa.case as u32, a.case as u32, case, b.case as u32, bb.case as u32]);
    out.add(34, [a.suffixes[2], case]);
    out.add(35, [b.suffixes[2], case]);
}

fn tags(near: [&Facts; 5], out: &mut Features) {
    let [aa, a, word, b, bb] = near;
    let upos = |w: &Facts| w.upos as u32;
    let capital = u32::from(word.is_capital());
    out.add(50, [word.xpos, capital]);
    out.add(51, [upos(a), upos(word)]);
    out.add(52, [upos(word), upos(b)]);
    out.add(53, [upos(a), upos(word), upos(b)]);
    out.add(54, [upos(aa), upos(a), upos(word), capital]);
    out.add(55, [upos(word), upos(b), upos(bb), capital]);
    out.add(56, [word.upos as u32, word.suffixes[2]]);
    out.add(57, [upos(a), word.lower]);
    out.add(58, [upos(b), word.lower]);
    out.add(59, [a.xpos, word.xpos, b.xpos]);
}

fn classes(near: [&Facts; 5], out: &mut Features) {
    let [aa, a, word, b, bb] = near;
    let case = word.case as u32;
    let [coarse, medium] = [u32::from(word.class.coarse), u32::from(word.class.medium)];
    let fine = |w: &Facts| u32::from(w.class.fine);
    out.add(70, [coarse, case]);
    out.add(71, [medium, case]);
    out.add(72, [fine(word), case]);
    for (k, w) in [(0, aa), (1, a), (2, b), (3, bb)] {
        out.add(73, [k, w.class.medium.into(), case]);
        out.add(74, [k, fine(w), case]);
    }
    out.add(75, [a.class.medium.into(), medium]);
    out.add(76, [medium, b.class.medium.into()]);
    out.add(77, [a.class.coarse.into(), coarse, b.class.coarse.into(), case]);
    out.add(78, [a.lower, medium, case]);
    out.add(79, [medium, b.lower, case]);
    out.add(80, [a.class.medium.into(), b.class.medium.into(), case]);
    out.add(81, [fine(a), fine(b), case]);
}

/// How the sentence is written: 0 as usual, 1 like a headline, 2 all in capitals, 3 without any.
fn mode(words: &[Facts]) -> u32 {
    let count = |f: fn(&Facts) -> bool| words.iter().filter(|w| f(w)).count();
    let letters = count(|w| w.case != Case::None);
    let lower = count(|w| w.case == Case::Lower);
    let closed = count(|w| w.case == Case::Lower && is_small(w.upos));
    let upper = count(|w| w.case == Case::Upper);
    match letters {
        _ if lower == letters => 3,
        4.. if upper * 10 >= letters * 8 => 2,
        4.. if (lower - closed) * 10 <= (letters - closed) * 2 => 1,
        _ => 0,
    }
}

/// Whether headlines write such words small.
fn is_small(upos: Upos) -> bool {
    use Upos::{Adp, Aux, Cconj, Det, Part, Pron, Sconj};
    matches!(upos, Adp | Aux | Cconj | Det | Part | Pron | Sconj)
}

fn governors(sentence: &Sentence<'_>, facts: &[Facts]) -> Vec<Governor> {
    let words = &sentence.words;
    let inner = |i: usize| matches!(words[i].rel, Rel::Compound | Rel::Flat);
    let case = |top: usize| sentence.child(top, Rel::Case).map_or(0, |c| facts[c].lower);
    let governor = |i: usize| {
        let top = Some(i)
            .filter(|&i| !inner(i))
            .unwrap_or_else(|| sentence.ancestors(i).take(8).find(|&a| !inner(a)).unwrap_or(i));
        let lemma = words[top].head.map_or(0, |h| facts[h].lemma);
        Governor { lemma, rel: words[top].rel, case: case(top), top }
    };
    (0..words.len()).map(governor).collect()
}
