//! Sentences whose word in square brackets is judged, for the tests of tables and of news.

use saydo_engine::Engine;
use saydo_standing::{Judge, Judgement};
use saydo_text::{Report, Span, Zone, ZoneSpan};

/// A report of one sentence, read as body text whatever it looks like.
fn report(text: String) -> Report {
    let zones = vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }];
    Report { text, zones, language: Some("en".to_owned()), ..Report::default() }
}

/// How the word in square brackets stands, with "not" behind where it is negated, and why. Its own subject acts where
/// `acting` says so, else nobody known.
pub(crate) fn standing(sentence: &str, acting: bool) -> (String, String) {
    let start = sentence.find('[').expect("a word in brackets");
    let report = report(sentence.replace(['[', ']'], ""));
    let reading = Engine::shipped().read(&report);
    let judge = Judge::new(&reading.document, &reading.mentions, &reading.statements);
    let words = reading.document.sentences.iter().enumerate().flat_map(|(n, s)| {
        let spans = s.words.iter().enumerate();
        spans.map(move |(i, w)| (n, i, w.span.start))
    });
    let mut at = words.filter(|(.., from)| *from == start);
    let (n, i, _) = at.next().expect("a word of the text in brackets");
    let predicates = judge.predicates();
    let own = predicates.iter().find(|p| acting && (p.sentence, p.word) == (n, i));
    let judgement = own.map_or_else(|| judge.judge(n, i, &[]), |p| p.judgement.clone());
    (name(&judgement), judgement.because)
}

fn name(judgement: &Judgement) -> String {
    let not = if judgement.negated { " not" } else { "" };
    format!("{}{not}", judgement.standing.name())
}
