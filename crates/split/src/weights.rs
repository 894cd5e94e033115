//! The weights file: three hashed tables of one-byte weights.

/// The four bytes a weights file starts with; the last is its version.
const MAGIC: &[u8; 4] = b"SPL\x01";

/// Why a weights file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightsError {
    /// It does not start like a weights file of this version.
    Magic,
    /// A table has an impossible size.
    Size,
    /// It is shorter or longer than its tables.
    Length,
}

impl std::fmt::Display for WeightsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Magic => "not a weights file of this version; train it again or take the one that ships",
            Self::Size => "a table of the weights file has an impossible size; take the one that ships",
            Self::Length => {
                "the weights file is cut off or has something after its end; take the one that ships"
            }
        })
    }
}

impl std::error::Error for WeightsError {}

/// One linear model over hashed features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    table: Vec<i8>,
    shift: u32,
}

impl Model {
    /// A model from a table whose length is a power of two between 2 and 2^24.
    pub fn new(table: Vec<i8>) -> Result<Self, WeightsError> {
        let bits = table.len().trailing_zeros();
        if !table.len().is_power_of_two() || !(1..=24).contains(&bits) {
            return Err(WeightsError::Size);
        }
        Ok(Self { table, shift: 32 - bits })
    }

    /// Where a feature's weight stands in a table of `2^bits`; training uses the same places.
    pub fn slot(feature: u32, bits: u32) -> usize {
        (feature >> (32 - bits)) as usize
    }

    /// The sum of the features' weights; above zero means yes.
    pub fn score(&self, features: &[u32]) -> i32 {
        features.iter().map(|f| i32::from(self.table[(f >> self.shift) as usize])).sum()
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.push((32 - self.shift) as u8);
        out.extend(self.table.iter().map(|w| w.to_ne_bytes()[0]));
    }

    fn read(bytes: &mut &[u8]) -> Result<Self, WeightsError> {
        let (&bits, rest) = bytes.split_first().ok_or(WeightsError::Length)?;
        if !(1..=24).contains(&bits) {
            return Err(WeightsError::Size);
        }
        let (table, rest) = rest.split_at_checked(1 << bits).ok_or(WeightsError::Length)?;
        *bytes = rest;
        Self::new(table.iter().map(|&b| i8::from_ne_bytes([b])).collect())
    }
}

/// The three models of a splitter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Does a token start here?
    pub token: Model,
    /// Does it belong to the same multiword token as the one before?
    pub join: Model,
    /// Does a sentence end here?
    pub end: Model,
}

impl Weights {
    /// The file's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for model in [&self.token, &self.join, &self.end] {
            model.write(&mut out);
        }
        out
    }

    /// Reads a file's bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(WeightsError::Magic)?;
        let weights = Self {
            token: Model::read(&mut rest)?,
            join: Model::read(&mut rest)?,
            end: Model::read(&mut rest)?,
        };
        if rest.is_empty() { Ok(weights) } else { Err(WeightsError::Length) }
    }
}
