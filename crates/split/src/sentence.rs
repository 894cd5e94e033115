//! Sentences: tokens until one ends, with a bound on their length.

use saydo_text::{Byte, Span, Zone};

use crate::end::{Course, Seam, outline};
use crate::feature::Judge;
use crate::piece::{Piece, Pieces};

/// The most tokens a sentence may have; a longer one comes in pieces.
pub const MAX_TOKENS: usize = 512;

/// A token: a syntactic word or a punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the report's text.
    pub span: Span<Byte>,
    /// Whether it continues the same multiword token as the token before it, as "n't" continues "do".
    pub joined: bool,
}

/// A sentence with its tokens, of which there is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span<Byte>,
    /// Its tokens in order; between them is nothing but white space.
    pub tokens: Vec<Token>,
    /// The zone that it stands in.
    pub zone: Zone,
    /// Whether it ended only because it had [`MAX_TOKENS`] tokens.
    pub cut: bool,
}

/// The sentences of one zone, found as they are asked for.
pub struct Sentences<'a, J> {
    pieces: Pieces<'a>,
    judge: J,
    zone: Zone,
    before: [Piece; 3],
    after: [Piece; 3],
    course: Course,
    outline: u32,
    closed: bool,
}

impl<'a, J: Judge> Sentences<'a, J> {
    /// The sentences of the zone `span` of `text`, as `judge` cuts them. A span outside the text has none.
    pub fn new(text: &'a str, span: Span<Byte>, zone: Zone, mut judge: J) -> Self {
        let span = if span.of(text).is_some() { span } else { Span::new(0, 0) };
        let mut pieces = Pieces::new(text, span.start, span.end);
        let after = std::array::from_fn(|_| pieces.next(&mut judge));
        let outline = outline(&text[span.range()]);
        Self {
            pieces,
            judge,
            zone,
            before: [Piece::EDGE; 3],
            after,
            course: Course::default(),
            outline,
            closed: false,
        }
    }

    /// Moves one token on.
    fn step(&mut self) -> Piece {
        let piece = self.after[0];
        self.before = [piece, self.before[0], self.before[1]];
        self.after = [self.after[1], self.after[2], self.pieces.next(&mut self.judge)];
        self.course.take(&piece);
        piece
    }

    fn ends(&mut self) -> bool {
        let seam = Seam { before: self.before, after: self.after, course: &self.course, zone: self.outline };
        self.closed = seam.is_closed();
        seam.is_open() && self.judge.end(self.after[0].start, seam.features().as_slice(), self.closed)
    }
}

impl<J: Judge> Iterator for Sentences<'_, J> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        let mut tokens = Vec::new();
        let mut cut = false;
        while !self.after[0].is_edge() && !cut {
            let piece = self.step();
            tokens.push(Token { span: Span::new(piece.start, piece.end), joined: piece.joined });
            if self.after[0].is_edge() || self.ends() {
                break;
            }
            cut = tokens.len() >= MAX_TOKENS;
        }
        self.course.end_sentence(self.closed);
        let (first, last) = (tokens.first()?, tokens.last()?);
        Some(Sentence { span: Span::new(first.span.start, last.span.end), zone: self.zone, cut, tokens })
    }
}
