//! The network: a row of numbers for each bucket, added up, and two small layers.

use std::sync::LazyLock;

/// How many buckets features fall into.
pub const BUCKETS: usize = 16_384;
/// How many numbers a bucket has, and how many units each layer.
pub const WIDTH: usize = 16;

/// The numbers beside the rows: scale of the rows, bias, inner layer and its bias, outer layer and its bias.
const DENSE: usize = 1 + WIDTH + WIDTH * WIDTH + WIDTH + WIDTH + 1;
/// The first bytes of a file of weights.
const MARK: &[u8; 8] = b"saydoft1";
/// The file that ships; its card is beside it.
const FILE: &[u8] = include_bytes!("../../../../data/standing/factuality.bin");

/// The weights of factuality.
///
/// ```
/// use saydo_standing::training::Network;
/// let network = Network::default();
/// assert_eq!(Network::from_bytes(&network.to_bytes()), Ok(network));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// For each bucket [`WIDTH`] numbers, in units of `scale`.
    pub rows: Vec<i8>,
    /// What one unit of a row is worth.
    pub scale: f32,
    /// What is added to the sum of rows.
    pub bias: [f32; WIDTH],
    /// For each unit of the inner layer what it takes of each number.
    pub inner: [[f32; WIDTH]; WIDTH],
    /// What is added to each unit of the inner layer.
    pub inner_bias: [f32; WIDTH],
    /// What the result takes of each unit.
    pub outer: [f32; WIDTH],
    /// What is added to the result.
    pub outer_bias: f32,
}

impl Default for Network {
    fn default() -> Self {
        let zero = [0.0; WIDTH];
        Self {
            rows: vec![0; BUCKETS * WIDTH],
            scale: 0.0,
            bias: zero,
            inner: [zero; WIDTH],
            inner_bias: zero,
            outer: zero,
            outer_bias: 0.0,
        }
    }
}

impl Network {
    /// The weights that ship, read once for the whole program.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Network> = LazyLock::new(|| Network::from_bytes(FILE).unwrap_or_default());
        &SHIPPED
    }

    /// The factuality of a word with these buckets, from -3 to 3. Rows are whole numbers and the rest is added up in a
    /// fixed order, so that every machine gives the same.
    pub fn run(&self, buckets: &[u16]) -> f32 {
        let mut sums = [0i32; WIDTH];
        for row in buckets.iter().filter_map(|&b| self.rows.get(usize::from(b) * WIDTH..)?.get(..WIDTH)) {
            for (sum, &value) in sums.iter_mut().zip(row) {
                *sum += i32::from(value);
            }
        }
        let mut first = [0.0; WIDTH];
        for ((out, sum), bias) in first.iter_mut().zip(sums).zip(self.bias) {
            *out = (sum as f32 * self.scale + bias).max(0.0);
        }
        let unit = |row: &[f32; WIDTH], bias: f32| (dot(row, &first) + bias).max(0.0);
        let mut second = [0.0; WIDTH];
        for ((out, row), bias) in second.iter_mut().zip(&self.inner).zip(self.inner_bias) {
            *out = unit(row, bias);
        }
        (dot(&self.outer, &second) + self.outer_bias).clamp(-3.0, 3.0)
    }

    /// The weights of a file, or what is wrong with it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, String> {
        let body = bytes.strip_prefix(MARK).ok_or("these are no weights of factuality")?;
        let wanted = DENSE * 4 + BUCKETS * WIDTH;
        if body.len() != wanted {
            return Err(format!("{} bytes where there should be {wanted}", body.len()));
        }
        let (dense, rows) = body.split_at(DENSE * 4);
        let mut network = Self { rows: rows.iter().map(|&b| b.cast_signed()).collect(), ..Self::default() };
        let numbers = dense.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        network.dense().into_iter().zip(numbers).for_each(|(to, from)| *to = from);
        Ok(network)
    }

    /// The file of these weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        for number in self.clone().dense() {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(self.rows.iter().map(|&v| v.cast_unsigned()));
        bytes
    }

    /// Everything but the rows, in the order of the file.
    fn dense(&mut self) -> Vec<&mut f32> {
        let mut all = vec![&mut self.scale];
        all.extend(&mut self.bias);
        all.extend(self.inner.iter_mut().flatten());
        all.extend(&mut self.inner_bias);
        all.extend(&mut self.outer);
        all.push(&mut self.outer_bias);
        all
    }
}

fn dot(a: &[f32; WIDTH], b: &[f32; WIDTH]) -> f32 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + x * y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_ships_reads_and_writes_the_same() {
        let network = Network::from_bytes(FILE).unwrap();
        assert_eq!(network.to_bytes(), FILE);
        assert!((-3.0..=3.0).contains(&network.run(&[0, 1, 2])));
    }

    #[test]
    fn other_files_are_told_apart() {
        assert!(Network::from_bytes(b"something else").is_err());
        assert!(Network::from_bytes(&FILE[..100]).is_err());
    }
}
