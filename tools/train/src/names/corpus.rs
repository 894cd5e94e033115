//! Sentences with names, as annotators wrote them and as the earlier stages read them.

use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Context;
use saydo_mentions::name::{Label, Tagger, names, spell};
use saydo_parse::{Parser, Scratch};
use saydo_split::{Splitter, Token};
use saydo_syntax::{Rel, Sentence, Upos, Word, Zone};

use super::veil::{Hidden, Veil};

/// The kinds of names, as annotated data calls them, by their indices.
pub(crate) const KINDS: [&str; 4] = ["PER", "LOC", "ORG", "OTH"];

/// A sentence's text and its names, in bytes.
pub(crate) struct Sample {
    pub(crate) text: String,
    pub(crate) names: Vec<(usize, Range<usize>)>,
    /// Where the search for the next word starts.
    at: usize,
}

/// Reads several files.
pub(crate) fn all(paths: &[PathBuf]) -> anyhow::Result<Vec<Sample>> {
    let files: anyhow::Result<Vec<_>> = paths.iter().map(|p| samples(p)).collect();
    Ok(files?.into_iter().flatten().collect())
}

/// Reads a file in IOB2 whose sentences have a comment with their text.
pub(crate) fn samples(path: &Path) -> anyhow::Result<Vec<Sample>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut samples: Vec<Sample> = Vec::new();
    for line in text.lines() {
        if let Some(text) = line.strip_prefix("# text = ") {
            samples.push(Sample::new(text));
        } else if let (Some(sample), false) = (samples.last_mut(), line.starts_with('#')) {
            sample.word(line);
        }
    }
    Ok(samples)
}

/// Writes a text like a headline: every longer word with a capital.
pub(crate) fn headline(text: &mut str) {
    let mut at = 0;
    let lengths: Vec<usize> = text.split(' ').map(str::len).collect();
    for length in lengths {
        if let (true, Some(letter)) = (length > 3, text.get_mut(at..at + 1)) {
            letter.make_ascii_uppercase();
        }
        at += length + 1;
    }
}

impl Sample {
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), names: Vec::new(), at: 0 }
    }

    /// The same sentence in another case.
    pub(crate) fn written(&self, case: fn(&mut str)) -> Self {
        let mut text = self.text.clone();
        case(&mut text);
        Self { text, names: self.names.clone(), at: 0 }
    }

    fn word(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t').skip(1);
        let (form, tag) = (columns.next()?, columns.next()?);
        let start = self.at + self.text[self.at..].find(form)?;
        self.at = start + form.len();
        if let Some(kind) = tag.strip_prefix("B-").and_then(|k| KINDS.iter().position(|x| *x == k)) {
            self.names.push((kind, start..self.at));
        } else if let (true, Some(name)) = (tag.starts_with("I-"), self.names.last_mut()) {
            name.1.end = self.at;
        }
        Some(())
    }
}

/// The stages before this one.
pub(crate) struct Reader<'w> {
    splitter: Splitter,
    parser: Parser<'w>,
}

impl<'w> Reader<'w> {
    pub(crate) fn new(split: &[u8], parse: &'w [u8]) -> anyhow::Result<Self> {
        Ok(Self { splitter: Splitter::from_bytes(split)?, parser: Parser::from_bytes(parse)? })
    }

    /// Gives each sentence of a sample with its words' labels and the numbers of the words that are hidden. The parser
    /// sees made-up words in the place of those, so that its mistakes are those that it makes with unknown words.
    pub(crate) fn teach(
        &self,
        sample: &Sample,
        mut veil: Option<&mut Veil>,
        mut take: impl FnMut(&Sentence<'_>, &[Label], &[Option<u32>]),
    ) {
        let (text, cut) = (&sample.text, self.cut(&sample.text));
        for tokens in &cut {
            let forms: Vec<&str> = tokens.iter().map(|t| t.span.of(text).unwrap_or_default()).collect();
            let veiled: Vec<Option<Hidden>> =
                forms.iter().map(|form| veil.as_mut().and_then(|v| v.hide(form))).collect();
            let seen: Vec<&str> =
                forms.iter().zip(&veiled).map(|(f, v)| v.as_ref().map_or(*f, |v| &v.form)).collect();
            let sentence = self.sentence(text, tokens, &seen);
            let numbers: Vec<Option<u32>> = veiled.iter().map(|v| v.as_ref().map(|v| v.number)).collect();
            take(&sentence, &labels(&sentence, sample), &numbers);
        }
    }

    /// The names that a tagger finds in a sample.
    pub(crate) fn find(&self, sample: &Sample, tagger: &Tagger) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        self.teach(sample, None, |sentence, _, _| {
            let name = |(kind, words)| (kind, sentence.span(words).range());
            found.extend(names(&tagger.labels(sentence)).into_iter().map(name));
        });
        found
    }

    fn cut(&self, text: &str) -> Vec<Vec<Token>> {
        let report = saydo_read::plain("sample", text.as_bytes());
        self.splitter.sentences(&report).map(|s| s.tokens).collect()
    }

    /// The tree over tokens that the parser finds when it sees `forms`.
    fn sentence<'t>(&'t self, text: &'t str, tokens: &[Token], forms: &[&str]) -> Sentence<'t> {
        let analyses = self.parser.parse(&[forms], &mut Scratch::default()).remove(0);
        let words = tokens.iter().zip(analyses).map(|(token, analysis)| {
            let tag = self.parser.tag(analysis.tag);
            Word {
                form: token.span.of(text).unwrap_or_default(),
                lemma: analysis.lemma,
                upos: Upos::of(&tag.upos),
                xpos: &tag.xpos,
                feats: &tag.feats,
                head: analysis.head.checked_sub(1),
                rel: Rel::of(self.parser.relation(analysis.relation)),
                span: token.span,
            }
        });
        Sentence::new(text, words.collect(), Zone::Body)
    }
}

/// The labels of a sentence's words; a name that does not start and end with words of ours gets those it touches.
fn labels(sentence: &Sentence<'_>, sample: &Sample) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; sentence.len()];
    for (kind, name) in &sample.names {
        let start = sentence.words.partition_point(|w| w.span.end <= name.start);
        let end = sentence.words.partition_point(|w| w.span.start < name.end);
        if start < end {
            labels.splice(start..end, spell(*kind, end - start));
        }
    }
    labels
}
