//! Characters as the models see them: a class, and a key that forgets case and the style of quotes.

/// What kind of character this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Letter,
    Digit,
    /// Belongs to the character before it: accents, joiners, variation selectors.
    Mark,
    Punctuation,
    Symbol,
}

/// A character's class and key.
pub(crate) fn classify(c: char) -> (Class, u32) {
    if c.is_ascii() {
        let class = match c {
            'a'..='z' | 'A'..='Z' => Class::Letter,
            '0'..='9' => Class::Digit,
            _ if c.is_ascii_control() => Class::Symbol,
            _ => Class::Punctuation,
        };
        return (class, u32::from(c.to_ascii_lowercase()));
    }
    match c {
        '\u{2019}' | '\u{02BC}' => (Class::Punctuation, u32::from('\'')),
        _ if is_mark(c) => (Class::Mark, u32::from(c)),
        _ if c.is_alphabetic() => (Class::Letter, u32::from(c.to_lowercase().next().unwrap_or(c))),
        _ if c.is_numeric() => (Class::Digit, u32::from(c)),
        '\u{00A1}'..='\u{00BF}'
        | '\u{2010}'..='\u{205E}'
        | '\u{20A0}'..='\u{20CF}'
        | '\u{3001}'..='\u{3011}' => (Class::Punctuation, u32::from(c)),
        _ => (Class::Symbol, u32::from(c)),
    }
}

/// Whether a character only changes the one before it; the blocks are those of the Unicode character database.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}'
        | '\u{093A}'..='\u{094F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E007F}')
}

/// Whether a row of this character is always one token: "...", "---", "!!!".
pub(crate) fn repeats(c: char) -> bool {
    !matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '"'
            | '\u{201C}'
            | '\u{201D}'
            | '\u{2018}'
            | ','
            | ';'
            | '%'
            | '$'
    )
}

/// Whether the case of a letter can be told.
pub(crate) fn case(c: char) -> Option<bool> {
    if c.is_uppercase() {
        Some(true)
    } else if c.is_lowercase() {
        Some(false)
    } else {
        None
    }
}
