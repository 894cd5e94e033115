//! The files of a folder of dictionaries: which is of which kind.

use std::collections::HashMap;

use crate::line::Line;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// Names of actors.
    Actors,
    /// Names of agents.
    Agents,
    /// Verbs and their patterns.
    Verbs,
    /// Strings that throw away what holds them.
    Discards,
    /// Strings that tell issues.
    Issues,
    /// A list of prepositions, which our trees make needless.
    Prepositions,
    /// The table between codes and PETRARCH's inner ones, which nothing here needs.
    Codes,
}

/// The name of the file that tells the others' kinds.
pub(crate) const INDEX: &str = "dictionaries.txt";

impl Kind {
    /// The kind with a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "actors" => Self::Actors,
            "agents" => Self::Agents,
            "verbs" => Self::Verbs,
            "discards" => Self::Discards,
            "issues" => Self::Issues,
            "prepositions" => Self::Prepositions,
            "codes" => Self::Codes,
            _ => return None,
        })
    }

    /// The kind that the lines of a file show, `None` where they are no dictionary.
    pub(crate) fn of(lines: &[Line]) -> Option<Self> {
        let share = |test: fn(&str) -> bool| {
            let found = lines.iter().filter(|l| test(l.text.trim())).count();
            found * 5 >= lines.len() && found > 0
        };
        let any = |test: fn(&str) -> bool| lines.iter().any(|l| test(l.text.trim()));
        if any(|t| t.starts_with("<ISSUE") || t.starts_with("<Issue")) {
            return Some(Self::Issues);
        }
        if any(|t| t.starts_with("---") && t.len() > 6 && t.ends_with("---")) {
            return Some(Self::Verbs);
        }
        if any(|t| t.starts_with('<')) {
            return None;
        }
        if share(|t| t.contains('~') && t.ends_with(']')) {
            return Some(Self::Agents);
        }
        if share(|t| t.contains('[') && t.ends_with(']')) {
            return Some(Self::Actors);
        }
        if share(|t| t.contains(":0x")) {
            return Some(Self::Codes);
        }
        Self::of_bare(lines)
    }

    /// The kind of a file without codes.
    fn of_bare(lines: &[Line]) -> Option<Self> {
        let has = |word: &str| lines.iter().any(|l| l.text.trim().eq_ignore_ascii_case(word));
        let words: usize = lines.iter().map(|l| l.text.split_whitespace().count()).sum();
        match words {
            0 => None,
            _ if ["against", "between", "from"].into_iter().all(has) => Some(Self::Prepositions),
            _ if words <= lines.len() * 5 => Some(Self::Discards),
            _ => None,
        }
    }
}

/// What the index says: kinds by file, settings, and lines that say nothing.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// The kinds of the files it names; `None` for one that is to be left out.
    pub(crate) kinds: HashMap<String, Option<Kind>>,
    /// The settings with their lines.
    pub(crate) settings: Vec<(usize, String, String)>,
    /// Lines that cannot be read.
    pub(crate) odd: Vec<usize>,
}

impl Index {
    /// Reads lines `kind file`, `none file` and `set name value`.
    pub(crate) fn read(lines: &[Line]) -> Self {
        let mut index = Self::default();
        for line in lines {
            let (first, rest) =
                line.text.trim().split_once(char::is_whitespace).unwrap_or((line.text.trim(), ""));
            let rest = rest.trim();
            match (first, Kind::named(first), rest.split_once(char::is_whitespace)) {
                ("set", _, Some((name, value))) => {
                    index.settings.push((line.number, name.to_owned(), value.trim().to_owned()));
                }
                ("none", ..) if !rest.is_empty() => {
                    index.kinds.insert(rest.to_owned(), None);
                }
                (_, Some(kind), _) if !rest.is_empty() => {
                    index.kinds.insert(rest.to_owned(), Some(kind));
                }
                _ => index.odd.push(line.number),
            }
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn kind(text: &str) -> Option<Kind> {
        Kind::of(&lines(text.as_bytes()))
    }

    #[test]
    fn the_content_tells_the_kind() {
        assert_eq!(kind("--- RUN [032] ---\nRUN\n"), Some(Kind::Verbs));
        assert_eq!(kind("COOK [~KIT]\n"), Some(Kind::Agents));
        assert_eq!(kind("NARNIA\n+NARN\n\t[NAR]\n"), Some(Kind::Actors));
        assert_eq!(kind("<ISSUE A>\nx [Y]\n</ISSUE>"), Some(Kind::Issues));
        assert_eq!(kind("against\nbetween\nfrom\n"), Some(Kind::Prepositions));
        assert_eq!(kind("curling\nbig hat\n"), Some(Kind::Discards));
        assert_eq!(kind("A licence says many words in each of its long lines.\n"), None);
        assert_eq!(kind("<Sentences>\n"), None);
        assert_eq!(kind("010:0x1000\n"), Some(Kind::Codes));
        assert_eq!(kind(""), None);
    }

    #[test]
    fn an_index_tells_kinds_and_settings() {
        let index =
            Index::read(&lines(b"actors my names.txt\nnone LICENSE\nset comma_max 4\nwhat is\nset x\n"));
        assert_eq!(index.kinds["my names.txt"], Some(Kind::Actors));
        assert_eq!(index.kinds["LICENSE"], None);
        assert_eq!(index.settings, [(3, "comma_max".to_owned(), "4".to_owned())]);
        assert_eq!(index.odd, [4, 5]);
    }
}
