//! The headers of an answer, read for what the caller wants to know.

use std::time::Duration;

use ureq::http::{HeaderMap, HeaderValue};

use crate::{Answer, RetryAfter};

/// Fills in what the headers tell.
pub(crate) fn read(headers: &HeaderMap) -> Answer {
    let (form, charset) = text(headers, "content-type").map_or((None, None), |value| content_type(&value));
    Answer {
        etag: text(headers, "etag"),
        last_modified: text(headers, "last-modified"),
        form,
        charset,
        retry_after: text(headers, "retry-after").and_then(|value| retry_after(&value)),
        fresh: fresh(headers),
        ..Answer::default()
    }
}

/// The first header of that name, byte for byte: each byte is one character, so that it can be sent back as it came.
pub(crate) fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| value.as_bytes().iter().copied().map(char::from).collect())
}

/// All headers of that name as one list.
pub(crate) fn list(headers: &HeaderMap, name: &str) -> String {
    let values = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    values.collect::<Vec<_>>().join(", ")
}

/// A header's value from what [`text`] gave; `None` where it can stand in no header.
pub(crate) fn value(text: &str) -> Option<HeaderValue> {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c).ok()).collect();
    HeaderValue::from_bytes(&bytes?).ok()
}

/// Media type and charset of RFC 9110, section 8.3.
fn content_type(value: &str) -> (Option<String>, Option<String>) {
    let mut parts = value.split(';').map(str::trim);
    let form = parts.next().filter(|form| form.contains('/')).map(str::to_ascii_lowercase);
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    });
    (form, charset.filter(|charset| !charset.is_empty()))
}

fn retry_after(value: &str) -> Option<RetryAfter> {
    let value = value.trim();
    if let Some(seconds) = seconds(value) {
        return Some(RetryAfter::Seconds(seconds));
    }
    let at = jiff::Timestamp::try_from(httpdate::parse_http_date(value).ok()?).ok()?;
    Some(RetryAfter::At(at.to_string()))
}

/// How long an answer stays fresh; see [`Answer::fresh`].
fn fresh(headers: &HeaderMap) -> Option<Duration> {
    let control = list(headers, "cache-control").to_ascii_lowercase();
    let directives: Vec<(&str, &str)> = control.split(',').map(|d| pair(d.trim())).collect();
    let has = |name: &str| directives.iter().any(|(n, _)| *n == name);
    let named = |name: &str| directives.iter().find(|(n, _)| *n == name).and_then(|(_, v)| whole(v));
    if has("no-cache") || has("no-store") {
        return Some(Duration::ZERO);
    }
    let life = named("max-age").or_else(|| named("s-maxage")).or_else(|| expires(headers))?;
    let age = text(headers, "age").and_then(|age| whole(age.trim())).unwrap_or_default();
    Some(life.saturating_sub(age))
}

fn expires(headers: &HeaderMap) -> Option<Duration> {
    let date = |name: &str| text(headers, name).map(|value| httpdate::parse_http_date(value.trim()));
    match (date("expires")?, date("date")) {
        (Ok(end), Some(Ok(start))) => Some(end.duration_since(start).unwrap_or_default()),
        (Ok(_), _) => None,
        // "0" and other words that are no date mean that it is stale already (RFC 9111, section 5.3).
        (Err(_), _) => Some(Duration::ZERO),
    }
}

fn pair(directive: &str) -> (&str, &str) {
    directive
        .split_once('=')
        .map_or((directive, ""), |(name, value)| (name.trim(), value.trim().trim_matches('"')))
}

fn whole(digits: &str) -> Option<Duration> {
    seconds(digits).map(Duration::from_secs)
}

/// A number of seconds; what is longer than a century is cut, so that no sum with it can overflow.
fn seconds(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().map_or(u64::from(u32::MAX), |n: u64| n.min(u32::MAX.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[(&'static str, &str)]) -> Answer {
        read(
            &lines
                .iter()
                .map(|(n, v)| (n.parse().unwrap(), HeaderValue::from_bytes(v.as_bytes()).unwrap()))
                .collect(),
        )
    }

    #[test]
    fn the_media_type_is_split() {
        let split = |value| {
            let answer = of(&[("content-type", value)]);
            (answer.form.unwrap_or_default(), answer.charset.unwrap_or_default())
        };
        assert_eq!(split("Text/HTML; Charset=\"utf-8\""), ("text/html".into(), "utf-8".into()));
        assert_eq!(split("text/xml;a=b; charset = koi8-u"), ("text/xml".into(), "koi8-u".into()));
        assert_eq!(split("application/atom+xml"), ("application/atom+xml".into(), String::new()));
        assert_eq!(split("nonsense; charset="), (String::new(), String::new()));
    }

    #[test]
    fn validators_come_and_go_byte_for_byte() {
        for etag in ["\"a\"", "W/\"b c\"", "bare", "\"\u{e9}\""] {
            let latin: Vec<u8> = etag.chars().map(|c| c as u8).collect();
            let headers =
                [("etag".parse().unwrap(), HeaderValue::from_bytes(&latin).unwrap())].into_iter().collect();
            let kept = read(&headers).etag.unwrap();
            assert_eq!(kept, etag);
            assert_eq!(value(&kept).unwrap().as_bytes(), latin);
        }
        assert_eq!(value("a\r\nb"), None);
        assert_eq!(value("\u{416}"), None);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let wait = |value| of(&[("retry-after", value)]).retry_after;
        assert_eq!(wait("120"), Some(RetryAfter::Seconds(120)));
        assert_eq!(wait("99999999999999999999999"), Some(RetryAfter::Seconds(u32::MAX.into())));
        let at = Some(RetryAfter::At("1994-11-06T08:49:37Z".to_owned()));
        assert_eq!(wait("Sun, 06 Nov 1994 08:49:37 GMT"), at);
        assert_eq!(wait("Sunday, 06-Nov-94 08:49:37 GMT"), at);
        assert_eq!(wait("Sun Nov  6 08:49:37 1994"), at);
        assert_eq!(wait("-5"), None);
        assert_eq!(wait("soon"), None);
    }

    #[test]
    fn freshness_follows_rfc_9111() {
        let fresh = |lines: &[(&'static str, &str)]| of(lines).fresh.map(|f| f.as_secs());
        let (date, later) = (("date", "Sun, 06 Nov 1994 08:00:00 GMT"), "Sun, 06 Nov 1994 09:00:00 GMT");
        assert_eq!(fresh(&[("cache-control", "public, Max-Age=600")]), Some(600));
        assert_eq!(fresh(&[("cache-control", "s-maxage=60, max-age=\"600\"")]), Some(600));
        assert_eq!(fresh(&[("cache-control", "s-maxage=60")]), Some(60));
        assert_eq!(fresh(&[("cache-control", "max-age=600, no-cache"), date]), Some(0));
        assert_eq!(fresh(&[("cache-control", "max-age=600"), ("age", "100")]), Some(500));
        assert_eq!(fresh(&[("cache-control", "max-age=600"), ("expires", later), date]), Some(600));
        assert_eq!(fresh(&[("expires", later), date]), Some(3600));
        assert_eq!(fresh(&[("expires", date.1), ("date", later)]), Some(0));
        assert_eq!(fresh(&[("expires", "0")]), Some(0));
        assert_eq!(fresh(&[("expires", later)]), None);
        assert_eq!(fresh(&[("cache-control", "max-age=ten")]), None);
        assert_eq!(fresh(&[]), None);
    }
}
