//! What RFC 9309 asks of a reader of robots.txt, rule by rule.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not there")]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use saydo_fetch::robots::Robots;

/// Checks which paths `agent` may fetch: `+/path` may, `-/path` may not.
fn check(file: impl AsRef<[u8]>, agent: &str, paths: &str) {
    let robots = Robots::parse(file.as_ref(), agent);
    for path in paths.split_whitespace() {
        let (sign, path) = path.split_at(1);
        let address = format!("https://example.org{path}");
        assert_eq!(robots.allows(&address), sign == "+", "{agent} {path}");
        assert_eq!(robots.allows(path), robots.allows(&address), "{agent} {path}");
    }
}

#[test]
fn tokens_are_compared_without_case() {
    let file = "User-Agent: SAYDO\nDisallow: /a\n";
    check(file, "saydo", "-/a +/b");
    check(file, "SayDo/0.1 (+https://example.org/)", "-/a +/b");
    check(file, "say", "+/a");
    check("user-agent: saydo/2.0\nDISALLOW: /a", "saydo", "-/a");
}

#[test]
fn a_longer_name_is_another_crawler() {
    check("User-agent: saydoer\nDisallow: /", "saydo", "+/a");
    check("User-agent: saydo\nDisallow: /", "saydoer", "+/a");
}

#[test]
fn the_most_specific_group_counts() {
    let file = "User-agent: saydo\nDisallow: /a\n\nUser-agent: saydo-news\nDisallow: /b\n\n\
                User-agent: *\nDisallow: /c\n";
    check(file, "saydo", "-/a +/b +/c");
    check(file, "saydo-news", "+/a -/b +/c");
    check(file, "saydo-images", "-/a +/b +/c");
    check(file, "other", "+/a +/b -/c");
}

#[test]
fn the_star_counts_only_where_there_is_no_own_group() {
    check("User-agent: *\nDisallow: /\nUser-agent: saydo\nAllow: /\n", "saydo", "+/a");
    check("User-agent: saydo\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "saydo", "+/a");
    check("User-agent: saydo\n\nUser-agent: *\nDisallow: /\n", "saydo", "-/a");
    check("User-agent: other\nDisallow: /\n", "saydo", "+/a");
}

#[test]
fn groups_of_the_same_token_are_one() {
    let file =
        "User-agent: saydo\nDisallow: /a\n\nUser-agent: x\nDisallow: /x\n\nUser-agent: Saydo\nDisallow: /b\n";
    check(file, "saydo", "-/a -/b +/x +/c");
    let any = "User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /x\nUser-agent: *\nDisallow: /b\n";
    check(any, "saydo", "-/a -/b +/x");
}

#[test]
fn several_names_may_stand_before_one_group() {
    check(
        "User-agent: x\nUser-agent: saydo\n\n# and so on\nUser-agent: y\nDisallow: /a\n",
        "saydo",
        "-/a +/b",
    );
}

#[test]
fn the_longest_rule_counts_and_allow_among_equals() {
    check("User-agent: *\nAllow: /p\nDisallow: /\n", "saydo", "+/page -/folder");
    check("User-agent: *\nAllow: /folder\nDisallow: /folder\n", "saydo", "+/folder/page");
    check("User-agent: *\nDisallow: /folder\nAllow: /folder\n", "saydo", "+/folder/page");
    check("User-agent: *\nAllow: /page\nDisallow: /*.htm\n", "saydo", "-/page.htm +/page");
    check("User-agent: *\nAllow: /$\nDisallow: /\n", "saydo", "+/ -/page.htm");
    let file = "User-agent: *\nDisallow: /a/\nAllow: /a/b/\nDisallow: /a/b/c/\n";
    check(file, "saydo", "-/a/ +/a/b/ +/a/b/d -/a/b/c/e +/a");
}

#[test]
fn paths_are_compared_with_their_case() {
    check("User-agent: *\nDisallow: /Fish\n", "saydo", "-/Fish -/Fish.html -/Fishing/a?b=c +/fish +/a/Fish");
}

#[test]
fn the_star_and_the_dollar() {
    let any = |rule: &str| format!("User-agent: *\nDisallow: {rule}\n");
    check(any("/fish*"), "saydo", "-/fish -/fishes +/Fish +/a");
    check(any("/*.php"), "saydo", "-/a.php -/a/b.php?c -/.php -/a.php/ +/a.PHP +/");
    check(any("/*.php$"), "saydo", "-/a.php -/a.php.php +/a.php?b +/a.php/ +/a.php5");
    check(any("/fish*.php"), "saydo", "-/fish.php -/fishes/cat.php?x +/Fish.PHP +/fish");
    check(any("*/b"), "saydo", "-/b -/a/b -/a/bc +/c");
    check(any("/a**b***c$"), "saydo", "-/abc -/axbyc -/abcabc +/abcd +/acb");
    check(any("/a$b"), "saydo", "-/a$b -/a$bc -/a%24b +/a");
    check(any("/a*$"), "saydo", "-/a -/ab +/b");
    check(any("/ab*ab$"), "saydo", "-/abab +/ab");
    check(any("$"), "saydo", "+/ +/a");
}

#[test]
fn marks_that_stand_for_themselves_are_escaped() {
    let file = "User-agent: *\nDisallow: /a%2Ab\nDisallow: /c%24\n";
    check(file, "saydo", "-/a*b -/a%2ab +/axb -/c$ -/c%24d +/c");
}

#[test]
fn both_sides_are_spelled_alike() {
    let file = "User-agent: *\nDisallow: /foo/bar/\u{30c4}\nDisallow: /%62%61%7A\nDisallow: /q?u=https://x\nDisallow: /s%2ft\n";
    check(file, "saydo", "-/foo/bar/%E3%83%84 -/foo/bar/%e3%83%84/a -/foo/bar/\u{30c4} -/baz -/b%61z +/foo");
    check(file, "saydo", "-/q?u=https://x -/q?u=https%3A%2F%2Fx -/s%2Ft +/s/t");
    check(b"User-agent: *\nDisallow: /\xe4\n", "saydo", "-/%E4 +/a");
}

#[test]
fn a_rule_without_a_path_says_nothing() {
    check("User-agent: *\nDisallow:\n", "saydo", "+/a");
    check("User-agent: *\nAllow:\nDisallow: /\n", "saydo", "-/a");
}

#[test]
fn the_file_itself_may_always_be_fetched() {
    check("User-agent: *\nDisallow: /\n", "saydo", "+/robots.txt -/robots.txtx -/");
    assert!(Robots::nothing().allows("https://example.org/robots.txt"));
}

#[test]
fn marks_line_ends_and_blanks_change_nothing() {
    check("\u{feff}User-agent: *\nDisallow: /a", "saydo", "-/a");
    check("User-agent: *\r\nDisallow: /a\rDisallow: /b\n\n\r\n\nDisallow: /c", "saydo", "-/a -/b -/c +/d");
    check("  user-agent\t:  *  # all\n\tdisallow :/a # not this\n", "saydo", "-/a +/b");
}

#[test]
fn lines_that_mean_nothing_are_passed_over() {
    let file = "<html>\nDisallow: /early\nnonsense\n: /x\nUser-agent\n\u{0}\nUser-agent: *\nNoindex: /n\nDisallow /y\nDisallow: /a\n";
    check(file, "saydo", "+/early +/x +/n +/y -/a");
    check("Disallow: /", "saydo", "+/a");
    check("", "saydo", "+/a");
}

#[test]
fn other_lines_do_not_end_the_names_of_a_group() {
    let file =
        "User-agent: *\nSitemap: https://example.org/s.xml\nCrawl-delay: 3\nUser-agent: x\nDisallow: /a\n";
    check(file, "saydo", "-/a");
}

#[test]
fn the_delay_of_the_own_group_is_kept_and_capped() {
    let delay = |file: &str| Robots::parse(file.as_bytes(), "saydo").delay();
    let file =
        "User-agent: *\nCrawl-delay: 30\nDisallow: /a\n\nUser-agent: saydo\nCrawl-delay: 1.5\nDisallow: /b\n";
    assert_eq!(delay(file), Some(Duration::from_millis(1500)));
    assert_eq!(Robots::parse(file.as_bytes(), "x").delay(), Some(Duration::from_secs(30)));
    assert_eq!(delay("User-agent: *\nCrawl-delay: 86400\n"), Some(Duration::from_secs(120)));
    assert_eq!(delay("User-agent: *\nCrawl-delay: inf\n"), Some(Duration::from_secs(120)));
    for nothing in ["-1", "nan", "soon", ""] {
        assert_eq!(delay(&format!("User-agent: *\nCrawl-delay: {nothing}\n")), None, "{nothing}");
    }
}

#[test]
fn sitemaps_belong_to_no_group() {
    let file = "Sitemap: https://example.org/a.xml\nUser-agent: x\nDisallow: /\nsitemap: https://example.org/b.xml?c=d\n\
                Sitemap: https://example.org/a.xml\nSitemap: /relative.xml\nSitemap: file:///etc/hosts\n";
    let robots = Robots::parse(file.as_bytes(), "saydo");
    assert_eq!(robots.sitemaps, ["https://example.org/a.xml", "https://example.org/b.xml?c=d"]);
}

#[test]
fn half_a_megabyte_is_read() {
    let file = format!("{}User-agent: *\nDisallow: /a\n", "# padding\n".repeat(51_200));
    assert!(file.len() > 500 * 1024);
    check(file, "saydo", "-/a +/b");
}

#[test]
fn a_missing_file_opens_and_one_that_cannot_be_had_closes() {
    assert!(Robots::everything().allows("https://example.org/a"));
    assert!(!Robots::nothing().allows("https://example.org/a"));
    for what in ["no address", "mailto:a@example.org", ""] {
        assert!(!Robots::everything().allows(what) && !Robots::nothing().allows(what), "{what}");
    }
}

#[test]
fn hostile_rules_take_no_time() {
    let start = Instant::now();
    let wild = format!("User-agent: *\nDisallow: /{}b\n", "*a".repeat(200_000));
    check(wild, "saydo", &format!("+/{}", "a".repeat(50_000)));
    let many = format!("User-agent: *\n{}", "Disallow: /*ab$\n".repeat(50_000));
    check(many, "saydo", &format!("+/{}", "a".repeat(2_000)));
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn any_bytes_can_be_read(file: Vec<u8>, path in "[/a-z*$%?]{0,20}") {
        prop_assume!(!path.starts_with("//"));
        let robots = Robots::parse(&[b"user-agent:*\ndisallow:".as_slice(), &file].concat(), "saydo");
        let address = format!("https://example.org/{}", path.trim_start_matches('/'));
        prop_assert_eq!(robots.allows(&format!("/{}", path.trim_start_matches('/'))), robots.allows(&address));
        prop_assert!(robots.allows("/robots.txt"));
    }

    #[test]
    fn a_rule_without_marks_is_a_prefix(rule in "/[a-z/]{0,5}", path in "/[a-z/]{0,8}") {
        prop_assume!(!path.starts_with("//"));
        let file = format!("User-agent: *\nDisallow: {rule}\n");
        let robots = Robots::parse(file.as_bytes(), "saydo");
        prop_assert_eq!(robots.allows(&path), !path.starts_with(&rule));
    }

    #[test]
    fn marks_match_as_their_definition_says(rule in "/[ab*]{0,6}[$]?", path in "/[ab]{0,8}") {
        let file = format!("User-agent: *\nDisallow: {rule}\n");
        let robots = Robots::parse(file.as_bytes(), "saydo");
        prop_assert_eq!(robots.allows(&path), !fits(rule.as_bytes(), path.as_bytes()));
    }
}

/// The marks by their definition, trying everything.
fn fits(rule: &[u8], path: &[u8]) -> bool {
    match (rule, path) {
        ([], _) => true,
        ([b'$'], rest) => rest.is_empty(),
        ([b'*', rule @ ..], path) => (0..=path.len()).any(|at| fits(rule, &path[at..])),
        ([a, rule @ ..], [b, path @ ..]) => a == b && fits(rule, path),
        _ => false,
    }
}
