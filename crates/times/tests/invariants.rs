//! What holds for any tree: nothing panics, expressions lie inside their sentence, in order, and share no word.

use proptest::prelude::*;
use saydo_syntax::{Document, Rel, Sentence, Upos, Word, Zone};
use saydo_text::Span;

/// Words that the grammar knows, and some that it does not.
const WORDS: &str = "the a last next this that past two twenty - four hundred thousand few days week month year quarter \
    ago earlier later before after from now of Feb . 15 2022 1990s '80s 99999999999 2,000 2022-02-30 02/15/2022 8:15 p.m. \
    GMT noon Tuesday Tuesdays morning tonight spring fall Christmas 9/11 half every or so end early mid-March third- Q 3 \
    third century year-end ( ) , – İ \u{1F600} 30-year-old daily twice 1/2 ½ BC 0 31 June 24:00 nineteen ninety-six \
    decade couple the-day-after will said due in until by on and to over";

const RELS: &[Rel] = &[
    Rel::Nmod,
    Rel::Compound,
    Rel::Conj,
    Rel::Case,
    Rel::Nummod,
    Rel::Obl,
    Rel::Flat,
    Rel::Advmod,
    Rel::Aux,
];
const PARTS: &[Upos] =
    &[Upos::Noun, Upos::Propn, Upos::Num, Upos::Verb, Upos::Adj, Upos::Adp, Upos::Adv, Upos::Det];
const TAGS: &[&str] = &["NNS", "NN", "VBD", "VBZ", "VBN", "VBG", "VB", "CD"];

type Drawn = (usize, usize, usize, bool);

fn document(text: &str, drawn: &[Drawn], published: Option<&'static str>) -> Document<'static> {
    let text: &'static str = String::leak(text.to_owned());
    let mut at = 0;
    let words: Vec<Word<'static>> = drawn
        .iter()
        .enumerate()
        .map(|(i, (word, head, rel, _))| {
            let form = WORDS.split_whitespace().nth(word % WORDS.split_whitespace().count()).unwrap_or("x");
            let start = at + text[at..].find(form).unwrap_or(0);
            at = start + form.len();
            Word {
                form: &text[start..at],
                lemma: form.to_lowercase(),
                upos: PARTS[rel % PARTS.len()],
                xpos: TAGS[head % TAGS.len()],
                feats: "_",
                head: (i > 0).then_some(head % drawn.len()),
                rel: RELS[rel % RELS.len()],
                span: Span::new(start, at),
            }
        })
        .collect();
    let sentence = |words| Sentence::new(text, words, Zone::Body);
    let sentences = vec![sentence(words.clone()), sentence(words)];
    Document { text, published, publisher: None, sentences }
}

fn text(drawn: &[Drawn]) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let word = |&(word, _, _, glued): &Drawn| {
        format!("{}{}", words[word % words.len()], if glued { "" } else { " " })
    };
    drawn.iter().map(word).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn any_words_give_times_in_order(drawn in prop::collection::vec(any::<Drawn>(), 1..24), dated: bool) {
        let document = document(&text(&drawn), &drawn, dated.then_some("2022-02-16"));
        let times = saydo_times::find(&document);
        let mut last = (0, 0);
        for time in &times {
            prop_assert!((time.sentence, time.words.start) >= last && time.words.start < time.words.end);
            prop_assert!(time.words.end <= document.sentences[time.sentence].len());
            prop_assert_eq!(time.value.is_none(), !time.unresolved.is_empty());
            prop_assert!(time.problem.is_none() || time.value.is_none());
            prop_assert!(time.span.of(document.text).is_some());
            last = (time.sentence, time.words.end);
        }
        for sentence in 0..3 {
            for word in 0..=drawn.len() {
                let when = saydo_times::of_event(&document, &times, sentence, word);
                let inside = |i: Option<usize>| i.is_none_or(|i| times[i].sentence == sentence);
                prop_assert!(inside(when.time) && inside(when.by));
            }
        }
    }

    #[test]
    fn the_same_words_give_the_same_times(drawn in prop::collection::vec(any::<Drawn>(), 1..24)) {
        let document = document(&text(&drawn), &drawn, Some("2022-02-16"));
        prop_assert_eq!(saydo_times::find(&document), saydo_times::find(&document.clone()));
    }

    #[test]
    fn any_publication_time_is_survived(published in "\\PC{0,24}", day in "[0-9]{1,6}-[0-9]{1,3}-[0-9]{1,3}") {
        let drawn: Vec<Drawn> = (0..40).map(|i| (i * 7, i, i, false)).collect();
        for published in [published, day] {
            let document = document(&text(&drawn), &drawn, Some(String::leak(published)));
            saydo_times::find(&document);
        }
    }
}
