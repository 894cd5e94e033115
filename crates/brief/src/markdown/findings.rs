//! Words under test, track record and diplomacy as tables.

use saydo_picture::{Cite, Demand, Evidence, Picture, Word};

use super::MOST;
use super::escape::{code, escape};
use super::sheet::Sheet;
use crate::quote::newest;
use crate::terminal::telling;
use crate::{day, names, sign, tell};

/// Words under test, the most telling of them.
pub(super) fn words(picture: &Picture, sheet: &mut Sheet<'_>) {
    sheet.heading("Words under test");
    if picture.words.is_empty() {
        sheet.paragraph("Nobody has said anything that can be tested.");
        return;
    }
    let rows = telling(&picture.words, MOST).into_iter().map(|word| row(word, picture, sheet)).collect();
    sheet.table(
        &["State", "Who said what", "When", "Rests on", "For", "Against", "Id"],
        rows,
        picture.words.len(),
    );
}

fn row(word: &Word, picture: &Picture, sheet: &mut Sheet<'_>) -> Vec<String> {
    let state = format!("{} {}", sign::state(word.state).fine, word.state.name());
    let said = word.said_in.first().map(|c| sheet.notes.of(c)).unwrap_or_default();
    vec![
        state,
        format!("{}{said}", escape(&tell::word(word))),
        escape(&tell::timing(word, picture.as_of)),
        escape(&tell::grade(word)),
        evidence(&word.bears_out, picture, sheet),
        evidence(&word.against, picture, sheet),
        code(&word.id),
    ]
}

/// The newest piece of evidence, and how many there are besides.
fn evidence(list: &[Evidence], picture: &Picture, sheet: &mut Sheet<'_>) -> String {
    let Some(newest) = tell::newest(list) else { return "none".to_owned() };
    let note = sheet.notes.of(&newest.cite);
    let more = if list.len() > 1 { format!("; {} more", list.len() - 1) } else { String::new() };
    format!("{}{note}{more}", escape(&tell::evidence(newest, picture.as_of)))
}

/// How each side's past words fared.
pub(super) fn priors(picture: &Picture, sheet: &mut Sheet<'_>) {
    if picture.priors.is_empty() {
        return;
    }
    sheet.heading("Track record");
    let row = |p: &saydo_picture::Prior| {
        let figures = [p.kept, p.partly, p.broken, p.of, p.open].map(|n| day::grouped(n as u64));
        [vec![escape(&names::party(&p.actor))], figures.to_vec()].concat()
    };
    let rows = picture.priors.iter().take(MOST).map(row).collect();
    sheet.table(&["Whose words", "Kept", "Partly", "Broken", "Tested", "Open"], rows, picture.priors.len());
}

/// Proposals, talks, readiness, refusals and demands.
pub(super) fn diplomacy(picture: &Picture, sheet: &mut Sheet<'_>) {
    let diplomacy = &picture.diplomacy;
    let now = picture.as_of;
    let mut rows = Vec::new();
    for proposal in &diplomacy.proposals {
        let cites = if proposal.answers.is_empty() { &proposal.cites } else { &proposal.answers };
        rows.push(told("Proposal", &tell::proposal(proposal, now), cites, &proposal.id, sheet));
    }
    for talk in &diplomacy.talks {
        rows.push(told("Talks", &tell::talk(talk, now), &talk.cites, &talk.id, sheet));
    }
    let lists: [(&str, &[Demand]); 3] = [
        ("Ready to talk", &diplomacy.readiness),
        ("Refuses", &diplomacy.refusals),
        ("Demands", &diplomacy.demands),
    ];
    for (what, list) in lists {
        for demand in list {
            rows.push(told(what, &tell::demand(demand, now), &demand.cites, &demand.id, sheet));
        }
    }
    sheet.heading("Diplomacy");
    if rows.is_empty() {
        sheet.paragraph("No report tells of any.");
        return;
    }
    let all = rows.len();
    rows.truncate(MOST);
    sheet.table(&["What", "Who", "Id"], rows, all);
}

fn told(what: &str, text: &str, cites: &[Cite], id: &str, sheet: &mut Sheet<'_>) -> Vec<String> {
    let note = newest(cites, sheet.citations).map(|c| sheet.notes.of(c)).unwrap_or_default();
    vec![what.to_owned(), format!("{}{note}", escape(text)), code(id)]
}
