//! `docs/arrow.md` lists the columns as they are.

#![allow(clippy::unwrap_used, reason = "tests")]

use expect_test::expect_file;
use saydo_arrow::{Shape, document};

/// `page` with the table between the two marks of this name made anew.
fn with(page: &str, name: &str, table: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, rest) = page.split_once(&open).unwrap();
    let (_, after) = rest.split_once(&close).unwrap();
    format!("{before}{open}\n{table}\n{close}{after}")
}

#[test]
fn the_page_lists_the_columns() {
    let page = include_str!("../../../docs/arrow.md");
    let page = with(page, "flat", &document(Shape::Flat));
    let page = with(&page, "nested", &document(Shape::Nested));
    expect_file!["../../../docs/arrow.md"].assert_eq(&page);
}
