//! Transformations: what a nested event becomes, `a (b . ATTACK) SAY = a b 112`.

use std::collections::HashSet;

/// Who takes part in an event, or in one inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Party {
    /// The first that is named.
    A,
    /// The second.
    B,
    /// Anyone or no one.
    Any,
    /// No one.
    Nobody,
}

/// A transformation.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Transform {
    /// The source of the outer event.
    pub(crate) outer: Party,
    /// Source and target of the inner event.
    pub(crate) inner: (Party, Party),
    /// The block of the inner verb, `None` for any.
    pub(crate) deed: Option<String>,
    /// The block of the outer verb.
    pub(crate) verb: String,
    /// Source and target of what they become.
    pub(crate) becomes: (Party, Party),
    /// Its code, `None` for that of the inner event.
    pub(crate) code: Option<String>,
    /// The blocks of verbs that `verb` and `deed` mean, once these are known.
    pub(crate) blocks: (HashSet<u32>, HashSet<u32>),
}

/// An event as transformations see it: codes of who takes part, `None` for nobody.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event<'a> {
    /// The block of its verb.
    pub(crate) block: u32,
    /// The code of its source.
    pub(crate) source: Option<&'a str>,
    /// The code of its target.
    pub(crate) target: Option<&'a str>,
    /// Its own code.
    pub(crate) code: &'a str,
}

impl Transform {
    /// Reads the line after its `~`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('=', " = ");
        let parts: Vec<&str> = spaced.split_whitespace().collect();
        let [outer, "(", source, target, deed, ")", verb, "=", from, to, code] = parts[..] else {
            return None;
        };
        let any = |word: &str| (word != "Q").then(|| word.to_uppercase());
        Some(Self {
            outer: party(outer)?,
            inner: (party(source)?, party(target)?),
            deed: any(deed),
            verb: verb.to_uppercase(),
            becomes: (party(from)?, party(to)?),
            code: any(code),
            blocks: (HashSet::new(), HashSet::new()),
        })
    }

    /// What an event of somebody in which another lies becomes: source, target and code.
    pub(crate) fn apply<'a>(
        &'a self,
        block: u32,
        outer: &'a str,
        inner: Event<'a>,
    ) -> Option<(&'a str, &'a str, &'a str)> {
        if !self.blocks.0.contains(&block) || self.deed.is_some() && !self.blocks.1.contains(&inner.block) {
            return None;
        }
        let mut bound = Bound::default();
        let fits = bound.bind(self.outer, Some(outer))
            && bound.bind(self.inner.0, inner.source)
            && bound.bind(self.inner.1, inner.target);
        let code = self.code.as_deref().unwrap_or(inner.code);
        Some((bound.get(self.becomes.0)?, bound.get(self.becomes.1)?, code)).filter(|_| fits)
    }
}

/// Whom the letters mean.
#[derive(Default)]
struct Bound<'a> {
    a: Option<&'a str>,
    b: Option<&'a str>,
}

impl<'a> Bound<'a> {
    /// Whether a party can be this one; a letter that means nobody yet means it from now on, if the other does not.
    fn bind(&mut self, party: Party, code: Option<&'a str>) -> bool {
        let (slot, other) = match party {
            Party::Any => return true,
            Party::Nobody => return code.is_none(),
            Party::A => (&mut self.a, self.b),
            Party::B => (&mut self.b, self.a),
        };
        code.is_some_and(|code| other != Some(code) && *slot.get_or_insert(code) == code)
    }

    fn get(&self, party: Party) -> Option<&'a str> {
        match party {
            Party::A => self.a,
            Party::B => self.b,
            Party::Any | Party::Nobody => None,
        }
    }
}

fn party(text: &str) -> Option<Party> {
    match text {
        "a" => Some(Party::A),
        "b" => Some(Party::B),
        "." => Some(Party::Any),
        "_" => Some(Party::Nobody),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transformation_is_read() {
        let read = Transform::read(" a (b . HURT ) TELL = a b 112").unwrap();
        assert_eq!((read.inner, read.becomes), ((Party::B, Party::Any), (Party::A, Party::B)));
        assert_eq!((read.deed.as_deref(), read.verb.as_str()), (Some("HURT"), "TELL"));
        assert_eq!(Transform::read("a (a b Q) TELL = a b Q").unwrap().code, None);
        assert_eq!(Transform::read("a (c b Q) TELL = a b Q"), None);
        assert_eq!(Transform::read("a b"), None);
    }

    #[test]
    fn letters_mean_the_same_throughout() {
        let mut transform = Transform::read("a (b . HURT) TELL = a b 112").unwrap();
        transform.blocks = (HashSet::from([1]), HashSet::from([2]));
        let inner = |source| Event { block: 2, source, target: None, code: "180" };
        assert_eq!(transform.apply(1, "X", inner(Some("Y"))), Some(("X", "Y", "112")));
        assert_eq!(transform.apply(1, "X", inner(None)), None);
        assert_eq!(transform.apply(3, "X", inner(Some("Y"))), None);
        let mut same = Transform::read("a (a b Q) TELL = a b Q").unwrap();
        same.blocks.0.insert(1);
        let inner = Event { target: Some("Z"), ..inner(Some("X")) };
        assert_eq!(same.apply(1, "X", inner), Some(("X", "Z", "180")));
        assert_eq!(same.apply(1, "W", inner), None);
    }
}
