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

/// A file that is being read.
pub(crate) struct File<'t> {
    text: &'t str,
    table: DeTable<'t>,
    pub(crate) errors: Vec<WatchError>,
}

impl<'t> File<'t> {
    /// The file, with an error for every key that is none of `keys`; or all that is no TOML in it.
    pub(crate) fn read(text: &'t str, keys: &[&str]) -> Result<Self, Vec<WatchError>> {
        let (table, wrong) = DeTable::parse_recoverable(text);
        let mut file = Self { text, table: table.into_inner(), errors: Vec::new() };
        for error in wrong {
            let line = file.line(&error.span().unwrap_or_default());
            let message =
                format!("this is no TOML ({}); write KEY = VALUE", error.message().replace('\n', ", "));
            file.wrong(line, "file", message);
        }
        if !file.errors.is_empty() {
            return Err(file.errors);
        }
        let found: Vec<(String, usize)> =
            file.table.iter().map(|(key, _)| (key.get_ref().to_string(), file.line(&key.span()))).collect();
        for (key, line) in found.iter().filter(|(key, _)| !keys.contains(&key.as_str())) {
            let advice = nearest(key, keys.iter().copied()).map_or_else(
                || format!("the keys are {}", keys.join(", ")),
                |near| format!("did you mean {near}?"),
            );
            file.wrong(*line, key, format!("there is no such key; {advice}"));
        }
        Ok(file)
    }

    /// Notes an error.
    pub(crate) fn wrong(&mut self, line: usize, key: &str, message: String) {
        self.errors.push(WatchError { line, key: key.to_owned(), message });
    }

    /// The line on which a stretch of the text starts.
    fn line(&self, span: &Range<usize>) -> usize {
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

    fn typed(&self, key: &str, value: &Spanned<DeValue<'t>>) -> Result<Typed, WatchError> {
        let line = self.line(&value.span());
        let message = match value.get_ref().as_str().map(str::trim) {
            Some("") => "a name is empty; write one or strike it".to_owned(),
            Some(word) => return Ok(Typed { word: word.to_owned(), line }),
            None => {
                let kind = value.get_ref().type_str();
                format!("a TOML {kind} stands where a name should; write it in quotation marks")
            }
        };
        Err(WatchError { line, key: key.to_owned(), message })
    }
}
