//! How many of what a trigger names: "1,566 ceasefire violations", "no explosions", "violations fell to 11".

use saydo_codebook::Part;
use saydo_forces::{Extent, Quantity, quantity};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::event::Count;

/// Verbs that tell where a number has come to: "rose to 500", "totalled 60".
const COME_TO: [&str; 22] = [
    "rise", "fall", "drop", "climb", "grow", "increase", "decrease", "decline", "jump", "soar", "surge",
    "sink", "shrink", "plunge", "dwindle", "go", "total", "number", "reach", "exceed", "reduce", "cut",
];

/// Nouns that stand for the number of what their of-phrase names: "the number of violations".
const NUMBER_OF: [&str; 5] = ["number", "total", "count", "tally", "figure"];

/// How many of what a noun names the text tells, before it or by a verb of which it is the subject.
pub(crate) fn of(s: &Sentence<'_>, word: usize, part: Part) -> Option<Count> {
    if part != Part::Noun {
        return None;
    }
    own(s, word).or_else(|| come_to(s, counted(s, word)))
}

/// The number before the noun itself.
fn own(s: &Sentence<'_>, word: usize) -> Option<Count> {
    let found = quantity(s, word)?;
    let plural = matches!(s.words[word].xpos, "NNS" | "NNPS");
    let count = number(&found)?;
    let none = count.high == Some(0);
    let single = count.low == Some(1) && count.high == Some(1);
    ((plural || single || none) && !is_year(s, &found)).then_some(count)
}

/// The noun, or the one that stands for its number.
fn counted(s: &Sentence<'_>, word: usize) -> usize {
    let of = s.words[word].rel == Rel::Nmod && crate::frame::preposition(s, word).as_deref() == Some("of");
    let head = s.head(word).filter(|&h| of && NUMBER_OF.contains(&s.words[h].lemma.as_str()));
    head.unwrap_or(word)
}

/// The number to which a verb says that its subject has come.
fn come_to(s: &Sentence<'_>, noun: usize) -> Option<Count> {
    let subject = matches!(s.words[noun].rel, Rel::Nsubj | Rel::NsubjPass);
    let verb = s.head(noun).filter(|&v| subject && COME_TO.contains(&s.words[v].lemma.as_str()))?;
    let target = s.children(verb).find(|&c| c > verb && is_target(s, verb, c))?;
    let found = quantity(s, target)?;
    let ranges = found.words.len() > 1 && s.words[found.words.clone()].iter().any(|w| w.lemma == "to");
    let count = number(&found)?;
    Some(if ranges { Count { low: count.high, high: count.high } } else { count })
}

/// Whether a phrase is the number that is reached: "to 500", "500".
fn is_target(s: &Sentence<'_>, verb: usize, c: usize) -> bool {
    let is_number = s.words[c].upos == Upos::Num;
    let direct = matches!(s.words[verb].lemma.as_str(), "total" | "number" | "reach" | "exceed");
    match s.words[c].rel {
        Rel::Obl => {
            is_number && crate::frame::preposition(s, c).is_some_and(|p| p == "to" || p.ends_with(" to"))
        }
        Rel::Obj | Rel::Xcomp => is_number && direct,
        _ => false,
    }
}

/// The range of a quantity; "no" and "not a single" are none at all.
fn number(found: &Quantity) -> Option<Count> {
    match (found.low, found.high, found.extent) {
        (None, None, Some(Extent::None)) => Some(Count { low: Some(0), high: Some(0) }),
        (None, None, _) => None,
        (low, high, _) => Some(Count { low, high }),
    }
}

/// Whether a number is a year that tells which ones are meant: "the 2008 attacks".
fn is_year(s: &Sentence<'_>, found: &Quantity) -> bool {
    let year = |form: &str| form.len() == 4 && matches!(form.parse::<u16>(), Ok(1900..=2100));
    found.words.len() == 1 && year(s.words[found.words.start].form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use saydo_syntax::Document;

    fn count(sentence: &str, word: usize) -> Option<(Option<u64>, Option<u64>)> {
        let document = Document::by_hand(&[sentence]);
        of(&document.sentences[0], word, Part::Noun).map(|c| (c.low, c.high))
    }

    #[test]
    fn the_number_before_a_noun_counts_it() {
        let many = "more/more/ADJ/JJR/3/advmod than/than/ADP/IN/1/fixed 1,566/1566/NUM/CD/5/nummod \
                    ceasefire/ceasefire/NOUN/NN/5/compound violations/violation/NOUN/NNS/0/root";
        assert_eq!(count(many, 4), Some((Some(1566), None)));
        let none = "no/no/DET/DT/2/det attacks/attack/NOUN/NNS/0/root";
        assert_eq!(count(none, 1), Some((Some(0), Some(0))));
    }

    #[test]
    fn a_year_and_the_length_of_a_truce_count_nothing() {
        assert_eq!(count("2008/2008/NUM/CD/2/nummod attacks/attack/NOUN/NNS/0/root", 1), None);
        assert_eq!(
            count("30/30/NUM/CD/3/nummod day/day/NOUN/NN/3/compound truce/truce/NOUN/NN/0/root", 2),
            None
        );
    }

    #[test]
    fn a_verb_tells_what_a_number_has_come_to() {
        let fell = "violations/violation/NOUN/NNS/2/nsubj fell/fall/VERB/VBD/0/root to/to/ADP/IN/4/case \
                    11/11/NUM/CD/2/obl";
        assert_eq!(count(fell, 0), Some((Some(11), Some(11))));
        let rose = "The/the/DET/DT/2/det number/number/NOUN/NN/5/nsubj of/of/ADP/IN/4/case \
                    explosions/explosion/NOUN/NNS/2/nmod rose/rise/VERB/VBD/0/root from/from/ADP/IN/7/case \
                    20/20/NUM/CD/5/obl to/to/ADP/IN/9/case 325/325/NUM/CD/5/obl";
        assert_eq!(count(rose, 3), Some((Some(325), Some(325))));
    }
}
