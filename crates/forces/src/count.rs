//! From number words to a range.

use crate::Extent;

/// A range of numbers. A vague one covers all that the word allows: "several thousand" reaches to 9,999.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Range {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) vague: bool,
}

/// What stands before a number and says on which side of it the truth lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// "about": the number itself is the best that is known.
    About,
    /// "more than".
    Least,
    /// "up to".
    Most,
    /// "between": two numbers follow.
    Between,
}

impl Bound {
    /// The bound with this name in the table.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "about" => Self::About,
            "least" => Self::Least,
            "most" => Self::Most,
            "between" => Self::Between,
            _ => return None,
        })
    }
}

/// A piece of a phrase that says how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Piece {
    Number(Range),
    Scale(f64),
    Bound(Bound),
    /// "and", "to" or a dash between numbers.
    Join,
    Of,
    Percent,
    Extent(Extent),
    Article,
}

/// What the pieces of a phrase come to, in its order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Count {
    pub(crate) low: Option<u64>,
    pub(crate) high: Option<u64>,
    pub(crate) extent: Option<Extent>,
}

/// Reads the pieces. Of "most of the 5,000" only what stands before "of" counts: the rest says of how many.
pub(crate) fn read(pieces: &[Piece]) -> Count {
    let mut groups = pieces.split(|p| *p == Piece::Of);
    let first = groups.next().unwrap_or_default();
    let extent = first.iter().find_map(|p| if let Piece::Extent(e) = p { Some(*e) } else { None });
    let Some(mut range) = range(first) else {
        return Count { extent, ..Count::default() };
    };
    if first.contains(&Piece::Percent) {
        return Count { extent: Some(share(range.low)), ..Count::default() };
    }
    let vague = range.vague;
    for unit in groups.map_while(unit).take_while(|_| vague) {
        range = range.times(unit);
    }
    let (low, high) = bounded(first, range);
    Count { low, high, extent }
}

/// The bounds that a phrase sets around a range.
fn bounded(pieces: &[Piece], range: Range) -> (Option<u64>, Option<u64>) {
    let (a, b) = (range.low.round() as u64, range.high.round() as u64);
    let (low, high) = (a.min(b), a.max(b));
    if pieces.contains(&Piece::Bound(Bound::Least)) {
        (Some(low), None)
    } else if pieces.contains(&Piece::Bound(Bound::Most)) {
        (None, Some(high))
    } else {
        (Some(low), Some(high))
    }
}

/// A percentage as an extent.
fn share(percent: f64) -> Extent {
    match percent {
        p if p >= 100.0 => Extent::All,
        p if p > 50.0 => Extent::Most,
        p if p > 0.0 => Extent::Part,
        _ => Extent::None,
    }
}

/// The unit of a vague plural alone: "thousands" in "tens of thousands".
fn unit(pieces: &[Piece]) -> Option<f64> {
    match range(pieces)? {
        Range { low, vague: true, .. } => Some(low / 2.0),
        _ => None,
    }
}

/// The range of one group of pieces.
fn range(pieces: &[Piece]) -> Option<Range> {
    let mut values: Vec<(Range, f64)> = Vec::new();
    let mut open = false;
    for (i, piece) in pieces.iter().enumerate() {
        match (*piece, values.last_mut()) {
            (Piece::Number(n), Some((last, scale))) if open && !n.vague && n.high < *scale => {
                *last = Range { low: last.low + n.low, high: last.high + n.high, ..*last };
                *scale = 1.0;
            }
            (Piece::Number(n), _) => values.push((n, 1.0)),
            (Piece::Scale(k), Some((last, scale))) if open => {
                (*last, *scale) = (last.times(k), *scale * k);
            }
            (Piece::Scale(k), _) => values.push((Range { low: k, high: k, vague: false }, k)),
            (Piece::Join, _) if is_inside(pieces, i) => continue,
            _ => {}
        }
        open = matches!(piece, Piece::Number(_) | Piece::Scale(_));
    }
    span(&values)
}

/// Whether an "and" stands inside one number, as in "two hundred and fifty".
fn is_inside(pieces: &[Piece], join: usize) -> bool {
    let before = join.checked_sub(1).map(|i| pieces[i]);
    let after = (pieces.get(join + 1), pieces.get(join + 2));
    let between = pieces[..join].contains(&Piece::Bound(Bound::Between));
    let small = matches!(after, (Some(Piece::Number(n)), next) if n.high < 100.0 && !matches!(next, Some(Piece::Scale(_))));
    small && !between && matches!(before, Some(Piece::Scale(_)))
}

/// From the first number to the last; a scale after the last alone is that of both, as in "three to five thousand".
fn span(values: &[(Range, f64)]) -> Option<Range> {
    let ((first, own), (last, scale)) = (values.first()?, values.last()?);
    let shared = if *own < 2.0 && first.high * scale <= last.high { *scale } else { 1.0 };
    let shared = if values.len() > 1 { shared } else { 1.0 };
    let high = if values.len() > 1 { last.high } else { first.high };
    Some(Range { low: first.low * shared, high, vague: first.vague })
}

impl Range {
    /// The same many times over. What is vague reaches up to the next: "tens" of thousands end before a hundred
    /// thousand.
    fn times(self, unit: f64) -> Self {
        let high = if self.vague { (self.high + 1.0) * unit - 1.0 } else { self.high * unit };
        Self { low: self.low * unit, high, vague: self.vague }
    }
}
