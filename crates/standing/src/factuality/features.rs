//! The features of a word: what it is, what hangs on it, what it hangs on, and how the rules judge it.

use saydo_syntax::{Rel, Sentence};

use super::around;
use super::hash::Features;
use crate::state::State;
use crate::{Judgement, tree};

/// The buckets of a word's features, in order.
pub(crate) fn features(s: &Sentence<'_>, i: usize, judgement: &Judgement, state: &State<'_>) -> Vec<u16> {
    let mut f = Features::default();
    f.add("always", &[]);
    let aux = around::auxiliaries(s, i);
    own(&mut f, s, i, &aux);
    rules(&mut f, s, i, judgement, state);
    below(&mut f, s, i, &aux);
    above(&mut f, s, i);
    beside(&mut f, s, i);
    whole(&mut f, s, i);
    f.finish()
}

fn own(f: &mut Features, s: &Sentence<'_>, i: usize, aux: &str) {
    let w = &s.words[i];
    let rel = w.rel.name();
    f.add("lemma", &[&w.lemma]);
    f.add("form", &[w.form]);
    f.add("xpos", &[w.xpos]);
    f.add("upos", &[w.upos.name()]);
    f.add("rel", &[rel]);
    f.add("aux", &[aux]);
    f.add("xpos aux", &[w.xpos, aux]);
    f.add("xpos rel", &[w.xpos, rel]);
    f.add("xpos rel aux", &[w.xpos, rel, aux]);
    f.add("lemma aux", &[&w.lemma, aux]);
    f.add("lemma xpos", &[&w.lemma, w.xpos]);
    f.add("ending", &[w.form.get(w.form.len().saturating_sub(3)..).unwrap_or_default()]);
}

fn rules(f: &mut Features, s: &Sentence<'_>, i: usize, judgement: &Judgement, state: &State<'_>) {
    let w = &s.words[i];
    let standing = judgement.standing.name();
    let polarity = if judgement.negated { "not" } else { "" };
    f.add("standing", &[standing]);
    f.add("negated", &[polarity]);
    f.add("standing negated", &[standing, polarity]);
    f.add("standing xpos", &[standing, polarity, w.xpos]);
    f.add("standing rel", &[standing, polarity, w.rel.name()]);
    f.add("standing lemma", &[standing, polarity, &w.lemma]);
    f.add("told", &[if judgement.statement.is_some() { "told" } else { "" }]);
    f.add("cues", &[&state.cues.len().min(4).to_string()]);
    for (cue, effect) in &state.cues {
        f.add("cue", &[cue, effect]);
        f.add("effect", &[effect]);
    }
    if let (Some(first), Some(last)) = (state.cues.first(), state.cues.last()) {
        f.add("first", &[first.1, last.1]);
        f.add("last", &[last.0, last.1, polarity]);
        f.add("last xpos", &[last.1, polarity, w.xpos]);
    }
}

fn below(f: &mut Features, s: &Sentence<'_>, i: usize, aux: &str) {
    let xpos = s.words[i].xpos;
    let subject = around::subject(s, i);
    f.add("subject", &[&subject, xpos]);
    f.add("subject aux", &[&subject, aux]);
    f.add("marker", &[tree::marker(s, i).unwrap_or_default(), xpos]);
    for c in s.children(i) {
        let (w, rel) = (&s.words[c], s.words[c].rel.name());
        f.add("child", &[rel]);
        match w.rel {
            Rel::Aux | Rel::AuxPass | Rel::Cop => f.add("auxiliary", &[w.form, rel]),
            Rel::Advmod | Rel::Mark | Rel::CompoundPrt | Rel::Discourse | Rel::Cc | Rel::Det | Rel::Case => {
                f.add("modifier", &[&w.lemma, rel]);
            }
            Rel::Obj | Rel::Obl | Rel::OblUnmarked | Rel::Ccomp | Rel::Xcomp | Rel::NsubjPass => {
                f.add("argument", &[&w.lemma, rel]);
                f.add("argument is", &[w.xpos, rel, around::determiner(s, c)]);
            }
            Rel::Advcl => f.add("adverbial", &[tree::marker(s, c).unwrap_or_default(), w.xpos]),
            _ => {}
        }
    }
}

fn above(f: &mut Features, s: &Sentence<'_>, i: usize) {
    let (xpos, rel) = (s.words[i].xpos, s.words[i].rel.name());
    let marker = tree::marker(s, i).unwrap_or_default();
    let Some(head) = s.head(i) else { return f.add("root", &[xpos]) };
    let (lemma, tag) = (&s.words[head].lemma, s.words[head].xpos);
    f.add("head", &[lemma, rel]);
    f.add("head marker", &[lemma, marker, rel]);
    f.add("head is", &[tag, rel, marker]);
    f.add("head aux", &[&around::auxiliaries(s, head), rel, xpos]);
    f.add("head subject", &[&around::subject(s, head), rel]);
    let mut path = rel.to_owned();
    for (depth, above) in s.ancestors(i).take(4).enumerate() {
        f.add("above", &[&s.words[above].lemma]);
        f.add("above aux", &[&around::auxiliaries(s, above), &path]);
        if depth > 0 {
            f.add("path end", &[&path, &s.words[above].lemma]);
        }
        path.push(' ');
        path.push_str(s.words[above].rel.name());
        f.add("path", &[&path, xpos]);
    }
}

fn beside(f: &mut Features, s: &Sentence<'_>, i: usize) {
    let form = |at: Option<usize>| at.and_then(|at| s.words.get(at)).map_or("", |w| w.form);
    let (before, after) = (form(i.checked_sub(1)), form(Some(i + 1)));
    let (second, third) = (form(i.checked_sub(2)), form(Some(i + 2)));
    f.add("before", &[before]);
    f.add("after", &[after]);
    f.add("before two", &[second, before]);
    f.add("after two", &[after, third]);
    f.add("second", &[second]);
    f.add("around", &[before, s.words[i].xpos, after]);
}

fn whole(f: &mut Features, s: &Sentence<'_>, i: usize) {
    let root = s.root();
    let end = s.words.last().map_or("", |w| w.form);
    let first = s.words.first().map_or("", |w| w.form);
    f.add("end", &[end]);
    f.add("end xpos", &[end, s.words[i].xpos]);
    f.add("opening", &[first]);
    f.add("length", &[&s.len().ilog2().to_string()]);
    f.add("root word", &[&s.words[root].lemma]);
    f.add("root is", &[s.words[root].xpos, &around::auxiliaries(s, root), s.words[i].xpos]);
    for lemma in [
        "if", "you", "i", "we", "please", "not", "would", "will", "should", "can", "may", "when", "or", "but",
    ] {
        if s.words.iter().any(|w| w.lemma == lemma) {
            f.add("somewhere", &[lemma]);
        }
    }
}
