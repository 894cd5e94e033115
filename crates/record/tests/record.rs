//! The record of a reading: its exact form, and that every offset points at what it says.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use saydo_engine::mentions::{Entity, Kind, Mention, Mentions};
use saydo_engine::statements::{Act, Cue, Manner, Source, Statement};
use saydo_engine::syntax::Document;
use saydo_engine::{Engine, Reading, read};
use saydo_record::Record;
use saydo_text::{Byte, Problem, ProblemKind, Report, Span};
use saydo_world::Actor;

fn report(text: &str) -> Report {
    Report { id: "r".to_owned(), language: Some("en".to_owned()), text: text.to_owned(), ..Report::default() }
}

fn span(text: &str, piece: &str) -> Span<Byte> {
    let start = text.find(piece).unwrap();
    Span::new(start, start + piece.len())
}

fn mention(span: Span<Byte>, kind: Kind, entity: Option<usize>) -> Mention {
    let unresolved = if entity.is_none() { "nobody fits" } else { "" };
    Mention { sentence: 0, words: 0..1, head: 0, span, kind, entity, unresolved }
}

fn source(span: Span<Byte>, entity: Option<usize>) -> Source {
    Source { span, entity, unresolved: if entity.is_none() { "nobody fits" } else { "" } }
}

fn line(record: &Record) -> String {
    let mut line = Vec::new();
    record.write(&mut line).unwrap();
    String::from_utf8(line).unwrap()
}

/// A reading made by hand, of what somebody might find in a small report.
fn by_hand(report: &Report) -> Reading<'static> {
    let document = Document::by_hand(&[
        "Zürich/Zürich/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root it/it/PRON/PRP/2/obj ,/,/PUNCT/,/2/punct \
         he/he/PRON/PRP/6/nsubj said/say/VERB/VBD/2/parataxis \u{1f600}/\u{1f600}/SYM/NFP/2/discourse",
    ]);
    let at = |piece| span(&report.text, piece);
    let actor = Actor { code: "CHE".to_owned(), country: Some("CHE".to_owned()), sector: None };
    let entity = Entity { name: "Zürich".to_owned(), kind: "place", actor: Some(actor), mentions: vec![0] };
    let list = vec![mention(at("Zürich"), Kind::Place, Some(0)), mention(at("he"), Kind::Pronoun, None)];
    let outer = Statement {
        manner: Manner::Indirect,
        source: Some(source(at("he"), None)),
        cue: Some(Cue { span: at("said"), act: Act::Say, negated: false }),
        content: vec![at("Zürich denied it"), at("\u{1f600}")],
        addressee: None,
        within: None,
        because: "a cue with a clause before it".to_owned(),
    };
    let inner = Statement {
        source: Some(source(at("Zürich"), Some(0))),
        cue: Some(Cue { span: at("denied"), act: Act::Deny, negated: false }),
        content: vec![at("it")],
        within: Some(0),
        ..outer.clone()
    };
    let problems = vec![
        Problem::new(ProblemKind::Encoding, "One byte."),
        Problem::new(ProblemKind::LongToken, "Cut.").at(at("\u{1f600}")),
    ];
    Reading {
        document,
        mentions: Mentions::new(list, vec![entity]),
        statements: vec![outer, inner],
        events: Vec::new(),
        times: Vec::new(),
        when: Vec::new(),
        said: Vec::new(),
        places: Vec::new(),
        triples: None,
        problems,
    }
}

#[test]
fn the_form_is_the_promised_one() {
    let report = report("Zürich denied it , he said \u{1f600}");
    let reading = by_hand(&report);
    let record = Record::of(&report, &reading);
    let promised = concat!(
        r#"{"schema":"saydo/1","report":{"id":"r","title":null,"url":null,"publisher":null,"published":null,"#,
        r#""language":"en","sha256":"b49483917e84f99b8b5a067166e6418fab616ca73e6370fcf5d7e6f4384ccffe"},"#,
        r#""text":"Zürich denied it , he said 😀","sentences":[{"start":0,"end":28,"zone":"body"}],"#,
        r#""mentions":[{"id":"m1","start":0,"end":6,"text":"Zürich","kind":"place","entity":"e1"},"#,
        r#"{"id":"m2","start":19,"end":21,"text":"he","kind":"pronoun","entity":null,"unresolved":"nobody fits"}],"#,
        r#""entities":[{"id":"e1","name":"Zürich","kind":"place","actor":{"code":"CHE","country":"CHE","sector":null}}],"#,
        r#""times":[],"statements":[{"id":"s1","kind":"indirect","#,
        r#""source":{"start":19,"end":21,"text":"he","entity":null,"unresolved":"nobody fits"},"#,
        r#""cue":{"start":22,"end":26,"text":"said","act":"say","negated":false},"#,
        r#""content":[{"start":0,"end":16},{"start":27,"end":28}],"addressee":null,"said":null,"within":null},"#,
        r#"{"id":"s2","kind":"indirect","source":{"start":0,"end":6,"text":"Zürich","entity":"e1"},"#,
        r#""cue":{"start":7,"end":13,"text":"denied","act":"deny","negated":false},"#,
        r#""content":[{"start":14,"end":16}],"addressee":null,"said":null,"within":"s1"}],"#,
        r#""events":[],"problems":[{"code":"encoding","detail":"One byte."},"#,
        r#"{"code":"long-token","detail":"Cut.","start":27,"end":28}]}"#,
        "\n"
    );
    assert_eq!(line(&record), promised);
    let explained = line(&record.explained(&reading));
    assert!(explained.contains(r#""within":"s1","because":"a cue with a clause before it"}"#), "{explained}");
}

#[test]
fn what_is_written_can_be_read_again() {
    let report = report("Zürich denied it , he said \u{1f600}");
    let record = Record::of(&report, &by_hand(&report));
    assert_eq!(serde_json::from_str::<Record>(&line(&record)).unwrap(), record);
}

/// Fails unless every span of the record, cut out of its text by code points, is what the record says stands there.
fn check(record: &Record) {
    let text: Vec<char> = record.text.chars().collect();
    let cut = |start: usize, end: usize| text[start..end].iter().collect::<String>();
    record.mentions.iter().for_each(|m| assert_eq!(cut(m.start, m.end), m.text));
    for statement in &record.statements {
        let parties = statement.source.iter().chain(&statement.addressee);
        parties.for_each(|p| assert_eq!(cut(p.start, p.end), p.text));
        statement.cue.iter().for_each(|c| assert_eq!(cut(c.start, c.end), c.text));
        assert!(statement.content.iter().all(|p| p.start <= p.end && p.end <= text.len()));
    }
    let sentences = record.sentences.iter();
    let order: Vec<usize> = sentences.flat_map(|s| [s.start, s.end]).chain([text.len()]).collect();
    assert!(order.is_sorted(), "{order:?}");
}

/// Pieces that count differently in bytes, in UTF-16 and in what a reader sees, or that break careless programs.
const HOSTILE: [&str; 14] = [
    "Moscow said troops left. ",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "e\u{301}\u{302}\u{303}",
    "\r\n",
    "\0",
    "\u{202e}abc\u{202c}",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd} ",
    "\u{feff}",
    "\u{2028}",
    "\u{201c}No,\u{201d} he said. ",
    "\u{6771}\u{4eac}",
    "\u{1f1fa}\u{1f1e6} ",
    "\"\\/\u{7f}\u{1b}[31m",
    "x",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&HOSTILE[..]), 0..200).prop_map(|pieces| pieces.concat())
}

/// Any span between two characters of `text`.
fn any_span(text: &str, a: usize, b: usize) -> Span<Byte> {
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (borders[a % borders.len()], borders[b % borders.len()]);
    Span::new(a.min(b), a.max(b))
}

proptest! {
    #[test]
    fn spans_in_any_order_point_at_their_text(text in text(), places in prop::collection::vec(any::<[usize; 2]>(), 0..40)) {
        let report = report(&text);
        let spans: Vec<_> = places.iter().map(|[a, b]| any_span(&text, *a, *b)).collect();
        let list = spans.iter().map(|&s| mention(s, Kind::Person, None)).collect();
        let statement = |s: &Span<Byte>| Statement {
            manner: Manner::Mixed,
            source: Some(source(*s, None)),
            cue: Some(Cue { span: *s, act: Act::See, negated: true }),
            content: vec![*s],
            addressee: Some(source(*s, None)),
            within: None,
            because: String::new(),
        };
        let reading = Reading {
            document: Document { text: &report.text, ..Document::default() },
            mentions: Mentions::new(list, Vec::new()),
            statements: spans.iter().map(statement).collect(),
            events: Vec::new(),
            times: Vec::new(),
            when: Vec::new(),
            said: Vec::new(),
            places: Vec::new(),
            triples: None,
            problems: Vec::new(),
        };
        let record = Record::of(&report, &reading);
        check(&record);
        let pieces = record.statements.iter().map(|s| s.content[0]);
        prop_assert!(pieces.zip(&record.mentions).all(|(p, m)| (p.start, p.end) == (m.start, m.end)));
        let line = line(&record);
        prop_assert_eq!(line.matches('\n').count(), 1);
        prop_assert_eq!(serde_json::from_str::<Record>(&line).unwrap(), record);
    }

    #[test]
    fn what_is_read_in_any_text_points_at_it(text in text()) {
        let report = read::plain("r", text.as_bytes());
        check(&Record::of(&report, &Engine::shipped().read(&report)));
    }
}
