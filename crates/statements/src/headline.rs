//! Speakers named beside a colon: headlines such as "Russia: troops will leave" and "No sign of it: NATO chief", and
//! transcripts such as "Q: …  KULEBA: …".

use std::ops::Range;

use saydo_mentions::{Kind, Mentions};
use saydo_syntax::{Document, Sentence, Upos, Zone};

use crate::draft::{CueWords, Draft, Piece, Who};
use crate::phrase::trim;

/// The longest name or role that stands before or after a colon.
const LONGEST: usize = 7;

/// The fewest turns that make a transcript.
const TURNS: usize = 3;

/// The statements of headlines, subheadings and transcripts.
pub(crate) fn drafts(document: &Document<'_>, mentions: &Mentions) -> Vec<Draft> {
    let turns: Vec<Option<usize>> = (0..document.sentences.len()).map(|n| turn(document, n)).collect();
    let transcript = turns.iter().flatten().count() >= TURNS;
    let mut found = Vec::new();
    for (n, s) in document.sentences.iter().enumerate() {
        match turns[n] {
            Some(colon) if transcript && s.zone == Zone::Body => {
                found.extend(spoken(document, &turns, n, colon));
            }
            _ if matches!(s.zone, Zone::Headline | Zone::Subheading) || n == 0 => {
                found.extend(headline(s, n, mentions));
            }
            _ => {}
        }
    }
    found
}

/// The colon after the name that begins a speaker's turn: all capitals or a single letter, or, where a paragraph
/// begins, names only.
fn turn(document: &Document<'_>, n: usize) -> Option<usize> {
    let s = &document.sentences[n];
    let first = n == 0 || document.sentences[n - 1].paragraph != s.paragraph;
    let colon = (1..s.len().min(LONGEST)).find(|&i| s.words[i].form == ":")?;
    let capitals = |i: usize| s.words[i].form.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let named = |i: usize| capitals(i) || (first && s.words[i].upos == Upos::Propn);
    let letters = s.words[0].form.starts_with(char::is_alphabetic);
    (colon + 1 < s.len() && (first || letters) && (0..colon).all(named)).then_some(colon)
}

/// The turn that begins in sentence `n`: all that follows in the paragraph, up to the next turn.
fn spoken(document: &Document<'_>, turns: &[Option<usize>], n: usize, colon: usize) -> Option<Draft> {
    let s = &document.sentences[n];
    let mut content = vec![Piece { sentence: n, words: colon + 1..s.len() }];
    let rest = document.sentences.iter().enumerate().skip(n + 1);
    let same = rest.take_while(|(m, next)| next.paragraph == s.paragraph && turns[*m].is_none());
    content.extend(same.map(|(m, next)| Piece { sentence: m, words: 0..next.len() }));
    content.retain(|p| !p.words.is_empty());
    if !content.iter().any(|p| has_verb(&document.sentences[p.sentence], p)) {
        return None;
    }
    let head = (0..colon).rev().find(|&i| s.head(i).is_none_or(|h| h >= colon)).unwrap_or(0);
    let source = Who { sentence: n, words: trim(s, 0..colon), head };
    Some(draft(source, colon, content, "a speaker's turn in a transcript"))
}

fn has_verb(s: &Sentence<'_>, piece: &Piece) -> bool {
    s.words[piece.words.clone()].iter().any(|w| matches!(w.upos, Upos::Verb | Upos::Aux))
}

fn draft(source: Who, colon: usize, content: Vec<Piece>, because: &str) -> Draft {
    let cue = CueWords::plain(source.sentence, colon..colon + 1, colon);
    Draft { source: Some(source), cue: Some(cue), content, addressee: None, because: because.to_owned() }
}

/// The last colon or dash of a headline that has a speaker on one side.
fn headline(s: &Sentence<'_>, n: usize, mentions: &Mentions) -> Option<Draft> {
    let joins = |i: usize| s.words[i].form == "-" && s.words[i - 1].span.end == s.words[i].span.start;
    let mark = |i: &usize| matches!(s.words[*i].form, ":" | "–" | "—" | "-" | "|") && !joins(*i);
    let colons = (1..s.len().saturating_sub(1)).filter(mark);
    colons.filter_map(|colon| at(s, n, colon, mentions)).next_back()
}

fn at(s: &Sentence<'_>, n: usize, colon: usize, mentions: &Mentions) -> Option<Draft> {
    let (left, right) = (trim(s, 0..colon), trim(s, colon + 1..s.len()));
    let after = speaker(s, n, &right, mentions).filter(|_| left.len() > right.len());
    let before = || speaker(s, n, &left, mentions).filter(|_| s.words[colon].form == ":" && right.len() > 2);
    let (who, content) = match after {
        Some(who) => (who, left),
        None => (before()?, right),
    };
    let content = vec![Piece { sentence: n, words: content }];
    Some(draft(who, colon, content, "headline with a speaker beside its colon"))
}

/// The speaker that one side of the colon names, where it names nothing else.
fn speaker(s: &Sentence<'_>, n: usize, words: &Range<usize>, mentions: &Mentions) -> Option<Who> {
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let outside = |i: &usize| s.head(*i).is_none_or(|h| !words.contains(&h));
    let head = words.clone().find(outside)?;
    let last = words.end - 1;
    let mention = [head, last].into_iter().find_map(|i| mentions.at(n, i)).map(|m| &mentions.list[m])?;
    let speaks = mention.kind != Kind::Pronoun && mention.kind != Kind::Demonym;
    let covers = mention.words.len() * 2 >= words.len();
    let whole =
        words.clone().filter(outside).count() == 1 && words.clone().all(|i| s.words[i].upos != Upos::Verb);
    ((whole || covers) && speaks).then(|| Who { sentence: n, words: words.clone(), head: mention.head })
}
