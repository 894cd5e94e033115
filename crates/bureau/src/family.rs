//! Which publisher family a report counts as.

use saydo_copies::Families;
use saydo_ledger::Family;

/// The table of outlets and their owners: the shipped one, with rows of the user's where there are any.
#[derive(Clone, Debug)]
pub struct Outlets {
    families: Families,
}

impl Outlets {
    /// The shipped table.
    pub fn shipped() -> Self {
        Self { families: Families::shipped().clone() }
    }

    /// The shipped table and further rows, which win; an error names the row.
    pub fn with(rows: &str) -> Result<Self, saydo_copies::Error> {
        Ok(Self { families: Families::shipped().with(rows)? })
    }

    /// The family of a publisher, or of the one whose story it copies: however many outlets print a wire's story, it is
    /// the wire's one voice.
    pub fn family(&self, publisher: Option<&str>, copied: Option<&str>) -> Family {
        let family = self.families.family(copied.or(publisher), None);
        Family { name: family.name, speaks_for: family.speaks_for }
    }
}
