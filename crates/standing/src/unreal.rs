//! What is named only as a purpose, as a lie or as yet to come, and so tells of nothing that is so.

use saydo_syntax::{Rel, Sentence};

use crate::tree;

/// Words whose "for" names what has been done and is answered.
#[rustfmt::skip]
const ANSWERING: [&str; 38] = [
    "responsibility", "blame", "credit", "revenge", "retaliation", "reprisal", "retaliate", "punishment",
    "punish", "penalty", "trial", "try", "sentence", "compensation", "compensate", "apology", "condemnation",
    "criticism", "sanction", "reward", "award", "medal", "proof", "evidence", "arrest", "warrant", "charge",
    "jail", "imprison", "convict", "indict", "prosecute", "suspect", "wanted", "sue", "fine", "praise",
    "thank",
];

/// The predicate by which a verb of calling says that its object is not so: "called the attack a myth".
pub(crate) fn called_false(s: &Sentence<'_>, child: usize, head: usize) -> Option<usize> {
    const CALLING: [&str; 8] =
        ["call", "describe", "dismiss", "brand", "label", "reject", "denounce", "term"];
    #[rustfmt::skip]
    const FALSE: [&str; 16] = [
        "myth", "lie", "fake", "fiction", "hoax", "invention", "fabrication", "nonsense", "fantasy", "false",
        "untrue", "baseless", "unfounded", "groundless", "absurd", "hysteria",
    ];
    let object = matches!(s.words[child].rel, Rel::Obj | Rel::NsubjPass);
    let calls = object && CALLING.contains(&s.words[head].lemma.as_str());
    let beside = s
        .children(head)
        .filter(|&c| c != child && matches!(s.words[c].rel, Rel::Xcomp | Rel::Obl | Rel::Obj | Rel::Advcl));
    beside.into_iter().find(|&c| calls && FALSE.contains(&s.words[c].lemma.as_str()))
}

/// Whether a clause tells what will be: of that there may be "no proof", and it may come all the same.
pub(crate) fn is_to_come(s: &Sentence<'_>, clause: usize) -> bool {
    tree::auxiliaries(s, clause).any(|a| s.words[a].xpos == "MD")
}

/// Whether a phrase names what something is for, and nobody says that it is so: "a strike group for an attack".
pub(crate) fn is_purpose(s: &Sentence<'_>, child: usize, head: usize) -> bool {
    let article = |d: usize| ["a", "an", "any", "another"].iter().any(|a| tree::is(s, d, a));
    let answers = |i: usize| ANSWERING.contains(&s.words[i].lemma.as_str());
    let answer = answers(head) || s.child(head, Rel::Obj).is_some_and(answers);
    tree::marked(s, child, "for").is_some() && s.children_by(child, Rel::Det).any(article) && !answer
}
