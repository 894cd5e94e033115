//! A column of a few rows, as Parquet takes it.

use jiff::civil::{Date, date};
use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::Result;
use parquet::file::writer::SerializedColumnWriter;
use parquet::schema::types::{Type, TypePtr};

use crate::{Cell, Column, Kind};

/// The values of a column and where they stand.
#[derive(Debug)]
pub(crate) struct Stripe {
    values: Values,
    /// For each value or lack of one how much of it is there: 0 for nothing.
    definition: Vec<i16>,
    /// For lists: 0 where a row begins.
    repetition: Vec<i16>,
}

#[derive(Debug)]
enum Values {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Real(Vec<f64>),
    Truth(Vec<bool>),
    Day(Vec<i32>),
    List(Vec<ByteArray>),
}

impl Stripe {
    pub(crate) fn of(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text => Values::Text(Vec::new()),
            Kind::Integer => Values::Integer(Vec::new()),
            Kind::Real => Values::Real(Vec::new()),
            Kind::Truth => Values::Truth(Vec::new()),
            Kind::Day => Values::Day(Vec::new()),
            Kind::List => Values::List(Vec::new()),
        };
        Self { values, definition: Vec::new(), repetition: Vec::new() }
    }

    /// Takes a cell of its kind, and tells about how many bytes it takes.
    pub(crate) fn take(&mut self, cell: &Cell) -> usize {
        match (&mut self.values, cell) {
            (Values::Text(all), Cell::Text(text)) => all.push(ByteArray::from(text.as_str())),
            (Values::Integer(all), Cell::Integer(number)) => all.push(*number),
            (Values::Real(all), Cell::Real(number)) if number.is_finite() => all.push(*number),
            (Values::Truth(all), Cell::Truth(truth)) => all.push(*truth),
            (Values::Day(all), Cell::Day(day)) => all.push(days(*day)),
            (Values::List(_), Cell::List(texts)) => return self.take_list(texts),
            _ => {
                self.definition.push(0);
                self.repetition.push(0);
                return 8;
            }
        }
        self.definition.push(1);
        self.repetition.push(0);
        if let Cell::Text(text) = cell { text.len() + 48 } else { 16 }
    }

    /// A list that is there has 1, each of its texts 2.
    fn take_list(&mut self, texts: &[String]) -> usize {
        if let Values::List(all) = &mut self.values {
            all.extend(texts.iter().map(|text| ByteArray::from(text.as_str())));
        }
        self.definition.extend(if texts.is_empty() { vec![1] } else { vec![2; texts.len()] });
        self.repetition.extend((0..texts.len().max(1)).map(|n| i16::from(n > 0)));
        texts.iter().map(|text| text.len() + 48).sum::<usize>() + 8
    }

    /// Writes everything and is empty again.
    pub(crate) fn write(&mut self, mut out: SerializedColumnWriter<'_>) -> Result<()> {
        let definition = Some(self.definition.as_slice());
        match &mut self.values {
            Values::Text(all) => out.typed::<ByteArrayType>().write_batch(all, definition, None)?,
            Values::Integer(all) => out.typed::<Int64Type>().write_batch(all, definition, None)?,
            Values::Real(all) => out.typed::<DoubleType>().write_batch(all, definition, None)?,
            Values::Truth(all) => out.typed::<BoolType>().write_batch(all, definition, None)?,
            Values::Day(all) => out.typed::<Int32Type>().write_batch(all, definition, None)?,
            Values::List(all) => {
                out.typed::<ByteArrayType>().write_batch(all, definition, Some(&self.repetition))?
            }
        };
        out.close()?;
        self.clear();
        Ok(())
    }

    fn clear(&mut self) {
        self.definition.clear();
        self.repetition.clear();
        match &mut self.values {
            Values::Text(all) | Values::List(all) => all.clear(),
            Values::Integer(all) => all.clear(),
            Values::Real(all) => all.clear(),
            Values::Truth(all) => all.clear(),
            Values::Day(all) => all.clear(),
        }
    }
}

/// Days from 1 January 1970.
fn days(day: Date) -> i32 {
    (day.duration_since(date(1970, 1, 1)).as_hours() / 24) as i32
}

/// The column as Parquet's schema has it; a list in the three levels that its specification asks for.
pub(crate) fn schema(column: &Column) -> Result<TypePtr> {
    let physical = match column.kind {
        Kind::Text => Physical::BYTE_ARRAY,
        Kind::Integer => Physical::INT64,
        Kind::Real => Physical::DOUBLE,
        Kind::Truth => Physical::BOOLEAN,
        Kind::Day => Physical::INT32,
        Kind::List => return list(column),
    };
    let logical = match column.kind {
        Kind::Text => Some(LogicalType::String),
        Kind::Day => Some(LogicalType::Date),
        _ => None,
    };
    let builder = Type::primitive_type_builder(column.name, physical).with_logical_type(logical);
    Ok(builder.with_repetition(Repetition::OPTIONAL).build()?.into())
}

fn list(column: &Column) -> Result<TypePtr> {
    let element = Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
        .with_logical_type(Some(LogicalType::String))
        .with_repetition(Repetition::REQUIRED)
        .build()?;
    let elements = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![element.into()])
        .build()?;
    let list = Type::group_type_builder(column.name)
        .with_logical_type(Some(LogicalType::List))
        .with_converted_type(ConvertedType::LIST)
        .with_repetition(Repetition::OPTIONAL)
        .with_fields(vec![elements.into()]);
    Ok(list.build()?.into())
}
