//! A few words of a report: around what was searched for, else its beginning.

/// So many characters are shown, and so many of them before what was found.
const LENGTH: usize = 200;
const BEFORE: usize = 60;

/// A piece of a text around the first of the words that were searched for, else from its beginning; `None` where there is
/// nothing but white space. Where it is cut, an ellipsis stands.
pub(crate) fn of(text: &str, searched: Option<&str>) -> Option<String> {
    let found = searched.and_then(|searched| first(text, searched)).unwrap_or(0);
    let start = start(text, found);
    let mut piece = String::new();
    let mut words = text[start..].split_whitespace().peekable();
    let mut left = LENGTH;
    while let Some(word) = words.next() {
        let taken: String = word.chars().take(left).collect();
        left = left.saturating_sub(taken.chars().count() + 1);
        piece.push_str(&taken);
        let is_cut = taken.len() < word.len() || (left == 0 && words.peek().is_some());
        if is_cut {
            piece.push('…');
            break;
        }
        if words.peek().is_some() {
            piece.push(' ');
        }
    }
    let prefix = if start > 0 { "…" } else { "" };
    (!piece.is_empty()).then(|| format!("{prefix}{piece}"))
}

/// Where the first of the words stands that are searched for.
fn first(text: &str, searched: &str) -> Option<usize> {
    let words = searched.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let lower = text.to_lowercase();
    // Lower case can have other lengths; then the beginning is shown.
    if lower.len() != text.len() {
        return None;
    }
    words.filter_map(|word| lower.find(&word.to_lowercase())).min()
}

/// The beginning of a word some characters before `found`.
fn start(text: &str, found: usize) -> usize {
    let mut start = found.saturating_sub(BEFORE);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    if start == 0 {
        return 0;
    }
    let blank = text[start..found].find(char::is_whitespace);
    blank.map_or(start, |blank| start + blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shown_from_its_beginning_on_one_line() {
        assert_eq!(of("  Troops\n\nleft. ", None).as_deref(), Some("Troops left."));
        assert_eq!(of(" \n ", None), None);
        let long = "word ".repeat(100);
        let shown = of(&long, None).expect("there are words");
        assert!(shown.ends_with("word…") && shown.chars().count() <= LENGTH + 1, "{shown}");
    }

    #[test]
    fn what_was_searched_for_is_shown() {
        let text = format!("{}the bridge at Kerch was closed {}", "before ".repeat(60), "after ".repeat(60));
        let shown = of(&text, Some("\"KERCH\" brid*")).expect("there are words");
        assert!(shown.starts_with('…') && shown.contains("bridge at Kerch was closed"), "{shown}");
        assert!(of(&text, Some("nowhere")).is_some_and(|shown| shown.starts_with("before")));
    }

    #[test]
    fn any_text_has_a_snippet() {
        for text in ["Zürich Zürich kerch", "ﬀ İstanbul kerch", "\u{202e}kerch", &"ü".repeat(500)] {
            assert!(of(text, Some("kerch")).is_some(), "{text}");
        }
    }
}
