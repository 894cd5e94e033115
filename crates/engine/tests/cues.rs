//! Every cue of the lexicon fires in its first sentence, with the marked content, and not in its second.

use saydo_engine::Engine;
use saydo_engine::statements::Statement;
use saydo_text::{Byte, Report, Span, Zone, ZoneSpan};

/// A report of one sentence, read as body text whatever it looks like.
fn report(text: &str) -> Report {
    let zones = vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }];
    Report { text: text.to_owned(), zones, language: Some("en".to_owned()), ..Report::default() }
}

/// A sentence without its marks, and the text that stood in brackets.
fn unmarked(sentence: &str) -> (String, Vec<String>) {
    let text = sentence.replace(['{', '}', '<', '>', '[', ']'], "");
    let pieces = sentence.split('[').skip(1).filter_map(|p| p.split(']').next());
    let plain = |p: &str| p.replace(['{', '}', '<', '>'], "").trim().to_owned();
    (text, pieces.map(plain).collect())
}

/// The statements of a text, with the text of their cue and contents.
fn found(text: &str) -> Vec<(String, String)> {
    let report = report(text);
    let reading = Engine::shipped().read(&report);
    let of = |span: Span<Byte>| span.of(text).unwrap_or_default().to_owned();
    let content = |s: &Statement| s.content.iter().map(|c| of(*c)).collect::<Vec<_>>().join(" ");
    reading
        .statements
        .iter()
        .map(|s| (s.cue.as_ref().map(|c| of(c.span)).unwrap_or_default(), content(s)))
        .collect()
}

/// The words that the cue's marks hold, in lower case.
fn marked_cue(sentence: &str) -> String {
    let cue = sentence.split('<').skip(1).filter_map(|p| p.split('>').next());
    cue.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn every_cue_fires_in_its_first_sentence() {
    let mut silent = Vec::new();
    for cue in saydo_codebook::Cues::shipped().all() {
        let (text, content) = unmarked(&cue.fires);
        let marked = marked_cue(&cue.fires);
        let hit = found(&text).iter().any(|(by, what)| {
            let named = by.to_lowercase().split(' ').any(|w| marked.split(' ').any(|m| m == w));
            named && content.iter().all(|c| what.contains(c.as_str()))
        });
        if !hit {
            silent.push(format!("{}: {} => {:?}", cue.lemma, cue.fires, found(&text)));
        }
    }
    assert!(silent.is_empty(), "{} cues do not fire:\n{}", silent.len(), silent.join("\n"));
}

#[test]
fn no_cue_fires_in_its_second_sentence() {
    let mut loud = Vec::new();
    for cue in saydo_codebook::Cues::shipped().all() {
        let found = found(&cue.silent);
        if !found.is_empty() {
            loud.push(format!("{}: {} => {found:?}", cue.lemma, cue.silent));
        }
    }
    assert!(loud.is_empty(), "{} cues fire where they must not:\n{}", loud.len(), loud.join("\n"));
}
