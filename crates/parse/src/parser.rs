//! The parser: sentences in, analyses out.

use crate::error::WeightsError;
use crate::lemma::Lemmas;
use crate::network::Network;
use crate::scratch::Scratch;
use crate::weights::Sections;

/// Longer sentences are parsed in pieces of at most this many words, each hung under the first piece's root.
pub const LONGEST_PIECE: usize = 256;

/// What the parser says of one word; labels are looked up with [`Parser::tag`] and [`Parser::relation`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// The joint tag, as an index.
    pub tag: u16,
    /// The head's position in the sentence counted from 1, or 0 for the root.
    pub head: usize,
    /// The relation to the head, as an index.
    pub relation: u16,
    /// The lemma.
    pub lemma: String,
}

/// A joint tag taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The universal part of speech.
    pub upos: String,
    /// The Penn Treebank tag.
    pub xpos: String,
    /// The features as in CoNLL-U, `_` for none.
    pub feats: String,
}

/// A parser with its weights.
#[derive(Debug)]
pub struct Parser<'w> {
    network: Network<'w>,
    lemmas: Lemmas,
    classes: Vec<Option<usize>>,
    tags: Vec<Tag>,
    relations: Vec<String>,
    root: usize,
    later: u16,
}

impl<'w> Parser<'w> {
    /// Reads a file of weights, as `tools/train` writes it.
    pub fn from_bytes(bytes: &'w [u8]) -> Result<Self, WeightsError> {
        let sections = Sections::parse(bytes)?;
        let network = Network::new(&sections)?;
        let (joint, relations) = (sections.lines("tags")?, sections.lines("rels")?);
        if network.classes() != (joint.len(), relations.len()) {
            return Err(WeightsError::Shape("tags".to_owned()));
        }
        let tags = joint.iter().map(|t| split_tag(t)).collect();
        let find = |name| {
            relations.iter().position(|r| r == name).ok_or_else(|| WeightsError::Shape("rels".to_owned()))
        };
        let (root, later) = (find("root")?, find("parataxis")? as u16);
        let lemmas = Lemmas::new(&sections)?;
        let classes = joint.iter().map(|t| lemmas.class_of(t)).collect();
        Ok(Self { network, lemmas, classes, tags, relations, root, later })
    }

    /// The tag with index `i`, as [`Analysis::tag`] gives it.
    pub fn tag(&self, i: u16) -> &Tag {
        &self.tags[usize::from(i)]
    }

    /// The relation with index `i`, as [`Analysis::relation`] gives it.
    pub fn relation(&self, i: u16) -> &str {
        &self.relations[usize::from(i)]
    }

    /// All joint tags, by their indices.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// All relations, by their indices.
    pub fn relations(&self) -> &[String] {
        &self.relations
    }

    /// Parses sentences, each a list of words; several at once are faster than one by one, with the same result.
    pub fn parse(&self, sentences: &[&[&str]], scratch: &mut Scratch) -> Vec<Vec<Analysis>> {
        let forms: Vec<&str> = sentences.iter().flat_map(|s| s.iter().copied()).collect();
        let lengths: Vec<usize> = sentences.iter().flat_map(|s| pieces(s.len())).collect();
        self.network.encode(&forms, &lengths, scratch);
        scratch.rels.clear();
        let mut heads = Vec::with_capacity(forms.len());
        let mut first = 0;
        for &n in &lengths {
            heads.extend(self.network.tree(first, n, self.root, scratch));
            first += n;
        }
        self.collect(sentences, &heads, scratch)
    }

    fn collect(&self, sentences: &[&[&str]], heads: &[usize], scratch: &Scratch) -> Vec<Vec<Analysis>> {
        let mut first = 0;
        let mut out = Vec::with_capacity(sentences.len());
        for words in sentences {
            let mut sentence: Vec<Analysis> = (0..words.len())
                .map(|i| {
                    let (tag, relation) = (scratch.tags[first + i], scratch.rels[first + i]);
                    let lemma = self.lemmas.lemma(words[i], self.classes[usize::from(tag)]);
                    Analysis { tag, head: heads[first + i], relation, lemma }
                })
                .collect();
            self.join(&mut sentence);
            first += words.len();
            out.push(sentence);
        }
        out
    }

    /// Makes one tree of the trees of a long sentence's pieces.
    fn join(&self, sentence: &mut [Analysis]) {
        let mut start = 0;
        let mut top = None;
        for n in pieces(sentence.len()) {
            for (i, word) in sentence[start..start + n].iter_mut().enumerate() {
                match (word.head, top) {
                    (0, None) => top = Some(start + i + 1),
                    (0, Some(top)) => (word.head, word.relation) = (top, self.later),
                    _ => word.head += start,
                }
            }
            start += n;
        }
    }
}

/// The lengths of the pieces in which a sentence of `n` words is parsed.
fn pieces(n: usize) -> impl Iterator<Item = usize> {
    (0..n).step_by(LONGEST_PIECE).map(move |start| (n - start).min(LONGEST_PIECE))
}

fn split_tag(joint: &str) -> Tag {
    let mut parts = joint.splitn(3, '|').map(str::to_owned);
    let mut next = || parts.next().filter(|p| !p.is_empty()).unwrap_or_else(|| "_".to_owned());
    Tag { upos: next(), xpos: next(), feats: next() }
}
