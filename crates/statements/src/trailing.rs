//! "Troops have left, Michael Carpenter, the envoy, said on Friday": a speaker and a cue that end a sentence, whatever
//! the tree makes of them.

use std::ops::Range;

use saydo_codebook::Frame;
use saydo_syntax::{Rel, Sentence, Upos};

use crate::cue::Hit;
use crate::parenthesis::Parenthesis;
use crate::phrase::{is_double_mark, is_passive, runs, trim, verb_group};

/// The longest name with its description.
const LONGEST: usize = 24;

/// The speaker before a finite cue without a clause of its own that ends its sentence, where the tree hung the cue on
/// the clause before as if it went on with it.
pub(crate) fn of_verb(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Parenthesis> {
    let v = hit.head;
    let finite = matches!(s.words[v].xpos, "VBD" | "VBZ" | "VBP") && !is_passive(s, v);
    if !finite || !hit.cue.frames.has(Frame::That) || reports_after(s, hit) || !is_misplaced(s, v) {
        return None;
    }
    let group = verb_group(s, v);
    let name = name(s, group.start)?;
    let content = 0..name.start - 1;
    let told = content.clone().any(|i| matches!(s.words[i].xpos, "VBD" | "VBZ" | "VBP" | "MD"));
    let quoted = content.clone().any(|i| is_double_mark(s.words[i].form));
    let outside = |i: &usize| s.head(*i).is_none_or(|h| !name.contains(&h));
    let nominal = |i: &usize| matches!(s.words[*i].upos, Upos::Propn | Upos::Noun | Upos::Pron);
    let head = name.clone().filter(nominal).find(outside).or_else(|| name.clone().find(nominal))?;
    (told && !quoted).then(|| Parenthesis { name, head, content: runs(s, content.collect()) })
}

/// Whether a cue has something behind it that it reports.
fn reports_after(s: &Sentence<'_>, hit: &Hit<'_>) -> bool {
    let told = hit.cue.frames.has(Frame::Hearer);
    s.children(hit.head).any(|c| match s.words[c].rel {
        Rel::Ccomp | Rel::Xcomp | Rel::Csubj | Rel::Parataxis => c > hit.head,
        Rel::Obj | Rel::Iobj => !told,
        _ => false,
    })
}

/// Whether the tree joined a cue with the clause before it, without a conjunction between them.
fn is_misplaced(s: &Sentence<'_>, v: usize) -> bool {
    let joined = matches!(s.words[v].rel, Rel::Conj | Rel::Parataxis | Rel::Advcl | Rel::AclRelcl | Rel::Dep);
    joined
        && s.child(v, Rel::Cc).is_none()
        && s.child(v, Rel::Mark).is_none()
        && s.head(v).is_some_and(|h| h < v)
}

/// The speaker that ends right before a cue: a noun phrase behind a comma, or a name and a description of it between
/// commas. There is no verb in it.
fn name(s: &Sentence<'_>, end: usize) -> Option<Range<usize>> {
    let comma = |i: usize| s.words[i].form == ",";
    let closes = comma(end.checked_sub(1)?);
    let last = if closes { end - 1 } else { end };
    let inner = opening(s, last)?;
    let start = if closes { opening(s, inner - 1)? } else { inner };
    let pieces = [start..inner.saturating_sub(1).max(start), inner..last];
    let names = |r: &Range<usize>| r.is_empty() || is_name(s, r.clone());
    let whole = start..last;
    (pieces.iter().all(names) && whole.len() <= LONGEST).then(|| trim(s, whole))
}

/// The word behind the last comma before a word.
fn opening(s: &Sentence<'_>, end: usize) -> Option<usize> {
    (1..end).rev().find(|&i| s.words[i].form == ",").map(|i| i + 1)
}

/// Whether words are a noun phrase that begins like one: no verb, no conjunction that would begin a clause.
fn is_name(s: &Sentence<'_>, words: Range<usize>) -> bool {
    let verbless = words.clone().all(|i| !matches!(s.words[i].upos, Upos::Verb | Upos::Aux | Upos::Sconj));
    let begins = matches!(
        s.words[words.start].upos,
        Upos::Propn | Upos::Noun | Upos::Det | Upos::Adj | Upos::Pron | Upos::Num
    );
    let nominal = words.into_iter().any(|i| matches!(s.words[i].upos, Upos::Propn | Upos::Noun | Upos::Pron));
    verbless && begins && nominal
}

#[cfg(test)]
mod tests {
    use saydo_codebook::Cues;
    use saydo_syntax::Document;

    use super::*;

    fn speaker(sentence: &str) -> Option<String> {
        let document = Document::by_hand(&[sentence]);
        let s = &document.sentences[0];
        let hits = crate::cue::hits(s, Cues::shipped());
        let found = hits.iter().find_map(|hit| of_verb(s, hit))?;
        Some(s.text(found.name).to_owned())
    }

    #[test]
    fn a_name_with_its_description_before_the_last_verb_speaks() {
        let envoy = "They/they/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root Kyiv/Kyiv/PROPN/NNP/2/obj ,/,/PUNCT/,/5/punct \
                     Frank/Frank/PROPN/NNP/3/appos ,/,/PUNCT/,/8/punct the/the/DET/DT/8/det envoy/envoy/NOUN/NN/5/appos \
                     ,/,/PUNCT/,/5/punct said/say/VERB/VBD/2/conj";
        assert_eq!(speaker(envoy).as_deref(), Some("Frank , the envoy"));
    }

    #[test]
    fn a_verb_that_a_conjunction_joins_goes_on_with_its_own_subject() {
        let went_on = "They/they/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root ,/,/PUNCT/,/6/punct and/and/CCONJ/CC/6/cc \
                       Frank/Frank/PROPN/NNP/6/nsubj agreed/agree/VERB/VBD/2/conj";
        assert_eq!(speaker(went_on), None);
    }
}
