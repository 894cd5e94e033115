//! Lists of numbers of which many are the same, each kept once.

use rustc_hash::FxHashMap;

/// Lists by number, from 0; the first is the empty one.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Groups {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The members of one, in order and each once.
    pub(crate) fn of(&self, group: u32) -> &[u32] {
        let at = group as usize;
        &self.members[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// For each list, whether one of its members is marked.
    pub(crate) fn any(&self, marked: &[bool]) -> Vec<bool> {
        (0..self.len() as u32).map(|group| self.of(group).iter().any(|m| marked[*m as usize])).collect()
    }

    /// Spreads counts of lists over their members.
    pub(crate) fn spread(&self, counts: &[u32], members: usize) -> Vec<u32> {
        let mut spread = vec![0; members];
        for (group, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            for member in self.of(group as u32) {
                spread[*member as usize] += count;
            }
        }
        spread
    }
}

/// Takes lists in.
#[derive(Debug)]
pub(crate) struct Grouper {
    groups: Groups,
    known: FxHashMap<Box<[u32]>, u32>,
}

impl Default for Grouper {
    fn default() -> Self {
        let groups = Groups { starts: vec![0, 0], members: Vec::new() };
        Self { groups, known: std::iter::once((Box::default(), 0)).collect() }
    }
}

impl Grouper {
    /// The number of a list, whose members are put in order.
    pub(crate) fn number(&mut self, members: &mut Vec<u32>) -> u32 {
        members.sort_unstable();
        members.dedup();
        if let Some(&known) = self.known.get(members.as_slice()) {
            return known;
        }
        let number = self.groups.len() as u32;
        self.groups.members.extend_from_slice(members);
        self.groups.starts.push(self.groups.members.len() as u32);
        self.known.insert(members.as_slice().into(), number);
        number
    }

    /// All that were taken in.
    pub(crate) fn done(self) -> Groups {
        self.groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_members_have_the_same_number() {
        let mut grouper = Grouper::default();
        let numbers =
            [vec![], vec![3, 1], vec![1, 3, 3], vec![2], vec![]].map(|mut m| grouper.number(&mut m));
        assert_eq!(numbers, [0, 1, 1, 2, 0]);
        let groups = grouper.done();
        assert_eq!((groups.of(0), groups.of(1), groups.of(2)), (&[][..], &[1, 3][..], &[2][..]));
        assert_eq!(groups.any(&[false, true, false, false]), [false, true, false]);
        assert_eq!(groups.spread(&[7, 2, 1], 4), [0, 2, 1, 2]);
    }
}
