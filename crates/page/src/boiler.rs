//! Wording that pages wrap around their reports: invitations, labels, rights, walls.

use crate::walk::Found;
use crate::words::{ends_sentence, is_within, low};

/// A paragraph that only invites to something is no longer than this.
const INVITATION: usize = 280;

/// How a paragraph starts that leads to another report.
#[rustfmt::skip]
const POINTERS: [&str; 34] = [
    "read more", "read also", "also read", "read next", "see also", "related:", "related article", "related story",
    "related stories", "related topics", "related content", "more on this", "more from ", "more stories", "more news",
    "more:", "watch:", "watch now", "listen:", "listen to this", "listen now", "recommended", "most read", "most popular",
    "you may also like", "you might also like", "don't miss", "up next", "next article", "previous article", "read:",
    "read the full", "continue reading", "keep reading",
];

/// How a paragraph starts that asks the reader for something.
#[rustfmt::skip]
const INVITATIONS: [&str; 62] = [
    "sign up", "subscribe", "follow us", "follow our", "share this", "share on", "share via", "click here", "tap here",
    "join our", "join us", "join the conversation", "download our", "download the", "get our", "get the latest",
    "get breaking news", "get the app", "get more news", "stay up to date", "stay informed", "stay tuned",
    "like us on", "find us on", "support our", "support independent", "support quality", "donate", "become a member",
    "become a subscriber", "already a subscriber", "already have an account", "log in", "sign in", "create a free account",
    "register to", "register for free", "enter your email", "your email", "by signing up", "by clicking", "by subscribing",
    "by submitting", "we use cookies", "this site uses cookies", "this website uses cookies", "we and our partners",
    "accept cookies", "accept all", "manage cookies", "please enable", "enable javascript", "javascript is",
    "leave a comment", "leave a reply", "post a comment", "view comments", "show comments", "send us", "contact us",
    "want more", "receive our",
];

/// What a paragraph is that is a label and nothing else.
#[rustfmt::skip]
const LABELS: [&str; 58] = [
    "advertisement", "advertising", "sponsored", "sponsored content", "ad", "ads", "share", "tweet", "print", "email",
    "save", "copy link", "link copied", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit",
    "pinterest", "messenger", "comment", "comments", "tags", "topics", "topic", "related", "photo", "video", "gallery",
    "live", "breaking", "breaking news", "close", "menu", "search", "home", "back to top", "top", "next", "previous",
    "loading", "loading...", "loading…", "skip to content", "skip to main content", "listen", "read", "skip ad", "end",
    "skip advertisement", "story continues below advertisement", "article continues below advertisement", "supported by",
    "continue", "bookmark", "follow",
];

/// Titles after which other things than the report come.
#[rustfmt::skip]
const CLOSING: [&str; 44] = [
    "related", "related articles", "related stories", "related news", "related content", "related topics", "related posts",
    "related coverage", "related reading", "related links", "more on this story", "more on this topic", "more from",
    "more stories", "more news", "more in", "most read", "most popular", "most viewed", "popular", "trending", "trending now",
    "top stories", "latest news", "latest stories", "latest", "recommended", "recommended for you", "recommended stories",
    "you may also like", "you might also like", "read next", "read more", "up next", "see also", "about the author",
    "about the authors", "comments", "leave a comment", "leave a reply", "join the conversation", "editors' picks",
    "editor's picks", "what to read next",
];

/// What stands above advertising.
#[rustfmt::skip]
const SELLERS: [&str; 24] = [
    "advertisement", "advert", "ad", "advertising", "sponsored", "sponsored content", "paid content", "paid post",
    "promoted", "promoted content", "promotion", "partner content", "from our partner", "from our partners",
    "in partnership with", "presented by", "anzeige", "werbung", "реклама", "publicité", "publicidad", "pubblicità",
    "advertorial", "إعلان",
];

/// How a pointer to another report starts in other languages.
#[rustfmt::skip]
const FOREIGN_POINTERS: [&str; 22] = [
    "читайте также", "читайте також", "смотрите также", "по теме", "материалы по теме", "lesen sie auch", "lesen sie mehr",
    "mehr zum thema", "lire aussi", "à lire aussi", "sur le même sujet", "lea también", "lee también", "leer también",
    "te puede interesar", "más información", "leggi anche", "leia também", "czytaj także", "zobacz też", "اقرأ أيضا",
    "اقرأ ايضا",
];

/// Whether a label says that what follows was paid for.
pub(crate) fn is_seller(label: &str) -> bool {
    let label = low(label, 60);
    let bare = label.trim_matches(|c: char| !c.is_alphanumeric());
    let names =
        ["from our partner ", "sponsored by ", "in partnership with ", "presented by ", "paid for by "];
    SELLERS.contains(&bare) || names.iter().any(|name| bare.starts_with(name))
}

/// Whether a label leads to other reports.
pub(crate) fn is_pointer(label: &str) -> bool {
    let label = low(label, 80);
    let bare = label.trim_start_matches(|c: char| !c.is_alphanumeric());
    closes(&label)
        || POINTERS.iter().any(|words| opens(bare, words))
        || FOREIGN_POINTERS.iter().any(|words| opens(bare, words))
        || ["editor's pick", "editors' pick", "newsletter"].iter().any(|words| opens(bare, words))
}

/// Whether the paragraph says nothing of the report itself.
pub(crate) fn is_boiler(found: &Found) -> bool {
    let text = found.text.as_str();
    let start = low(text, 90);
    let start = start.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    is_label(text, start)
        || is_signature(text, start)
        || is_invitation(found, start)
        || is_rights(text, start)
        || is_clock(text, start)
}

/// Whether a title opens what readers say.
pub(crate) fn is_forum(title: &str) -> bool {
    let title = low(title, 60);
    let title = title.trim_matches(|c: char| !c.is_alphabetic());
    let words = [
        "comments",
        "comment",
        "leave a comment",
        "leave a reply",
        "join the conversation",
        "what do you think",
        "join the discussion",
        "have your say",
        "reader comments",
        "readers' comments",
        "discussion",
    ];
    words.contains(&title)
}

/// Whether a title announces that the report is over.
pub(crate) fn closes(title: &str) -> bool {
    let title = low(title, 60);
    let title = title.trim_matches(|c: char| !c.is_alphanumeric());
    is_forum(title)
        || CLOSING.contains(&title)
        || opens(title, "people are also reading")
        || opens(title, "more from")
        || opens(title, "more in")
}

fn is_label(text: &str, start: &str) -> bool {
    let bare = start.trim_end_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty() || (is_within(text, 50) && LABELS.contains(&bare))
}

fn is_invitation(found: &Found, start: &str) -> bool {
    let text = found.text.as_str();
    if !is_within(text, INVITATION) {
        return false;
    }
    let abroad = FOREIGN_POINTERS.iter().any(|words| opens(start, words));
    let points = abroad || POINTERS.iter().any(|words| opens(start, words));
    // "Donate or die, the general told them" is a sentence of a report; "Donate" and "Donate now" are not.
    let invites = INVITATIONS.iter().filter(|words| opens(start, words)).max_by_key(|words| words.len());
    let bare = found.linked * 3 >= text.len() || !ends_sentence(text);
    let sparse = |words: &str| bare || addresses_reader(&start[words.len()..]);
    (points && (bare || addresses_reader(start) || start.contains(':')))
        || invites.is_some_and(|words| sparse(words))
}

/// "Reporting by Ann Lee; editing by Bob Ray", "Our Standards: …", "Page 1 of 3".
fn is_signature(text: &str, start: &str) -> bool {
    let signs = [
        "reporting by ",
        "additional reporting by ",
        "editing by ",
        "writing by ",
        "compiled by ",
        "our standards:",
        "page 1 of ",
        "next page",
        "previous page",
        "when quoting",
        "when citing",
        "words: ",
    ];
    is_within(text, INVITATION) && signs.iter().any(|sign| start.starts_with(sign))
}

/// Whether `start` starts with these words, as words.
fn opens(start: &str, words: &str) -> bool {
    start
        .strip_prefix(words)
        .is_some_and(|rest| words.ends_with([' ', ':']) || !rest.starts_with(|c: char| c.is_alphanumeric()))
}

/// Whether the words speak to the reader, or of where pages send readers.
fn addresses_reader(start: &str) -> bool {
    let words = start.split(|c: char| !c.is_alphanumeric());
    words.take(14).any(|word| {
        matches!(
            word,
            "us" | "our"
                | "your"
                | "you"
                | "newsletter"
                | "newsletters"
                | "app"
                | "here"
                | "cookies"
                | "browser"
        ) || matches!(
            word,
            "twitter" | "facebook" | "instagram" | "telegram" | "whatsapp" | "youtube" | "linkedin"
        )
    })
}

fn is_rights(text: &str, start: &str) -> bool {
    let short = is_within(text, INVITATION);
    let opens = start.starts_with('©') || start.starts_with("copyright") || start.starts_with("(c) ");
    let low = if short { low(text, INVITATION) } else { String::new() };
    short
        && ((opens && !low.starts_with("copyright law"))
            || low.contains("all rights reserved")
            || low.contains("may not be published, broadcast, rewritten")
            || low.contains("this article was originally published")
            || low.contains("this article first appeared")
            || low.contains("this article was printed")
            || low.contains("is used with permission")
            || low.contains("for personal use only")
            || low.contains("appeared first on")
            || low.contains("was automatically generated from")
            || low.contains("for more information about our privacy"))
}

/// "Published 15 February 2022", "5 min read", "Updated 3 hours ago", "120 comments".
fn is_clock(text: &str, start: &str) -> bool {
    if !is_within(text, 90) || ends_sentence(text) && !start.contains(" ago") {
        return false;
    }
    let words: Vec<&str> = start.split_whitespace().collect();
    let count = start.starts_with(|c: char| c.is_ascii_digit()) && words.len() <= 4;
    let reads =
        count && (start.contains("min read") || start.contains("minute read") || start.contains("mins read"));
    let counts = count
        && words.len() == 2
        && matches!(words[1], "comments" | "comment" | "shares" | "views" | "likes");
    let stamped =
        ["published", "updated", "last updated", "last modified", "posted", "first published", "modified"];
    let stamped = stamped.iter().any(|word| opens(start, word)) && start.chars().any(|c| c.is_ascii_digit());
    let ago = start.ends_with(" ago") && words.len() <= 4;
    reads || counts || stamped || ago || crate::date::is_bare(text)
}
