//! Frames: what a cue's content looks like in the tree.

/// One way in which a cue takes its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// A finite clause or a quotation: "said that …".
    That,
    /// A to-infinitive: "promised to …".
    To,
    /// A gerund: "denied knowing …".
    Ing,
    /// A noun phrase: "announced a truce".
    Object,
    /// A noun phrase for what observers watch and count: "recorded eleven violations", "filmed the tanks".
    Seen,
    /// A bare object beside another content is who is spoken to: "told reporters that …".
    Hearer,
    /// Object and infinitive: "urged Russia to leave".
    ObjectTo,
    /// Object and as-phrase: "described the talks as useful".
    ObjectAs,
    /// Object and bare predicate: "called it a threat".
    Small,
    /// Subject and infinitive, with nobody named who says so: "is expected to leave".
    Raise,
    /// The noun itself is who says so: "critics of …".
    Person,
}

impl Frame {
    const ALL: [(Self, &'static str); 11] = [
        (Self::That, "that"),
        (Self::To, "to"),
        (Self::Ing, "ing"),
        (Self::Object, "obj"),
        (Self::Seen, "seen"),
        (Self::Hearer, "hearer"),
        (Self::ObjectTo, "objto"),
        (Self::ObjectAs, "objas"),
        (Self::Small, "small"),
        (Self::Raise, "raise"),
        (Self::Person, "person"),
    ];

    fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(frame, _)| *frame)
    }
}

/// The frames of one cue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    set: u16,
    /// Prepositions whose object is content: "called for …".
    pub prepositions: Vec<String>,
    /// Prepositions whose phrase joins an object: "accused him of …".
    pub joining: Vec<String>,
}

impl Frames {
    /// Reads the names of a table's cell; the error is the name that is not known.
    pub(crate) fn parse(cell: &str) -> Result<Self, String> {
        let mut frames = Self::default();
        for name in cell.split_whitespace() {
            match (name.strip_prefix("prep:"), name.strip_prefix("plus:"), Frame::of(name)) {
                (Some(p), _, _) => frames.prepositions.push(p.to_owned()),
                (_, Some(p), _) => frames.joining.push(p.to_owned()),
                (_, _, Some(frame)) => frames.set |= 1 << frame as u16,
                _ => return Err(name.to_owned()),
            }
        }
        Ok(frames)
    }

    /// Whether the cue takes its content this way.
    pub fn has(&self, frame: Frame) -> bool {
        self.set & (1 << frame as u16) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_names_frames_and_prepositions() {
        let frames = Frames::parse("that hearer prep:about plus:of").unwrap_or_default();
        assert!(frames.has(Frame::That) && frames.has(Frame::Hearer) && !frames.has(Frame::Object));
        assert_eq!((frames.prepositions, frames.joining), (vec!["about".to_owned()], vec!["of".to_owned()]));
        assert_eq!(Frames::parse("that then"), Err("then".to_owned()));
    }
}
