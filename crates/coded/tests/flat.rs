//! A file of any size is read in memory that does not grow with it.

#![allow(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use std::io::Read;

use saydo_coded::{Form, Options};

/// Rows of GDELT made as they are read, each with an id of its own.
struct Made {
    row: u64,
    rows: u64,
    text: Vec<u8>,
    at: usize,
}

impl Read for Made {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.text.len() {
            if self.row == self.rows {
                return Ok(0);
            }
            (self.row, self.at) = (self.row + 1, 0);
            self.text = row(self.row).into_bytes();
        }
        let taken = (self.text.len() - self.at).min(into.len());
        into[..taken].copy_from_slice(&self.text[self.at..][..taken]);
        self.at += taken;
        Ok(taken)
    }
}

fn row(id: u64) -> String {
    let sides = "RUSMIL\tARMY\tRUS\t\t\t\t\tMIL\t\t\tUKR\tUKRAINE\tUKR\t\t\t\t\t\t\t";
    let place = "4\tYelnya, Smolensk Oblast, Russia\tRS\tRS69\t\t54.5\t33.1\t-2999";
    let places = format!("{place}\t{place}\t{place}");
    let (head, codes) =
        (format!("{id}\t20220215\t202202\t2022\t2022.2055"), "1\t0874\t087\t08\t2\t10\t4\t2\t3\t-1.5");
    format!("{head}\t{sides}\t{codes}\t{places}\t20220215120000\thttps://example.org/{id:0140}\n")
}

/// The most memory that this process has had, in bytes; none where the system does not tell.
fn most() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib << 10)
}

#[test]
fn two_hundred_megabytes_pass_in_a_few() {
    let rows = 200_000_000 / row(1).len() as u64;
    let made = Made { row: 0, rows, text: Vec::new(), at: 0 };
    let mut writer = Form::Icews.writer(std::io::sink(), Options::default()).unwrap();
    let before = most();
    for event in Form::GdeltEvents.reader("made", made).unwrap() {
        writer.event(&event.unwrap()).unwrap();
    }
    assert_eq!(writer.end().unwrap().written, rows);
    if let (Some(before), Some(after)) = (before, most()) {
        assert!(after - before < 64 << 20, "{} MiB more", (after - before) >> 20);
    }
}
