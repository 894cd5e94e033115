//! Full text search. Any text is a search: words that must all occur, `"phrases"` in quotes, and `begin*` for words that
//! begin so. Letters count without case and diacritics; there are no operators, and punctuation parts words.

use rusqlite::Connection;

use crate::error::{Inner, Result};
use crate::{Ledger, StatementId, write};

/// How many words are looked for at once; each keeps a place in the index open.
const AT_ONCE: usize = 32;

/// A word of more bytes than this is looked for by its beginning.
const LONGEST: usize = 512;

/// What a search found, revisions that were replaced too, in order and each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Numbers of reports in whose title and text all words occur.
    pub reports: Vec<u32>,
    /// Statements in whose sentences, speaker's and addressee's names all words occur.
    pub statements: Vec<StatementId>,
}

impl Ledger {
    /// Finds reports and statements by words, with all that match. A text without letters and digits finds nothing.
    ///
    /// ```
    /// use saydo_ledger::{Hits, Ledger};
    /// let ledger = Ledger::memory()?;
    /// assert_eq!(ledger.search("\"pulled back\" Crimea troo*")?, Hits::default());
    /// assert_eq!(ledger.search("AND ) \" NEAR(")?, Hits::default());
    /// # Ok::<(), saydo_ledger::Error>(())
    /// ```
    pub fn search(&self, text: &str) -> Result<Hits> {
        let asked = queries(text);
        self.ask(|db| {
            let reports =
                find(db, "SELECT rowid FROM report_text WHERE report_text MATCH ?1 ORDER BY rowid", &asked)?;
            let sql = "SELECT rowid FROM statement_text WHERE statement_text MATCH ?1 ORDER BY rowid";
            let statements = find(db, sql, &asked)?;
            Ok(Hits {
                reports: reports.into_iter().map(|number| number as u32).collect(),
                statements: statements.into_iter().map(write::statement).collect(),
            })
        })
    }
}

/// The rows that all queries find.
fn find(db: &Connection, sql: &str, queries: &[String]) -> Inner<Vec<i64>> {
    let mut select = db.prepare_cached(sql)?;
    let mut found: Option<Vec<i64>> = None;
    for query in queries {
        let rows = select.query_map([query], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        let both = match found {
            None => rows,
            Some(found) => found.into_iter().filter(|row| rows.binary_search(row).is_ok()).collect(),
        };
        if both.is_empty() {
            return Ok(both);
        }
        found = Some(both);
    }
    Ok(found.unwrap_or_default())
}

/// What is asked of the index for a search: some words at once, and each beginning by itself, since all that begins so is
/// brought together in memory.
fn queries(text: &str) -> Vec<String> {
    let (begun, whole): (Vec<String>, Vec<String>) =
        terms(text).into_iter().partition(|term| term.ends_with('*'));
    whole.chunks(AT_ONCE).map(|some| some.join(" ")).chain(begun).collect()
}

/// The terms of a search as FTS5 writes them, each once: strings in quotes, in which no character has a meaning of its own.
fn terms(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(is_quote) {
        words(before, &mut terms);
        let (phrase, after) = after.split_once(is_quote).unwrap_or((after, ""));
        term(phrase, after.starts_with('*'), &mut terms);
        rest = after;
    }
    words(rest, &mut terms);
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}')
}

fn words(text: &str, terms: &mut Vec<String>) {
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        term(word, word.ends_with('*'), terms);
    }
}

/// One word or phrase. One of very many words is looked for in pieces, a very long word by its beginning.
fn term(text: &str, prefix: bool, terms: &mut Vec<String>) {
    let words = text.split(|c: char| !is_of_word(c)).filter(|word| word.contains(char::is_alphanumeric));
    let words: Vec<&str> = words.collect();
    let is_cut = words.last().is_some_and(|word| word.len() > LONGEST);
    let last = words.len().saturating_sub(1) / AT_ONCE;
    for (i, some) in words.chunks(AT_ONCE).enumerate() {
        let some: Vec<&str> = some.iter().map(|word| beginning(word)).collect();
        let star = if i == last && (prefix || is_cut) { " *" } else { "" };
        terms.push(format!("\"{}\"{star}", some.join(" ")));
    }
}

/// So much of a word as is looked for.
fn beginning(word: &str) -> &str {
    let end = (0..=LONGEST).rev().find(|&end| word.is_char_boundary(end));
    &word[..end.unwrap_or(0)]
}

/// Letters and digits, and the marks that are written over or under them.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(terms(text).join(" "), expected, "{text}");
    }

    #[test]
    fn words_phrases_and_beginnings() {
        check("", "");
        check("troops left", r#""left" "troops""#);
        check("left left", r#""left""#);
        check(r#""pulled back" troo*"#, r#""pulled back" "troo" *"#);
        check(r#""pulled ba"*"#, r#""pulled ba" *"#);
        check("\u{201c}pulled back\u{201d} now", r#""now" "pulled back""#);
        check(r#"one "two three"#, r#""one" "two three""#);
        check("U.S. don't 5,000", r#""5 000" "U S" "don t""#);
        check("Zu\u{308}rich", "\"Zu\u{308}rich\"");
    }

    #[test]
    fn each_beginning_is_asked_for_by_itself() {
        assert_eq!(queries("b* one a* two"), [r#""one" "two""#, r#""a" *"#, r#""b" *"#]);
        let many: String = (0..70).map(|n| n.to_string() + " ").collect();
        assert_eq!(queries(&many).len(), 3);
    }

    #[test]
    fn operators_are_plain_words_or_nothing() {
        check("a AND b", r#""AND" "a" "b""#);
        check("title:x", r#""title x""#);
        check("^x -y {z} NEAR(a b, 3)", r#""3" "NEAR a" "b" "x" "y" "z""#);
        check("* \" \0 \u{202e} \u{1f600} \u{308} ''", "");
    }

    #[test]
    fn very_long_words_and_phrases_are_looked_for_in_pieces() {
        let phrase = format!("\"{}\"", "a-b ".repeat(40));
        assert_eq!(terms(&phrase).len(), 2);
        let word = "\u{fc}".repeat(100_000);
        let found = terms(&word);
        assert!(found[0].len() < 600 && found[0].ends_with('*'), "{found:?}");
    }
}
