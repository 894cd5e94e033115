//! Datelines: "KYIV, Feb 15 (Reuters) —", with the wire that they name.

use std::ops::Range;

/// A dateline is no longer than this.
const LONGEST: usize = 110;
/// And has no more small words ("of", "de la") before its dash.
const SMALL: usize = 2;

/// The dateline at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// Where the story starts.
    pub(crate) end: usize,
    /// What stands before the dash.
    pub(crate) head: Range<usize>,
    /// What stands in brackets or strokes: "(Reuters)", "/TASS/".
    pub(crate) named: Option<Range<usize>>,
}

/// Where the story starts behind the dateline of a line; 0 where there is none.
pub(crate) fn end(line: &str) -> usize {
    find(line).filter(Dateline::is_dated(line)).map_or(0, |d| d.end)
}

/// The dateline of a line: what stands before its first dash, or before the full stop or colon behind a wire's name, if
/// it looks like a place, a day and a name.
pub(crate) fn find(line: &str) -> Option<Dateline> {
    let (head_end, end) = dash(line)?;
    let head = line[..head_end].trim_end_matches(['-', '.', ':', ' ']);
    let start = head.len() - head.trim_start().len();
    let small = head.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count();
    let good =
        head.trim_start().starts_with(|c: char| c.is_uppercase() || "([/".contains(c)) && small <= SMALL;
    good.then(|| Dateline { end, head: start..head.len(), named: named(head) })
}

impl Dateline {
    /// Whether it has more than a word before a dash: a name in brackets, a day, a word in capitals, a comma.
    fn is_dated(line: &str) -> impl Fn(&Self) -> bool {
        move |d| {
            let head = &line[d.head.clone()];
            let capitals = |w: &str| w.len() > 2 && w.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
            d.named.is_some()
                || head.contains(|c: char| c == ',' || c.is_ascii_digit())
                || head.split_whitespace().any(capitals)
        }
    }
}

/// Where the head of a dateline ends and where the story starts.
fn dash(line: &str) -> Option<(usize, usize)> {
    let (mut before, mut depth) = (' ', 0_i32);
    let limit = line.char_indices().take_while(|(at, _)| *at < LONGEST);
    for (at, c) in limit {
        let rest = &line[at + c.len_utf8()..];
        let spaced = before == ' ' || ")]./".contains(before);
        depth += i32::from("([".contains(c)) - i32::from(")]".contains(c));
        let found = match c {
            _ if depth > 0 => false,
            '—' | '–' => spaced || rest.starts_with(' '),
            '-' => spaced && (rest.starts_with([' ', '-']) || ")./".contains(before)),
            ':' => ")]".contains(before),
            '.' => before == '/',
            _ => false,
        };
        if found {
            let story = rest.trim_start_matches(['-', '–', '—', ' ', '\u{a0}', '.']);
            return Some((at, line.len() - story.len()));
        }
        before = c;
    }
    None
}

/// What stands between the first brackets, or between two strokes.
fn named(head: &str) -> Option<Range<usize>> {
    let between = |open: char, close: char| {
        let start = head.find(open)? + 1;
        let end = start + head[start..].find(close)?;
        Some(start..end).filter(|r| !r.is_empty())
    };
    between('(', ')').or_else(|| between('/', '/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<(&str, Option<&str>)> {
        let found = find(line).filter(Dateline::is_dated(line))?;
        Some((&line[found.end..], found.named.map(|r| &line[r])))
    }

    #[test]
    fn datelines_are_found_with_what_they_name() {
        for (line, story, named) in [
            ("KYIV, Feb 15 (Reuters) - Talks went on.", "Talks went on.", Some("Reuters")),
            ("MOSCOW (AP) — Talks", "Talks", Some("AP")),
            ("MOSCOW, February 15. /TASS/. Talks", "Talks", Some("TASS")),
            ("BEIJING, Feb. 15 (Xinhua) -- Talks", "Talks", Some("Xinhua")),
            ("Moscow [Russia], February 15 (ANI): Talks", "Talks", Some("ANI")),
            ("Madrid, 15 Feb (EFE).- Talks", "Talks", Some("EFE")),
            ("(ANSA) - ROME, FEB 15 - Talks", "ROME, FEB 15 - Talks", Some("ANSA")),
            ("Kyiv, 15 February 2022 – Talks", "Talks", None),
            ("MINSK, Feb 20 — Talks", "Talks", None),
        ] {
            assert_eq!(parts(line), Some((story, named)), "{line}");
        }
        for line in
            ["The talks – the third – went on.", "A man – 40 years old", "Talks went on.", "", "-", "— so"]
        {
            assert_eq!(parts(line), None, "{line}");
        }
    }
}
