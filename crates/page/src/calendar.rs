//! The words and numbers that dates are made of.

/// A run of letters, a run of digits, or one mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'t> {
    /// It, as it stands.
    pub(crate) text: &'t str,
}

impl Word<'_> {
    /// Whether it is neither letters nor digits.
    pub(crate) fn is_mark(self) -> bool {
        !self.text.starts_with(char::is_alphanumeric)
    }

    /// The number that it is, of so many digits.
    pub(crate) fn number(self, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        let fits = digits.contains(&self.text.len()) && self.text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| self.text.parse().ok()).flatten()
    }

    /// Whether it is `mark`.
    pub(crate) fn is(self, mark: &str) -> bool {
        self.text == mark
    }
}

/// The words, numbers and marks of `text`.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| match first {
            _ if first.is_ascii_digit() => c.is_ascii_digit(),
            _ if first.is_alphabetic() => c.is_alphabetic(),
            _ => false,
        };
        let length = rest.find(|c| !same(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, tail) = rest.split_at(length);
        if !first.is_whitespace() {
            found.push(Word { text: word });
        }
        rest = tail;
    }
    found
}

/// The month that a word names, in English and in the languages whose pages are read most beside it.
#[rustfmt::skip]
pub(crate) fn month(word: &str) -> Option<i64> {
    Some(match word {
        "jan" | "january" | "januar" | "janvier" | "enero" | "gennaio" | "января" | "січня" => 1,
        "feb" | "february" | "februar" | "février" | "febrero" | "febbraio" | "февраля" | "лютого" => 2,
        "mar" | "march" | "märz" | "mars" | "marzo" | "марта" | "березня" => 3,
        "apr" | "april" | "avril" | "abril" | "aprile" | "апреля" | "квітня" => 4,
        "may" | "mai" | "mayo" | "maggio" | "мая" | "травня" => 5,
        "jun" | "june" | "juni" | "juin" | "junio" | "giugno" | "июня" | "червня" => 6,
        "jul" | "july" | "juli" | "juillet" | "julio" | "luglio" | "июля" | "липня" => 7,
        "aug" | "august" | "août" | "agosto" | "августа" | "серпня" => 8,
        "sep" | "sept" | "september" | "septembre" | "septiembre" | "settembre" | "сентября" | "вересня" => 9,
        "oct" | "october" | "oktober" | "octobre" | "octubre" | "ottobre" | "октября" | "жовтня" => 10,
        "nov" | "november" | "novembre" | "noviembre" | "ноября" | "листопада" => 11,
        "dec" | "december" | "dezember" | "décembre" | "diciembre" | "dicembre" | "декабря" | "грудня" => 12,
        _ => return None,
    })
}

/// Whether `word` (lower case) is a day of the week, or one cut short.
pub(crate) fn is_weekday(word: &str) -> bool {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    days.iter().any(|day| *day == word || (word.len() >= 3 && word.len() <= 5 && day.starts_with(word)))
}
