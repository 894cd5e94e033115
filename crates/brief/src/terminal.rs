//! The picture on a terminal, as an analyst reads it: the answer first, then what carries it.

mod diplomacy;
mod figures;
mod header;
mod posture;
mod words;

use saydo_picture::{Apart, Picture};

pub(crate) use words::telling;

use crate::look::{Look, PLAIN, QUIET, STRONG};
use crate::page::Page;
use crate::quote::Citations;
use crate::rich::Rich;
use crate::{day, tell};

/// Lines below a row start here.
const INDENT: &str = "  ";
/// As many changes are shown.
const MOST_CHANGES: usize = 12;

/// The picture, for a terminal. Every line has the id that `saydo explain` takes at its right.
pub fn terminal(picture: &Picture, citations: &Citations, look: Look) -> String {
    let mut page = Page::new(look);
    header::write(picture, citations, &mut page);
    changes(picture, &mut page);
    words::write(picture, citations, &mut page);
    words::priors(picture, &mut page);
    posture::write(picture, citations, &mut page);
    posture::warning(picture, citations, &mut page);
    diplomacy::write(picture, citations, &mut page);
    figures::indicators(picture, citations, &mut page);
    figures::measures(picture, &mut page);
    apart(&picture.apart, &mut page);
    page.gap();
    page.note("", "Each id stands for a finding or a sentence: saydo explain ID tells what it rests on.");
    page.done()
}

/// What changed since an earlier day; that nothing did is a finding too.
fn changes(picture: &Picture, page: &mut Page) {
    let Some(changes) = &picture.changes else { return };
    page.heading(&format!("What changed since {}", day::long(changes.since)), "", None);
    if changes.list.is_empty() {
        page.row(INDENT, INDENT, &Rich::of(PLAIN, &tell::nothing_changed(changes)), None);
    }
    let mark = format!("{} ", page.look.sign("•", "*"));
    for change in changes.list.iter().take(MOST_CHANGES) {
        let dash = page.look.sign("—", "--");
        let rich = Rich::of(STRONG, &tell::about(change, picture))
            .and(PLAIN, &format!(" {dash} {}", tell::change(change)));
        page.row(&mark, INDENT, &rich, Some(&change.finding));
    }
    page.more(INDENT, changes.list.len().saturating_sub(MOST_CHANGES));
}

fn apart(apart: &Apart, page: &mut Page) {
    let told = tell::apart(apart);
    if !told.is_empty() {
        page.heading("Reports kept apart", "", None);
        page.row(INDENT, INDENT, &Rich::of(QUIET, &told), None);
    }
}
