//! A report that is too large for one core, shared out in batches.

use rayon::prelude::*;
use saydo_record::Chars;
use saydo_text::Report;

use super::render::{Place, Printer};
use crate::work::{Print, Rendered};

/// Batches that are read at once.
const BATCHES: usize = 128;

/// Reads one large report, some batches at a time, so that neither one core nor the memory carries all of it.
pub(super) fn read(
    printer: &Printer<'_>,
    file: &str,
    report: &Report,
    print: &mut Print<'_>,
) -> anyhow::Result<()> {
    let chars = Chars::of(&report.text);
    let mut batches = printer.engine.batches(report);
    let mut place = Place { file, report, chars: &chars, number: 0 };
    let mut seen = 0;
    print(vec![Printer::start(file, report)], 0)?;
    loop {
        let mut group = Vec::with_capacity(BATCHES);
        for batch in batches.by_ref().take(BATCHES) {
            let number = place.number;
            place.number += batch.sentences.len();
            group.push((batch, Place { number, ..place }));
        }
        let Some((last, _)) = group.last() else {
            return print(Vec::new(), report.text.len() - seen);
        };
        let now = last.start();
        let done: Vec<Rendered> =
            group.into_par_iter().map(|(batch, mut place)| printer.batch(batch, &mut place)).collect();
        print(done, now - std::mem::replace(&mut seen, now))?;
    }
}
