//! Spans of time, sizes and networks as people write them.

use std::time::Duration;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use jiff::{Span, SpanRelativeTo};

/// A span of time: "90s", "30m", "1h", "2d", "1h 30m"; a day has 24 hours, and months have no length. Else what is
/// wrong, and what to do.
pub(crate) fn duration(typed: &str) -> Result<Duration, String> {
    let day = SpanRelativeTo::days_are_24_hours();
    let length = typed.parse::<Span>().ok().and_then(|span| span.to_duration(day).ok());
    let told = length.and_then(|length| Duration::try_from(length).ok());
    told.ok_or_else(|| {
        format!("\"{typed}\" is no span of time; write it as in \"90s\", \"30m\", \"1h\" or \"2d\"")
    })
}

/// A span of time in the largest unit that divides it: "90s", "30m", "2d".
pub(crate) fn told(span: Duration) -> String {
    let seconds = span.as_secs();
    let units = [(86_400, "d"), (3_600, "h"), (60, "m")];
    let fits = units.iter().find(|(length, _)| seconds > 0 && seconds.is_multiple_of(*length));
    fits.map_or_else(|| format!("{seconds}s"), |(length, unit)| format!("{}{unit}", seconds / length))
}

/// How many bytes each unit has, the longest names first.
const UNITS: &[(&str, usize)] = &[
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
    ("kb", 1_000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
    ("b", 1),
    ("", 1),
];

/// A number of bytes: "16MiB", "500 kB", "1048576". Else what is wrong, and what to do.
pub(crate) fn size(typed: &str) -> Result<usize, String> {
    let lower = typed.to_ascii_lowercase();
    let end = lower.find(|c: char| !c.is_ascii_digit() && c != '_').unwrap_or(lower.len());
    let (digits, unit) = lower.split_at(end);
    let number = digits.replace('_', "").parse::<usize>().ok();
    let unit = UNITS.iter().find(|(name, _)| *name == unit.trim()).map(|(_, bytes)| *bytes);
    let bytes = number.zip(unit).and_then(|(number, unit)| number.checked_mul(unit));
    bytes.ok_or_else(|| format!("\"{typed}\" is no size; write it as in \"16MiB\", \"500kB\" or 1048576"))
}

/// A network or a single address, as it is written from its first address on. Else what is wrong, and what to do.
pub(crate) fn network(typed: &str) -> Result<String, String> {
    if let Some(address) = single(typed) {
        return Ok(address);
    }
    let net: IpNet = typed.parse().map_err(|_| {
        format!("\"{typed}\" is no address; write one as in \"10.1.2.3\" or a network as in \"10.0.0.0/8\"")
    })?;
    if net.trunc() == net {
        return Ok(net.to_string());
    }
    Err(format!("\"{typed}\" names an address within a network; write {} or {}", net.trunc(), net.addr()))
}

/// A single address: a network of one.
fn single(typed: &str) -> Option<String> {
    let old = || format!("{typed}/32").parse::<Ipv4Net>().ok().map(|net| net.addr().to_string());
    let new = || format!("{typed}/128").parse::<Ipv6Net>().ok().map(|net| net.addr().to_string());
    old().or_else(new)
}

/// Whether a span is at least `least` and at most `most`; else what to do.
pub(crate) fn between(span: Duration, least: Duration, most: Duration) -> Result<Duration, String> {
    if (least..=most).contains(&span) {
        return Ok(span);
    }
    Err(format!("{} is out of bounds; write something from {} to {}", told(span), told(least), told(most)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_time_are_read() {
        for (typed, seconds) in [
            ("90s", 90),
            ("30m", 1_800),
            ("1h", 3_600),
            ("2d", 172_800),
            ("1h 30m", 5_400),
            ("2 days", 172_800),
            ("PT15M", 900),
            ("0s", 0),
        ] {
            assert_eq!(duration(typed), Ok(Duration::from_secs(seconds)), "{typed}");
        }
        for typed in ["", "soon", "30", "1 month", "1y", "-5m", "99999999999999h", "\u{661}m"] {
            assert!(duration(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn spans_of_time_are_told_shortly() {
        for typed in ["90s", "30m", "1h", "2d", "0s"] {
            assert_eq!(told(duration(typed).unwrap()), typed);
        }
    }

    #[test]
    fn sizes_are_read() {
        let good =
            [("16MiB", 16 << 20), ("500 kB", 500_000), ("1_048_576", 1 << 20), ("7b", 7), ("1GiB", 1 << 30)];
        for (typed, bytes) in good {
            assert_eq!(size(typed), Ok(bytes), "{typed}");
        }
        for typed in ["", "MiB", "16 sacks", "-1", "1.5MiB", "99999999999999999999", "99999999999GiB"] {
            assert!(size(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn networks_and_single_addresses_are_read() {
        for typed in ["10.0.0.0/8", "127.0.0.1", "::1", "fd00::/8"] {
            assert_eq!(network(typed).as_deref(), Ok(typed));
        }
        assert_eq!(
            network("10.1.2.3/8").unwrap_err(),
            "\"10.1.2.3/8\" names an address within a network; write 10.0.0.0/8 or 10.1.2.3"
        );
        for typed in ["localhost", "10.0.0.0/33", "10.0.0", "", "10.0.0.1:80"] {
            assert!(network(typed).is_err(), "{typed}");
        }
    }
}
