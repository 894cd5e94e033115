//! The file of weights: named sections, read without copying what is large.

use std::collections::BTreeMap;

use crate::error::WeightsError;
use crate::matrix::Matrix;

/// The first bytes of every file of parser weights; the digit is the format's version.
pub const MAGIC: &[u8; 8] = b"saydo-p1";

/// The sections of a file of weights by name.
///
/// A file is [`MAGIC`], then for each section a one-byte name length, the name, a little-endian 32-bit length and the
/// bytes. Matrices have three sections: `NAME.w` (8-bit, row-major, one row an output), `NAME.s` (a scale for each
/// row) and `NAME.b` (a bias for each row), the latter two as little-endian 32-bit floats.
#[derive(Debug)]
pub struct Sections<'a>(BTreeMap<&'a str, &'a [u8]>);

impl<'a> Sections<'a> {
    /// Splits `bytes` into its sections.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, WeightsError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(WeightsError::Magic)?;
        let mut sections = BTreeMap::new();
        while !rest.is_empty() {
            let (name, body, after) = section(rest).ok_or(WeightsError::Truncated)?;
            sections.insert(name, body);
            rest = after;
        }
        Ok(Self(sections))
    }

    /// The bytes of one section.
    pub fn bytes(&self, name: &str) -> Result<&'a [u8], WeightsError> {
        self.0.get(name).copied().ok_or_else(|| WeightsError::Missing(name.to_owned()))
    }

    /// One section as text.
    pub fn text(&self, name: &str) -> Result<&'a str, WeightsError> {
        std::str::from_utf8(self.bytes(name)?).map_err(|_| WeightsError::Shape(name.to_owned()))
    }

    /// One section as its lines.
    pub fn lines(&self, name: &str) -> Result<Vec<String>, WeightsError> {
        Ok(self.text(name)?.lines().map(str::to_owned).collect())
    }

    /// One section as 32-bit floats.
    pub fn floats(&self, name: &str) -> Result<Vec<f32>, WeightsError> {
        let bytes = self.bytes(name)?;
        Ok(bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect())
    }

    /// One section as 64-bit keys.
    pub fn keys(&self, name: &str) -> Result<Vec<u64>, WeightsError> {
        let bytes = self.bytes(name)?;
        Ok(bytes.chunks_exact(8).map(|b| b.iter().rev().fold(0, |k, &b| k << 8 | u64::from(b))).collect())
    }

    /// The matrix of three sections `NAME.w`, `NAME.s` and `NAME.b`.
    pub(crate) fn matrix(&self, name: &str) -> Result<Matrix, WeightsError> {
        let weights = signed(self.bytes(&format!("{name}.w"))?);
        let (scales, bias) = (self.floats(&format!("{name}.s"))?, self.floats(&format!("{name}.b"))?);
        let inputs = weights.len().checked_div(scales.len()).unwrap_or(0);
        Matrix::new(inputs, &weights, &scales, &bias).ok_or_else(|| WeightsError::Shape(name.to_owned()))
    }
}

fn section(bytes: &[u8]) -> Option<(&str, &[u8], &[u8])> {
    let (&n, rest) = bytes.split_first()?;
    let (name, rest) = rest.split_at_checked(usize::from(n))?;
    let (size, rest) = rest.split_at_checked(4)?;
    let (body, rest) = rest.split_at_checked(u32::from_le_bytes(size.try_into().ok()?) as usize)?;
    Some((std::str::from_utf8(name).ok()?, body, rest))
}

fn signed(bytes: &[u8]) -> Vec<i8> {
    bytes.iter().map(|&b| b as i8).collect()
}

/// A table of 8-bit rows, each with its own scale: the embeddings.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    width: usize,
    values: &'a [u8],
    scales: Vec<f32>,
}

impl<'a> Table<'a> {
    pub(crate) fn new(sections: &Sections<'a>, name: &str) -> Result<Self, WeightsError> {
        let values = sections.bytes(&format!("{name}.w"))?;
        let scales = sections.floats(&format!("{name}.s"))?;
        let width = values.len().checked_div(scales.len()).unwrap_or(0);
        if width * scales.len() != values.len() || width == 0 {
            return Err(WeightsError::Shape(name.to_owned()));
        }
        Ok(Self { width, values, scales })
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    pub(crate) fn rows(&self) -> usize {
        self.scales.len()
    }

    /// Adds row `r` to `out`.
    #[inline(always)]
    pub(crate) fn add(&self, r: usize, out: &mut [f32]) {
        let scale = self.scales[r];
        for (o, &v) in out.iter_mut().zip(&self.values[r * self.width..][..self.width]) {
            *o += scale * f32::from(v as i8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_files_are_errors() {
        assert!(matches!(Sections::parse(b"something"), Err(WeightsError::Magic)));
        let mut file = MAGIC.to_vec();
        file.extend([4, b'n', b'a']);
        assert!(matches!(Sections::parse(&file), Err(WeightsError::Truncated)));
        assert!(matches!(Sections::parse(MAGIC).unwrap().bytes("x"), Err(WeightsError::Missing(_))));
    }

    #[test]
    fn keys_are_little_endian() {
        let mut file = MAGIC.to_vec();
        file.extend([1, b'k', 8, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0]);
        assert_eq!(Sections::parse(&file).unwrap().keys("k").unwrap(), [258]);
    }
}
