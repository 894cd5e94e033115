//! Packed columns: whole numbers of few bytes, and the events of one report as a picture loads them.
//!
//! A picture loads all events of a ledger at once, so they are kept in one column for each report, beside the rows that
//! queries use: facts of a million events are made from it in a third of the time that it takes to read their rows alone
//! (see `examples/grow.rs`), and a damaged column is found, because every number must be there and nothing be left over.

use saydo_facts::Days;

use crate::day;

/// The form of a packed list of events; a later form gets another number.
const FORM: u64 = 1;

/// An event with its words as numbers of the tables `code`, `word`, `entity` and `place`; 0 stands for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) code: u32,
    pub(crate) lemma: u32,
    pub(crate) standing: u32,
    pub(crate) negated: bool,
    pub(crate) hedged: bool,
    pub(crate) speaker: u32,
    pub(crate) carrier: u32,
    pub(crate) statement: Option<u32>,
    pub(crate) act: u32,
    pub(crate) actors: Vec<u32>,
    pub(crate) recipients: Vec<u32>,
    pub(crate) forces: Vec<Moved>,
    pub(crate) places: Vec<u32>,
    pub(crate) time: Option<Days>,
    pub(crate) by: Option<Days>,
    pub(crate) from: Option<Days>,
    pub(crate) said: Option<Days>,
    pub(crate) count: Option<(Option<u64>, Option<u64>)>,
    /// In hundredths, as the public record has it.
    pub(crate) confidence: u32,
}

/// A force element of a [`Line`], in words of the table `word`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moved {
    pub(crate) element: u32,
    pub(crate) movement: u32,
    pub(crate) extent: u32,
    pub(crate) low: Option<u64>,
    pub(crate) high: Option<u64>,
}

/// Writes numbers one after another.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    pub(crate) fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.bytes.push(n as u8);
    }

    /// A text with its length before it.
    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn maybe(&mut self, n: Option<u64>) {
        self.number(n.map_or(0, |n| n.saturating_add(1)));
    }

    /// A list with its length before it.
    pub(crate) fn list(&mut self, ids: &[u32]) {
        self.number(ids.len() as u64);
        for &id in ids {
            self.number(u64::from(id));
        }
    }

    /// The first day as a number, and how much greater the number of the last one is.
    fn days(&mut self, days: Option<Days>) {
        match days.and_then(|d| Some((day::number(d.first)?, day::number(d.last)?))) {
            Some((first, last)) => {
                self.number(u64::from(first));
                self.number(u64::from(last.saturating_sub(first)));
            }
            None => self.number(0),
        }
    }

    fn line(&mut self, line: &Line) {
        let flags = u64::from(line.negated) | u64::from(line.hedged) << 1;
        for n in [line.code, line.lemma, line.standing] {
            self.number(u64::from(n));
        }
        self.number(flags);
        for n in [line.speaker, line.carrier, line.act] {
            self.number(u64::from(n));
        }
        self.maybe(line.statement.map(u64::from));
        self.list(&line.actors);
        self.list(&line.recipients);
        self.number(line.forces.len() as u64);
        for force in &line.forces {
            self.force(force);
        }
        self.list(&line.places);
        for days in [line.time, line.by, line.from, line.said] {
            self.days(days);
        }
        self.number(u64::from(line.count.is_some()));
        if let Some((low, high)) = line.count {
            self.maybe(low);
            self.maybe(high);
        }
        self.number(u64::from(line.confidence));
    }

    fn force(&mut self, force: &Moved) {
        for n in [force.element, force.movement, force.extent] {
            self.number(u64::from(n));
        }
        self.maybe(force.low);
        self.maybe(force.high);
    }
}

/// Packs the events of a report.
pub(crate) fn events(lines: &[Line]) -> Vec<u8> {
    let mut out = Writer::default();
    out.number(FORM);
    out.number(lines.len() as u64);
    for line in lines {
        out.line(line);
    }
    out.bytes
}

/// Packs a list of numbers, such as entities or the ends of spans.
pub(crate) fn list(ids: &[u32]) -> Vec<u8> {
    let mut out = Writer::default();
    out.list(ids);
    out.bytes
}

/// Bytes that are not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damaged;

type Read<T> = Result<T, Damaged>;

/// Reads numbers one after another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(crate) fn of(bytes: &'b [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    fn byte(&mut self) -> Read<u8> {
        let (&first, rest) = self.bytes.split_first().ok_or(Damaged)?;
        self.bytes = rest;
        Ok(first)
    }

    pub(crate) fn number(&mut self) -> Result<u64, Damaged> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(u64::from(first));
        }
        let mut n = u64::from(first & 0x7f);
        for shift in (7..64).step_by(7) {
            let byte = self.byte()?;
            n |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(n);
            }
        }
        Err(Damaged)
    }

    pub(crate) fn id(&mut self) -> Read<u32> {
        u32::try_from(self.number()?).map_err(|_| Damaged)
    }

    fn maybe(&mut self) -> Read<Option<u64>> {
        Ok(self.number()?.checked_sub(1))
    }

    /// How many items follow; each takes a byte at least, so that no damaged length asks for memory.
    fn length(&mut self) -> Read<usize> {
        usize::try_from(self.number()?).ok().filter(|&n| n <= self.bytes.len()).ok_or(Damaged)
    }

    pub(crate) fn text(&mut self) -> Result<String, Damaged> {
        let length = self.length()?;
        let (text, rest) = self.bytes.split_at_checked(length).ok_or(Damaged)?;
        self.bytes = rest;
        str::from_utf8(text).map(str::to_owned).map_err(|_| Damaged)
    }

    /// A number with a fraction, in the eight bytes of its bits.
    pub(crate) fn real(&mut self) -> Result<f64, Damaged> {
        let (bits, rest) = self.bytes.split_first_chunk().ok_or(Damaged)?;
        self.bytes = rest;
        Ok(f64::from_bits(u64::from_le_bytes(*bits)))
    }

    /// A list into room that is used again.
    pub(crate) fn list(&mut self, into: &mut Vec<u32>) -> Read<()> {
        into.clear();
        for _ in 0..self.length()? {
            into.push(self.id()?);
        }
        Ok(())
    }

    fn days(&mut self) -> Read<Option<Days>> {
        let number = self.id()?;
        if number == 0 {
            return Ok(None);
        }
        let first = day::of_number(number).ok_or(Damaged)?;
        let last = match self.id()? {
            0 => first,
            further => number.checked_add(further).and_then(day::of_number).ok_or(Damaged)?,
        };
        Ok(Some(Days { first, last }))
    }

    fn line(&mut self, line: &mut Line) -> Read<()> {
        (line.code, line.lemma, line.standing) = (self.id()?, self.id()?, self.id()?);
        let flags = self.number()?;
        (line.negated, line.hedged) = (flags & 1 != 0, flags & 2 != 0);
        (line.speaker, line.carrier, line.act) = (self.id()?, self.id()?, self.id()?);
        line.statement = self.maybe()?.map(|n| n as u32);
        self.list(&mut line.actors)?;
        self.list(&mut line.recipients)?;
        line.forces.clear();
        for _ in 0..self.length()? {
            line.forces.push(self.force()?);
        }
        self.list(&mut line.places)?;
        (line.time, line.by, line.from) = (self.days()?, self.days()?, self.days()?);
        line.said = self.days()?;
        line.count = if self.number()? == 0 { None } else { Some((self.maybe()?, self.maybe()?)) };
        line.confidence = self.id()?;
        Ok(())
    }

    fn force(&mut self) -> Read<Moved> {
        Ok(Moved {
            element: self.id()?,
            movement: self.id()?,
            extent: self.id()?,
            low: self.maybe()?,
            high: self.maybe()?,
        })
    }
}

/// Hands out the packed events of a report one by one, with their numbers from 1.
pub(crate) fn each(bytes: &[u8], line: &mut Line, mut take: impl FnMut(u32, &Line)) -> Read<()> {
    let mut reader = Reader::of(bytes);
    if reader.number()? != FORM {
        return Err(Damaged);
    }
    for nth in 1..=reader.length()? {
        reader.line(line)?;
        take(nth as u32, line);
    }
    if reader.is_at_end() { Ok(()) } else { Err(Damaged) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn full() -> Line {
        Line {
            code: 7,
            lemma: 300,
            standing: 2,
            negated: true,
            hedged: true,
            speaker: 70_000,
            carrier: 1,
            statement: Some(u32::MAX),
            act: 9,
            actors: vec![1, 2, u32::MAX],
            recipients: vec![5],
            forces: vec![Moved { element: 1, movement: 2, extent: 3, low: Some(0), high: Some(100_000) }],
            places: vec![8, 9],
            time: Some(Days::on(date(2022, 2, 15))),
            by: Some(Days { first: date(2022, 2, 1), last: date(2023, 1, 31) }),
            from: None,
            said: Some(Days::on(date(2022, 2, 14))),
            count: Some((Some(1_566), None)),
            confidence: 93,
        }
    }

    fn unpacked(bytes: &[u8]) -> Option<Vec<Line>> {
        let mut lines = Vec::new();
        each(bytes, &mut Line::default(), |_, line| lines.push(line.clone())).ok()?;
        Some(lines)
    }

    #[test]
    fn events_come_back_as_they_were_packed() {
        let lines = vec![Line::default(), full(), Line::default()];
        assert_eq!(unpacked(&events(&lines)), Some(lines));
        assert_eq!(unpacked(&events(&[])), Some(Vec::new()));
    }

    #[test]
    fn a_piece_of_a_column_is_found_damaged() {
        let whole = events(&[full(), full()]);
        for length in 0..whole.len() {
            assert_eq!(unpacked(&whole[..length]), None, "{length} bytes of {}", whole.len());
        }
        assert_eq!(unpacked(&[whole.as_slice(), &[0]].concat()), None);
    }

    #[test]
    fn no_bytes_make_it_panic_or_ask_for_much_memory() {
        let whole = events(&[full()]);
        for at in 0..whole.len() {
            for byte in 0..=u8::MAX {
                let mut bytes = whole.clone();
                bytes[at] = byte;
                let _ = unpacked(&bytes);
            }
        }
        assert_eq!(unpacked(&[1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
    }

    #[test]
    fn numbers_of_every_length() {
        let numbers: Vec<u64> = (0..64).flat_map(|n| [1 << n, (1 << n) - 1]).chain([u64::MAX]).collect();
        let mut out = Writer::default();
        for &n in &numbers {
            out.number(n);
        }
        let mut reader = Reader::of(&out.bytes);
        let back: Vec<u64> = numbers.iter().filter_map(|_| reader.number().ok()).collect();
        assert_eq!((back, reader.is_at_end()), (numbers, true));
    }
}
