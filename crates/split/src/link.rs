//! Links, e-mail addresses, handles and hashtags: one token each, by rule.

use crate::feature::mix;
use crate::run::{Run, shape};

/// Replaces the runs of each link or address of a piece by one run.
pub(crate) fn merge(runs: &mut Vec<Run>) {
    if runs.len() < 2 {
        return;
    }
    let mut at = 0;
    while at < runs.len() {
        if let Some((start, end, kind)) = found(runs, at) {
            let whole = Run { end: runs[end - 1].end, key: kind, shape: kind, suffix: kind, ..runs[start] };
            runs.splice(start..end, [whole]);
            at = start;
        }
        at += 1;
    }
}

/// The link whose telling sign is the run `at`: its first run, the run after its last, and what it is.
fn found(runs: &[Run], at: usize) -> Option<(usize, usize, u32)> {
    let sign = runs[at];
    if sign.is(':') {
        return address_bar(runs, at);
    }
    if sign.is('.') && at > 0 && runs[at - 1].key == WWW {
        return Some((at - 1, link_end(runs, at + 1)?, shape::LINK));
    }
    if sign.is('@') {
        return mail(runs, at).or_else(|| tag(runs, at));
    }
    if sign.is('#') { tag(runs, at) } else { None }
}

/// The key of "www".
const WWW: u32 = mix(mix(mix(0, 'w' as u32), 'w' as u32), 'w' as u32);

/// "https://…": a word, a colon, two slashes.
fn address_bar(runs: &[Run], at: usize) -> Option<(usize, usize, u32)> {
    let slashes = runs.get(at + 1)?;
    if at == 0 || !shape::is_word(runs[at - 1].shape) || !slashes.is('/') || slashes.end - slashes.start < 2 {
        return None;
    }
    Some((at - 1, link_end(runs, at + 2)?, shape::LINK))
}

/// The run after the last one of a link: brackets and quotes end it, punctuation at its end is not part of it.
fn link_end(runs: &[Run], from: usize) -> Option<usize> {
    let stops = ['<', '>', '"', '\u{201C}', '\u{201D}', '\u{2018}', '[', ']', '{', '}', '|', '\u{2026}'];
    let stop = |r: &Run| stops.iter().any(|&c| r.is(c));
    let mut end = from + runs[from..].iter().position(stop).unwrap_or(runs.len() - from);
    let open = runs[from..end].iter().any(|r| r.is('('));
    let loose =
        |r: &Run| ['.', ',', ';', ':', '!', '?', '\'', '*'].iter().any(|&c| r.is(c)) || r.is(')') && !open;
    while end > from && loose(&runs[end - 1]) {
        end -= 1;
    }
    (end > from).then_some(end)
}

/// "first.last@example.org": names around the sign, a dot after it.
fn mail(runs: &[Run], at: usize) -> Option<(usize, usize, u32)> {
    let name = |r: &Run| shape::is_word(r.shape) || shape::is_number(r.shape);
    let inner = |r: &Run| name(r) || ['.', '-', '_', '+', '%'].iter().any(|&c| r.is(c));
    let mut start = at - runs[..at].iter().rev().take_while(|r| inner(r)).count();
    let mut end = at + 1 + runs[at + 1..].iter().take_while(|r| inner(r)).count();
    while start < at && !name(&runs[start]) {
        start += 1;
    }
    while end > at + 1 && !name(&runs[end - 1]) {
        end -= 1;
    }
    let dotted = runs[at + 1..end].iter().any(|r| r.is('.'));
    (start < at && dotted).then_some((start, end, shape::ADDRESS))
}

/// "@name", "#topic" at the start of a piece or after a bracket or quote.
fn tag(runs: &[Run], at: usize) -> Option<(usize, usize, u32)> {
    let sign = runs[at];
    let after = runs.get(at + 1)?;
    let starts =
        at == 0 || ['(', '"', '\u{201C}', '\u{2018}', '[', '.', '\''].iter().any(|&c| runs[at - 1].is(c));
    if !starts || sign.end - sign.start > 1 || !shape::is_word(after.shape) {
        return None;
    }
    let part = |r: &&Run| shape::is_word(r.shape) || shape::is_number(r.shape) || r.is('_');
    Some((at, at + 1 + runs[at + 1..].iter().take_while(part).count(), shape::TAG))
}
