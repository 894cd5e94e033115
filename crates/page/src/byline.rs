//! Bylines to names, and the agencies among them.

use crate::words::{is_within, squeezed};

/// Agencies as bylines and credits write them.
#[rustfmt::skip]
const AGENCIES: [&str; 32] = [
    "Reuters", "Thomson Reuters", "AP", "The Associated Press", "Associated Press", "AFP", "Agence France-Presse",
    "Agence France Presse", "UPI", "TASS", "Tass", "Interfax", "Interfax-Ukraine", "RIA Novosti", "Xinhua", "DPA", "dpa",
    "ANSA", "EFE", "Ukrinform", "UNIAN", "Anadolu", "Anadolu Agency", "Bloomberg", "Bloomberg News", "Kyodo",
    "Kyodo News", "PA Media", "Press Association", "Yonhap", "PTI", "Belga",
];

/// Words of work and places that stand beside names.
#[rustfmt::skip]
const WORK: [&str; 49] = [
    "correspondent", "editor", "reporter", "writer", "staff", "bureau", "chief", "journalist", "columnist", "analyst",
    "producer", "desk", "news", "agencies", "agency", "team", "updated", "published", "senior", "special", "foreign",
    "political", "defence", "defense", "diplomatic", "contributor", "newsroom", "report", "photographer", "editorial",
    "author", "posts", "articles", "profile", "press", "briefing", "briefings", "release", "statement", "office", "department",
    "world", "politics", "business", "local", "national", "analysis", "opinion", "service",
];

/// The agency that `name` is, as it is written.
pub(crate) fn agency(name: &str) -> Option<&'static str> {
    let bare = name.trim().trim_matches(['(', ')', '.', '/']);
    AGENCIES.iter().copied().find(|agency| agency.eq_ignore_ascii_case(bare))
}

/// The agency in brackets at the end of a dateline or credit: "KYIV, March 3 (Reuters)".
pub(crate) fn credited(dateline: &str) -> Option<String> {
    let (_, rest) = dateline.rsplit_once('(')?;
    let name = rest.split(')').next()?.trim();
    let known = agency(name).map(str::to_owned);
    known.or_else(|| {
        Some(name.to_owned()).filter(|name| is_within(name, 30) && name.starts_with(char::is_uppercase))
    })
}

/// Words before the names of those who wrote something.
#[rustfmt::skip]
const OPENINGS: [&str; 23] = [
    "by ", "from ", "written by ", "words by ", "story by ", "by: ", "author: ", "authors: ", "posted by ", "text: ",
    "reporting by ", "interview by ", "report by ", "submitted by ", "von ", "par ", "por ", "автор: ", "авторы: ", "текст: ", "text by ",
    "autor: ", "opinion by ",
];

/// Whether a line is a byline by its first words.
pub(crate) fn is_byline(line: &str) -> bool {
    without_opening(line)
        .is_some_and(|rest| is_within(line, 160) && !names(rest).is_empty() && !is_told(rest))
}

/// Names are not followed by what they did.
fn is_told(rest: &str) -> bool {
    let low = rest.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    low > 6
}

/// The names in "By Ann Lee and Bob Ray in Kyiv, 3 March 2022"; agencies and posts are left out.
pub(crate) fn names(byline: &str) -> Vec<String> {
    let line = squeezed(byline);
    let line = without_opening(&line).unwrap_or(&line);
    if !is_within(line, 400) || line.contains("://") || line.contains('@') {
        return Vec::new();
    }
    let parts = line.split([',', '|', ';', '•', '·', '/']).flat_map(|part| part.split(" and "));
    let parts = parts.flat_map(|part| part.split(" & ")).flat_map(|part| part.split(" with "));
    let mut found: Vec<String> = Vec::new();
    for name in parts.filter_map(name) {
        if !found.contains(&name) && found.len() < 20 {
            found.push(name);
        }
    }
    found
}

fn without_opening(line: &str) -> Option<&str> {
    let start: String = line.chars().take(14).flat_map(char::to_lowercase).collect();
    let longest =
        OPENINGS.iter().filter(|opening| start.starts_with(*opening)).max_by_key(|opening| opening.len())?;
    line.get(longest.len()..).map(str::trim)
}

/// The name in one part of a byline: "Ann Lee in Kyiv" is Ann Lee; "Defence Correspondent" is none.
fn name(part: &str) -> Option<String> {
    let part = crate::date::without_date(part.trim());
    let part = without_opening(&part).unwrap_or(&part);
    let low = part.to_ascii_lowercase();
    let cuts = [" in ", " at ", " for ", " of ", " – ", " — ", " - ", " (", " on "];
    let cut = cuts.iter().filter_map(|cut| low.find(cut)).min();
    let part = part[..cut.unwrap_or(part.len())].trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let words: Vec<&str> = part.split_whitespace().collect();
    let words = in_capitals(&words);
    let caseless = words.iter().any(|word| word.chars().any(|c| c.is_alphabetic() && !has_case(c)));
    let high = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let work = words.iter().any(|word| WORK.contains(&word.to_lowercase().as_str()));
    let plain =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-' | '‘'));
    let fits = (2..=5).contains(&words.len()) || (words.len() == 1 && caseless);
    let named = (high >= 2 || caseless) && words.iter().all(plain) && !work;
    let name = words.join(" ");
    (fits && named && agency(&name).is_none()).then_some(name)
}

/// "ANN LEE National Press" is Ann Lee of the National Press.
fn in_capitals<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    let is_high = |word: &&str| {
        word.chars().filter(|c| c.is_uppercase()).count() > 1 && word.chars().all(|c| !c.is_lowercase())
    };
    let count = words.iter().take_while(|word| is_high(word)).count();
    if count >= 2 { &words[..count] } else { words }
}

fn has_case(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_what_stands_beside_them() {
        assert_eq!(names("By Jane Doe and John Roe in Kyiv"), ["Jane Doe", "John Roe"]);
        assert_eq!(names("BY JANE DOE, Defence Correspondent"), ["JANE DOE"]);
        assert_eq!(names("Jane Doe | Updated 3 March 2022"), ["Jane Doe"]);
        assert_eq!(names("Jane van der Doe & J. R. Roe, Reuters"), ["Jane van der Doe", "J. R. Roe"]);
        assert_eq!(names("O’Neil Smith-Jones"), ["O’Neil Smith-Jones"]);
    }

    #[test]
    fn agencies_and_desks_are_no_names() {
        for line in [
            "Reuters",
            "The Associated Press",
            "News desk",
            "Staff Writer",
            "https://example.org/jane",
            "admin",
            "",
        ] {
            assert!(names(line).is_empty(), "{line}");
        }
        assert_eq!(agency("(REUTERS)"), Some("Reuters"));
        assert_eq!(credited("KYIV, March 3 (Reuters)").as_deref(), Some("Reuters"));
        assert_eq!(credited("KYIV, March 3"), None);
    }
}
