//! How names are spelt for look-ups: accents, dots, apostrophes and hyphens make no difference.

/// The longest name in words, pieces of punctuation included.
pub(crate) const MAX_WORDS: usize = 8;

/// Names up to this many letters are told apart by case: `US` and `us`, `WHO` and `who`.
const SHORT: usize = 3;

/// The look-up form of a name: case kept, a leading article left out.
pub(crate) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    push(&mut out, name);
    let article = out.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("the "));
    if article { out[4..].to_owned() } else { out }
}

/// The same without case.
pub(crate) fn folded(name: &str) -> String {
    lower(key(name))
}

/// Lower case, cheap where the key is ASCII, as nearly all are.
pub(crate) fn lower(mut key: String) -> String {
    if key.is_ascii() {
        key.make_ascii_lowercase();
        return key;
    }
    key.to_lowercase()
}

/// Adds a word or more to a key.
pub(crate) fn push(out: &mut String, words: &str) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
    for c in words.chars() {
        push_char(out, c);
    }
    out.truncate(out.trim_end().len());
}

fn push_char(out: &mut String, c: char) {
    match c {
        '.' | ',' | '(' | ')' | '"' | '“' | '”' => {}
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' => out.truncate(out.trim_end().len()),
        '&' => out.push_str("and"),
        _ if c == '-' || ('\u{2010}'..='\u{2014}').contains(&c) || c.is_whitespace() => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        _ if c.is_ascii() => out.push(c),
        _ => push_plain(out, c),
    }
}

/// Adds a letter without its accent.
fn push_plain(out: &mut String, c: char) {
    let plain = match c {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'Ç' | 'Ć' | 'Č' => "C",
        'ç' | 'ć' | 'č' => "c",
        'Ď' | 'Đ' => "D",
        'ď' | 'đ' => "d",
        'È'..='Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' | 'Ə' => "E",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'Ğ' | 'Ģ' => "G",
        'ğ' | 'ģ' => "g",
        'Ì'..='Ï' | 'Ī' | 'İ' => "I",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'Ķ' => "K",
        'ķ' => "k",
        'Ł' | 'Ļ' | 'Ľ' => "L",
        'ł' | 'ļ' | 'ľ' => "l",
        'Ñ' | 'Ń' | 'Ň' | 'Ņ' => "N",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'Ř' => "R",
        'ř' => "r",
        'Ś' | 'Ş' | 'Š' | 'Ș' => "S",
        'ś' | 'ş' | 'š' | 'ș' => "s",
        'Ţ' | 'Ť' | 'Ț' => "T",
        'ţ' | 'ť' | 'ț' => "t",
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' => "U",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'Ý' => "Y",
        'ý' | 'ÿ' => "y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        _ => return out.push(c),
    };
    out.push_str(plain);
}

/// Whether a name is so short that case must tell it from common words.
pub(crate) fn is_short(key: &str) -> bool {
    key.chars().filter(|c| c.is_alphanumeric()).count() <= SHORT
}

/// Whether a key is an acronym of four letters, which in other letters may be a common word: `PACE`, `Pace`.
pub(crate) fn is_acronym(key: &str) -> bool {
    key.len() == 4 && key.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a key starts as a name does: with a capital letter or a digit.
pub(crate) fn starts_as_name(key: &str) -> bool {
    key.chars().next().is_some_and(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet_in_one_key() {
        assert_eq!(key("The U.S."), "US");
        assert_eq!(folded("Côte d’Ivoire"), folded("Cote d'Ivoire"));
        assert_eq!(folded("Al-Qaeda"), folded("al Qaeda"));
        assert_eq!(folded("People 's Republic"), folded("People's Republic"));
        assert_eq!(folded("Guinea - Bissau"), folded("Guinea-Bissau"));
        assert_eq!(key("Theodore"), "Theodore");
    }

    #[test]
    fn short_names_are_told_by_their_letters() {
        assert!(is_short("US") && is_short("G 20") && !is_short("Mali"));
    }
}
