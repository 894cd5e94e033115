//! The elements and attributes of HTML that this reader tells apart.

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// An element by its name; [`Tag::Other`] is any that is not listed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Tag { $($variant),*, Document, Custom, Other }

        impl Tag {
            /// How many there are.
            pub(crate) const COUNT: usize = Self::Other as usize + 1;

            /// The element called `name` (lower case).
            pub(crate) fn of(name: &[u8]) -> Self {
                match std::str::from_utf8(name).unwrap_or_default() {
                    $($name => Self::$variant,)*
                    other if other.contains('-') => Self::Custom,
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    P "p", Div "div", Span "span", A "a", Li "li", Ul "ul", Br "br", Strong "strong", B "b", I "i", Em "em",
    H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Script "script", Style "style", Meta "meta", Link "link",
    Img "img", Svg "svg", Path "path", Button "button", Figure "figure", Figcaption "figcaption", Time "time",
    Section "section", Article "article", Header "header", Footer "footer", Nav "nav", Aside "aside", Main "main",
    Address "address", Blockquote "blockquote", Body "body", Center "center", Dd "dd", Details "details",
    Dialog "dialog", Dl "dl", Dt "dt", Fieldset "fieldset", Form "form", Hgroup "hgroup", Hr "hr", Html "html",
    Head "head", Title "title", Base "base", Menu "menu", Ol "ol", Pre "pre", Summary "summary", Table "table",
    Tbody "tbody", Thead "thead", Tfoot "tfoot", Tr "tr", Td "td", Th "th", Caption "caption", Area "area",
    Col "col", Embed "embed", Input "input", Param "param", Source "source", Track "track", Wbr "wbr",
    Noscript "noscript", Iframe "iframe", Textarea "textarea", Template "template", Math "math",
    Object "object", Video "video", Audio "audio", Canvas "canvas", Select "select", Option "option",
    Label "label", Picture "picture", U "u", Small "small", Sub "sub", Sup "sup", Q "q", Cite "cite",
    Font "font", Code "code", Mark "mark", S "s", Del "del", Ins "ins", Abbr "abbr", Noembed "noembed",
    Xmp "xmp", Noframes "noframe",
}

impl Tag {
    /// Elements without an end.
    pub(crate) fn is_void(self) -> bool {
        use Tag::{Area, Base, Br, Col, Embed, Hr, Img, Input, Link, Meta, Param, Source, Track, Wbr};
        matches!(
            self,
            Area | Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr
        )
    }

    /// Elements that stand on lines of their own.
    pub(crate) fn is_block(self) -> bool {
        use Tag as T;
        self.ends_paragraph()
            || matches!(
                self,
                T::Document
                    | T::Custom
                    | T::Html
                    | T::Head
                    | T::Body
                    | T::Tbody
                    | T::Thead
                    | T::Tfoot
                    | T::Tr
            )
            || matches!(self, T::Td | T::Th | T::Caption | T::Template | T::Iframe | T::Button | T::Select)
    }

    /// Elements whose start ends an open paragraph.
    pub(crate) fn ends_paragraph(self) -> bool {
        use Tag as T;
        self.heading().is_some()
            || matches!(self, T::P | T::Div | T::Li | T::Ul | T::Ol | T::Dl | T::Dt | T::Dd | T::Menu)
            || matches!(self, T::Section | T::Article | T::Header | T::Footer | T::Nav | T::Aside | T::Main)
            || matches!(self, T::Figure | T::Figcaption | T::Blockquote | T::Address | T::Center | T::Pre)
            || matches!(self, T::Details | T::Summary | T::Dialog | T::Fieldset | T::Form | T::Hgroup)
            || matches!(self, T::Hr | T::Table | T::Xmp)
    }

    /// The level of a heading.
    pub(crate) fn heading(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Elements that an end tag outside cannot close through.
    pub(crate) fn is_barrier(self) -> bool {
        matches!(self, Self::Table | Self::Td | Self::Th | Self::Caption | Self::Object | Self::Template)
            || matches!(self, Self::Button | Self::Svg)
    }

    /// Elements that hold only rows and cells; what else stands in them belongs before the table.
    pub(crate) fn is_row(self) -> bool {
        matches!(self, Self::Table | Self::Tbody | Self::Thead | Self::Tfoot | Self::Tr)
    }

    /// Elements that wait for the reader to act.
    pub(crate) fn is_control(self) -> bool {
        matches!(self, Self::Button | Self::Form | Self::Input | Self::Select | Self::Textarea)
    }

    /// Elements that may stand in the head of a page.
    pub(crate) fn is_head(self) -> bool {
        use Tag::{Base, Link, Meta, Noscript, Script, Style, Template, Title};
        matches!(self, Base | Link | Meta | Noscript | Script | Style | Template | Title)
    }

    /// Elements whose content is no text of the page: programs, styles, controls, pictures.
    pub(crate) fn is_mute(self) -> bool {
        use Tag as T;
        matches!(self, T::Script | T::Style | T::Noscript | T::Iframe | T::Textarea | T::Template | T::Svg)
            || matches!(self, T::Math | T::Object | T::Video | T::Audio | T::Canvas | T::Select | T::Option)
            || matches!(self, T::Button | T::Head | T::Title | T::Noembed | T::Noframes | T::Dialog)
    }

    /// Elements whose content the tokenizer gives as one string that is not markup, and that nothing here wants.
    pub(crate) fn is_raw(self) -> bool {
        matches!(self, Self::Style | Self::Iframe | Self::Noembed | Self::Noframes)
    }
}

macro_rules! attributes {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// The attributes that are kept.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Attr { $($variant),* }

        impl Attr {
            /// The attribute called `name` (lower case), if it is one that is kept.
            pub(crate) fn of(name: &[u8]) -> Option<Self> {
                match std::str::from_utf8(name).unwrap_or_default() {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

attributes! {
    Class "class", Id "id", Href "href", Style "style", Hidden "hidden", AriaHidden "aria-hidden", Role "role",
    Rel "rel", Property "property", Name "name", Content "content", HttpEquiv "http-equiv", Charset "charset",
    Type "type", Title "title", Lang "lang", Datetime "datetime", Itemprop "itemprop", Itemtype "itemtype",
    Itemscope "itemscope", TestId "data-testid", Component "data-component", DataType "data-type", DataId "data-id",
    PostId "data-post-id", BlockId "data-block-id", Qa "data-qa", Pubdate "pubdate", Element " element",
}
