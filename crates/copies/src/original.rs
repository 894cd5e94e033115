//! Which earlier report a new one copies.

use crate::{Copy, Signature, Why, compare};

/// How much of a text a publisher repeats that publishes it again.
const AGAIN: f32 = 0.9;

/// An earlier report that may be the original.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a, T> {
    /// What the caller knows it by.
    pub id: T,
    /// Its signature.
    pub signature: &'a Signature,
    /// The name of its publisher's family.
    pub family: &'a str,
    /// How many days before the new one it was published; 0 where one of the days is not known.
    pub days: u32,
}

/// Which of `earlier` a report of a publisher of `family` copies, and how: the one with the most words in common, of
/// several the first that is given.
///
/// ```
/// use saydo_copies::{Earlier, original, sign};
///
/// let text = sign("The envoys of both sides met in Geneva for eight hours and named three crossings that should open.");
/// let earlier = Earlier { id: 7, signature: &text, family: "Example Post", days: 1 };
/// let found = original(&text, "Example Herald", [earlier]);
/// assert_eq!(found.map(|(id, copy)| (id, copy.why.to_string())), Some((7, "the same text".to_owned())));
/// ```
pub fn original<'a, T>(
    signature: &Signature,
    family: &str,
    earlier: impl IntoIterator<Item = Earlier<'a, T>>,
) -> Option<(T, Copy)> {
    let mut best: Option<(T, Copy)> = None;
    for one in earlier {
        let copy = compare(signature, one.signature);
        let copy = copy.filter(|c| c.holds_after(one.days) && c.holds_within(one.family == family));
        if let Some(copy) = copy.filter(|c| best.as_ref().is_none_or(|(_, known)| c.words > known.words)) {
            best = Some((one.id, copy));
        }
    }
    best
}

impl Copy {
    /// Whether two texts are copies where both are of one family, or not: a publisher has patterns of its own ("The
    /// president spoke by telephone with …"), so within a family only the same text again is a copy.
    pub fn holds_within(&self, one_family: bool) -> bool {
        !one_family || (matches!(self.why, Why::Exact | Why::Edited) && self.similarity >= AGAIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign;

    #[test]
    fn the_one_with_most_in_common_is_the_original() {
        let text = "The envoys met in Geneva for eight hours on the crossings at the northern river. They named three \
                    villages whose bridges should be mended before winter comes. Monitors from nine countries may visit \
                    every bridge without notice.";
        let (whole, half) = (sign(text), sign(&text[..160]));
        let earlier = |id, signature, family, days| Earlier { id, signature, family, days };
        let find = |family, all: Vec<Earlier<'_, u32>>| original(&whole, family, all).map(|(id, _)| id);
        let all = vec![earlier(1, &half, "A", 2), earlier(2, &whole, "B", 2), earlier(3, &whole, "C", 2)];
        assert_eq!(find("D", all), Some(2));
        assert_eq!(find("A", vec![earlier(1, &half, "A", 2)]), None);
        assert_eq!(find("D", vec![earlier(1, &half, "A", 400)]), None);
        assert_eq!(find("D", Vec::new()), None);
    }
}
