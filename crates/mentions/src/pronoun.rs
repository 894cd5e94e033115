//! Pronouns that may mean actors.

use saydo_syntax::{Rel, Sentence, Upos};

/// How many a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// One.
    One,
    /// Several.
    Many,
}

/// Whom a pronoun can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    /// "he".
    He,
    /// "she".
    She,
    /// "it".
    It,
}

/// What a pronoun is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// "I", "we", "our".
    First,
    /// "you", "your".
    Second,
    /// "he", "them", "its".
    Third(Number, Option<Gender>),
    /// "himself", "themselves".
    Self_(Number, Option<Gender>),
    /// "who", "which", "that" at the head of a relative clause; the word that the clause belongs to.
    Relative(usize),
}

/// The pronoun that a word is, if it may mean an actor.
pub(crate) fn pronoun(sentence: &Sentence<'_>, i: usize) -> Option<Pronoun> {
    let word = &sentence.words[i];
    if word.upos != Upos::Pron || matches!(word.rel, Rel::Expl | Rel::Discourse | Rel::Reparandum) {
        return None;
    }
    let form = word.form.to_ascii_lowercase();
    let third = |number, gender| Some(Pronoun::Third(number, gender));
    let own = |number, gender| Some(Pronoun::Self_(number, gender));
    match form.as_str() {
        "i" | "me" | "my" | "mine" | "we" | "us" | "our" | "ours" | "myself" | "ourselves" => {
            Some(Pronoun::First)
        }
        "you" | "your" | "yours" | "yourself" | "yourselves" => Some(Pronoun::Second),
        "he" | "him" | "his" => third(Number::One, Some(Gender::He)),
        "she" | "her" | "hers" => third(Number::One, Some(Gender::She)),
        "it" | "its" => third(Number::One, Some(Gender::It)),
        "they" | "them" | "their" | "theirs" | "'em" => third(Number::Many, None),
        "himself" => own(Number::One, Some(Gender::He)),
        "herself" => own(Number::One, Some(Gender::She)),
        "itself" => own(Number::One, Some(Gender::It)),
        "themselves" | "themself" => own(Number::Many, None),
        "who" | "whom" | "whose" | "which" | "that" => relative(sentence, i).map(Pronoun::Relative),
        _ => None,
    }
}

/// The noun that a relative pronoun's clause belongs to.
fn relative(sentence: &Sentence<'_>, i: usize) -> Option<usize> {
    let clause =
        std::iter::once(i).chain(sentence.ancestors(i)).find(|&a| sentence.words[a].rel == Rel::AclRelcl)?;
    let noun = sentence.head(clause)?;
    (noun < i && clause != i).then_some(noun)
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    use super::*;

    fn check(sentence: &str, i: usize, expected: Option<Pronoun>) {
        let document = Document::by_hand(&[sentence]);
        assert_eq!(pronoun(&document.sentences[0], i), expected);
    }

    #[test]
    fn dummies_are_no_pronouns() {
        let rains = "It/it/PRON/PRP/2/expl rains/rain/VERB/VBZ/0/root";
        check(rains, 0, None);
        let there = "There/there/PRON/EX/2/expl is/be/VERB/VBZ/0/root";
        check(there, 0, None);
        let she = "She/she/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root";
        check(she, 0, Some(Pronoun::Third(Number::One, Some(Gender::She))));
    }

    #[test]
    fn relative_pronouns_know_their_noun() {
        let men = "men/man/NOUN/NNS/0/root who/who/PRON/WP/3/nsubj left/leave/VERB/VBD/1/acl:relcl";
        check(men, 1, Some(Pronoun::Relative(0)));
        let who = "Who/who/PRON/WP/2/nsubj left/leave/VERB/VBD/0/root";
        check(who, 0, None);
    }
}
