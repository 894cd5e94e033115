//! An event in numbers: how it lies in memory, and how a ledger tells many of them quickly.

use saydo_codebook::{Act, Plover};
use saydo_standing::Standing;

use crate::{Days, Force, Kind};

/// An actor of the same [`Facts`](crate::Facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ActorId(pub(crate) u32);

/// A place of the same [`Facts`](crate::Facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PlaceId(pub(crate) u32);

/// A lemma of the same [`Facts`](crate::Facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LemmaId(pub(crate) u32);

/// What an event is, of the same [`Facts`](crate::Facts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CodeId(pub(crate) u32);

/// An event as it is handed to [`Facts::tell_row`](crate::Facts::tell_row); the fields mean what those of
/// [`Told`](crate::Told) mean.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    /// PLOVER's and CAMEO's codes.
    pub code: CodeId,
    /// Lemma of the trigger.
    pub lemma: LemmaId,
    /// How it stands.
    pub standing: Standing,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// Whether only a possibility is told.
    pub hedged: bool,
    /// Source of the statement that carries it.
    pub speaker: Option<ActorId>,
    /// The ordinal of that statement.
    pub statement: Option<u32>,
    /// What that statement's cue does.
    pub act: Option<Act>,
    /// Who passes the statement on.
    pub carrier: Option<ActorId>,
    /// Who acts.
    pub actors: &'r [ActorId],
    /// Whom it is done to or with.
    pub recipients: &'r [ActorId],
    /// What forces move or stay.
    pub forces: &'r [Force],
    /// Where.
    pub places: &'r [PlaceId],
    /// When it happened or is to happen.
    pub time: Option<Days>,
    /// By when it is due.
    pub by: Option<Days>,
    /// From when on.
    pub from: Option<Days>,
    /// When the statement that carries it was made.
    pub said: Option<Days>,
    /// How many of what the trigger names.
    pub count: Option<(Option<u64>, Option<u64>)>,
    /// How sure the reading is, from 0 to 1.
    pub confidence: f32,
}

/// What an event is, once for all events that are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Code {
    pub(crate) plover: Option<Plover>,
    pub(crate) mode: Option<String>,
    /// With blanks between.
    pub(crate) contexts: String,
    pub(crate) cameo: Option<String>,
    pub(crate) kind: Option<Kind>,
    /// The bits of the score, so that codes can be compared.
    pub(crate) goldstein: Option<u32>,
}

/// Days and numbers of an event, once for all events that have the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct When {
    pub(crate) time: Option<Days>,
    pub(crate) by: Option<Days>,
    pub(crate) from: Option<Days>,
    pub(crate) said: Option<Days>,
    pub(crate) count: Option<(Option<u64>, Option<u64>)>,
}

/// An event as it lies in memory: 60 bytes. Numbers count from 1, and 0 stands for nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed {
    pub(crate) report: u32,
    pub(crate) nth: u32,
    pub(crate) code: u32,
    pub(crate) lemma: u32,
    pub(crate) speaker: u32,
    pub(crate) carrier: u32,
    pub(crate) statement: Option<u32>,
    pub(crate) actors: List,
    pub(crate) recipients: List,
    pub(crate) places: List,
    pub(crate) forces: u32,
    pub(crate) when: u32,
    pub(crate) confidence: f32,
    pub(crate) standing: Standing,
    pub(crate) act: Option<Act>,
    pub(crate) negated: bool,
    pub(crate) hedged: bool,
}

/// A list of numbers: nothing, one number in place, or a stretch of the common [`Lists`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct List(u32);

/// Set in a [`List`] that is one number.
const ONE: u32 = 1 << 31;

/// The lists of more than one number, each with its length before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    numbers: Vec<u32>,
}

impl Lists {
    /// Keeps a list. Its numbers are below 2³¹.
    pub(crate) fn keep(&mut self, numbers: impl ExactSizeIterator<Item = u32>) -> List {
        let at = self.numbers.len() as u32;
        let length = numbers.len();
        match length {
            0 => return List(0),
            1 => return List(numbers.fold(0, |_, n| n) | ONE),
            _ => {}
        }
        if at == 0 {
            // The first place stays empty, because 0 stands for no list.
            self.numbers.push(0);
            return self.keep(numbers);
        }
        self.numbers.push(length as u32);
        self.numbers.extend(numbers);
        List(at)
    }

    /// The numbers of a list.
    pub(crate) fn of(&self, list: List) -> impl Iterator<Item = u32> + use<'_> {
        let one = (list.0 & ONE != 0).then_some(list.0 & !ONE);
        let many = match list.0 {
            at if at == 0 || at & ONE != 0 => &[],
            at => {
                let start = at as usize;
                &self.numbers[start + 1..=start + self.numbers[start] as usize]
            }
        };
        one.into_iter().chain(many.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_takes_little_room() {
        assert_eq!(size_of::<Packed>(), 60);
    }

    #[test]
    fn lists_of_any_length_come_back() {
        let mut lists = Lists::default();
        let all: [&[u32]; 6] = [&[], &[0], &[7, 8], &[9], &[1, 2, 3], &[]];
        let kept: Vec<List> = all.iter().map(|list| lists.keep(list.iter().copied())).collect();
        let back: Vec<Vec<u32>> = kept.iter().map(|&list| lists.of(list).collect()).collect();
        assert_eq!(back, all);
    }
}
