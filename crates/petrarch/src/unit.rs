//! The words of a sentence as dictionaries spell them: what a hyphen joins is one word, what `_` joins is several.

use std::ops::Range;

use saydo_syntax::Sentence;

use crate::word::Words;

/// A word or a comma of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// Its number.
    pub(crate) word: u32,
    /// The words of the sentence that it is made of.
    pub(crate) tokens: Range<usize>,
    /// The noun phrase it is in.
    pub(crate) noun: Option<u32>,
    /// Whether it is a comma.
    pub(crate) comma: bool,
    /// Whether it begins with a letter.
    pub(crate) letter: bool,
}

/// The units of a sentence. Signs other than commas, and the genitive's ending, give none.
pub(crate) fn units(sentence: &Sentence<'_>, words: &Words) -> Vec<Unit> {
    let mut units = Vec::with_capacity(sentence.len());
    let mut at = 0;
    while at < sentence.len() {
        let end = joined(sentence, at);
        spell(sentence, at..end, words, &mut units);
        at = end;
    }
    units
}

/// The end of what hyphens join to one word.
fn joined(sentence: &Sentence<'_>, start: usize) -> usize {
    let words = &sentence.words;
    let touches = |i: usize| i > start && i < words.len() && words[i - 1].span.end == words[i].span.start;
    let is_hyphen = |i: usize| ["-", "\u{2010}", "\u{2011}"].contains(&words[i].form);
    let starts_word = |i: usize| words[i].form.starts_with(char::is_alphanumeric);
    let mut end = start + 1;
    while starts_word(start) && touches(end) && is_hyphen(end) {
        end += 1;
        if !touches(end) || !starts_word(end) {
            break;
        }
        end += 1;
    }
    end
}

fn spell(sentence: &Sentence<'_>, tokens: Range<usize>, words: &Words, units: &mut Vec<Unit>) {
    let text: String = sentence.words[tokens.clone()].iter().map(|w| w.form).collect();
    let text =
        text.to_uppercase().replace(['\u{2019}', '\u{2018}'], "'").replace(['\u{2010}', '\u{2011}'], "-");
    let comma = text == ",";
    if !comma && (sentence.words[tokens.start].xpos == "POS" || !text.contains(char::is_alphanumeric)) {
        return;
    }
    for part in text.split('_').filter(|part| !part.is_empty()) {
        let letter = part.starts_with(char::is_alphabetic);
        units.push(Unit { word: words.number(part), tokens: tokens.clone(), noun: None, comma, letter });
    }
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    use super::*;

    #[test]
    fn genitives_and_signs_are_left_out() {
        let mut words = Words::default();
        for word in ["ORC", "RAN", ","] {
            words.add(word);
        }
        let document =
            Document::by_hand(&["Orc/orc/NOUN/NN/4/nsubj 's/'s/PART/POS/1/case ,/,/PUNCT/,/1/punct \
             ran_orc/run/VERB/VBD/0/root ././PUNCT/./4/punct"]);
        let units = units(&document.sentences[0], &words);
        assert_eq!(units.iter().map(|u| u.word).collect::<Vec<_>>(), [0, 2, 1, 0]);
        assert_eq!(units[3].tokens, 3..4);
    }
}
