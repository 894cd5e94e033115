//! Quotations: stretches of the text between quotation marks.

use saydo_syntax::{Document, Sentence};

use crate::draft::Piece;

/// A quotation with its marks. It lies in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// Its words, sentence by sentence; never empty.
    pub(crate) pieces: Vec<Piece>,
    /// Its paragraph.
    pub(crate) paragraph: usize,
    /// Whether it was still open where its paragraph ended.
    pub(crate) open: bool,
}

impl Quote {
    /// Its words in one sentence.
    pub(crate) fn piece(&self, sentence: usize) -> Option<&Piece> {
        let at = self.pieces.partition_point(|p| p.sentence < sentence);
        self.pieces.get(at).filter(|p| p.sentence == sentence)
    }

    /// Whether it holds this word.
    pub(crate) fn holds(&self, sentence: usize, word: usize) -> bool {
        self.piece(sentence).is_some_and(|p| p.words.contains(&word))
    }

    /// How many words and marks it has.
    pub(crate) fn len(&self) -> usize {
        self.pieces.iter().map(|p| p.words.len()).sum()
    }

    /// The first of its pieces.
    pub(crate) fn first(&self) -> &Piece {
        &self.pieces[0]
    }

    /// The last of its pieces.
    pub(crate) fn last(&self) -> &Piece {
        &self.pieces[self.pieces.len() - 1]
    }
}

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// A place between two words: the sentence, and the word that follows.
type Place = (usize, usize);

/// All quotations of a document in double marks, and those in single marks that lie in one sentence.
pub(crate) fn quotes(document: &Document<'_>) -> Vec<Quote> {
    let mut reader = Reader { document, open: None, found: Vec::new() };
    for n in 0..document.sentences.len() {
        reader.sentence(n);
    }
    reader.end((document.sentences.len(), 0), true);
    reader.found
}

/// The quotations found so far, and where one is open.
struct Reader<'d, 't> {
    document: &'d Document<'t>,
    open: Option<Place>,
    found: Vec<Quote>,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, n: usize) {
        let s = &self.document.sentences[n];
        if self.open.is_some_and(|(m, _)| self.document.sentences[m].paragraph != s.paragraph) {
            self.end((n, 0), true);
        }
        for i in 0..s.len() {
            if let Some(side) = double(self.document.text, s, i) {
                self.mark(side, (n, i));
            }
        }
        if self.open.is_none_or(|(m, _)| m == n) {
            self.single(n);
        }
    }

    /// A mark that opens while a quotation is open means that the one before it was never closed.
    fn mark(&mut self, side: Side, at: Place) {
        match (side, self.open) {
            (Side::Opens, _) | (Side::Either, None) => self.open = Some(at),
            _ => self.end((at.0, at.1 + 1), false),
        }
    }

    /// Ends the quotation that is open, if there is one.
    fn end(&mut self, to: Place, open: bool) {
        if let Some(from) = self.open.take() {
            self.found.extend(between(self.document, from, to, open));
        }
    }

    /// Quotations in single marks within one sentence: a mark after a blank opens, one before a blank closes.
    fn single(&mut self, n: usize) {
        let s = &self.document.sentences[n];
        let mut from = None;
        for i in (0..s.len()).filter(|&i| matches!(s.words[i].form, "'" | "‘" | "’" | "`")) {
            let word = &s.words[i];
            match (by_blanks(self.document.text, word.span.start, word.span.end), from) {
                (Side::Opens, None) if word.form != "’" => from = Some(i),
                (Side::Closes, Some(start)) if i > start + 2 => {
                    self.found.extend(between(self.document, (n, start), (n, i + 1), false));
                    from = None;
                }
                _ => {}
            }
        }
    }
}

/// The quotation from one place up to, but without, another.
fn between(document: &Document<'_>, from: Place, to: Place, open: bool) -> Option<Quote> {
    let last = to.0.min(document.sentences.len().saturating_sub(1));
    let words = |n: usize| {
        let start = if n == from.0 { from.1 } else { 0 };
        start..if n == to.0 { to.1 } else { document.sentences[n].len() }
    };
    let pieces = (from.0..=last).map(|n| Piece { sentence: n, words: words(n) });
    let pieces: Vec<Piece> = pieces.filter(|p| !p.words.is_empty()).collect();
    let paragraph = document.sentences[from.0].paragraph;
    (!pieces.is_empty()).then_some(Quote { pieces, paragraph, open })
}

/// What a double mark does, by its shape or by the blanks around it.
fn double(text: &str, s: &Sentence<'_>, i: usize) -> Option<Side> {
    let word = &s.words[i];
    match word.form {
        "“" | "``" | "„" | "«" => Some(Side::Opens),
        "”" | "»" => Some(Side::Closes),
        "\"" | "''" if is_inches(text, word.span.start) => None,
        "\"" | "''" => Some(by_blanks(text, word.span.start, word.span.end)),
        _ => None,
    }
}

/// Whether a mark stands for inches: it follows a number that follows feet, as in 6' 2".
fn is_inches(text: &str, at: usize) -> bool {
    let inches = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
    let mark = inches.strip_suffix(' ').unwrap_or(inches);
    let feet = mark.strip_suffix(['\'', '’', '′']);
    inches.len() < at && feet.is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

fn by_blanks(text: &str, start: usize, end: usize) -> Side {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    match (before.is_none_or(opens_after), after.is_none_or(closes_before)) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    }
}

/// Whether a mark after this character opens.
fn opens_after(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '\'' | '‘')
}

/// Whether a mark before this character closes.
fn closes_before(c: char) -> bool {
    let opening = matches!(c, '(' | '$' | '[' | '\'');
    c.is_whitespace() || c == '—' || (c.is_ascii_punctuation() && !opening)
}

#[cfg(test)]
mod tests {
    use super::is_inches;

    #[test]
    fn inches_are_no_quotation_marks() {
        let measure = |text: &str| is_inches(text, text.rfind('"').unwrap_or_default());
        assert!(measure("He is 6' 2\"") && measure("a 5’11\" man"));
        assert!(!measure("in 1999\"") && !measure("'so' \"") && !measure("6' \""));
    }
}
