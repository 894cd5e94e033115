//! How the table lies in its bytes: a head of six numbers, then codes, places, buckets, entries and names.

/// The first bytes of a table.
pub(crate) const MAGIC: &[u8; 4] = b"SGZ1";
/// The bytes before the codes: the magic word and five numbers.
pub(crate) const HEAD: usize = 24;
/// The bytes of one country's code.
pub(crate) const CODE: usize = 3;
/// The bytes of one place.
pub(crate) const PLACE: usize = 17;
/// The bytes of one entry: 32 bits of the name's hash, then the place with [`MAIN`] in its highest bit.
pub(crate) const ENTRY: usize = 7;
/// Set in an entry where the name is the place's main name.
pub(crate) const MAIN: u32 = 1 << 23;
/// A place that has no country, as one byte.
pub(crate) const NO_COUNTRY: u8 = 0xff;
/// A place that has no first-level division.
pub(crate) const NO_REGION: u16 = 0xffff;
/// Steps in which the logarithm of a population is kept.
pub(crate) const STEPS: f64 = 12.0;
/// Set in a place's kind where it is the capital of its country.
pub(crate) const CAPITAL: u8 = 0x80;
/// Degrees of latitude and longitude in steps of three bytes.
pub(crate) const DEGREE: f64 = 40000.0;

/// A hash of a folded name: FNV-1a, with its bits mixed afterwards.
pub(crate) fn hash(folded: &str) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    for byte in folded.bytes() {
        h = (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ (h >> 29)
}

/// The bucket and the fingerprint of a hash, for a table with two to the power of `bits` buckets.
pub(crate) fn place_of(hash: u64, bits: u32) -> (usize, u32) {
    ((hash >> (64 - bits)) as usize, hash as u32)
}

/// A number of one to four bytes, the lowest first.
pub(crate) fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |n, b| n << 8 | u32::from(*b))
}
