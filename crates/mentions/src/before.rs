//! Words that a tree puts before a noun phrase and that do not belong to it: dates, "what", the rest of a quotation.

use std::ops::Range;

use saydo_syntax::{Rel, Sentence, Upos};

#[rustfmt::skip]
const DAYS: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday", "tomorrow",
    "tonight", "January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
    "December", "Today", "Yesterday", "Tomorrow", "Tonight",
];

/// Where the words of a phrase really begin.
pub(crate) fn begin(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let Range { start, end } = words;
    let mut at = closing_mark(sentence, start..end).map_or(start, |mark| mark + 1);
    while at < end {
        at = match date(sentence, at) {
            Some(after) => after.min(end),
            None if is_outside(sentence, at) => at + 1,
            None => break,
        };
    }
    at
}

/// Marks, conjunctions and prepositions begin no phrase, and "what" asks for one.
fn is_outside(sentence: &Sentence<'_>, i: usize) -> bool {
    let word = &sentence.words[i];
    matches!(word.upos, Upos::Punct | Upos::Cconj | Upos::Adp) || matches!(word.form, "what" | "What")
}

/// The word after a date that begins here: "January 31 Ukraine's envoy", but not "Monday's delegation".
fn date(sentence: &Sentence<'_>, i: usize) -> Option<usize> {
    let word = |k: usize| sentence.words.get(k);
    let number = |k: usize| word(k).is_some_and(|w| w.upos == Upos::Num);
    let day = DAYS.contains(&sentence.words[i].form) || sentence.words[i].form == "May" && number(i + 1);
    let comma = |k: usize| word(k).is_some_and(|w| w.form == ",") && number(k + 1);
    let after = i + 1 + (i + 1..sentence.len()).take_while(|&k| number(k) || comma(k)).count();
    let possessive = word(after).is_some_and(|w| w.upos == Upos::Part || w.form == "-");
    let owner = word(i + 1).is_some_and(|w| w.upos == Upos::Propn && w.rel == Rel::NmodPoss);
    (day && !possessive || number(i) && owner).then_some(if day { after } else { i + 1 })
}

/// The mark that closes a quotation which began before these words: "single' Russian soldier".
fn closing_mark(sentence: &Sentence<'_>, words: Range<usize>) -> Option<usize> {
    let is_mark = |&i: &usize| {
        let word = &sentence.words[i];
        word.upos == Upos::Punct
            && matches!(word.form, "'" | "\"" | "’" | "”" | "''" | "`" | "´" | "‘" | "“" | "„" | "``")
    };
    let first = words.clone().find(is_mark)?;
    let before = first.checked_sub(1).map(|i| sentence.words[i].span.end);
    let glued = before == Some(sentence.words[first].span.start);
    (glued && first > words.start && !matches!(sentence.words[first].form, "‘" | "“" | "„" | "``"))
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    use super::*;

    fn check(line: &str, expected: usize) {
        let document = Document::by_hand(&[line]);
        let s = &document.sentences[0];
        assert_eq!(begin(s, 0..s.len() - 1), expected, "{line}");
    }

    #[test]
    fn dates_and_questions_stay_outside() {
        let envoy = "Ukraine/Ukraine/PROPN/NNP/5/nmod:poss 's/'s/PART/POS/3/case envoy/envoy/NOUN/NN/0/root";
        check(&format!("January/January/PROPN/NNP/5/nmod:unmarked 31/31/NUM/CD/1/nummod {envoy}"), 2);
        check(
            &format!("what/what/PRON/WP/4/det {}", envoy.replace("/5/", "/4/").replace("/3/case", "/2/case")),
            1,
        );
        check("Monday/Monday/PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case envoy/envoy/NOUN/NN/0/root", 0);
        check("two/two/NUM/CD/2/nummod envoys/envoy/NOUN/NNS/0/root", 0);
    }
}
