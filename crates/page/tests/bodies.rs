//! Bodies: what is text of the report, what is not, and which zone each paragraph has.

mod common;

use common::{PROSE, around, blocks, page};
use saydo_page::{Hints, fragment};

fn nothing(inner: &str) {
    assert_eq!(around(inner), Vec::<String>::new(), "{inner}");
}

#[test]
fn zones_follow_the_markup() {
    assert_eq!(around("<h2>What comes next</h2>"), ["subheading: What comes next"]);
    assert_eq!(around("<p><strong>What comes next</strong></p>"), ["subheading: What comes next"]);
    let figure = "<figure><img src=a><figcaption>The bridge. <span class=credit>Ann Lee/Example</span></figcaption></figure>";
    assert_eq!(around(figure), ["caption: The bridge. Ann Lee/Example"]);
    assert_eq!(
        around("<div class=wp-caption-text>The bridge at dawn</div>"),
        ["caption: The bridge at dawn"]
    );
    assert_eq!(
        around("<ul><li>Lorries wait.<li>Cars pass.</ul>"),
        ["body: Lorries wait.", "body: Cars pass."]
    );
    assert_eq!(around("<blockquote><p>It holds.</p></blockquote>"), ["body: It holds."]);
}

#[test]
fn line_breaks_end_paragraphs_only_in_pairs() {
    assert_eq!(
        around("<div>One line<br>goes on.<br><br>The next one.</div>"),
        ["body: One line goes on.", "body: The next one."]
    );
    assert_eq!(
        around("<div>bare text<p>and a paragraph</div>"),
        ["body: bare text", "body: and a paragraph"]
    );
    assert_eq!(around("<p>a<b>b</b> c&nbsp;&amp;\n d<wbr>e</p>"), ["body: ab c & de"]);
}

#[test]
fn what_is_not_shown_is_no_text() {
    nothing("<p hidden>Not shown at all.</p><p style='display: none'>Nor this one.</p>");
    nothing("<script>var a = '<p>words</p>';</script><style>p { color: red }</style>");
    nothing(
        "<noscript><img src=a><p>Pictures need a script.</p></noscript><template><p>Later.</p></template>",
    );
    nothing("<svg><title>Arrow</title><text>Down</text></svg><button>Play</button>");
}

#[test]
fn what_pages_add_is_left_out() {
    nothing("<p>Read more: <a href=/x>The tunnel that fell</a></p>");
    nothing("<p><a href=/x>The tunnel that fell last year in the south</a></p>");
    nothing("<div class=newsletter-box><p>The morning letter tells you what will happen today.</p></div>");
    nothing("<div><h3>Sign up for our letter</h3><p>Each day at six.</p><form><input></form></div>");
    nothing("<div><div>Advertisement</div><div>Bridges for sale at half the price of last year.</div></div>");
    nothing("<aside><p>A tunnel is not a bridge, said the other mayor in another report.</p></aside>");
    nothing(
        "<p>Follow us on every network there is</p><p>Share this</p><p>ADVERTISEMENT</p><p>5 min read</p>",
    );
    nothing("<div><article><h3><a href=/x>Tunnel falls</a></h3><p>It fell in the south.</p></article></div>");
    nothing("<table><tr><td>1</td><td>2</td></tr></table>");
    nothing("<ul><li><a href=/a>The tunnel</a><li><a href=/b>The ferry</a></ul>");
    nothing("<p>Reporting by Ann Lee in Kyiv; editing by Bob Ray</p><p>© 2022 Example Herald</p>");
}

#[test]
fn sentences_that_only_sound_like_it_stay() {
    for text in [
        "Follow us, the soldiers told them, and the families went.",
        "Subscribers of the network in the east had no signal on Monday, the company said.",
        "Related deaths rose to forty, according to the ministry.",
        "Copyright law is to change in May, the minister said in parliament.",
    ] {
        assert_eq!(around(&format!("<p>{text}</p>")), [format!("body: {text}")]);
    }
}

#[test]
fn nothing_stands_twice() {
    nothing(
        "<p>Engineers had looked at it for three days and found nothing that would keep lorries from using it.</p>",
    );
    nothing("<blockquote>nothing that would keep lorries from using it</blockquote>");
    nothing("<div class=pullquote>It will be looked at again in spring</div>");
    nothing("<h2>Bridge stands again</h2>");
}

#[test]
fn comments_and_authors_below_are_left_out() {
    let tail = "<h3>About the author</h3><p>Ann Lee is a reporter who covers bridges and the rivers that they cross.</p>";
    let comments = "<div id=comments><p>I have seen that bridge and it does not stand at all, whatever they say.</p></div>";
    let page = page(&format!("<main><h1>Bridge stands again</h1>{PROSE}{tail}{comments}</main>"));
    assert_eq!(page.blocks.len(), 3);
}

#[test]
fn the_body_is_found_without_names() {
    let side = "<div><ul><li><a href=/1>Home</a><li><a href=/2>World</a></ul></div>";
    for wrap in [
        "<div><div>@</div></div>",
        "<table><tr><td>@</td></tr></table>",
        "<form><div>@</div></form>",
        "<center><font>@</font></center>",
    ] {
        let inner = wrap.replace('@', &format!("<h1>Bridge stands again</h1>{PROSE}"));
        assert_eq!(page(&format!("<body>{side}{inner}{side}</body>")).blocks.len(), 3, "{wrap}");
    }
    let split = PROSE.replace("</p>\n", "</p></div><div class=b1>");
    assert_eq!(page(&format!("<body>{side}<main><div class=b1>{split}</div></main></body>")).blocks.len(), 3);
}

#[test]
fn broken_markup_loses_no_text() {
    let page = page(&format!(
        "<div id=content><h1>Bridge stands again</h2>{PROSE}</div></div><p>After a stray end, the report goes on for a while.</p><p>And it has a last word, which is this one here.</b>"
    ));
    assert_eq!(page.blocks.len(), 5, "{:?}", blocks(&page));
}

#[test]
fn names_that_mislead_do_not_hide_a_report() {
    let page = page(&format!(
        "<body class='has-sidebar newsletter'><div class='share-wrap comments-on'><h1>Bridge stands again</h1>{PROSE}</div></body>"
    ));
    assert_eq!(page.blocks.len(), 3);
}

#[test]
fn fragments_of_feeds_are_paragraphs() {
    let found = fragment(
        "First line.<br><br>Second &lt;line&gt;.<p>Third <img alt='no'>line.</p><p>The post Bridge appeared first on Herald.</p>",
        &Hints::default(),
    );
    let texts: Vec<_> = found.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["First line.", "Second <line>.", "Third line."]);
}
