//! A sentence: its words and the tree over them.

use std::ops::Range;

use saydo_text::{Byte, Span, Zone};

use crate::{Rel, Upos};

/// A word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word as it stands in the text.
    pub form: &'t str,
    /// Its lemma.
    pub lemma: String,
    /// Its universal part of speech.
    pub upos: Upos,
    /// Its Penn Treebank tag.
    pub xpos: &'t str,
    /// Its features as in CoNLL-U, `_` for none.
    pub feats: &'t str,
    /// Its head's position in the sentence, counted from 0; `None` for the root.
    pub head: Option<usize>,
    /// Its relation to the head.
    pub rel: Rel,
    /// Where it stands in the report's text.
    pub span: Span<Byte>,
}

/// A sentence with its tree.
#[derive(Clone, Debug)]
pub struct Sentence<'t> {
    report: &'t str,
    /// Its words in order.
    pub words: Vec<Word<'t>>,
    /// The zone of the report in which it stands.
    pub zone: Zone,
    /// The number of its paragraph: sentences of one paragraph have the same.
    pub paragraph: usize,
    /// The children of all words, those of word `i` at `children[first[i]..first[i + 1]]`.
    children: Vec<u32>,
    first: Vec<u32>,
    /// For every word the first and the last word of its subtree.
    reach: Vec<(u32, u32)>,
}

impl<'t> Sentence<'t> {
    /// A sentence of `report`. Heads that lie outside, and words that would hang on themselves, become roots' children.
    pub fn new(report: &'t str, mut words: Vec<Word<'t>>, zone: Zone) -> Self {
        mend(&mut words);
        let (children, first) = children(&words);
        let reach = reach(&words);
        Self { report, words, zone, paragraph: 0, children, first, reach }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words, which no sentence of a report has.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The position of its root.
    pub fn root(&self) -> usize {
        self.words.iter().position(|w| w.head.is_none()).unwrap_or(0)
    }

    /// The positions of a word's dependents, from left to right.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children[self.first[i] as usize..self.first[i + 1] as usize].iter().map(|&c| c as usize)
    }

    /// The first dependent with exactly this relation.
    pub fn child(&self, i: usize, rel: Rel) -> Option<usize> {
        self.children(i).find(|&c| self.words[c].rel == rel)
    }

    /// The dependents with exactly this relation.
    pub fn children_by(&self, i: usize, rel: Rel) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(i).filter(move |&c| self.words[c].rel == rel)
    }

    /// The head of a word.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.words[i].head
    }

    /// The words above one, from its head to the root.
    pub fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.words[i].head, |&h| self.words[h].head)
    }

    /// Whether `i` is `top` or hangs, however deep, under it.
    pub fn is_under(&self, i: usize, top: usize) -> bool {
        i == top || self.ancestors(i).any(|a| a == top)
    }

    /// The range from the first to the last word of a word's subtree. A non-projective tree has others in between.
    pub fn reach(&self, i: usize) -> Range<usize> {
        let (start, end) = self.reach[i];
        start as usize..end as usize + 1
    }

    /// The words of a word's subtree, in order.
    pub fn subtree(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        self.reach(i).filter(move |&w| self.is_under(w, i))
    }

    /// Where a range of words stands in the report's text.
    pub fn span(&self, words: Range<usize>) -> Span<Byte> {
        match (self.words.get(words.start), words.end.checked_sub(1).and_then(|e| self.words.get(e))) {
            (Some(a), Some(b)) => Span::new(a.span.start, b.span.end),
            _ => Span::new(0, 0),
        }
    }

    /// The text of a range of words, as it stands in the report.
    pub fn text(&self, words: Range<usize>) -> &'t str {
        self.report.get(self.span(words).range()).unwrap_or_default()
    }

    /// Where the sentence stands, from its first word to its last.
    pub fn whole(&self) -> Span<Byte> {
        self.span(0..self.words.len())
    }

    /// The words that lie wholly inside a span of the report's text.
    pub fn within(&self, span: Span<Byte>) -> Range<usize> {
        let start = self.words.partition_point(|w| w.span.start < span.start);
        let end = self.words.partition_point(|w| w.span.end <= span.end);
        start..end.max(start)
    }
}

/// Makes heads form one tree whatever they were: one root, no cycles, none outside.
fn mend(words: &mut [Word<'_>]) {
    let n = words.len();
    let root = words.iter().position(|w| w.head.is_none()).unwrap_or(0);
    for (i, word) in words.iter_mut().enumerate() {
        word.head = match word.head {
            _ if i == root => None,
            Some(h) if h < n && h != i => Some(h),
            _ => Some(root),
        };
    }
    for i in 0..n {
        let (mut at, mut steps) = (i, 0);
        while let Some(h) = words[at].head {
            (at, steps) = (h, steps + 1);
            if steps > n {
                words[i].head = Some(root);
                break;
            }
        }
    }
}

fn children(words: &[Word<'_>]) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0u32; words.len() + 2];
    for h in words.iter().filter_map(|w| w.head) {
        first[h + 2] += 1;
    }
    for i in 2..first.len() {
        first[i] += first[i - 1];
    }
    let mut children = vec![0u32; words.len()];
    for (i, word) in words.iter().enumerate() {
        if let Some(h) = word.head {
            children[first[h + 1] as usize] = i as u32;
            first[h + 1] += 1;
        }
    }
    children.truncate(words.iter().filter(|w| w.head.is_some()).count());
    (children, first)
}

fn reach(words: &[Word<'_>]) -> Vec<(u32, u32)> {
    let mut reach: Vec<(u32, u32)> = (0..words.len() as u32).map(|i| (i, i)).collect();
    for i in 0..words.len() {
        let mut at = i;
        while let Some(h) = words[at].head {
            let (low, high) = (reach[h].0.min(i as u32), reach[h].1.max(i as u32));
            if (low, high) == reach[h] {
                break;
            }
            reach[h] = (low, high);
            at = h;
        }
    }
    reach
}

#[cfg(test)]
mod tests {
    use crate::{Document, Rel};

    #[test]
    fn a_tree_knows_its_children_and_how_far_they_reach() {
        let document = Document::by_hand(&[
            "Kyiv/kyiv/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root the/the/DET/DT/4/det claim/claim/NOUN/NN/2/obj",
        ]);
        let s = &document.sentences[0];
        assert_eq!(s.children(1).collect::<Vec<_>>(), [0, 3]);
        assert_eq!(s.child(1, Rel::Obj), Some(3));
        assert_eq!((s.reach(3), s.reach(1), s.reach(0)), (2..4, 0..4, 0..1));
        assert_eq!(s.text(s.reach(3)), "the claim");
        assert_eq!(s.within(s.whole()), 0..4);
    }

    #[test]
    fn heads_that_form_no_tree_are_mended() {
        let document = Document::by_hand(&["a/a/X/X/2/dep b/b/X/X/1/dep c/c/X/X/9/dep d/d/X/X/4/dep"]);
        let s = &document.sentences[0];
        let roots = s.words.iter().filter(|w| w.head.is_none()).count();
        assert_eq!(roots, 1);
        assert!((0..s.len()).all(|i| s.is_under(i, s.root())));
    }
}
