//! Structs as columns: one for each field, of the same name, in the same order.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch, StructArray};
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};

use crate::Error;
use crate::cell::{Cell, cast, presence};

/// A struct whose fields are cells; [`table!`](crate::table) makes one.
pub trait Row: Sized {
    /// Its columns.
    fn fields() -> Vec<Field>;

    /// The columns of some rows, in the order of the fields.
    fn columns(rows: &[Option<&Self>]) -> Result<Vec<ArrayRef>, Error>;

    /// The struct in a row of these columns, or the name of the field that holds nothing of use.
    fn of(columns: &[ArrayRef], row: usize) -> Result<Self, &'static str>;
}

/// A struct that is a table of its own.
pub trait Table: Row {
    /// What each column holds, in order.
    const WORDS: &'static [&'static str];
}

/// Says which fields of a struct are columns; a field that is not listed does not compile.
#[macro_export]
macro_rules! row {
    ($of:ident { $($field:ident: $cell:ty),+ $(,)? }) => {
        impl $crate::Row for $of {
            fn fields() -> Vec<$crate::Field> {
                vec![$(<$cell as $crate::Cell>::field(stringify!($field))),+]
            }

            fn columns(rows: &[Option<&Self>]) -> Result<Vec<$crate::ArrayRef>, $crate::Error> {
                Ok(vec![$({
                    let cells: Vec<Option<&$cell>> = rows.iter().map(|row| row.map(|row| &row.$field)).collect();
                    <$cell as $crate::Cell>::column(&cells)?
                }),+])
            }

            fn of(columns: &[$crate::ArrayRef], row: usize) -> Result<Self, &'static str> {
                let mut columns = columns.iter();
                Ok(Self {
                    $($field: columns
                        .next()
                        .and_then(|column| <$cell as $crate::Cell>::read(column, row))
                        .ok_or(stringify!($field))?),+
                })
            }
        }
    };
}

/// A struct that is a table of its own: each column with what it holds, which [`Table`] keeps.
///
/// ```
/// saydo_arrow::table! {
///     /// A publisher.
///     pub(crate) Publisher {
///         "its name",
///         name: String;
///         "how many reports it has",
///         reports: Option<u32>;
///     }
/// }
/// let row = Publisher { name: "Example".to_owned(), reports: None };
/// let batch = saydo_arrow::batch::<Publisher>(&[row])?;
/// assert_eq!((batch.num_rows(), <Publisher as saydo_arrow::Table>::WORDS[0]), (1, "its name"));
/// # Ok::<(), saydo_arrow::Error>(())
/// ```
#[macro_export]
macro_rules! table {
    ($(#[$more:meta])* $seen:vis $of:ident { $($words:literal, $field:ident: $cell:ty;)+ }) => {
        $(#[$more])*
        #[derive(Clone, Debug, Default, PartialEq)]
        $seen struct $of { $(#[doc = $words] $seen $field: $cell),+ }

        $crate::row!($of { $($field: $cell),+ });

        impl $crate::Table for $of {
            const WORDS: &'static [&'static str] = &[$($words),+];
        }
    };
}

impl<R: Row> Cell for R {
    fn data_type() -> DataType {
        DataType::Struct(Fields::from(R::fields()))
    }

    fn column(cells: &[Option<&Self>]) -> Result<ArrayRef, Error> {
        let (fields, columns) = (Fields::from(R::fields()), R::columns(cells)?);
        Ok(Arc::new(StructArray::new(fields, columns, presence(cells))))
    }

    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = cast::<StructArray>(column)?;
        column.is_valid(row).then(|| R::of(column.columns(), row).ok())?
    }
}

/// The schema of a table of such rows.
pub fn schema<R: Row>() -> SchemaRef {
    Arc::new(Schema::new(R::fields()))
}

/// The table of some rows. Fails where a column would pass 2 GiB of text.
///
/// # Panics
/// Never: the columns are made for the fields.
pub fn batch<R: Row>(rows: &[impl std::borrow::Borrow<R>]) -> Result<RecordBatch, Error> {
    let rows: Vec<Option<&R>> = rows.iter().map(|row| Some(row.borrow())).collect();
    let columns = R::columns(&rows)?;
    Ok(RecordBatch::try_new(schema::<R>(), columns)
        .expect("the columns are made for these fields, all of one length"))
}
