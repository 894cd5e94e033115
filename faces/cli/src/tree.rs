//! A parsed sentence as a tree that a person can read.

use std::fmt::Write;

use saydo_record::conllu::Sentence;

use saydo_brief::clean;

/// The sentence's text, then one line a word: branches, the word, its part of speech and its relation.
///
/// The words stand below their heads in the order of the sentence.
pub(crate) fn draw(sentence: &Sentence) -> String {
    let mut children = vec![Vec::new(); sentence.words.len() + 1];
    for (i, word) in sentence.words.iter().enumerate() {
        children[word.head.min(sentence.words.len())].push(i + 1);
    }
    let mut out = format!("{}\n", clean::line(&sentence.text()));
    // A stack instead of recursion, because a hostile sentence can be hundreds of levels deep.
    let mut stack: Vec<(usize, String, bool)> =
        children[0].iter().rev().map(|&w| (w, String::new(), true)).collect();
    while let Some((id, indent, last)) = stack.pop() {
        let word = &sentence.words[id - 1];
        let (branch, deeper) = match (word.head, last) {
            (0, _) => ("  ", "  "),
            (_, true) => ("└─ ", "   "),
            (_, false) => ("├─ ", "│  "),
        };
        let _ = writeln!(out, "{indent}{branch}{} {}", clean::line(&word.form), label(sentence, id));
        let below = &children[id];
        stack.extend(below.iter().rev().enumerate().map(|(k, &w)| (w, format!("{indent}{deeper}"), k == 0)));
    }
    out.push('\n');
    out
}

fn label(sentence: &Sentence, id: usize) -> String {
    let word = &sentence.words[id - 1];
    let lemma =
        if word.lemma == word.form { String::new() } else { format!(" ({})", clean::line(&word.lemma)) };
    format!("· {} {}{lemma}", word.upos, word.deprel)
}

#[cfg(test)]
mod tests {
    use super::*;
    use saydo_record::conllu::Word;

    #[test]
    fn a_small_tree() {
        let word = |form: &str, upos: &str, head, deprel: &str, lemma: &str| Word {
            form: form.into(),
            upos: upos.into(),
            head,
            deprel: deprel.into(),
            lemma: lemma.into(),
            ..Word::default()
        };
        let words = vec![
            word("The", "DET", 2, "det", "the"),
            word("troops", "NOUN", 3, "nsubj", "troop"),
            word("left", "VERB", 0, "root", "leave"),
            word("today", "NOUN", 3, "obl", "today"),
        ];
        let sentence = Sentence { words, ..Sentence::default() };
        expect_test::expect![[r"
            The troops left today
              left · VERB root (leave)
              ├─ troops · NOUN nsubj (troop)
              │  └─ The · DET det (the)
              └─ today · NOUN obl

        "]]
        .assert_eq(&draw(&sentence));
    }
}
