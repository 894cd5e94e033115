//! The piece of a sentence around the words that tell an event, on one line.

use saydo_record::{Chars, Record, Words};

use crate::look::{CUE, Look, shorten, width};
use saydo_brief::clean;

/// As much of the trigger's sentence as fits into `columns`, the trigger in « ».
pub(super) fn around(
    record: &Record,
    chars: &Chars<'_>,
    trigger: &Words,
    columns: usize,
    look: Look,
) -> String {
    let i = record.sentences.partition_point(|s| s.end <= trigger.start);
    let whole = record.sentences.get(i).filter(|s| s.start <= trigger.start);
    let (start, end) = whole.map_or((trigger.start, trigger.end), |s| (s.start, s.end.max(trigger.end)));
    let (left, right) = (chars.cut(start, trigger.start), chars.cut(trigger.end, end));
    let marked = format!("«{}»", shorten(&clean::line(&trigger.text), columns.saturating_sub(2)));
    let (before, after) = fit(left, right, columns.saturating_sub(width(&marked)));
    format!("{before}{}{after}", look.paint(CUE, &marked))
}

/// The words on both sides that fit into `room` together; the shorter side leaves its room to the other.
fn fit(left: &str, right: &str, room: usize) -> (String, String) {
    let words = |side: &str| clean::line(side).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (ends_open, starts_open) =
        (left.ends_with(char::is_whitespace), right.starts_with(char::is_whitespace));
    let (mut left, right) = (words(left), words(right));
    left.reverse();
    let full = |side: &[String]| side.iter().map(|word| width(word) + 1).sum::<usize>();
    let for_left = (room / 2).max(room.saturating_sub(full(&right)));
    let mut before = take(&left, for_left);
    let after = take(&right, room.saturating_sub(width(&before.join(" ")) + 1));
    before.reverse();
    let blank = |open: bool| if open { " " } else { "" };
    (
        format!("{}{}", before.join(" "), blank(ends_open && !before.is_empty())),
        format!("{}{}", blank(starts_open && !after.is_empty()), after.join(" ")),
    )
}

/// The first words that fit into `room`, each with a blank, and a mark where there are more.
fn take(words: &[String], room: usize) -> Vec<String> {
    let (mut taken, mut used) = (Vec::new(), 0);
    for (i, word) in words.iter().enumerate() {
        let mark = if i + 1 < words.len() { 2 } else { 0 };
        if used + width(word) + 1 + mark > room {
            taken.push("…".to_owned());
            break;
        }
        used += width(word) + 1;
        taken.push(word.clone());
    }
    taken
}
