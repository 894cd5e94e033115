//! What a report's words say about the country that it was written for: "sheriff", "councillor", "garda".

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use saydo_syntax::Document;

const TABLE: &str = include_str!("../../../data/places/home.tsv");

/// For every word the countries for which it speaks.
static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut found: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let [country, words, _] = line.split('\t').collect::<Vec<_>>()[..] {
            words.split(';').for_each(|word| found.entry(word).or_default().push(country));
        }
    }
    found
});

/// How many different words speak for each country.
pub(crate) fn homes(document: &Document<'_>) -> HashMap<&'static str, f64> {
    let (mut seen, mut homes) = (HashSet::new(), HashMap::new());
    for word in document.sentences.iter().flat_map(|s| &s.words) {
        let Some((_, countries)) = look_up(word.form).filter(|(word, _)| seen.insert(*word)) else {
            continue;
        };
        for country in countries {
            *homes.entry(*country).or_insert(0.0) += 1.0;
        }
    }
    homes
}

/// A word of the table with its countries, whatever its case in the text.
fn look_up(form: &str) -> Option<(&'static str, &'static Vec<&'static str>)> {
    let found = if form.chars().any(char::is_uppercase) {
        WORDS.get_key_value(form.to_lowercase().as_str())
    } else {
        WORDS.get_key_value(form)
    };
    found.map(|(word, countries)| (*word, countries))
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    #[test]
    fn words_of_institutions_tell_the_country() {
        let document = Document::by_hand(&["A/a/DET/DT/2/det sheriff/sheriff/NOUN/NN/0/root"]);
        assert_eq!(super::homes(&document).get("USA"), Some(&1.0));
    }
}
