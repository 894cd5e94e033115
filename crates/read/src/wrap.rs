//! Whether the lines of a text were cut at a width, and which of them go together.

use saydo_text::{Byte, Span};

use crate::line::{lines, trimmed};
use crate::shape::ends_sentence;

/// The widths, in characters, at which people and programs cut lines.
const NARROWEST: usize = 45;
const WIDEST: usize = 120;
/// A line that ends this far before the width may still have been cut there, by hand.
const SLACK: usize = 8;

/// Of a hundred pairs of lines in a text that was cut, at least so many have an upper line that ends no sentence; of a
/// hundred of these, the width explains so many, and so many plainly go on.
const OPEN_PAIRS: usize = 20;
const EXPLAINED: usize = 60;
const GOING_ON: usize = 40;

/// A line that ends in one of these goes on.
const LINKS: [&str; 24] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "had", "has", "have", "his", "in", "is", "its",
    "of", "on", "or", "that", "the", "to", "was", "with",
];

/// How a text's lines were made.
pub(crate) struct Wrap {
    /// The width at which lines were cut; `None` where each line is a paragraph.
    width: Option<usize>,
}

impl Wrap {
    /// Decides for the whole of `text`, from each line and the one right below it.
    ///
    /// A width explains a pair of lines where the upper one fits into it and the next line's first word would not
    /// have. Pairs whose upper line ends a sentence say nothing: that happens with and without cutting. Lines are held
    /// to be cut where there are enough other pairs, one width explains most of them, and many go on in mid-sentence.
    pub(crate) fn of(text: &str) -> Self {
        let mut tally = Tally::default();
        let mut above = None;
        for line in lines(text).map(|line| trimmed(text, line)) {
            if let Some(above) = above.filter(|_| !line.is_empty()) {
                tally.add(&Pair::new(&text[Span::range(above)], &text[line.range()]));
            }
            above = (!line.is_empty()).then_some(line);
        }
        Self { width: tally.width() }
    }

    /// Whether `line` goes on with the sentence or the paragraph of the line `above` it.
    pub(crate) fn joins(&self, text: &str, above: Span<Byte>, line: Span<Byte>) -> bool {
        let Some(width) = self.width else { return false };
        let pair = Pair::new(&text[above.range()], &text[line.range()]);
        pair.goes_on || (pair.width <= width && pair.needed > width)
    }
}

/// What one line says about the line above it.
struct Pair {
    /// How wide the upper line is, in characters.
    width: usize,
    /// How wide it would have been with the next word.
    needed: usize,
    /// Whether the upper line stops before a sentence ends.
    open: bool,
    /// Whether the lower line plainly goes on with it.
    goes_on: bool,
}

impl Pair {
    fn new(above: &str, line: &str) -> Self {
        let width = above.chars().count();
        let word = line.split_whitespace().next().unwrap_or_default();
        let last = above.split_whitespace().next_back().unwrap_or_default();
        let low = word.starts_with(char::is_lowercase) && !word.contains("://");
        let goes_on = low || last.ends_with(',') || LINKS.contains(&last);
        Self { width, needed: width + 1 + word.chars().count(), open: !ends_sentence(above), goes_on }
    }
}

/// What all open pairs say together.
struct Tally {
    pairs: usize,
    open: usize,
    going_on: usize,
    /// For each width, how many pairs it explains more than the width before it does.
    rises: [isize; WIDEST + 2],
    /// The same, with some slack.
    slack: [isize; WIDEST + 2],
}

impl Default for Tally {
    fn default() -> Self {
        Self { pairs: 0, open: 0, going_on: 0, rises: [0; WIDEST + 2], slack: [0; WIDEST + 2] }
    }
}

impl Tally {
    fn add(&mut self, pair: &Pair) {
        self.pairs += 1;
        if !pair.open {
            return;
        }
        self.open += 1;
        self.going_on += usize::from(pair.goes_on);
        let within = |width: usize| width.min(WIDEST + 1);
        self.rises[within(pair.width)] += 1;
        self.rises[within(pair.needed)] -= 1;
        self.slack[within(pair.width)] += 1;
        self.slack[within(pair.needed + SLACK)] -= 1;
    }

    /// The width that explains most pairs, if lines were cut at all.
    fn width(&self) -> Option<usize> {
        let explained = sums(&self.rises);
        let width = (NARROWEST..=WIDEST).rev().max_by_key(|&width| explained[width])?;
        let nearly = sums(&self.slack)[width] as usize;
        let enough = self.open > 0 && self.open * 100 >= self.pairs * OPEN_PAIRS;
        let likely = nearly * 100 >= self.open * EXPLAINED && self.going_on * 100 >= self.open * GOING_ON;
        (enough && likely).then_some(width)
    }
}

fn sums(rises: &[isize]) -> Vec<isize> {
    let mut sum = 0;
    rises
        .iter()
        .map(|rise| {
            sum += rise;
            sum
        })
        .collect()
}
