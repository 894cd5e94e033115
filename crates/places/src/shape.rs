//! How the text keeps a place vague: "near the border", "20 km north of Goma", "in and around Kyiv".

use std::ops::Range;

use saydo_syntax::Sentence;

use crate::words::is_part;

/// The winds, with the shape that "north of" and its like give a place.
const WINDS: [(&str, &str); 8] = [
    ("north", "north_of"),
    ("south", "south_of"),
    ("east", "east_of"),
    ("west", "west_of"),
    ("northeast", "northeast_of"),
    ("northwest", "northwest_of"),
    ("southeast", "southeast_of"),
    ("southwest", "southwest_of"),
];

/// Phrases before a place and the shapes they give it, longer ones first.
const BEFORE: [(&[&str], &str); 17] = [
    (&["in", "and", "around"], "in_and_around"),
    (&["in", "and", "near"], "in_and_around"),
    (&["on", "the", "outskirts", "of"], "near"),
    (&["in", "the", "vicinity", "of"], "near"),
    (&["in", "the", "direction", "of"], "towards"),
    (&["not", "far", "from"], "near"),
    (&["close", "to"], "near"),
    (&["next", "to"], "near"),
    (&["parts", "of"], "part_of"),
    (&["off", "the", "coast", "of"], "off"),
    (&["across"], "all_over"),
    (&["throughout"], "all_over"),
    (&["near"], "near"),
    (&["around"], "around"),
    (&["outside"], "outside"),
    (&["towards"], "towards"),
    (&["toward"], "towards"),
];

/// The shape that the words around a name give it.
pub(crate) fn shape(sentence: &Sentence<'_>, words: &Range<usize>) -> Option<&'static str> {
    let before = words_before(sentence, words.start);
    let inside = sentence.words.get(words.start).filter(|_| words.len() > 1).map(|w| w.form.to_lowercase());
    let part = inside.or_else(|| before.last().cloned()).filter(|w| is_part(w));
    wind(&before).or_else(|| phrase(&before)).or(part.map(|_| "part_of"))
}

/// The five words before a place in small letters, without an article or "the Ukrainian" right before it.
fn words_before(sentence: &Sentence<'_>, at: usize) -> Vec<String> {
    let start = at.saturating_sub(5);
    let mut before: Vec<String> = sentence.words[start..at].iter().map(|w| w.form.to_lowercase()).collect();
    if before.last().is_some_and(|w| ["the", "city", "town"].contains(&w.as_str())) {
        before.pop();
    }
    before
}

fn wind(before: &[String]) -> Option<&'static str> {
    let [.., wind, of] = before else { return None };
    let wind = wind.replace('-', "");
    WINDS.iter().find(|(name, _)| of == "of" && *name == wind).map(|(_, shape)| *shape)
}

fn phrase(before: &[String]) -> Option<&'static str> {
    let ends = |phrase: &[&str]| {
        before.len() >= phrase.len() && before[before.len() - phrase.len()..].iter().eq(phrase.iter())
    };
    BEFORE.iter().find(|(phrase, _)| ends(phrase)).map(|(_, shape)| *shape)
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    use super::shape;

    #[test]
    fn words_before_a_place_keep_it_vague() {
        for (text, expected) in [
            ("near Kyiv", Some("near")),
            ("in and around Kyiv", Some("in_and_around")),
            ("20 km north of Kyiv", Some("north_of")),
            ("on the outskirts of Kyiv", Some("near")),
            ("eastern Kyiv", Some("part_of")),
            ("in Kyiv", None),
        ] {
            let words: Vec<String> = text.split(' ').map(|w| format!("{w}/{w}/X/X/0/dep")).collect();
            let document = Document::by_hand(&[&words.join(" ")]);
            let sentence = &document.sentences[0];
            assert_eq!(shape(sentence, &(sentence.len() - 1..sentence.len())), expected, "{text}");
        }
    }
}
