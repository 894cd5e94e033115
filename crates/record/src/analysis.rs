//! What the reader says of a sentence, as CoNLL-U.

use saydo_parse::{Analysis, Parser};
use saydo_split::{Sentence as Split, Token};
use saydo_text::Zone;

use crate::Chars;
use crate::conllu::{Range, Sentence, Word};

/// The columns of one parsed sentence of `text`. `MISC` holds `SpaceAfter=No` and `TokenRange=START:END` in code
/// points of the text, as `UDPipe` writes it.
pub fn sentence(
    text: &str,
    split: &Split,
    words: &[Analysis],
    parser: &Parser<'_>,
    chars: &Chars<'_>,
) -> Sentence {
    let mut comments = Vec::new();
    if split.zone != Zone::Body {
        comments.push(format!("zone = {}", split.zone.name()));
    }
    let line = split.span.of(text).unwrap_or_default().replace(['\r', '\n'], " ");
    comments.push(format!("text = {line}"));
    let mut out = Sentence { comments, ..Sentence::default() };
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
    ranges(text, &split.tokens, chars, &mut out);
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

fn place(text: &str, start: usize, end: usize, chars: &Chars<'_>) -> String {
    let next = text[end..].chars().next();
    let glued = if next.is_some_and(|c| !c.is_whitespace()) { "SpaceAfter=No|" } else { "" };
    format!("{glued}TokenRange={}:{}", chars.at(start), chars.at(end))
}

/// Writes a multiword token for every run of joined tokens.
fn ranges(text: &str, tokens: &[Token], chars: &Chars<'_>, out: &mut Sentence) {
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
                misc: place(text, start, end, chars),
            });
        }
        first = last + 1;
    }
}
