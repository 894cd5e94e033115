//! Which words stand in quotation marks, and who is said to speak them.

use saydo_syntax::{Document, Rel, Sentence};

/// Verbs that carry somebody's words.
#[rustfmt::skip]
const SPEAKING: &[&str] = &[
    "say", "add", "tell", "state", "note", "stress", "insist", "argue", "claim", "declare", "announce", "warn",
    "explain", "reply", "respond", "ask", "answer", "admit", "acknowledge", "affirm", "assert", "believe",
    "caution", "comment", "conclude", "confirm", "continue", "contend", "deny", "describe", "emphasise",
    "emphasize", "express", "highlight", "hint", "point", "pledge", "promise", "quote", "read", "recall",
    "remark", "repeat", "report", "reiterate", "remind", "reveal", "suggest", "tweet", "underline",
    "underscore", "urge", "vow", "write", "observe", "quip", "joke", "call", "go", "think", "complain",
    "allege", "shout", "cry", "whisper", "wonder", "predict", "assure", "inform",
];

/// Quotations of a report.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    /// For every sentence and word whether it is quoted.
    quoted: Vec<Vec<bool>>,
    /// For every sentence the subjects of its verbs of speaking, outside quotations.
    speakers: Vec<Vec<usize>>,
}

impl Quotes {
    /// Finds the quotations of a report.
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let mut open = false;
        let mut last_end = 0;
        let mut quotes = Self::default();
        for sentence in &document.sentences {
            let gap = document.text.get(last_end..sentence.whole().start).unwrap_or_default();
            open &= !gap.contains('\n');
            let inside = quoted(document.text, sentence, &mut open);
            quotes.speakers.push(speakers(sentence, &inside));
            quotes.quoted.push(inside);
            last_end = sentence.whole().end;
        }
        quotes
    }

    /// Whether a word is quoted.
    pub(crate) fn has(&self, sentence: usize, word: usize) -> bool {
        self.quoted.get(sentence).and_then(|s| s.get(word)).copied().unwrap_or_default()
    }

    /// The subjects of the verbs of speaking in a sentence.
    pub(crate) fn speakers(&self, sentence: usize) -> &[usize] {
        self.speakers.get(sentence).map_or(&[], Vec::as_slice)
    }
}

/// Whether a verb carries somebody's words.
pub(crate) fn is_speaking(sentence: &Sentence<'_>, verb: usize) -> bool {
    SPEAKING.contains(&sentence.words[verb].lemma.as_str())
}

fn quoted(text: &str, sentence: &Sentence<'_>, open: &mut bool) -> Vec<bool> {
    let each = sentence.words.iter().map(|word| {
        match word.form {
            "“" | "„" | "«" | "``" => *open = true,
            "”" | "»" | "''" => {
                *open = false;
                return true;
            }
            "\"" => return turn(text, word.span.start, word.span.end, open),
            _ => {}
        }
        *open
    });
    each.collect()
}

/// A straight mark opens where a word follows it and none stands before it.
fn turn(text: &str, start: usize, end: usize, open: &mut bool) -> bool {
    let before = text[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || "([—–-".contains(c));
    let after = text[end..].chars().next().is_none_or(|c| c.is_whitespace() || ".,;:!?)]—–".contains(c));
    *open = match (before, after) {
        (true, false) => true,
        (false, true) => false,
        _ => !*open,
    };
    true
}

fn speakers(sentence: &Sentence<'_>, quoted: &[bool]) -> Vec<usize> {
    let verbs = (0..sentence.len()).filter(|&v| !quoted[v] && is_speaking(sentence, v));
    verbs.filter_map(|v| subject(sentence, v).filter(|&s| !quoted[s])).collect()
}

/// The subject of a verb, or that of the verb it is joined to.
pub(crate) fn subject(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let own = sentence.child(verb, Rel::Nsubj).or_else(|| sentence.child(verb, Rel::NsubjPass));
    own.or_else(|| {
        let first = sentence.head(verb).filter(|_| sentence.words[verb].rel == Rel::Conj)?;
        sentence.child(first, Rel::Nsubj).or_else(|| sentence.child(first, Rel::NsubjPass))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_told_from_the_words_around_them() {
        let document = Document::by_hand(&[
            "“/“/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj left/leave/VERB/VBD/6/ccomp ”/”/PUNCT/''/3/punct \
             Ann/Ann/PROPN/NNP/6/nsubj said/say/VERB/VBD/0/root",
        ]);
        let quotes = Quotes::of(&document);
        assert!(quotes.has(0, 1) && !quotes.has(0, 4) && !quotes.has(7, 7));
        assert_eq!(quotes.speakers(0), [4]);
    }
}
