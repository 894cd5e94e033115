//! The table in its bytes, and look-up by name.

use crate::layout::{CODE, ENTRY, HEAD, MAGIC, MAIN, PLACE, hash, number, place_of};
use crate::{Place, fold};

/// The table that ships.
static SHIPPED: &[u8] = include_bytes!("../../../data/gazetteer/places.bin");

/// A table of places, searched where it lies.
#[derive(Clone, Copy)]
pub struct Gazetteer<'a> {
    bits: u32,
    codes: &'a [u8],
    places: &'a [u8],
    buckets: &'a [u8],
    entries: &'a [u8],
    names: &'a [u8],
}

/// A place that a name may mean.
#[derive(Clone, Copy, Debug)]
pub struct Match<'g> {
    /// The place.
    pub place: Place<'g>,
    /// Whether the name is its main name.
    pub is_main: bool,
}

impl Gazetteer<'static> {
    /// The table that ships. It is empty only while a new one is being built.
    pub fn shipped() -> &'static Self {
        static TABLE: std::sync::OnceLock<Gazetteer<'static>> = std::sync::OnceLock::new();
        TABLE.get_or_init(|| Gazetteer::from_bytes(SHIPPED).unwrap_or(EMPTY))
    }
}

const EMPTY: Gazetteer<'static> =
    Gazetteer { bits: 1, codes: &[], places: &[], buckets: &[], entries: &[], names: &[] };

impl<'a> Gazetteer<'a> {
    /// The table in some bytes, or nothing where they hold none.
    pub fn from_bytes(bytes: &'a [u8]) -> Option<Self> {
        let (head, mut rest) = bytes.split_at_checked(HEAD)?;
        let at = |n: usize| number(&head[4 * n..4 * n + 4]) as usize;
        let bits = at(4) as u32;
        if !head.starts_with(MAGIC) || !(1..=24).contains(&bits) {
            return None;
        }
        let mut take = |count: usize, size: usize| {
            let (part, after) = rest.split_at_checked(count.checked_mul(size)?)?;
            rest = after;
            Some(part)
        };
        let (codes, places) = (take(at(1), CODE)?, take(at(2), PLACE)?);
        let (buckets, entries) = (take((1 << bits) + 1, 4)?, take(at(3), ENTRY)?);
        Some(Self { bits, codes, places, buckets, entries, names: take(at(5), 1)? })
    }

    /// The places that a name may mean, in the order of the table.
    ///
    /// ```
    /// use saydo_gazetteer::Gazetteer;
    /// let springfields = Gazetteer::shipped().look_up("Springfield").count();
    /// assert!(springfields > 10);
    /// assert_eq!(Gazetteer::shipped().look_up("Qwrtlpzgh").count(), 0);
    /// ```
    pub fn look_up(&'a self, name: &str) -> impl Iterator<Item = Match<'a>> + use<'a> {
        self.look_up_folded(&fold(name))
    }

    /// The same for a name that [`fold`] has folded.
    pub fn look_up_folded(&'a self, folded: &str) -> impl Iterator<Item = Match<'a>> + use<'a> {
        let (bucket, print) = place_of(hash(folded), self.bits);
        let bucket = self.bucket(bucket).chunks_exact(ENTRY);
        let same = bucket.filter(move |entry| number(&entry[..4]) == print);
        same.filter_map(|entry| self.matched(number(&entry[4..])))
    }

    fn matched(&'a self, entry: u32) -> Option<Match<'a>> {
        let place = self.place((entry & !MAIN) as usize)?;
        Some(Match { place, is_main: entry & MAIN != 0 })
    }

    fn bucket(&self, n: usize) -> &'a [u8] {
        let at = |n: usize| Some(number(self.buckets.get(4 * n..4 * n + 4)?) as usize * ENTRY);
        at(n).zip(at(n + 1)).and_then(|(start, end)| self.entries.get(start..end)).unwrap_or_default()
    }

    /// The place with a number, see [`Place::index`].
    pub fn place(&'a self, index: usize) -> Option<Place<'a>> {
        (index < self.len()).then_some(Place { table: self, index })
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.places.len() / PLACE
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// A country or territory by its ISO 3166 alpha-3 code.
    ///
    /// ```
    /// use saydo_gazetteer::Gazetteer;
    /// assert_eq!(Gazetteer::shipped().country("UKR").unwrap().name(), "Ukraine");
    /// ```
    pub fn country(&'a self, iso3: &str) -> Option<Place<'a>> {
        let index = self.codes.chunks_exact(CODE).position(|c| c == iso3.as_bytes())?;
        self.place(index)
    }

    pub(crate) fn row(&self, index: usize) -> &'a [u8] {
        self.places.get(index * PLACE..(index + 1) * PLACE).unwrap_or_default()
    }

    pub(crate) fn code(&self, n: usize) -> Option<&'a str> {
        std::str::from_utf8(self.codes.get(n * CODE..(n + 1) * CODE)?).ok()
    }

    pub(crate) fn name(&self, index: usize) -> &'a str {
        let at = |n: usize| self.row(n).get(14..17).map(|b| number(b) as usize);
        let start = at(index).unwrap_or(0);
        let end = at(index + 1).unwrap_or(self.names.len());
        self.names.get(start..end).and_then(|n| std::str::from_utf8(n).ok()).unwrap_or_default()
    }
}

impl std::fmt::Debug for Gazetteer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} places", self.len())
    }
}
