//! Parquet.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use crate::stripe::{Stripe, schema};
use crate::{Cell, Notes, Result, Table, Writer};

/// Rows are kept until there are so many of them or so many bytes, and then become a row group.
const MOST_ROWS: usize = 1 << 16;
const MOST_BYTES: usize = 1 << 24;

/// Writes Apache Parquet, compressed with Snappy, in row groups of at most 65,536 rows and about 16 MB. Text is not
/// changed, days are `DATE` and lists `LIST`. The notes and, as `docs`, what the columns mean stand in the file's
/// key-value metadata.
pub struct Parquet<'t, W: Write + Send> {
    table: &'t Table,
    out: SerializedFileWriter<W>,
    stripes: Vec<Stripe>,
    rows: u64,
    kept_rows: usize,
    kept_bytes: usize,
}

impl<'t, W: Write + Send> Parquet<'t, W> {
    /// Writes the head.
    pub fn new(table: &'t Table, notes: &Notes, out: W) -> Result<Self> {
        let fields = table.columns.iter().map(schema).collect::<::parquet::errors::Result<_>>()?;
        let root = Type::group_type_builder(table.name).with_fields(fields).build()?;
        let notes = notes.0.iter().map(|(name, value)| (name.clone(), value.clone()));
        let notes = notes.chain([("docs".to_owned(), table.docs())]);
        let notes = notes.map(|(name, value)| KeyValue::new(name, value)).collect();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("saydo ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(notes));
        let out = SerializedFileWriter::new(out, Arc::new(root), Arc::new(properties.build()))?;
        let stripes = table.columns.iter().map(|column| Stripe::of(column.kind)).collect();
        Ok(Self { table, out, stripes, rows: 0, kept_rows: 0, kept_bytes: 0 })
    }

    fn flush(&mut self) -> Result<()> {
        let mut group = self.out.next_row_group()?;
        for stripe in &mut self.stripes {
            if let Some(column) = group.next_column()? {
                stripe.write(column)?;
            }
        }
        group.close()?;
        (self.kept_rows, self.kept_bytes) = (0, 0);
        Ok(())
    }
}

impl<W: Write + Send> Writer for Parquet<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.rows += 1;
        self.table.check(self.rows, cells)?;
        self.kept_bytes +=
            self.stripes.iter_mut().zip(cells).map(|(stripe, cell)| stripe.take(cell)).sum::<usize>();
        self.kept_rows += 1;
        if self.kept_rows >= MOST_ROWS || self.kept_bytes >= MOST_BYTES { self.flush() } else { Ok(()) }
    }

    fn end(&mut self) -> Result<()> {
        if self.kept_rows > 0 {
            self.flush()?;
        }
        self.out.finish()?;
        Ok(self.out.inner_mut().flush()?)
    }
}
