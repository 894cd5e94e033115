//! The forces that a phrase names.

use std::ops::Range;

use saydo_syntax::{Rel, Sentence};

use crate::lists::List;
use crate::phrase::{has, is_holder, is_of_stuff, words};
use crate::tables::{Needs, Row, Tables};
use crate::{Element, Extent, quantity};

/// A force that a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Force {
    /// What it is.
    pub element: Element,
    /// How much of it, where the text says so.
    pub extent: Option<Extent>,
    /// The least number that the text allows.
    pub low: Option<u64>,
    /// The greatest number that the text allows.
    pub high: Option<u64>,
    /// The words that name it.
    pub words: Range<usize>,
    /// The noun among them.
    pub head: usize,
}

/// The forces that the phrase under `head` names, in the order of the text: the noun itself, nouns joined to it, those
/// before a noun of movement ("troop withdrawal"), and those in phrases that say what it is made of ("a column of
/// tanks").
///
/// A noun that names a force in general takes its element from the word before it: "tank units" are armour. Where an
/// extent stands before the first of several nouns, it holds for those that have none of their own: "all troops and
/// tanks".
///
/// ```
/// use saydo_forces::{Element, elements};
/// use saydo_syntax::Document;
/// let document = Document::by_hand(&["tank/tank/NOUN/NN/2/compound units/unit/NOUN/NNS/0/root"]);
/// let found = elements(&document.sentences[0], 1);
/// assert_eq!((found.len(), found[0].element, found[0].words.clone()), (1, Element::Armour, 0..2));
/// ```
pub fn elements(sentence: &Sentence<'_>, head: usize) -> Vec<Force> {
    let mut named = merged(sentence, hits(sentence, head));
    let vague: Vec<bool> = named.iter().map(|n| n.weak || is_container(sentence, n, &named)).collect();
    if vague.contains(&false) {
        let mut vague = vague.into_iter();
        named.retain(|_| vague.next() == Some(false));
    }
    let mut forces: Vec<Force> = named.into_iter().map(|n| counted(sentence, n)).collect();
    share(sentence, &mut forces);
    forces
}

/// Words that name a force.
#[derive(Clone, Debug)]
struct Named {
    element: Element,
    words: Range<usize>,
    /// The last of the words that the table names.
    last: usize,
    /// The noun on which they hang: themselves, or the one they stand before.
    top: usize,
    /// An adjective such as "military" says less than any noun beside it.
    weak: bool,
}

/// The longest phrases of the table in the phrase under `head`, in the order of the text.
fn hits(sentence: &Sentence<'_>, head: usize) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut free = usize::MAX;
    for &i in words(sentence, head).iter().rev() {
        let fits = |start: usize, row: &Row| is_met(sentence, start..i + 1, row.needs);
        if i >= free {
            continue;
        }
        let Some((start, row)) = Tables::shipped().elements.ending_at(sentence, i, fits) else { continue };
        free = start;
        if let Some(element) = row.element.filter(|_| !is_of_stuff(sentence, i)) {
            let weak = row.needs == Needs::Use;
            found.push(Named { element, words: start..i + 1, last: i, top: top(sentence, i), weak });
        }
    }
    found.reverse();
    found
}

/// Whether a phrase has beside it what its row needs.
fn is_met(sentence: &Sentence<'_>, words: Range<usize>, needs: Needs) -> bool {
    let last = words.end - 1;
    match needs {
        Needs::Nothing => true,
        Needs::Name => is_name(sentence, words.start),
        Needs::Type => is_name(sentence, words.start) && is_type(sentence, last),
        Needs::Plural => matches!(sentence.words[last].xpos, "NNS" | "NNPS"),
        Needs::Use => top(sentence, last) != last && is_holder(sentence, top(sentence, last)),
        Needs::Arms => (0..sentence.len()).any(|i| !words.contains(&i) && has(sentence, List::Arms, i)),
    }
}

/// Whether a word has a capital letter, or is a figure that a type's name begins with.
fn is_name(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.words[i].form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a name is used as a type's: in the plural, counted, or before a noun. Other bearers of it are called by it.
fn is_type(sentence: &Sentence<'_>, i: usize) -> bool {
    let word = &sentence.words[i];
    let counted =
        || sentence.children(i).any(|c| matches!(sentence.words[c].rel, Rel::Det | Rel::Nummod | Rel::Amod));
    let before = word.rel != Rel::Flat && top(sentence, i) != i;
    word.xpos == "NNPS" || word.xpos == "NNS" || before || counted()
}

/// The noun that a word stands before, or the word itself.
fn top(sentence: &Sentence<'_>, i: usize) -> usize {
    let before = |i: usize| {
        let head = sentence.head(i)?;
        let modifies = match sentence.words[i].rel {
            Rel::Conj => is_modifier(sentence.words[head].rel),
            rel => is_modifier(rel),
        };
        modifies.then_some(head)
    };
    std::iter::successors(Some(i), |i| before(*i)).take(sentence.len()).last().unwrap_or(i)
}

fn is_modifier(rel: Rel) -> bool {
    matches!(
        rel,
        Rel::Compound | Rel::Flat | Rel::Amod | Rel::Nummod | Rel::NmodDesc | Rel::NmodPoss | Rel::Goeswith
    )
}

/// The phrases without those that only describe another noun, each force once.
fn merged(sentence: &Sentence<'_>, found: Vec<Named>) -> Vec<Named> {
    let mut kept: Vec<Named> = Vec::new();
    for named in found.into_iter().rev() {
        let host = kept.iter().position(|k| k.last == named.top || k.words.contains(&named.top));
        match host {
            Some(host) => join(sentence, &mut kept, host, named),
            None if named.words.contains(&named.top) || is_holder(sentence, named.top) => kept.push(named),
            None => {}
        }
    }
    kept.sort_by_key(|named| named.words.start);
    kept
}

/// Puts words before a noun together with the noun's own.
fn join(sentence: &Sentence<'_>, kept: &mut Vec<Named>, host: usize, named: Named) {
    let noun = &mut kept[host];
    let apart = noun.words.len() > 1 && !noun.element.yields() && has(sentence, List::Mass, named.last);
    if noun.element != named.element && apart {
        kept.push(Named { top: named.last, ..named });
    } else if noun.element == named.element || noun.element.yields() {
        noun.words.start = noun.words.start.min(named.words.start);
        noun.element = if named.weak { noun.element } else { finer(noun.element, named.element) };
    }
}

/// What a noun's element becomes by the word before it.
fn finer(noun: Element, before: Element) -> Element {
    if before == Element::Forces || before == Element::Equipment { noun } else { before }
}

/// Whether a noun such as "column" or "unit" only holds the forces that its phrase names.
fn is_container(sentence: &Sentence<'_>, named: &Named, all: &[Named]) -> bool {
    let inside = |other: &Named| {
        sentence.words[other.top].rel == Rel::Nmod && sentence.head(other.top) == Some(named.last)
    };
    named.element == Element::Forces && all.iter().any(inside)
}

fn counted(sentence: &Sentence<'_>, named: Named) -> Force {
    let found = quantity(sentence, named.top);
    let (low, high) = found.as_ref().map_or((None, None), |q| (q.low, q.high));
    let head = if named.words.contains(&named.top) { named.top } else { named.last };
    let on_holder = head != named.top;
    let (low, high) = if on_holder { (None, None) } else { (low, high) };
    let extent = found.and_then(|q| q.extent);
    Force { element: named.element, extent, low, high, words: named.words, head }
}

/// Gives the extent of the first of several joined nouns to those without a number, an extent or an article.
fn share(sentence: &Sentence<'_>, forces: &mut [Force]) {
    for i in 1..forces.len() {
        let bare = forces[i].extent.is_none() && forces[i].low.is_none() && forces[i].high.is_none();
        let own = sentence
            .children(forces[i].head)
            .any(|c| matches!(sentence.words[c].rel, Rel::Det | Rel::NmodPoss));
        let first = forces[..i].iter().find(|f| is_joined(sentence, forces[i].head, f.head));
        if let Some(extent) = first.filter(|_| bare && !own).and_then(|f| f.extent) {
            forces[i].extent = Some(extent);
        }
    }
}

fn is_joined(sentence: &Sentence<'_>, i: usize, first: usize) -> bool {
    sentence.words[i].rel == Rel::Conj && sentence.head(i) == Some(first)
}
