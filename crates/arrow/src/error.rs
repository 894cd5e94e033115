//! What can go wrong between records and Arrow.

/// Why records could not become a batch, or a batch records. The word before the colon is permanent and can be searched
/// for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A batch does not have a column of the nested form.
    #[error("no-column: there is no column {column}; give a batch of the nested form")]
    Missing {
        /// The column's name.
        column: String,
    },
    /// A column has another type than the nested form gives it.
    #[error("wrong-column: column {column} is {found} and not {wanted}; give a batch of the nested form")]
    Type {
        /// The column's name.
        column: String,
        /// The type that it has.
        found: String,
        /// The type that it should have.
        wanted: String,
    },
    /// A value is missing where the record must have one, or a number is below 0 where it counts something.
    #[error("bad-value: {what} in row {row} is missing or out of range; give rows as they were made")]
    Value {
        /// The column or field.
        what: &'static str,
        /// The row, from 0.
        row: usize,
    },
    /// A column would hold more text than its offsets can count.
    #[error("too-much-text: a column would pass {limit} bytes; make a batch of fewer reports")]
    TooLarge {
        /// What a column holds at most.
        limit: usize,
    },
}
