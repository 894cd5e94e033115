//! Reads a file of events and says how many rows it has, how fast they came and what is odd: `rows FILE [FORM]`.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::Read;
use std::time::Instant;

use saydo_coded::Form;

fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1).ok_or("say which file")?;
    let mut first = vec![0; 64 << 10];
    let taken = File::open(&name)?.read(&mut first)?;
    let form = std::env::args().nth(2).and_then(|form| Form::of(&form));
    let form =
        form.or_else(|| Form::sniff(&name, &first[..taken])).ok_or("this is no format that is known here")?;
    let (mut rows, mut odd, start) = (0u64, BTreeMap::new(), Instant::now());
    for row in form.reader(&name, File::open(&name)?)? {
        match row {
            Ok(_) => rows += 1,
            Err(one) => {
                let count: &mut u64 = odd.entry(one.code.name()).or_default();
                *count += 1;
                if *count <= 3 {
                    println!("{one}");
                }
            }
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{}: {rows} rows in {seconds:.2} s, {:.0} a second; odd: {odd:?}",
        form.name(),
        rows as f64 / seconds
    );
    Ok(())
}
