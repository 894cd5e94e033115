//! Base noun phrases whose head names people or a body: how far they reach and which sector they tell.

use std::borrow::Cow;
use std::ops::Range;

use saydo_syntax::{Rel, Sentence, Upos};
use saydo_world::RoleKind;

use crate::before;
use crate::noun::{Noun, noun, sector_word};

/// How many words before its head belong to the name of a role: "deputy chief of the general staff" is rare enough.
const LONGEST: usize = 4;

/// A noun phrase that names people or a body by what they are.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// All its words: with what stands before the head, and with complements.
    pub(crate) words: Range<usize>,
    /// Its head.
    pub(crate) head: usize,
    /// The words that the table of nouns knows: "foreign minister".
    pub(crate) core: Range<usize>,
    /// What they mean.
    pub(crate) noun: Noun,
    /// The sector, as the words before the core may change it.
    pub(crate) sector: Option<&'static str>,
    /// Whether it means several.
    pub(crate) plural: bool,
    /// How it is introduced.
    pub(crate) article: Article,
}

/// What introduces a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Article {
    /// "the".
    The,
    /// "this", "these", "that".
    This,
    /// "a", "some", "two", "many", "no".
    New,
    /// "his", "Ukraine's".
    Owned,
    /// Nothing.
    Bare,
}

/// The phrase of a head word, where it names people or a body.
pub(crate) fn phrase(sentence: &Sentence<'_>, head: usize) -> Option<Phrase> {
    let start = start(sentence, head);
    let (core, noun) = core(sentence, start, head)?;
    let word = &sentence.words[head];
    let article = article(sentence, head, start);
    let sides = word.lemma == "party" && article == Article::The && word.xpos == "NNS";
    let sector = sector(sentence, start..core.start, noun).filter(|_| !sides);
    Some(Phrase {
        words: start..end(sentence, head, 0),
        head,
        plural: noun.kind == RoleKind::Group || matches!(word.xpos, "NNS" | "NNPS"),
        article,
        core,
        noun,
        sector,
    })
}

/// A word in lower case, its lemma where it has one.
pub(crate) fn lower<'s>(sentence: &'s Sentence<'_>, i: usize) -> Cow<'s, str> {
    let lemma = sentence.words[i].lemma.as_str();
    if lemma.bytes().any(|b| b.is_ascii_uppercase() || !b.is_ascii()) {
        Cow::Owned(lemma.to_lowercase())
    } else {
        Cow::Borrowed(lemma)
    }
}

/// Where the words before a head begin.
pub(crate) fn start(sentence: &Sentence<'_>, head: usize) -> usize {
    let mut start = head;
    for child in sentence.children(head).rev().filter(|&c| c < head) {
        let reach = sentence.reach(child);
        let word = &sentence.words[child];
        if is_before(word.rel) && reach.end == start && (word.rel != Rel::Punct || word.form == "-") {
            start = reach.start;
        } else if reach.start < start {
            break;
        }
    }
    before::begin(sentence, start..head)
}

fn is_before(rel: Rel) -> bool {
    matches!(
        rel,
        Rel::Det
            | Rel::DetPredet
            | Rel::Amod
            | Rel::Compound
            | Rel::NmodPoss
            | Rel::NmodDesc
            | Rel::Nummod
            | Rel::Nmod
            | Rel::NmodUnmarked
            | Rel::Flat
    ) || rel == Rel::Punct
}

/// Where a noun phrase ends: after its head, or after complements with "of", "for", "from", "in" and the like.
fn end(sentence: &Sentence<'_>, head: usize, depth: usize) -> usize {
    let mut end = head + 1;
    for child in sentence.children(head).filter(|&c| c > head) {
        let reach = sentence.reach(child);
        if reach.start != end {
            break;
        }
        end = match sentence.words[child].rel {
            Rel::Flat | Rel::Fixed | Rel::Goeswith => reach.end,
            Rel::Nmod if depth < 3 && has_case(sentence, child) => self::end(sentence, child, depth + 1),
            _ => break,
        };
    }
    end
}

fn has_case(sentence: &Sentence<'_>, i: usize) -> bool {
    let case = sentence.child(i, Rel::Case);
    case.is_some_and(|c| {
        matches!(sentence.words[c].lemma.as_str(), "of" | "for" | "from" | "in" | "to" | "at" | "on" | "with")
    })
}

fn core(sentence: &Sentence<'_>, start: usize, head: usize) -> Option<(Range<usize>, Noun)> {
    let last = lower(sentence, head);
    let from = head.saturating_sub(LONGEST).max(start);
    let attached = |i: usize| {
        sentence.head(i) == Some(head)
            && matches!(sentence.words[i].rel, Rel::Compound | Rel::Amod | Rel::NmodDesc)
            || sentence.words[i].form == "-"
    };
    let first = (from..head).rev().take_while(|&i| attached(i)).last().unwrap_or(head);
    let longer = (first..head).filter(|&i| sentence.words[i].form != "-");
    let longer = longer.filter_map(|i| Some((i..head + 1, noun(&joined(sentence, i..head, &last))?)));
    let mut all = longer.chain(noun(&last).map(|n| (head..head + 1, n)));
    all.next()
}

fn joined(sentence: &Sentence<'_>, before: Range<usize>, last: &str) -> String {
    let mut text = String::with_capacity(32);
    for i in before {
        let form = sentence.words[i].form;
        if form == "-" {
            text.truncate(text.trim_end().len());
            text.push('-');
        } else {
            text.push_str(&form.to_lowercase());
            text.push(' ');
        }
    }
    text.push_str(last);
    text
}

/// The sector of a noun, as the words before it may change it.
fn sector(sentence: &Sentence<'_>, before: Range<usize>, noun: Noun) -> Option<&'static str> {
    let told = before.rev().filter(|&i| !matches!(sentence.words[i].upos, Upos::Punct | Upos::Det));
    let told = told.filter_map(|i| sector_word(&lower(sentence, i)));
    told.fold(
        noun.sector,
        |sector, word| if overrides(word, sector, noun.kind) { Some(word) } else { sector },
    )
}

fn overrides(word: &str, sector: Option<&str>, kind: RoleKind) -> bool {
    match word {
        "REB" | "PRM" => !matches!(sector, Some("JRN" | "CVL" | "EDU" | "MED" | "ELI")),
        "ELI" => {
            kind == RoleKind::Person && matches!(sector, None | Some("GOV" | "LEG" | "MIL" | "SPY" | "JUD"))
        }
        "MIL" | "COP" | "SPY" => matches!(sector, None | Some("GOV" | "COP" | "LAB" | "MIL")),
        "GOV" => sector.is_none(),
        "OPP" => matches!(sector, None | Some("GOV" | "PTY" | "LEG" | "CVL" | "LAB")),
        _ => matches!(sector, None | Some("LAB")),
    }
}

fn article(sentence: &Sentence<'_>, head: usize, start: usize) -> Article {
    if sentence.child(head, Rel::NmodPoss).is_some() {
        return Article::Owned;
    }
    if sentence.child(head, Rel::Nummod).is_some() {
        return Article::New;
    }
    match sentence.child(head, Rel::Det).filter(|&d| d >= start).map(|d| sentence.words[d].form) {
        Some(form) if form.eq_ignore_ascii_case("the") => Article::The,
        Some("this" | "This" | "these" | "These" | "that" | "That" | "those" | "Those") => Article::This,
        Some(_) => Article::New,
        None => Article::Bare,
    }
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    use super::*;

    fn check(sentence: &str, head: usize, expected: &str) {
        let document = Document::by_hand(&[sentence]);
        let s = &document.sentences[0];
        let told = phrase(s, head).map(|p| format!("{} | {}", s.text(p.words), p.sector.unwrap_or("-")));
        assert_eq!(told.as_deref().unwrap_or("none"), expected);
    }

    #[test]
    fn phrases_reach_over_modifiers_and_complements_and_no_further() {
        check(
            "the/the/DET/DT/3/det foreign/foreign/ADJ/JJ/3/amod minister/minister/NOUN/NN/0/root \
             of/of/ADP/IN/5/case Ukraine/Ukraine/PROPN/NNP/3/nmod who/who/PRON/WP/7/nsubj left/leave/VERB/VBD/3/acl:relcl",
            2,
            "the foreign minister of Ukraine | GOV",
        );
        check(
            "separatist/separatist/ADJ/JJ/2/amod leaders/leader/NOUN/NNS/3/nsubj spoke/speak/VERB/VBD/0/root",
            1,
            "separatist leaders | REB",
        );
        check("a/a/DET/DT/2/det table/table/NOUN/NN/0/root", 1, "none");
    }

    #[test]
    fn words_before_a_noun_change_its_sector() {
        check("former/former/ADJ/JJ/2/amod ministers/minister/NOUN/NNS/0/root", 1, "former ministers | ELI");
        check(
            "government/government/NOUN/NN/2/compound troops/troops/NOUN/NNS/0/root",
            1,
            "government troops | MIL",
        );
        check("police/police/NOUN/NN/2/compound chief/chief/NOUN/NN/0/root", 1, "police chief | COP");
    }
}
