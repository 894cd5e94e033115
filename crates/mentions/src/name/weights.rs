//! The weights file: lexicon, then model. Keys stand in order, each as its distance from the one before in seven bits a
//! byte, the lowest first; all other numbers are little-endian.

use super::label::LABELS;
use super::lexicon::{Class, Lexicon, Map};
use super::model::{Model, Row, Table, WIDTH};

/// The four bytes a weights file starts with; the last is its version.
const MAGIC: &[u8; 4] = b"NAM\x01";

/// Why a weights file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightsError {
    /// It does not start like a weights file of this version.
    Magic,
    /// It is shorter or longer than its tables.
    Length,
}

impl std::fmt::Display for WeightsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Magic => "not a weights file of this version; train it again or take the one that ships",
            Self::Length => {
                "the weights file is cut off or has something after its end; take the one that ships"
            }
        })
    }
}

impl std::error::Error for WeightsError {}

/// Everything that a tagger needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// What is known of words.
    pub lexicon: Lexicon,
    /// What was learnt.
    pub model: Model,
}

impl Weights {
    /// The file's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        write(&mut out, &self.lexicon.classes, |out, c| {
            out.extend([c.coarse, c.medium]);
            out.extend(c.fine.to_le_bytes());
        });
        write(&mut out, &self.lexicon.words, Vec::push);
        write(&mut out, &self.lexicon.phrases, Vec::push);
        out.extend(self.model.steps.as_flattened().iter().flat_map(|w| w.to_le_bytes()));
        out.extend(self.model.lean.to_le_bytes());
        let table = &self.model.table;
        out.extend((table.checks.len() as u32).to_le_bytes());
        out.extend(table.checks.as_flattened().iter().flat_map(|c| c.to_le_bytes()));
        let rows = table.rows.as_flattened().as_flattened();
        out.extend(rows.iter().map(|w| w.to_le_bytes()[0]));
        out
    }

    /// Reads a file's bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        let mut rest = Reader(bytes.strip_prefix(MAGIC).ok_or(WeightsError::Magic)?);
        let class =
            |[coarse, medium, a, b]: [u8; 4]| Class { coarse, medium, fine: u16::from_le_bytes([a, b]) };
        let classes = rest.map(class)?;
        let words = rest.map(|[bits]: [u8; 1]| bits)?;
        let phrases = rest.map(|[bits]: [u8; 1]| bits)?;
        let steps = rest.list(LABELS * LABELS, i16::from_le_bytes)?;
        let lean = rest.list(1, i16::from_le_bytes)?[0];
        let table = rest.table()?;
        let steps = std::array::from_fn(|a| std::array::from_fn(|b| steps[a * LABELS + b]));
        let lexicon = Lexicon { classes, words, phrases };
        let weights = Self { lexicon, model: Model { table, steps, lean } };
        if rest.0.is_empty() { Ok(weights) } else { Err(WeightsError::Length) }
    }
}

fn write<T: Copy + Default>(out: &mut Vec<u8>, map: &Map<T>, value: impl Fn(&mut Vec<u8>, T)) {
    let entries = map.entries();
    out.extend((entries.len() as u32).to_le_bytes());
    let mut last = 0;
    for (key, v) in entries {
        let mut rest = key - last;
        while rest >= 128 {
            out.push(128 | rest as u8);
            rest >>= 7;
        }
        out.push(rest as u8);
        value(out, v);
        last = key;
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    /// The next `n` values of `N` bytes each.
    fn list<T, const N: usize>(
        &mut self,
        n: usize,
        value: impl Fn([u8; N]) -> T,
    ) -> Result<Vec<T>, WeightsError> {
        let size = n.checked_mul(N).ok_or(WeightsError::Length)?;
        let (bytes, rest) = self.0.split_at_checked(size).ok_or(WeightsError::Length)?;
        self.0 = rest;
        let (chunks, _) = bytes.as_chunks::<N>();
        Ok(chunks.iter().map(|&c| value(c)).collect())
    }

    fn count(&mut self) -> Result<usize, WeightsError> {
        Ok(self.list(1, u32::from_le_bytes)?[0] as usize)
    }

    fn map<T: Copy + Default, const N: usize>(
        &mut self,
        value: impl Fn([u8; N]) -> T,
    ) -> Result<Map<T>, WeightsError> {
        let mut entries = Vec::new();
        let mut key = 0u32;
        for _ in 0..self.count()? {
            key = key.wrapping_add(self.distance()?);
            entries.push((key, self.list(1, &value)?.remove(0)));
        }
        Ok(Map::new(&entries))
    }

    fn distance(&mut self) -> Result<u32, WeightsError> {
        let mut distance = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.list(1, u8::from_le_bytes)?[0];
            distance |= u32::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        Ok(distance)
    }

    fn table(&mut self) -> Result<Table, WeightsError> {
        let pairs = self.count()?;
        let checks =
            self.list(pairs, |[a, b, c, d]| [u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])])?;
        let row = |bytes: [u8; WIDTH]| -> Row { bytes.map(|b| i8::from_ne_bytes([b])) };
        let rows = self.list(2 * pairs, row)?;
        let (rows, _) = rows.as_chunks::<2>();
        Ok(Table { checks, rows: rows.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read_and_nothing_else() {
        let class = Class { coarse: 1, medium: 2, fine: 300 };
        let lexicon =
            Lexicon { classes: Map::new(&[(5, class)]), words: Map::new(&[(7, 3)]), phrases: Map::default() };
        let (table, _) = Table::new(3, &[(9, [-4; WIDTH])]);
        let weights = Weights { lexicon, model: Model { table, steps: [[-2; LABELS]; LABELS], lean: 3 } };
        let bytes = weights.to_bytes();
        let read = Weights::from_bytes(&bytes).unwrap();
        assert_eq!(read.model, weights.model);
        assert_eq!(read.lexicon.class(5), class);
        assert_eq!(read.to_bytes(), bytes);
        assert_eq!(Weights::from_bytes(b"NAM\x00"), Err(WeightsError::Magic));
        for cut in 4..bytes.len() {
            assert_eq!(Weights::from_bytes(&bytes[..cut]), Err(WeightsError::Length));
        }
    }
}
