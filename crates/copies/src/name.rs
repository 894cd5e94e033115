//! Names of publishers, as outlets write them in many ways.

/// Words at the end of a name that other writings of it leave out.
const LOOSE: &[&str] =
    &["agency", "news", "online", "newspaper", "website", "newswire", "staff", "tv", "en", "english"];

/// How many letters an acronym has at most.
const ACRONYM: usize = 5;

/// The look-up form: small letters and digits, without a leading article, accents and marks left out.
pub(crate) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(c) => key.push(c),
            None if key.is_empty() || key.ends_with(' ') => {}
            None if c.is_whitespace() || "-–—/_.&".contains(c) => key.push(' '),
            None => {}
        }
    }
    let key = key.trim_end();
    key.strip_prefix("the ").unwrap_or(key).to_owned()
}

/// A letter without its accent; nothing for marks.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ş' | 'š' => 's',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        c if c.is_alphanumeric() => c,
        _ => return None,
    })
}

/// The forms under which a publisher's name may be listed, the fullest first: as it is, without brackets, what stands
/// before "via", a bar, a dash or a comma, each without loose words at its end.
pub(crate) fn forms(name: &str) -> Vec<String> {
    let bare = unbracketed(name);
    let first = [" via ", " | ", " - ", " – ", " — ", ", "]
        .iter()
        .fold(bare.as_str(), |n, mark| n.split_once(mark).map_or(n, |(first, _)| first));
    [name, &bare, first].into_iter().flat_map(writings).collect()
}

/// A name as it is, and without loose words at its end.
pub(crate) fn writings(name: &str) -> Vec<String> {
    let mut short = key(name);
    let mut forms = vec![short.clone()];
    while let Some((rest, _)) = short.rsplit_once(' ').filter(|(_, last)| LOOSE.contains(last)) {
        short = rest.to_owned();
        forms.push(short.clone());
    }
    forms.retain(|form| !form.is_empty());
    forms
}

/// What is shown of a name that no table knows: without brackets and article, words that are all capitals or all small
/// letters as other names are written.
pub(crate) fn shown(name: &str) -> String {
    let bare = unbracketed(name);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let skip = usize::from(words.len() > 1 && words[0].eq_ignore_ascii_case("the"));
    let words = &words[skip..];
    // A short name of one word is an acronym.
    if let [only] = words
        && only.len() <= ACRONYM
    {
        return (*only).to_owned();
    }
    let words: Vec<String> = words.iter().map(|w| word(w)).collect();
    words.join(" ")
}

/// "EXAMPLE" and "example" as "Example"; short words may be acronyms.
fn word(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let same = word.chars().all(|c| !c.is_lowercase()) || word.chars().all(|c| !c.is_uppercase());
    if letters < 4 || !same || word.contains('.') {
        return word.to_owned();
    }
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars.flat_map(char::to_lowercase)).collect()
}

/// The name without what stands in brackets; as it is where that is all.
fn unbracketed(name: &str) -> String {
    let mut depth = 0_u32;
    let kept = name.chars().filter(|c| {
        let inside = depth > 0;
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => return !inside,
        }
        false
    });
    let kept: String = kept.collect();
    let kept: Vec<&str> = kept.split_whitespace().collect();
    if kept.is_empty() { name.trim().to_owned() } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_name_share_a_form() {
        for (name, form) in [
            ("The New York Times", "new york times"),
            ("Kremlin (en.kremlin.ru)", "kremlin"),
            ("Reuters via Example", "reuters"),
            ("TASS News Agency", "tass"),
            ("El País", "el pais"),
            ("RFE/RL", "rfe rl"),
            ("AP | Example", "ap"),
        ] {
            assert!(forms(name).iter().any(|f| f == form), "{name}: {:?}", forms(name));
        }
        assert!(forms("()").is_empty());
    }

    #[test]
    fn unknown_names_are_shown_alike() {
        for name in ["The Example Post", "Example Post (UK edition)", "EXAMPLE POST", "example  post"] {
            assert_eq!(shown(name), "Example Post");
        }
        assert_eq!(shown("ABC Desk"), "ABC Desk");
        assert_eq!(shown("WXYZ"), "WXYZ");
        assert_eq!(shown("(x)"), "(x)");
    }
}
