//! Answers that were given before, ready to be sent again.

use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;

use super::lru::Lru;

/// So many bytes of answers are kept.
const MOST: usize = 128 << 20;

/// Bytes of answers by what was asked.
#[derive(Debug)]
pub(crate) struct Answers {
    kept: Mutex<Lru<String, Answer>>,
}

#[derive(Debug)]
struct Answer {
    generation: String,
    bytes: Bytes,
}

impl Default for Answers {
    fn default() -> Self {
        Self { kept: Mutex::new(Lru::of(MOST)) }
    }
}

impl Answers {
    /// What was answered to `key` in this generation.
    pub(crate) fn get(&self, key: &str, generation: &str) -> Option<Bytes> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = kept.get(&key.to_owned()).filter(|answer| answer.generation == generation)?;
        Some(answer.bytes.clone())
    }

    /// What was answered to `key` last, and in which generation.
    pub(crate) fn last(&self, key: &str) -> Option<(String, Bytes)> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&key.to_owned()).map(|answer| (answer.generation.clone(), answer.bytes.clone()))
    }

    /// Keeps an answer.
    pub(crate) fn put(&self, key: &str, generation: &str, bytes: Bytes) {
        let weight = bytes.len() + key.len() + 256;
        let answer = Answer { generation: generation.to_owned(), bytes };
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).put(key.to_owned(), answer, weight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_holds_for_its_generation() {
        let answers = Answers::default();
        answers.put("/about?", "1", Bytes::from_static(b"{}"));
        assert_eq!(answers.get("/about?", "1"), Some(Bytes::from_static(b"{}")));
        assert_eq!(answers.get("/about?", "2"), None);
        assert_eq!(answers.last("/about?"), Some(("1".to_owned(), Bytes::from_static(b"{}"))));
        assert_eq!(answers.get("/map?", "1"), None);
    }
}
