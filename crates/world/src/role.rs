//! Nouns for roles and groups: what sector of an actor "troops", "foreign ministry" or "villagers" stand for.

use std::collections::HashMap;

use crate::Error;
use crate::key::{MAX_WORDS, folded, push};
use crate::table::{Row, rows};
use crate::tables::TableText;

const COLUMNS: &[&str] = &["phrase", "plural", "person", "sector", "note", "source"];

/// What a role noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleKind {
    /// One person: minister, rebel, villager.
    Person,
    /// Many people as one: troops, army, police, crowd.
    Group,
    /// Something like an organisation: ministry, court, company.
    Organisation,
}

/// A noun or phrase for a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The phrase, in its base form.
    pub phrase: String,
    /// The sector of PLOVER; none where it is that of whomever the person speaks for.
    pub sector: Option<String>,
    /// What it names.
    pub kind: RoleKind,
    /// A word of explanation, where the table has one.
    pub note: Option<String>,
}

/// The table of roles, by phrase and by plural.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    by_phrase: HashMap<String, Role>,
    first: HashMap<String, usize>,
    len: usize,
}

impl Roles {
    pub(crate) fn read(table: TableText<'_>) -> Result<Self, Error> {
        let mut roles = Self::default();
        for row in rows(table, COLUMNS)? {
            let role = role(&row)?;
            let forms: Vec<String> = std::iter::once(role.phrase.clone()).chain(row.list(1)).collect();
            if roles.by_phrase.get(&folded(&role.phrase)).is_some_and(|old| old.phrase == role.phrase) {
                return Err(row.wrong(0, format!("`{}` is there twice", role.phrase)));
            }
            roles.len += 1;
            for form in &forms {
                roles.add(form, &role);
            }
        }
        Ok(roles)
    }

    fn add(&mut self, form: &str, role: &Role) {
        let key = folded(form);
        let words = key.split(' ').count();
        let first = key.split(' ').next().unwrap_or_default().to_owned();
        let longest = self.first.entry(first).or_default();
        *longest = words.max(*longest);
        if key == folded(&role.phrase) {
            self.by_phrase.insert(key, role.clone());
        } else {
            self.by_phrase.entry(key).or_insert_with(|| role.clone());
        }
    }

    pub(crate) fn get(&self, phrase: &str) -> Option<&Role> {
        self.by_phrase.get(&folded(phrase))
    }

    /// The longest role that `words` start with.
    pub(crate) fn longest(&self, words: &[&str]) -> Option<(usize, &Role)> {
        let start = folded(words.first()?);
        let most = *self.first.get(start.split(' ').next()?)?;
        let mut text = String::with_capacity(48);
        let mut found = None;
        // A hyphen may be a word of its own.
        for (n, word) in words.iter().enumerate().take((2 * most).min(MAX_WORDS)) {
            push(&mut text, word);
            if word.chars().any(char::is_alphanumeric) {
                found = self.get(&text).map(|role| (n + 1, role)).or(found);
            }
        }
        found
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }
}

fn role(row: &Row<'_>) -> Result<Role, Error> {
    let kind = match row.required(2)?.as_str() {
        "p" => RoleKind::Person,
        "g" => RoleKind::Group,
        "o" => RoleKind::Organisation,
        other => return Err(row.wrong(2, format!("`{other}` is none of p, g, o"))),
    };
    Ok(Role { phrase: row.required(0)?, sector: row.sector(3)?, kind, note: row.optional(4) })
}
