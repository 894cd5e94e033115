//! Features as numbers: a name and what it says, hashed into a bucket.

use super::BUCKETS;

/// Collects the buckets of one word's features.
#[derive(Debug, Default)]
pub(crate) struct Features {
    buckets: Vec<u16>,
}

impl Features {
    /// Adds a feature: its name, and the parts of what it says.
    pub(crate) fn add(&mut self, name: &str, parts: &[&str]) {
        let mut hash = text(0xcbf2_9ce4_8422_2325, name);
        for part in parts {
            hash = text(hash, part);
        }
        let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.buckets.push((mixed >> 40) as u16 % BUCKETS as u16);
    }

    /// The buckets, each once.
    pub(crate) fn finish(mut self) -> Vec<u16> {
        self.buckets.sort_unstable();
        self.buckets.dedup();
        self.buckets
    }
}

/// FNV-1a over a text in lower case, ended so that parts do not run into one another.
fn text(hash: u64, text: &str) -> u64 {
    let step =
        |hash: u64, byte: u8| (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    step(text.bytes().fold(hash, step), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_one_another() {
        let of = |parts: &[&str]| {
            let mut found = Features::default();
            found.add("a", parts);
            found.finish()
        };
        assert_ne!(of(&["bc", "d"]), of(&["b", "cd"]));
        assert_eq!(of(&["May"]), of(&["may"]));
    }
}
