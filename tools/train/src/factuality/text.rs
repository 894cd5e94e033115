//! Sentences given as tokens, written as running text.

use std::ops::Range;

/// A tokenised sentence as running text, and where each token stands in it, in bytes.
pub(super) fn running(tokens: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut spans, mut quoted) = (String::new(), Vec::new(), false);
    for token in tokens.split(' ') {
        let token = sign(token);
        if !text.is_empty() && !is_glued(&text, token, quoted) {
            text.push(' ');
        }
        quoted ^= token == "\"";
        text.push_str(token);
        spans.push(text.len() - token.len()..text.len());
    }
    (text, spans)
}

fn sign(token: &str) -> &str {
    match token {
        "``" | "''" => "\"",
        "-LRB-" => "(",
        "-RRB-" => ")",
        other => other,
    }
}

fn is_glued(text: &str, token: &str, quoted: bool) -> bool {
    let after = text.ends_with(['(', '$']) || quoted && (token == "\"" || text.ends_with('"'));
    after || ".,;:?!)%".contains(token) || token.starts_with('\'') || token == "n't"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_running_text() {
        let (text, spans) = running("He did n't say `` no '' , ( he said ) .");
        assert_eq!(text, "He didn't say \"no\", (he said).");
        assert_eq!(&text[spans[2].clone()], "n't");
    }
}
