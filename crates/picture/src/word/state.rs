//! The state of a word, from its evidence; the seven states of the design, one rule each.

use std::collections::HashSet;

use jiff::civil::Date;

use super::draft::Draft;
use super::evidence::{Piece, Stance, told_on};
use crate::{Grade, State, Voice};

/// A state, the grade of evidence behind it, and the rule that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) state: State,
    pub(crate) grade: Option<Grade>,
    pub(crate) rule: &'static str,
}

/// The state of a word as of `day`, from the pieces of evidence published by then.
pub(crate) fn state(word: &Draft<'_>, pieces: &[Piece<'_>], day: Date) -> Finding {
    let told: Vec<&Piece<'_>> = pieces.iter().filter(|p| told_on(p) <= day).collect();
    if told.iter().any(|p| p.stance == Stance::Reversal) {
        return Finding { state: State::Overtaken, grade: Some(Grade::OwnSide), rule: "word-overtaken" };
    }
    let now = newest(&told);
    let with = |stance: Stance| now.iter().copied().filter(|p| p.stance == stance).collect::<Vec<_>>();
    let (bears_out, against, remains) = (with(Stance::For), with(Stance::Against), with(Stance::Remains));
    match (bears_out.is_empty(), against.is_empty(), remains.is_empty()) {
        (true, true, true) => silent(word, day),
        (true, _, _) => found(State::Contradicted, &[against, remains], "word-contradicted"),
        (false, false, _) if !outlived(&bears_out, &against) => {
            found(State::Disputed, &[bears_out, against], "word-disputed")
        }
        (false, _, false) => found(State::PartlyKept, &[bears_out], "word-partly-kept"),
        (false, _, true) => kept(word, bears_out, day),
    }
}

/// What each voice tells in its newest report on the word: a voice that has come to see it otherwise does not
/// contradict itself, and one that tells both on one day speaks against it, since nobody vouches for what he denies.
/// A sign that equipment stays holds on until somebody tells that it is gone.
fn newest<'p, 'f>(told: &[&'p Piece<'f>]) -> Vec<&'p Piece<'f>> {
    let voices = told.iter().map(|p| p.speaker + 1).max().unwrap_or_default();
    let (mut last, mut denies) = (vec![None; voices], vec![false; voices]);
    for piece in told {
        last[piece.speaker] = last[piece.speaker].max(Some(told_on(piece)));
    }
    let is_last = |p: &&Piece<'f>| last[p.speaker] == Some(told_on(p));
    for piece in told.iter().copied().filter(is_last).filter(|p| p.stance == Stance::Against) {
        denies[piece.speaker] = true;
    }
    let now = told.iter().copied().filter(is_last);
    now.filter(|p| p.stance != Stance::For || !denies[p.speaker]).collect()
}

/// Whether all that speaks against a word was told before the first that speaks for it.
fn outlived(bears_out: &[&Piece<'_>], against: &[&Piece<'_>]) -> bool {
    let first = bears_out.iter().map(|p| told_on(p)).min();
    against.iter().all(|p| Some(told_on(p)) < first)
}

fn silent(word: &Draft<'_>, day: Date) -> Finding {
    let lapsed = word.due.is_some_and(|due| due.last < day);
    let (state, rule) =
        if lapsed { (State::Lapsed, "word-lapsed") } else { (State::Unverified, "word-unverified") };
    Finding { state, grade: None, rule }
}

/// Only evidence for it: kept where an observer, images or the host vouch, or two voices outside the speaker's side;
/// partly where the newest of it tells less than was promised. One other voice alone bears out nothing yet, and that
/// something will not happen is not borne out by its not having happened so far.
fn kept(word: &Draft<'_>, bears_out: Vec<&Piece<'_>>, day: Date) -> Finding {
    let voices: HashSet<Voice<'_>> = bears_out.iter().map(|p| p.voice).collect();
    let settles = |p: &&Piece<'_>| matches!(p.shown.grade, Grade::Observer | Grade::Images | Grade::Host);
    let enough = voices.len() >= 2 || bears_out.iter().any(settles);
    let open = word.denies && word.due.is_none_or(|due| due.last >= day);
    let less = bears_out.iter().all(|p| p.less);
    let (state, rule) = match () {
        () if open => (State::Unverified, "word-not-yet"),
        () if less => (State::PartlyKept, "word-partly-kept"),
        () if enough => (State::Kept, "word-kept"),
        () => (State::Unverified, "word-one-voice"),
    };
    found(state, &[bears_out], rule)
}

fn found(state: State, pieces: &[Vec<&Piece<'_>>], rule: &'static str) -> Finding {
    let grade = pieces.iter().flatten().map(|p| p.shown.grade).max();
    Finding { state, grade, rule }
}
