//! How a value becomes a place in a column, and comes back.

use std::sync::Arc;

use arrow_array::types::{ArrowPrimitiveType, Date32Type, Float32Type, Float64Type, Int8Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, ListArray, PrimitiveArray, StringArray, StructArray};
use arrow_buffer::{BooleanBuffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, FieldRef, Fields};
use jiff::civil::{Date, date};

use crate::Error;

/// What the offsets of a column can count.
const LIMIT: usize = i32::MAX as usize;

/// A value that has a type in Arrow. `None` among cells stands for a parent that is not there, or an absent option.
pub trait Cell: Sized {
    /// Whether a value may be absent.
    const OPTIONAL: bool = false;

    /// Its type.
    fn data_type() -> DataType;

    /// The column of some values.
    fn column(cells: &[Option<&Self>]) -> Result<ArrayRef, Error>;

    /// The value in a row of a column that has this type; `None` where it is missing or out of range.
    fn read(column: &dyn Array, row: usize) -> Option<Self>;

    /// A field of this type.
    fn field(name: &str) -> Field {
        Field::new(name, Self::data_type(), Self::OPTIONAL)
    }
}

/// A column of this very type.
pub(crate) fn cast<A: Array + 'static>(column: &dyn Array) -> Option<&A> {
    column.as_any().downcast_ref()
}

/// Where values are there; nothing where all are.
pub(crate) fn presence<T>(cells: &[Option<&T>]) -> Option<NullBuffer> {
    let is_whole = cells.iter().all(Option::is_some);
    (!is_whole).then(|| NullBuffer::new(cells.iter().map(Option::is_some).collect::<BooleanBuffer>()))
}

/// Offsets of stretches of these lengths, one behind the other.
fn offsets(lengths: impl Iterator<Item = usize>) -> Result<OffsetBuffer<i32>, Error> {
    let mut at = 0_usize;
    let mut all = vec![0_i32];
    for length in lengths {
        at = at.saturating_add(length);
        all.push(i32::try_from(at).map_err(|_| Error::TooLarge { limit: LIMIT })?);
    }
    Ok(OffsetBuffer::new(ScalarBuffer::from(all)))
}

impl Cell for String {
    fn data_type() -> DataType {
        DataType::Utf8
    }

    fn column(cells: &[Option<&Self>]) -> Result<ArrayRef, Error> {
        // Only looked at: an array of strings that are too many would panic.
        offsets(cells.iter().map(|cell| cell.map_or(0, String::len)))?;
        Ok(Arc::new(cells.iter().copied().collect::<StringArray>()))
    }

    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = cast::<StringArray>(column)?;
        column.is_valid(row).then(|| column.value(row).to_owned())
    }
}

impl Cell for bool {
    fn data_type() -> DataType {
        DataType::Boolean
    }

    fn column(cells: &[Option<&Self>]) -> Result<ArrayRef, Error> {
        Ok(Arc::new(cells.iter().map(|cell| cell.copied()).collect::<BooleanArray>()))
    }

    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = cast::<BooleanArray>(column)?;
        column.is_valid(row).then(|| column.value(row))
    }
}

/// A cell that is a number: its type in Arrow, and the ways there and back.
macro_rules! number {
    ($cell:ty, $arrow:ty, $there:expr, $back:expr) => {
        impl Cell for $cell {
            fn data_type() -> DataType {
                <$arrow>::DATA_TYPE
            }

            fn column(cells: &[Option<&Self>]) -> Result<ArrayRef, Error> {
                let values = cells.iter().map(|cell| cell.map($there));
                Ok(Arc::new(values.collect::<PrimitiveArray<$arrow>>()))
            }

            fn read(column: &dyn Array, row: usize) -> Option<Self> {
                let column = cast::<PrimitiveArray<$arrow>>(column)?;
                column.is_valid(row).then(|| column.value(row)).and_then($back)
            }
        }
    };
}

// A number of soldiers past 2^63 is kept as 2^63 - 1.
number!(u64, Int64Type, |&n| i64::try_from(n).unwrap_or(i64::MAX), |n| u64::try_from(n).ok());
number!(usize, Int64Type, |&n| i64::try_from(n).unwrap_or(i64::MAX), |n| usize::try_from(n).ok());
number!(u32, Int64Type, |&n| i64::from(n), |n| u32::try_from(n).ok());
number!(u8, Int8Type, |&n| i8::try_from(n).unwrap_or(i8::MAX), |n| u8::try_from(n).ok());
number!(f32, Float32Type, |&x| x, Some);
number!(f64, Float64Type, |&x| x, Some);
number!(Date, Date32Type, |&day| days_since_1970(day), |days| EPOCH
    .checked_add(jiff::Span::new().try_days(days).ok()?)
    .ok());

/// The day from which Arrow counts.
const EPOCH: Date = date(1970, 1, 1);

fn days_since_1970(day: Date) -> i32 {
    EPOCH.until(day).map_or(0, |span| span.get_days())
}

/// Fields of a structure that may be absent. Arrow lets its fields be absent with it whatever they say; writers of Parquet
/// ask that they say so too.
fn optional(fields: &Fields) -> Fields {
    let loosened = |field: &FieldRef| {
        let field = field.as_ref().clone().with_nullable(true);
        match field.data_type() {
            DataType::Struct(inner) => {
                let inner = DataType::Struct(optional(inner));
                field.with_data_type(inner)
            }
            _ => field,
        }
    };
    fields.iter().map(loosened).collect()
}

/// A column whose structures have fields that may be absent.
fn loosened(column: ArrayRef) -> ArrayRef {
    let Some(structures) = cast::<StructArray>(&column) else { return column };
    let (fields, columns, presence) = structures.clone().into_parts();
    let columns = columns.into_iter().map(loosened).collect();
    Arc::new(StructArray::new(optional(&fields), columns, presence))
}

impl<T: Cell> Cell for Option<T> {
    const OPTIONAL: bool = true;

    fn data_type() -> DataType {
        match T::data_type() {
            DataType::Struct(fields) => DataType::Struct(optional(&fields)),
            other => other,
        }
    }

    fn column(cells: &[Option<&Self>]) -> Result<ArrayRef, Error> {
        let cells: Vec<_> = cells.iter().map(|cell| cell.and_then(Option::as_ref)).collect();
        Ok(loosened(T::column(&cells)?))
    }

    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        if column.is_null(row) { Some(None) } else { T::read(column, row).map(Some) }
    }
}

impl<T: Cell> Cell for Vec<T> {
    fn data_type() -> DataType {
        DataType::List(Arc::new(T::field("item")))
    }

    fn column(cells: &[Option<&Self>]) -> Result<ArrayRef, Error> {
        let offsets = offsets(cells.iter().map(|cell| cell.map_or(0, Vec::len)))?;
        let items: Vec<Option<&T>> = cells.iter().copied().flatten().flatten().map(Some).collect();
        let field = Arc::new(T::field("item"));
        Ok(Arc::new(ListArray::new(field, offsets, T::column(&items)?, presence(cells))))
    }

    fn read(column: &dyn Array, row: usize) -> Option<Self> {
        let column = cast::<ListArray>(column)?;
        let items = column.is_valid(row).then(|| column.value(row))?;
        (0..items.len()).map(|at| T::read(&items, at)).collect()
    }
}
