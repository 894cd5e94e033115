//! Parts of speech and relations of Universal Dependencies, as values that compare fast.

/// Declares an enum of labels with the names that treebanks write.
macro_rules! labels {
    ($(#[$about:meta])* $name:ident, $other:ident, { $($variant:ident = $label:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $label, "`")] $variant,)*
        }

        impl $name {
            /// The label with this name; an unknown one falls back to the part before its colon, then to the least
            /// telling label.
            pub fn of(name: &str) -> Self {
                match name {
                    $($label => Self::$variant,)*
                    _ => name.split_once(':').map_or(Self::$other, |(base, _)| Self::of(base)),
                }
            }

            /// The name that treebanks write.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                }
            }
        }
    };
}

labels! {
    /// A universal part of speech.
    Upos, X, {
        Adj = "ADJ",
        Adp = "ADP",
        Adv = "ADV",
        Aux = "AUX",
        Cconj = "CCONJ",
        Det = "DET",
        Intj = "INTJ",
        Noun = "NOUN",
        Num = "NUM",
        Part = "PART",
        Pron = "PRON",
        Propn = "PROPN",
        Punct = "PUNCT",
        Sconj = "SCONJ",
        Sym = "SYM",
        Verb = "VERB",
        X = "X",
    }
}

labels! {
    /// A relation between a word and its head, with the subtypes that English treebanks use.
    Rel, Dep, {
        Acl = "acl",
        AclRelcl = "acl:relcl",
        Advcl = "advcl",
        AdvclRelcl = "advcl:relcl",
        Advmod = "advmod",
        Amod = "amod",
        Appos = "appos",
        Aux = "aux",
        AuxPass = "aux:pass",
        Case = "case",
        Cc = "cc",
        CcPreconj = "cc:preconj",
        Ccomp = "ccomp",
        Compound = "compound",
        CompoundPrt = "compound:prt",
        Conj = "conj",
        Cop = "cop",
        Csubj = "csubj",
        CsubjOuter = "csubj:outer",
        CsubjPass = "csubj:pass",
        Dep = "dep",
        Det = "det",
        DetPredet = "det:predet",
        Discourse = "discourse",
        Dislocated = "dislocated",
        Expl = "expl",
        Fixed = "fixed",
        Flat = "flat",
        Goeswith = "goeswith",
        Iobj = "iobj",
        List = "list",
        Mark = "mark",
        Nmod = "nmod",
        NmodDesc = "nmod:desc",
        NmodPoss = "nmod:poss",
        NmodUnmarked = "nmod:unmarked",
        Nsubj = "nsubj",
        NsubjOuter = "nsubj:outer",
        NsubjPass = "nsubj:pass",
        Nummod = "nummod",
        Obj = "obj",
        Obl = "obl",
        OblAgent = "obl:agent",
        OblUnmarked = "obl:unmarked",
        Orphan = "orphan",
        Parataxis = "parataxis",
        Punct = "punct",
        Reparandum = "reparandum",
        Root = "root",
        Vocative = "vocative",
        Xcomp = "xcomp",
    }
}

impl Rel {
    /// The universal relation without its subtype: [`Rel::NsubjPass`] is a [`Rel::Nsubj`].
    #[must_use]
    pub fn base(self) -> Self {
        Self::of(self.name().split(':').next().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_subtypes_fall_back_to_what_they_are_a_kind_of() {
        assert_eq!(Rel::of("nsubj:pass"), Rel::NsubjPass);
        assert_eq!(Rel::of("nsubj:new"), Rel::Nsubj);
        assert_eq!(Rel::of("never"), Rel::Dep);
        assert_eq!(Rel::NsubjPass.base(), Rel::Nsubj);
        assert_eq!(Upos::of("PROPN").name(), "PROPN");
        assert_eq!(Upos::of(""), Upos::X);
    }
}
