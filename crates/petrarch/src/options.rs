//! The settings that PETRARCH keeps in its configuration.

/// How long a clause between commas is that is left out: from the first number of words to the second, where 0 as the
/// second leaves out none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lengths {
    /// The least number of words.
    pub(crate) min: usize,
    /// The greatest.
    pub(crate) max: usize,
}

impl Lengths {
    /// Whether a clause of so many words is left out.
    pub(crate) fn takes(self, words: usize) -> bool {
        (self.min..=self.max).contains(&words)
    }
}

/// All settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// Whether an event needs both a source and a target.
    pub(crate) require_dyad: bool,
    /// Phrases of up to so many words stand as their own text where they have no code.
    pub(crate) new_actor: usize,
    /// Clauses at the start of a sentence.
    pub(crate) begin: Lengths,
    /// Clauses inside.
    pub(crate) inner: Lengths,
    /// Clauses at its end.
    pub(crate) end: Lengths,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            require_dyad: true,
            new_actor: 0,
            begin: Lengths { min: 2, max: 0 },
            inner: Lengths { min: 2, max: 8 },
            end: Lengths { min: 2, max: 8 },
        }
    }
}

impl Options {
    /// Sets one of them by the name it has in PETRARCH.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Option<()> {
        if name == "require_dyad" {
            self.require_dyad = value.to_lowercase().parse().ok()?;
            return Some(());
        }
        let value = value.parse().ok()?;
        match name {
            "new_actor_length" => self.new_actor = value,
            "comma_min" => self.inner.min = value,
            "comma_max" => self.inner.max = value,
            "comma_bmin" => self.begin.min = value,
            "comma_bmax" => self.begin.max = value,
            "comma_emin" => self.end.min = value,
            "comma_emax" => self.end.max = value,
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_set_by_name() {
        let mut options = Options::default();
        assert_eq!(options.set("require_dyad", "False"), Some(()));
        assert_eq!(options.set("comma_emax", "0"), Some(()));
        assert!(!options.require_dyad && !options.end.takes(3) && options.inner.takes(8));
        assert_eq!(options.set("comma_min", "many"), None);
        assert_eq!(options.set("new", "1"), None);
    }
}
