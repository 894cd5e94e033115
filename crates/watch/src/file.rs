//! The TOML file: its values with the lines they stand on, and everything that is wrong so far.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::WatchError;
use crate::near::nearest;

/// A word of the file and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    pub(crate) word: String,
    pub(crate) line: usize,
}

/// A file, or a table of it, that is being read.
pub(crate) struct File<'t> {
    text: &'t str,
    table: DeTable<'t>,
    /// The key under which the table stands; empty for the file itself.
    within: String,
    pub(crate) errors: Vec<WatchError>,
}

/// Which keys a table has, what is told of some that it must not have, and which keys stand above all tables.
#[derive(Clone, Copy, Default)]
pub(crate) struct Keys<'k> {
    pub(crate) known: &'k [&'k str],
    pub(crate) refused: &'k [(&'k str, &'k str)],
    pub(crate) above: &'k [&'k str],
}

impl<'t> File<'t> {
    /// The file, with an error for every key that is none of `keys`; or all that is no TOML in it.
    pub(crate) fn read(text: &'t str, keys: &[&str]) -> Result<Self, Vec<WatchError>> {
        let (table, wrong) = DeTable::parse_recoverable(text);
        let mut file = Self { text, table: table.into_inner(), within: String::new(), errors: Vec::new() };
        for error in wrong {
            let line = file.line(&error.span().unwrap_or_default());
            let message =
                format!("this is no TOML ({}); write KEY = VALUE", error.message().replace('\n', ", "));
            file.wrong(line, "file", message);
        }
        if !file.errors.is_empty() {
            return Err(file.errors);
        }
        file.check(Keys { known: keys, ..Keys::default() });
        Ok(file)
    }

    /// The table in one of the file's values, with an error for every key that is none of `keys`.
    pub(crate) fn table(&self, key: &str, table: &DeTable<'t>, keys: Keys<'_>) -> Self {
        let mut inner =
            Self { text: self.text, table: table.clone(), within: key.to_owned(), errors: Vec::new() };
        inner.check(keys);
        inner
    }

    /// The table that a `[key]` starts.
    pub(crate) fn section(&mut self, key: &str, keys: Keys<'_>) -> Option<Self> {
        let (value, line) = self.value(key)?;
        if let Some(table) = value.get_ref().as_table() {
            return Some(self.table(key, table, keys));
        }
        let (first, rest) = (keys.known.first().unwrap_or(&""), keys.known.join(", "));
        self.wrong(
            line,
            key,
            format!("write [{key}] on a line of its own and below it {first} = …; the keys are {rest}"),
        );
        None
    }

    fn check(&mut self, keys: Keys<'_>) {
        let found: Vec<(String, usize)> =
            self.table.iter().map(|(key, _)| (key.get_ref().to_string(), self.line(&key.span()))).collect();
        for (key, line) in found.iter().filter(|(key, _)| !keys.known.contains(&key.as_str())) {
            let message = self.unknown(key, keys);
            self.wrong(*line, key, message);
        }
    }

    fn unknown(&self, key: &str, keys: Keys<'_>) -> String {
        if let Some((_, message)) = keys.refused.iter().find(|(refused, _)| *refused == key) {
            return (*message).to_owned();
        }
        if keys.above.contains(&key) {
            return format!(
                "this key stands below [{}], so it is taken for one of its keys; write it above",
                self.within
            );
        }
        let advice = nearest(key, keys.known.iter().copied()).map_or_else(
            || format!("the keys are {}", keys.known.join(", ")),
            |near| format!("did you mean {near}?"),
        );
        format!("there is no such key; {advice}")
    }

    /// Notes an error.
    pub(crate) fn wrong(&mut self, line: usize, key: &str, message: String) {
        let key = self.path(key);
        self.errors.push(WatchError { line, key, message });
    }

    /// A key with that of the table in which it stands: `fetch.allow`.
    fn path(&self, key: &str) -> String {
        if self.within.is_empty() { key.to_owned() } else { format!("{}.{key}", self.within) }
    }

    /// The line on which a stretch of the text starts.
    pub(crate) fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or_default();
        1 + before.matches('\n').count()
    }

    /// The value of a key and its line.
    pub(crate) fn value(&self, key: &str) -> Option<(&Spanned<DeValue<'t>>, usize)> {
        let (_, value) = self.table.iter().find(|(k, _)| k.get_ref() == key)?;
        Some((value, self.line(&value.span())))
    }

    /// The words of a key: a list of strings, or one string. Anything else is an error.
    pub(crate) fn words(&mut self, key: &str) -> Vec<Typed> {
        let Some((value, _)) = self.value(key) else { return Vec::new() };
        let items: Vec<Result<Typed, WatchError>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| self.typed(key, item)).collect(),
            _ => vec![self.typed(key, value)],
        };
        let mut words = Vec::new();
        for item in items {
            match item {
                Ok(word) => words.push(word),
                Err(error) => self.errors.push(error),
            }
        }
        words
    }

    /// The one word of a key. Anything else is an error.
    pub(crate) fn word(&mut self, key: &str) -> Option<Typed> {
        let typed = self.typed(key, self.value(key)?.0);
        typed.map_err(|error| self.errors.push(error)).ok()
    }

    /// The one word of a key as `read` understands it, or what `read` says is wrong with it.
    pub(crate) fn read_word<T>(&mut self, key: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let Typed { word, line } = self.word(key)?;
        read(&word).map_err(|message| self.wrong(line, key, message)).ok()
    }

    fn typed(&self, key: &str, value: &Spanned<DeValue<'t>>) -> Result<Typed, WatchError> {
        let line = self.line(&value.span());
        let message = match value.get_ref().as_str().map(str::trim) {
            Some("") if self.within.is_empty() => "a name is empty; write one or strike it".to_owned(),
            Some("") => "nothing stands in the quotation marks; write something or strike the key".to_owned(),
            Some(word) if word.chars().any(char::is_control) => {
                "a line break or another control character stands in it; write it on one line".to_owned()
            }
            Some(word) => return Ok(Typed { word: word.to_owned(), line }),
            None => {
                let kind = value.get_ref().type_str();
                let what = if self.within.is_empty() { "a name" } else { "text" };
                format!("a TOML {kind} stands where {what} should; write it in quotation marks")
            }
        };
        Err(WatchError { line, key: self.path(key), message })
    }
}
