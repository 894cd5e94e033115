//! From a sentence to its triples: every verb that a dictionary knows, unless it lies in the phrase of another that
//! has an event.

use std::ops::Range;

use saydo_syntax::Sentence;

use crate::date::Day;
use crate::event::{add, triples};
use crate::mend::mend;
use crate::name::Namer;
use crate::noun::Nouns;
use crate::phrase::is_verb;
use crate::unit::{Unit, units};
use crate::verb::{Block, Form};
use crate::{Dictionaries, Triple};

/// A sentence made ready.
pub(crate) struct Coder<'a> {
    /// The dictionaries.
    pub(crate) dictionaries: &'a Dictionaries,
    /// The sentence with its mended tree.
    pub(crate) sentence: &'a Sentence<'a>,
    /// Its noun phrases.
    pub(crate) nouns: Nouns,
    /// Its words and commas, without the clauses that are left out.
    pub(crate) units: Vec<Unit>,
}

/// A verb of the sentence that a dictionary knows.
pub(crate) struct Known<'a> {
    /// Its form.
    pub(crate) form: &'a Form,
    /// Its block.
    pub(crate) block: &'a Block,
    /// The units that its words are.
    pub(crate) units: Range<usize>,
    /// The token of the word that changes.
    pub(crate) token: usize,
}

/// The triples of a sentence.
pub(crate) fn code(dictionaries: &Dictionaries, sentence: &Sentence<'_>, day: Option<Day>) -> Vec<Triple> {
    let units = units(sentence, &dictionaries.words);
    let mended = mend(sentence, &units, &dictionaries.actors);
    Coder::new(dictionaries, mended.as_ref().unwrap_or(sentence), units, day).triples()
}

impl<'a> Coder<'a> {
    fn new(
        dictionaries: &'a Dictionaries,
        sentence: &'a Sentence<'a>,
        mut units: Vec<Unit>,
        day: Option<Day>,
    ) -> Self {
        let namer = Namer::new(&dictionaries.actors, &dictionaries.agents, day, &units, sentence.len());
        let nouns = Nouns::find(sentence, &namer, dictionaries.options.new_actor);
        drop_inner_commas(&mut units, &nouns);
        for unit in &mut units {
            unit.noun = unit.tokens.clone().find_map(|t| nouns.of[t]);
        }
        crate::clause::drop_clauses(&mut units, sentence, &dictionaries.options);
        Self { dictionaries, sentence, nouns, units }
    }

    fn triples(&self) -> Vec<Triple> {
        let (mut all, mut free) = (Vec::new(), 0);
        for i in 0..self.units.len() {
            if self.units[i].tokens.start < free {
                continue;
            }
            let known = self.known(i);
            if let Some((found, end)) = known.iter().find_map(|known| self.nested(known)) {
                for triple in found {
                    add(triple, &mut all);
                }
                free = end;
            } else if let Some(deed) = known.iter().find_map(|known| self.deed(known)) {
                let dictionaries = self.dictionaries;
                triples(&deed, &self.nouns, &dictionaries.options, dictionaries.verbs.grouped, &mut all);
                free = deed.end;
            }
        }
        all
    }

    /// The readings of a unit as a verb: the longest forms that fit, of the blocks in their order.
    pub(crate) fn known(&self, unit: usize) -> Vec<Known<'a>> {
        let token = self.units[unit].tokens.end - 1;
        if !is_verb(self.sentence, token) || self.nouns.inner[token] {
            return Vec::new();
        }
        let verbs = &self.dictionaries.verbs;
        let forms = verbs.forms.get(&self.units[unit].word).map_or(&[][..], Vec::as_slice);
        let mut fitting = forms.iter().filter(|form| self.fits(form, unit)).peekable();
        let longest = fitting.peek().map_or(0, |form| form.len());
        let fitting = fitting.take_while(|form| form.len() == longest);
        let known = fitting.filter_map(|form| {
            let block = verbs.blocks.get(form.block as usize)?;
            Some(Known { form, block, units: unit - form.before.len()..unit + 1 + form.after.len(), token })
        });
        known.collect()
    }

    /// Whether the other words of a form stand around a unit.
    fn fits(&self, form: &Form, unit: usize) -> bool {
        let word = |i: Option<usize>| i.and_then(|i| self.units.get(i)).map(|u| u.word);
        let mut after = (0..).zip(&form.after);
        let mut before = (0..).zip(&form.before);
        after.all(|(k, w)| word(Some(unit + 1 + k)) == Some(*w))
            && before.all(|(k, w)| word(unit.checked_sub(1 + k)) == Some(*w))
    }
}

/// Leaves out the commas inside noun phrases and coordinations of them.
fn drop_inner_commas(units: &mut Vec<Unit>, nouns: &Nouns) {
    let mut inside = vec![false; nouns.of.len()];
    for (i, noun) in nouns.list.iter().enumerate() {
        let first_of_all = noun.group.is_none() || i == 0 || nouns.list[i - 1].group != noun.group;
        let all = if first_of_all { nouns.together(i as u32).collect() } else { Vec::new() };
        let tokens: Vec<usize> = all.iter().flat_map(|n| &n.tokens).copied().collect();
        if let (Some(&first), Some(&last)) = (tokens.iter().min(), tokens.iter().max()) {
            inside[first..=last].fill(true);
        }
    }
    units.retain(|u| !u.comma || !inside[u.tokens.start]);
}
