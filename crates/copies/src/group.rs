//! What a report counts as, once families, marks and copies are known.

use crate::{Copy, Family, Mark, Why};

/// A report, as it is grouped.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Its publisher's family.
    pub family: &'a Family,
    /// The mark in its text.
    pub mark: Option<&'a Mark>,
}

/// Two reports that are copies: indices into the members, which stand in the order of publication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The later report.
    pub later: usize,
    /// The earlier one.
    pub earlier: usize,
    /// Why.
    pub copy: Copy,
}

/// What a report counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The voice; `why` tells how it was found.
    pub family: Family,
    /// The earliest report that it copies; `None` for an original.
    pub original: Option<usize>,
}

/// What each of `members` counts as: the wire that its mark names; else, for a copy, what its earliest original counts
/// as; else its publisher's family. Where a copy names its wire, the unmarked originals of the same text are the wire's
/// too.
///
/// A report that shares sentences with two others does not make these one: each copy looks back at its own originals
/// only. A publisher has patterns of its own ("The president spoke by telephone with …"), so within a family only the
/// same text again is a copy. Pairs that do not point back to an earlier member are passed over.
///
/// ```
/// use saydo_copies::{Families, Member, Pair, compare, group, sign};
///
/// let text = "The envoys of both sides met in Geneva for eight hours and named three crossings that should open.";
/// let families = Families::shipped();
/// let (post, herald) = (families.family(Some("Example Post"), None), families.family(Some("Example Herald"), None));
/// let copy = compare(&sign(text), &sign(text)).expect("it is the same text");
/// let members = [Member { family: &post, mark: None }, Member { family: &herald, mark: None }];
/// let counts = group(&members, &[Pair { later: 1, earlier: 0, copy }]);
/// assert_eq!(counts[1].family.name, "Example Post");
/// assert_eq!(
///     counts[1].family.why,
///     "a copy of an earlier report (the same text), which counts as Example Post"
/// );
/// ```
pub fn group(members: &[Member<'_>], pairs: &[Pair]) -> Vec<Counts> {
    let mut back: Vec<Option<&Pair>> = vec![None; members.len()];
    for pair in pairs.iter().filter(|p| p.earlier < p.later && p.later < members.len() && holds(members, p)) {
        let known = &mut back[pair.later];
        if known.is_none_or(|known| pair.earlier < known.earlier) {
            *known = Some(pair);
        }
    }
    let mut roots: Vec<usize> = (0..members.len()).collect();
    for at in 0..members.len() {
        roots[at] = back[at].map_or(at, |pair| roots[pair.earlier]);
    }
    let wires = wires(members, &back, &roots);
    (0..members.len()).map(|at| counts(members, &wires, &roots, back[at], at)).collect()
}

/// Whether a pair is one of copies, given whose reports they are.
fn holds(members: &[Member<'_>], pair: &Pair) -> bool {
    pair.copy.holds_within(members[pair.later].family.name == members[pair.earlier].family.name)
}

/// For each original, the mark that it or a copy of its whole text bears.
fn wires<'a>(members: &[Member<'a>], back: &[Option<&Pair>], roots: &[usize]) -> Vec<Option<&'a Mark>> {
    let mut wires = vec![None; members.len()];
    for (at, member) in members.iter().enumerate() {
        let whole = |pair: &Pair| matches!(pair.copy.why, Why::Exact | Why::Cut | Why::Edited);
        if back[at].is_none_or(whole) {
            wires[roots[at]] = wires[roots[at]].or(member.mark);
        }
    }
    wires
}

fn counts(
    members: &[Member<'_>],
    wires: &[Option<&Mark>],
    roots: &[usize],
    back: Option<&Pair>,
    at: usize,
) -> Counts {
    let (member, root) = (&members[at], roots[at]);
    let original = (root != at).then_some(root);
    let mut family = match (member.mark.or(wires[root]), original) {
        (Some(mark), _) => mark.family.clone(),
        (None, Some(root)) => members[root].family.clone(),
        (None, None) => member.family.clone(),
    };
    let name = &family.name;
    match back.filter(|_| member.mark.is_none()) {
        Some(pair) => {
            family.why = format!("a copy of an earlier report ({}), which counts as {name}", pair.copy.why);
        }
        None if member.mark.is_none() && wires[root].is_some() => {
            family.why = format!("copies of the same text name {name} as their wire");
        }
        None => {}
    }
    Counts { family, original }
}
