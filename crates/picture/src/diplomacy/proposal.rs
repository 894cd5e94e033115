//! Proposals and their answers.
//!
//! Reports tell of the same proposal for weeks, mostly without its day. A telling is of the proposal that the same party
//! made to the same addressees: at the day it names, else the latest one. An answer answers the latest proposal that
//! was made by then; a proposal without one counts its days.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use saydo_facts::{Days, Event};

use super::matter::{Matter, refuses_proposal};
use super::row::Row;
use super::{Proposal, cites, talk};
use crate::Scene;
use crate::day::days;

const RULE: &str = "diplomacy-proposal";

/// After so many days in which nobody speaks of it, a telling without a day is of a new proposal.
const FORGOTTEN: i32 = 60;

struct Draft<'f> {
    from: &'f str,
    to: BTreeSet<&'f str>,
    told: Option<Days>,
    last: Date,
    rows: Vec<Event<'f>>,
    answered: Option<Date>,
    answers: Vec<Event<'f>>,
}

/// The proposals that the rows tell, the newest first.
pub(super) fn proposals<'f>(scene: &Scene<'f>, rows: &[Row<'f>]) -> Vec<Proposal> {
    let mut drafts: Vec<Draft<'f>> = Vec::new();
    let mut by_party: HashMap<&str, Vec<usize>> = HashMap::new();
    for row in rows.iter().filter(|row| row.matter == Matter::Proposal) {
        let Some(&from) = row.ends.from.first() else { continue };
        let known = by_party.entry(from).or_default();
        if let Some(&i) = known.iter().rev().find(|&&i| drafts[i].takes(row)) {
            drafts[i].add(row);
        } else {
            known.push(drafts.len());
            drafts.push(Draft::of(from, row));
        }
    }
    let every: Vec<usize> = (0..drafts.len()).collect();
    for row in rows.iter().filter(|row| is_answer(row)) {
        let makers = row.ends.to.iter().filter_map(|code| by_party.get(code)).flatten();
        let theirs: Vec<usize> = makers.copied().collect();
        answer(&mut drafts, if row.ends.to.is_empty() { &every } else { &theirs }, row);
    }
    let mut all: Vec<Proposal> = drafts.iter().map(|draft| draft.proposal(scene)).collect();
    all.sort_by(|a, b| b.made.cmp(&a.made).then_with(|| a.cites[0].event.cmp(&b.cites[0].event)));
    all
}

fn is_answer(row: &Row<'_>) -> bool {
    let answers = match row.matter {
        Matter::Answer | Matter::NoAnswer => true,
        Matter::Refusal => refuses_proposal(&row.event),
        _ => false,
    };
    answers && !(row.ends.from.is_empty() && row.ends.to.is_empty())
}

/// Gives an answer to the latest of some proposals that it can be to.
fn answer<'f>(drafts: &mut [Draft<'f>], some: &[usize], row: &Row<'f>) {
    let day = row.event.day();
    let can = some.iter().copied().filter(|&i| drafts[i].is_answered_by(row, day));
    let Some(latest) = can.max_by_key(|&i| (drafts[i].made(), i)) else { return };
    let draft = &mut drafts[latest];
    match row.matter {
        Matter::NoAnswer if draft.answered.is_some() => return,
        Matter::NoAnswer => {}
        _ => draft.answered = Some(draft.answered.map_or(day, |earlier| earlier.min(day))),
    }
    draft.answers.push(row.event);
}

impl<'f> Draft<'f> {
    fn of(from: &'f str, row: &Row<'f>) -> Self {
        let last = row.event.published;
        let mut draft = Self {
            from,
            to: BTreeSet::new(),
            told: None,
            last,
            rows: Vec::new(),
            answered: None,
            answers: Vec::new(),
        };
        draft.add(row);
        draft
    }

    fn add(&mut self, row: &Row<'f>) {
        self.to.extend(&row.ends.to);
        self.last = self.last.max(row.event.published);
        self.told = talk::narrower(self.told, row.event.time());
        self.rows.push(row.event);
    }

    /// Whether a row speaks of this proposal.
    fn takes(&self, row: &Row<'f>) -> bool {
        let first = self.rows[0].published;
        let time = match (self.told, row.event.time()) {
            (Some(mine), Some(its)) => talk::meet(mine, its, 3),
            (None, Some(its)) => days(its.first, first) >= -1 && days(its.last, first) <= FORGOTTEN,
            (_, None) => days(self.last, row.event.published) <= FORGOTTEN,
        };
        time && (self.to.is_empty()
            || row.ends.to.is_empty()
            || row.ends.to.iter().any(|code| self.to.contains(code)))
    }

    /// Whether an answer that came on `day` can be to this proposal: from somebody whom it was made to, to its maker.
    fn is_answered_by(&self, row: &Row<'f>, day: Date) -> bool {
        let to_maker = row.ends.to.is_empty() || row.ends.to.contains(&self.from);
        let from_addressee = row.ends.from.is_empty()
            || self.to.is_empty()
            || row.ends.from.iter().any(|code| self.to.contains(code));
        self.made() <= day && to_maker && from_addressee && !row.ends.from.contains(&self.from)
    }

    fn made(&self) -> Date {
        let first = self.rows[0].published;
        self.told.map_or(first, |told| told.last.min(first))
    }

    fn proposal(&self, scene: &Scene<'_>) -> Proposal {
        let id = self.rows[0].id;
        let waited = days(self.made(), scene.as_of).max(0) as u32;
        Proposal {
            id: format!("d{}.{}", id.report, id.nth),
            from: self.from.to_owned(),
            to: self.to.iter().map(|&code| code.to_owned()).collect(),
            made: self.made(),
            answered: self.answered,
            days_unanswered: self.answered.is_none().then_some(waited),
            cites: cites(scene, &self.rows),
            answers: cites(scene, &self.answers),
            rule: RULE,
        }
    }
}
