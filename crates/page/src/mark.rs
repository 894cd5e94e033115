//! What the names that a page gives its elements say about them: classes, ids, roles, types of schema.org.

use crate::tag::{Attr, Tag};
use crate::tree::{At, Tree};

/// What an element's names make it; several at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u16);

impl Marks {
    /// Not a part of the article: navigation, advertising, related reports, forms.
    pub(crate) const JUNK: Self = Self(1);
    /// What readers wrote.
    pub(crate) const COMMENTS: Self = Self(1 << 1);
    /// Said by its schema to be the body of the article.
    pub(crate) const SAID_BODY: Self = Self(1 << 2);
    /// Named like the body of an article.
    pub(crate) const BODY: Self = Self(1 << 3);
    /// A caption or the credit of a picture.
    pub(crate) const CAPTION: Self = Self(1 << 4);
    /// A standfirst.
    pub(crate) const LEAD: Self = Self(1 << 5);
    /// Who wrote it.
    pub(crate) const BYLINE: Self = Self(1 << 6);
    /// When it was written.
    pub(crate) const TIME: Self = Self(1 << 7);
    /// One post of a live blog.
    pub(crate) const POST: Self = Self(1 << 8);
    /// A sentence of the article set large beside it.
    pub(crate) const PULL: Self = Self(1 << 9);
    /// Not shown.
    pub(crate) const HIDDEN: Self = Self(1 << 10);
    /// A wall before the rest of the article.
    pub(crate) const WALL: Self = Self(1 << 11);
    /// Something of another site, or what leads to one.
    pub(crate) const EMBED: Self = Self(1 << 13);
    /// A live blog as a whole.
    pub(crate) const LIVE: Self = Self(1 << 12);

    /// Whether all of `other` are there.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Both.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The marks of the element at `at`.
pub(crate) fn marks(tree: &Tree, at: At, tag: Tag) -> Marks {
    let named = tree.attributes(at).fold(Marks::default(), |marks, (attribute, value)| {
        marks.and(match attribute {
            Attr::Class
            | Attr::Id
            | Attr::TestId
            | Attr::Component
            | Attr::DataType
            | Attr::Qa
            | Attr::Element => names(value),
            Attr::Role => role(value),
            Attr::Itemprop => itemprop(value),
            Attr::Hidden => Marks::HIDDEN,
            Attr::AriaHidden if value == "true" => Marks::HIDDEN,
            Attr::Style if hides(value) => Marks::HIDDEN,
            _ => Marks::default(),
        })
    });
    named.and(match tag {
        Tag::Figcaption => Marks::CAPTION,
        Tag::Nav | Tag::Footer | Tag::Aside | Tag::Menu => Marks::JUNK,
        _ => Marks::default(),
    })
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn role(role: &str) -> Marks {
    match role {
        "navigation" | "banner" | "complementary" | "contentinfo" | "search" | "dialog" | "alertdialog"
        | "menu" | "menubar" | "toolbar" | "tablist" | "alert" | "note" => Marks::JUNK,
        _ => Marks::default(),
    }
}

fn itemprop(names: &str) -> Marks {
    names.split_whitespace().fold(Marks::default(), |marks, name| {
        marks.and(match name {
            "articleBody" => Marks::SAID_BODY,
            "caption" => Marks::CAPTION,
            "author" => Marks::BYLINE,
            "datePublished" | "dateModified" => Marks::TIME,
            "liveBlogUpdate" => Marks::POST,
            "description" | "alternativeHeadline" => Marks::LEAD,
            "comment" => Marks::COMMENTS,
            _ => Marks::default(),
        })
    })
}

/// The marks that a list of class names gives.
fn names(list: &str) -> Marks {
    list.split_ascii_whitespace().take(40).fold(Marks::default(), |marks, name| marks.and(named(name)))
}

/// The marks of one class name: of its words, and of each two words that follow each other.
fn named(name: &str) -> Marks {
    let mut marks = Marks::default();
    let mut before = String::new();
    let mut pair = String::new();
    for word in Words(name).take(12) {
        let word = word.to_ascii_lowercase();
        if !is_denied(&before) {
            pair.clear();
            pair.push_str(&before);
            pair.push_str(&word);
            marks = marks.and(single(&word)).and(double(&pair));
        }
        before = word;
    }
    marks
}

/// "no-ads", "has-sidebar" and "with-comments" tell what surrounds an element, not what it is.
fn is_denied(before: &str) -> bool {
    matches!(
        before,
        "no" | "not" | "has" | "have" | "with" | "without" | "hide" | "show" | "is" | "can" | "non"
    )
}

/// The words of `article-body`, `articleBody` and `article__body`.
struct Words<'n>(&'n str);

impl<'n> Iterator for Words<'n> {
    type Item = &'n str;

    fn next(&mut self) -> Option<&'n str> {
        let rest = self.0.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut above = false;
        let ends = |c: char, above: &mut bool| {
            let turn = *above && c.is_uppercase();
            *above = c.is_lowercase();
            turn || !c.is_alphanumeric()
        };
        let length = rest.find(|c: char| ends(c, &mut above)).unwrap_or(rest.len());
        let (word, tail) = rest.split_at(length);
        self.0 = tail;
        (!word.is_empty()).then_some(word)
    }
}

#[rustfmt::skip]
fn single(word: &str) -> Marks {
    match word {
        "nav" | "navbar" | "navigation" | "menu" | "submenu" | "breadcrumb" | "breadcrumbs" | "footer" | "sidebar"
        | "related" | "recommended" | "recommendation" | "recommendations" | "recirc" | "recirculation" | "promo"
        | "promos" | "promotion" | "promoted" | "ad" | "ads" | "adv" | "advert" | "adverts" | "advertisement"
        | "advertising" | "advertorial" | "adslot" | "adunit" | "dfp" | "sponsor" | "sponsored" | "sponsors"
        | "newsletter" | "newsletters" | "subscribe" | "subscription" | "signup" | "signin" | "login" | "register"
        | "social" | "share" | "sharebar" | "sharing" | "shares" | "sharethis" | "addthis" | "addtoany" | "follow"
        | "cookie" | "cookies" | "consent" | "gdpr" | "ccpa" | "onetrust" | "popup" | "modal" | "overlay" | "lightbox"
        | "tags" | "taglist" | "topics" | "keywords" | "categories" | "pagination" | "pager" | "toolbar" | "tools"
        | "taboola" | "outbrain" | "zergnet" | "teaser" | "teasers" | "popular" | "trending" | "mostread"
        | "widget" | "masthead" | "copyright" | "disclaimer" | "poll" | "quiz" | "survey" | "donate" | "donation"
        | "donations" | "tooltip" | "dropdown" | "skip" | "skiplink" | "toc" | "jumplinks" | "bio" | "biography"
        | "authorbio" | "readmore" | "more" | "onward" | "carousel" | "playlist" | "banner" | "crosslink"
        | "crosslinks" | "morestories" | "topstories" | "readnext" | "feedback" | "reactions" | "rating" | "ratings"
        | "ticker" | "marketing" | "upsell" | "cta" | "callout" | "inread" | "alsoread" | "seealso" | "readtime"
        | "kicker" | "eyebrow" | "print" => Marks::JUNK,
        "comments" | "comment" | "disqus" | "commentlist" | "respond" | "coral" | "livefyre" => Marks::COMMENTS,
        "caption" | "credit" | "credits" | "figcaption" | "imagecaption" | "photocredit" | "photocaption"
        | "copyrightholder" => Marks::CAPTION,
        "standfirst" | "subtitle" | "subheadline" | "subhead" | "dek" | "deck" | "lede" | "lead" | "summary"
        | "intro" | "abstract" | "strapline" | "subheading" | "chapo" | "excerpt" | "sapo" => Marks::LEAD,
        "byline" | "bylines" | "author" | "authors" | "submitted" | "contributor" | "contributors" => Marks::BYLINE,
        "time" | "date" | "datetime" | "pubdate" | "updated" | "published" | "timestamp" => Marks::TIME,
        "tweet" | "tweets" | "twitter" | "instagram" | "tiktok" | "embed" | "facebook" | "bluesky" | "mastodon" => {
            Marks::EMBED
        }
        "articlebody" | "storybody" | "entrycontent" | "postcontent" | "articlecontent" | "bodytext" | "articletext"
        | "storytext" | "postbody" | "storycontent" | "newstext" | "newsbody" | "articlemain" | "articlecopy"
        | "storycopy" | "bodycopy" | "fulltext" => Marks::BODY,
        "pullquote" => Marks::PULL,
        "paywall" | "regwall" | "meter" | "metered" | "piano" => Marks::WALL,
        "liveblog" => Marks::LIVE,
        _ => Marks::default(),
    }
}

#[rustfmt::skip]
fn double(pair: &str) -> Marks {
    match pair {
        "articlebody" | "storybody" | "entrycontent" | "postcontent" | "articlecontent" | "bodytext" | "articletext"
        | "storytext" | "postbody" | "storycontent" | "newstext" | "newsbody" | "articlecopy" | "storycopy"
        | "bodycopy" | "fulltext" | "contentbody" | "bodycontent" | "entrybody" | "newscontent" | "textbody"
        | "articleparagraphs" | "storyparagraphs" | "articlesbody" | "detailtext" | "posttext" | "articledetail"
        | "contenttext" => Marks::BODY,
        "readmore" | "readnext" | "readalso" | "seealso" | "alsoread" | "moreon" | "morefrom" | "morestories"
        | "morenews" | "topstories" | "mostread" | "mostpopular" | "mostviewed" | "signup" | "signin" | "login"
        | "authorbio" | "authorbox" | "authorinfo" | "aboutauthor" | "authorcard" | "authordescription"
        | "readingtime" | "readtime" | "jumpto" | "skiplink" | "skipto" | "editorspicks" | "youmay" | "upnext"
        | "nextup" | "latestnews" | "breakingnews" | "inlinelist" | "linklist" | "infobox" | "adslot" | "socialmedia"
        | "appdownload" | "getapp" | "tagcloud" | "tagslist" | "taglist" | "posttags" | "articletags" | "articlemeta"
        | "entrymeta" | "postmeta" | "storymeta" | "articleinfo" | "postfooter" | "articlefooter" | "entryfooter"
        | "partnercontent" | "paidcontent" | "relatedcontent" | "storylinks" | "screenreader" | "sronly"
        | "visuallyhidden" | "assistivetext" | "articlelinks" => Marks::JUNK,
        "wpcaption" | "captiontext" | "imagecaption" | "photocredit" | "imagecredit" | "mediacaption"
        | "photocaption" | "picturecaption" | "imagesource" | "photosource" => Marks::CAPTION,
        "subheadline" | "subtitle" | "articlelead" | "articlesummary" | "articleintro" | "articlesubtitle"
        | "headlinesub" | "storysummary" | "leadtext" | "articledescription" => Marks::LEAD,
        "pullquote" | "quotepull" | "articlepull" => Marks::PULL,
        "livepost" | "liveentry" | "liveupdate" | "blogpost" | "liveitem" => Marks::POST,
        "liveblog" | "liveticker" | "liveupdates" | "livefeed" | "livecoverage" | "livestream" => Marks::LIVE,
        "subscribewall" | "paywallgate" | "contentgate" | "gatewall" | "subscriptionrequired" => Marks::WALL,
        _ => Marks::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word() {
        for body in ["article-body", "articleBody", "c-article__body", "story_body wide", "x entry-content"] {
            assert!(names(body).has(Marks::BODY), "{body}");
        }
        for junk in ["related-links", "js-newsletter", "adSlot", "amp-ad", "box--promo"] {
            assert!(names(junk).has(Marks::JUNK), "{junk}");
        }
    }

    #[test]
    fn what_surrounds_an_element_is_not_what_it_is() {
        for none in ["has-sidebar", "no-comments", "with-ads", "shared", "addition", "header"] {
            assert_eq!(names(none), Marks::default(), "{none}");
        }
    }

    #[test]
    fn styles_hide() {
        assert!(hides("color:red; Display : NONE"));
        assert!(!hides("display:block"));
    }
}
