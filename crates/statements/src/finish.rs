//! From drafts to statements: spans, entities, manner, and which statement stands inside which.

use saydo_codebook::{Act, List, Words};
use saydo_mentions::{Kind, Mentions};
use saydo_syntax::{Document, Rel, Upos};
use saydo_text::Span;

use crate::draft::{CueWords, Draft, Piece, Who};
use crate::phrase::has_marker;
use crate::quote::Quote;
use crate::statement::{Cue, Manner, Source, Statement};

/// The statements of a document, in the order of their cues.
pub(crate) fn statements(
    document: &Document<'_>,
    mentions: &Mentions,
    quotes: &[Quote],
    mut drafts: Vec<Draft>,
) -> Vec<Statement> {
    drafts.retain(|d| !d.content.is_empty());
    drafts.sort_by_key(Draft::place);
    let marked = Marked::new(document, quotes);
    keep_told(document, mentions, &marked, &mut drafts);
    let within = Held::new(&drafts).within(&drafts);
    let statement = |(draft, within): (Draft, Option<usize>)| Statement {
        manner: marked.manner(&draft.content),
        source: draft.source.as_ref().map(|w| source(document, mentions, w)),
        cue: draft.cue.as_ref().map(|c| cue(document, c)),
        content: draft.content.iter().map(|p| span(document, p)).collect(),
        addressee: draft.addressee.as_ref().map(|w| source(document, mentions, w)),
        within,
        because: draft.because,
    };
    drafts.into_iter().zip(within).map(statement).collect()
}

fn span(document: &Document<'_>, piece: &Piece) -> Span<saydo_text::Byte> {
    document.sentences[piece.sentence].span(piece.words.clone())
}

fn cue(document: &Document<'_>, cue: &CueWords) -> Cue {
    let span = document.sentences[cue.sentence].span(cue.words.clone());
    Cue { span, act: cue.act, negated: cue.negated }
}

fn source(document: &Document<'_>, mentions: &Mentions, who: &Who) -> Source {
    let span = document.sentences[who.sentence].span(who.named());
    let mention = mentions.at(who.sentence, who.head).or_else(|| taken_by(document, mentions, who));
    let mention = mention.map(|m| &mentions.list[m]);
    let (entity, unresolved) = match mention {
        Some(m) if m.kind == Kind::Pronoun || m.entity.is_some() => (m.entity, m.unresolved),
        Some(m) => (None, m.unresolved),
        None => (None, unknown(document, who)),
    };
    Source { span, entity, unresolved }
}

/// Who took the images, or keeps the count, that are named as a source: "satellite images by Maxar", "NATO's figures".
fn taken_by(document: &Document<'_>, mentions: &Mentions, who: &Who) -> Option<usize> {
    let s = &document.sentences[who.sentence];
    if !Words::shipped().has(List::Image, &s.words[who.head].lemma) {
        return None;
    }
    let from = |c: usize| ["by", "from", "of"].iter().any(|p| has_marker(s, c, p));
    let below = |top: usize| s.children(top).filter(move |&c| from(c)).collect::<Vec<_>>();
    let owner = s.children(who.head).filter(|&c| matches!(s.words[c].rel, Rel::NmodPoss | Rel::Compound));
    let participle = s.children_by(who.head, Rel::Acl).flat_map(below);
    let acts = |m: &usize| {
        let mention = &mentions.list[*m];
        mention.kind != Kind::Pronoun
            && mention.entity.is_some_and(|e| mentions.entities[e].kind == "organisation")
    };
    let all = below(who.head).into_iter().chain(participle).chain(owner);
    all.into_iter().filter_map(|c| mentions.at(who.sentence, c)).find(acts)
}

/// Why somebody has no mention to refer to.
fn unknown(document: &Document<'_>, who: &Who) -> &'static str {
    match document.sentences[who.sentence].words[who.head].upos {
        Upos::Pron => "a pronoun that may mean more than one thing",
        _ => "no person, body or group that the text or the tables know",
    }
}

/// Drops what a speaker says of his or her own mind or of anybody's attitudes: inside a statement only what somebody
/// else is told to have said counts as a statement of its own.
fn keep_told(document: &Document<'_>, mentions: &Mentions, marked: &Marked, drafts: &mut Vec<Draft>) {
    let within = Held::new(drafts).within(drafts);
    let told: Vec<bool> = within
        .iter()
        .enumerate()
        .map(|(i, outer)| outer.is_none_or(|o| is_told(document, mentions, marked, &drafts[i], &drafts[o])))
        .collect();
    let mut told = told.into_iter();
    drafts.retain(|_| told.next().unwrap_or(true));
}

/// Whether a draft is an act of speech by somebody else than the speaker around it: by name in a quotation, and by a
/// pronoun only where that is known to be somebody else.
fn is_told(
    document: &Document<'_>,
    mentions: &Mentions,
    marked: &Marked,
    draft: &Draft,
    outer: &Draft,
) -> bool {
    let (Some(cue), Some(source)) = (&draft.cue, &draft.source) else { return false };
    let s = &document.sentences[cue.sentence];
    let done = || s.children(cue.head).all(|c| s.words[c].xpos != "MD" && s.words[c].xpos != "TO");
    let announces = cue.act == Act::Announce && done();
    if matches!(cue.act, Act::Think | Act::See) || !(cue.clausal || announces) {
        return false;
    }
    let entity = |w: &Who| mentions.at(w.sentence, w.head).and_then(|m| mentions.list[m].entity);
    match document.sentences[source.sentence].words[source.head].upos {
        Upos::Propn => true,
        _ if marked.0[cue.sentence][cue.head] => false,
        Upos::Pron => {
            let (inner, outer) = (entity(source), outer.source.as_ref().and_then(entity));
            inner.is_some() && outer.is_some() && inner != outer
        }
        _ => true,
    }
}

/// For every word, whether it stands in quotation marks.
struct Marked(Vec<Vec<bool>>);

impl Marked {
    fn new(document: &Document<'_>, quotes: &[Quote]) -> Self {
        let mut marked: Vec<Vec<bool>> = document.sentences.iter().map(|s| vec![false; s.len()]).collect();
        for piece in quotes.iter().flat_map(|q| &q.pieces) {
            marked[piece.sentence][piece.words.clone()].fill(true);
        }
        Self(marked)
    }

    fn manner(&self, content: &[Piece]) -> Manner {
        let words = content.iter().flat_map(|p| self.0[p.sentence][p.words.clone()].iter());
        let (quoted, all) = words.fold((0, 0), |(q, n), &m| (q + usize::from(m), n + 1));
        match quoted {
            0 => Manner::Indirect,
            q if q == all => Manner::Direct,
            _ => Manner::Mixed,
        }
    }
}

/// Which drafts' contents hold words of each sentence.
struct Held(std::collections::HashMap<usize, Vec<(usize, Piece)>>);

impl Held {
    fn new(drafts: &[Draft]) -> Self {
        let mut by_sentence: std::collections::HashMap<usize, Vec<(usize, Piece)>> =
            std::collections::HashMap::new();
        for (i, piece) in drafts.iter().enumerate().flat_map(|(i, d)| d.content.iter().map(move |p| (i, p))) {
            by_sentence.entry(piece.sentence).or_default().push((i, piece.clone()));
        }
        Self(by_sentence)
    }

    /// For each draft the one around it.
    fn within(&self, drafts: &[Draft]) -> Vec<Option<usize>> {
        (0..drafts.len()).map(|i| self.around(drafts, i)).collect()
    }

    /// The draft with the smallest content around the cue of draft `i`.
    fn around(&self, drafts: &[Draft], i: usize) -> Option<usize> {
        let draft = &drafts[i];
        let (sentence, word) = match (&draft.cue, draft.content.first()) {
            (Some(cue), _) => (cue.sentence, cue.head),
            (None, Some(first)) => (first.sentence, first.words.start),
            (None, None) => return None,
        };
        let around = self.0.get(&sentence)?.iter().filter(|(j, p)| *j != i && p.holds(sentence, word));
        around
            .filter(|(j, p)| !same(draft, &drafts[*j], p))
            .min_by_key(|(_, p)| p.words.len())
            .map(|(j, _)| *j)
    }
}

/// Whether two drafts hold the same words, so that neither stands inside the other.
fn same(a: &Draft, b: &Draft, piece: &Piece) -> bool {
    a.cue.is_none() && b.content.len() <= a.content.len() && a.content.iter().any(|p| p.covers(piece))
}
