//! What the reader says of a sentence, as CoNLL-U.

use saydo_parse::{Analysis, Parser};
use saydo_split::{Sentence as Split, Token};
use saydo_text::Zone;

use crate::conllu::{Range, Sentence, Word};

/// Turns byte offsets into offsets in Unicode code points, walking forward through a text.
///
/// ```
/// let mut chars = saydo_record::Chars::default();
/// assert_eq!(chars.at("Zürich burns", 8), 7);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Chars {
    byte: usize,
    chars: usize,
}

impl Chars {
    /// How many code points of `text` lie before byte `at`; `text` is the same at every call. Cheapest where calls
    /// move forward.
    pub fn at(&mut self, text: &str, at: usize) -> usize {
        if at < self.byte {
            *self = Self::default();
        }
        let between = &text.as_bytes()[self.byte..at.min(text.len())];
        self.chars += between.iter().filter(|&&b| b & 0xc0 != 0x80).count();
        self.byte = at.min(text.len());
        self.chars
    }

    /// The byte that the walk has come to.
    pub fn byte(&self) -> usize {
        self.byte
    }
}

/// The columns of one parsed sentence of `text`. `MISC` holds `SpaceAfter=No` and `TokenRange=START:END` in code
/// points of the text, as `UDPipe` writes it.
pub fn sentence(
    text: &str,
    split: &Split,
    words: &[Analysis],
    parser: &Parser<'_>,
    chars: &mut Chars,
) -> Sentence {
    let mut comments = Vec::new();
    if split.zone != Zone::Body {
        comments.push(format!("zone = {}", split.zone.name()));
    }
    let line = split.span.of(text).unwrap_or_default().replace(['\r', '\n'], " ");
    comments.push(format!("text = {line}"));
    let mut out = Sentence { comments, ..Sentence::default() };
    let before = *chars;
    for (i, (token, analysis)) in split.tokens.iter().zip(words).enumerate() {
        let form = token.span.of(text).unwrap_or_default().to_owned();
        let mut word = Word { form, ..Word::default() };
        fill(&mut word, analysis, parser);
        let alone = !token.joined && split.tokens.get(i + 1).is_none_or(|t| !t.joined);
        if alone {
            word.misc = place(text, token.span.start, token.span.end, chars);
        }
        out.words.push(word);
    }
    ranges(text, &split.tokens, before, &mut out);
    out
}

/// Sets everything that the parser decides, and leaves the rest of the row as it was.
pub fn fill(word: &mut Word, analysis: &Analysis, parser: &Parser<'_>) {
    let tag = parser.tag(analysis.tag);
    word.upos.clone_from(&tag.upos);
    word.xpos.clone_from(&tag.xpos);
    word.feats.clone_from(&tag.feats);
    word.lemma.clone_from(&analysis.lemma);
    word.head = analysis.head;
    parser.relation(analysis.relation).clone_into(&mut word.deprel);
}

fn place(text: &str, start: usize, end: usize, chars: &mut Chars) -> String {
    let next = text[end..].chars().next();
    let glued = if next.is_some_and(|c| !c.is_whitespace()) { "SpaceAfter=No|" } else { "" };
    format!("{glued}TokenRange={}:{}", chars.at(text, start), chars.at(text, end))
}

/// Writes a multiword token for every run of joined tokens.
fn ranges(text: &str, tokens: &[Token], mut chars: Chars, out: &mut Sentence) {
    let mut first = 0;
    for last in 0..tokens.len() {
        if tokens.get(last + 1).is_some_and(|t| t.joined) {
            continue;
        }
        if last > first {
            let (start, end) = (tokens[first].span.start, tokens[last].span.end);
            let form = text[start..end].to_owned();
            out.ranges.push(Range {
                first: first + 1,
                last: last + 1,
                form,
                misc: place(text, start, end, &mut chars),
            });
        }
        first = last + 1;
    }
}
