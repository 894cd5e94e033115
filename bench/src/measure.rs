//! What is measured: texts taken through all stages on one core, and the middle of several times.

use std::time::{Duration, Instant};

use saydo_engine::split::Sentence;
use saydo_engine::{Engine, read};

/// Takes texts from bytes to trees, one after another on this thread; gives the number of tokens.
pub fn parse(texts: &[&str]) -> usize {
    let engine = Engine::shipped();
    let words = |text: &&str| -> usize {
        let report = read::plain("bench", text.as_bytes());
        engine.parse(&report).map(|sentence| sentence.words.len()).sum()
    };
    texts.iter().map(words).sum()
}

/// Takes texts from bytes to records, one after another on this thread; gives the number of tokens.
pub fn code(texts: &[&str]) -> usize {
    let words = |text: &&str| -> usize {
        let report = read::plain("bench", text.as_bytes());
        let reading = Engine::shipped().read(&report);
        let record = saydo_record::Record::of(&report, &reading);
        std::hint::black_box(record);
        reading.document.sentences.iter().map(saydo_engine::syntax::Sentence::len).sum()
    };
    texts.iter().map(words).sum()
}

/// The words of every sentence of the texts, as the splitter finds them.
pub fn tokens(texts: &[&str]) -> Vec<Vec<String>> {
    let engine = Engine::shipped();
    let reports = texts.iter().map(|text| read::plain("bench", text.as_bytes()));
    let sentences = reports.flat_map(|report| {
        let batches = engine.batches(&report).flat_map(|batch| batch.sentences);
        let words = |s: Sentence| {
            s.tokens.iter().filter_map(|t| t.span.of(&report.text)).map(str::to_owned).collect()
        };
        batches.map(words).collect::<Vec<_>>()
    });
    sentences.collect()
}

/// The middle of `times` runs of `work`, after one that only warms up.
pub fn median(times: usize, mut work: impl FnMut()) -> Duration {
    work();
    let mut time = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    middle((0..times).map(|_| time()).collect())
}

/// The middle of some times; nothing where there are none.
pub fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_taken_after_warming_up() {
        let mut runs = 0;
        let took = median(3, || runs += 1);
        assert_eq!(runs, 4);
        assert!(took < Duration::from_secs(1));
        assert_eq!(middle([3, 1, 2].map(Duration::from_secs).to_vec()), Duration::from_secs(2));
    }
}
