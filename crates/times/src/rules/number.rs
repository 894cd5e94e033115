//! Numbers in digits and words: "2 1/2", "twenty-four", "a couple of", "1,500", "nineteen ninety-six".

use crate::class::Class;
use crate::text::{Count, Text};

/// How many pieces a number in words has at most.
const MOST: usize = 8;

/// A count at `i`, and the piece after it.
pub(crate) fn count(text: &Text<'_, '_>, i: usize) -> Option<(Count, usize)> {
    if text.get(i)?.classes.is_empty() {
        return digits(text, i).or_else(|| vague(text, i));
    }
    let half_dozen = text.is(i, Class::Half) && text.is(i + 1, Class::Article);
    if half_dozen && text.reads(i + 2, &["dozen"]) {
        return Some((exactly(6), i + 3));
    }
    let start = text.skip_class(i, Class::Article);
    digits(text, start)
        .or_else(|| words(text, start))
        .or_else(|| vague(text, start))
        .or_else(|| article(text, i))
}

fn exactly(n: u64) -> Count {
    Count { number: Some(n), half: false }
}

fn article(text: &Text<'_, '_>, i: usize) -> Option<(Count, usize)> {
    text.is(i, Class::Article).then(|| (exactly(1), i + 1))
}

fn vague(text: &Text<'_, '_>, i: usize) -> Option<(Count, usize)> {
    let open = Count { number: None, half: false };
    if text.is(i, Class::Vague) {
        return Some((open, i + 1));
    }
    let many = text.reads(i, &["dozens", "hundreds", "thousands", "scores", "number", "lot"]);
    (many && text.reads(i + 1, &["of"])).then_some((open, i + 2))
}

fn digits(text: &Text<'_, '_>, i: usize) -> Option<(Count, usize)> {
    let mut value = u64::from(text.whole(i)?.0);
    if text.runs_on_left(i) {
        return None;
    }
    let mut end = i + 1;
    while text.reads(end, &[","]) && text.glued(end) && text.glued(end + 1) {
        let (next, 3) = text.whole(end + 1)? else { break };
        value = value.saturating_mul(1000).saturating_add(u64::from(next));
        end += 2;
    }
    let (half, end) = fraction(text, end)?;
    Some((Count { number: Some(value), half }, end))
}

/// A half after a number; `None` for other fractions, which no TIMEX3 value holds.
fn fraction(text: &Text<'_, '_>, i: usize) -> Option<(bool, usize)> {
    let slashed = |i: usize| text.reads(i + 1, &["/"]) && text.glued(i + 1);
    if text.whole(i).is_some() && slashed(i) {
        return (text.whole(i)?.0 == 1 && text.whole(i + 2)?.0 == 2).then_some((true, i + 3));
    }
    if text.reads(i, &["½"]) {
        return Some((true, i + 1));
    }
    let decimal = text.reads(i, &["."]) && text.glued(i) && text.glued(i + 1);
    match text.whole(i + 1).filter(|_| decimal) {
        Some((5, 1)) => Some((true, i + 2)),
        Some(_) => None,
        None => (!text.reads(i, &["/", ":"]) || !text.glued(i)).then_some((false, i)),
    }
}

/// A number in words.
fn words(text: &Text<'_, '_>, i: usize) -> Option<(Count, usize)> {
    let (mut total, mut part, mut end) = (0u64, 0u64, i);
    let mut seen = false;
    while end < i + MOST {
        let at = if seen { text.skip_dash(text.skip(end, &["and"])) } else { end };
        match next_word(text, at) {
            Some(Class::Number(n))
                if part.is_multiple_of(100) || (part % 100 >= 20 && part.is_multiple_of(10) && n < 10) =>
            {
                part = part.saturating_add(u64::from(n));
            }
            Some(Class::Scale(100)) if at == end => part = part.max(1).saturating_mul(100),
            Some(Class::Scale(scale)) if at == end => {
                total = total.saturating_add(part.max(1).saturating_mul(u64::from(scale)));
                part = 0;
            }
            _ => break,
        }
        (seen, end) = (true, at + 1);
    }
    let end = if text.reads(i, &["couple"]) { text.skip(end, &["of"]) } else { end };
    seen.then(|| (exactly(total.saturating_add(part)), end))
}

fn next_word(text: &Text<'_, '_>, i: usize) -> Option<Class> {
    let number = |c: &&Class| matches!(c, Class::Number(_) | Class::Scale(_));
    text.get(i)?.classes.iter().find(number).copied()
}

/// A year in words: "nineteen ninety-six", "two thousand", "two thousand and eight", "twenty twenty-two".
pub(crate) fn spoken_year(text: &Text<'_, '_>, i: usize) -> Option<(i16, usize)> {
    let (first, at) = words(text, i)?;
    let first = first.number?;
    if (1900..2100).contains(&first) && !text.reads(i, &["nineteen"]) {
        return Some((first as i16, at));
    }
    let (second, end) = words(text, at)?;
    let second = second.number.filter(|n| (10..100).contains(n))?;
    (17..=20).contains(&first).then_some(((first * 100 + second) as i16, end))
}
