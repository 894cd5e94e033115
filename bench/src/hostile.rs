//! Texts that nobody wrote to be read: each asks one part of the program for more than news does.

/// A kind of hostile text, made as long as is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Hostile {
    /// What is hostile about it.
    pub name: &'static str,
    start: &'static str,
    again: &'static str,
}

impl Hostile {
    /// A text of about `bytes` bytes.
    pub fn text(&self, bytes: usize) -> String {
        let times = bytes.saturating_sub(self.start.len()) / self.again.len();
        format!("{}{}", self.start, self.again.repeat(times))
    }
}

/// What could make a reader slow: no end of a sentence, no end of a word, quotes that never close, emoji.
pub const HOSTILE: &[Hostile] = &[
    Hostile {
        name: "one line without a stop",
        start: "",
        again: "the troops of the northern border move on and ",
    },
    Hostile { name: "nested quotes", start: "He said: ", again: "\u{201c}she said: \u{2018}they said: " },
    Hostile { name: "quotes that close late", start: "", again: "\"'(He said \"no.\" (\"Yes.\")' " },
    Hostile { name: "dots", start: "Wait", again: "." },
    Hostile { name: "one word", start: "", again: "a" },
    Hostile {
        name: "emoji",
        start: "",
        again: "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f1fa}\u{1f1e6}",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_about_the_length_that_is_asked_for() {
        for kind in HOSTILE {
            let n = kind.text(10_000).len();
            assert!((9_900..=10_000).contains(&n), "{}: {n}", kind.name);
        }
    }
}
