//! What a tag does to the text: the few kinds that matter.

use html5gum::State;

/// A kind of tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Table,
    /// `thead`, `tbody`, `tfoot`: no cell spans beyond its rows.
    Rows,
    Row,
    Cell,
    /// What it holds stands on lines of its own.
    Block,
    /// A block in which line ends are line ends.
    Preformatted,
    /// A line ends.
    Break,
    /// What it holds is not text of the page.
    Raw(Raw),
    /// Says nothing about lines.
    Inline,
}

/// Elements that hold no text of the page and end only with their own end tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Script,
    Style,
    Title,
    TextArea,
    Frame,
    NoFrames,
    NoEmbed,
    NoScript,
}

impl Tag {
    /// The kind of a tag by its name in lower case.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"table" => Self::Table,
            b"thead" | b"tbody" | b"tfoot" => Self::Rows,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"br" => Self::Break,
            b"pre" | b"xmp" | b"listing" => Self::Preformatted,
            b"p" | b"div" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"li" | b"ul" | b"ol" | b"dl"
            | b"dt" | b"dd" | b"hr" | b"center" | b"section" | b"article" | b"main" | b"header"
            | b"footer" | b"nav" | b"aside" | b"form" | b"fieldset" | b"legend" | b"blockquote"
            | b"address" | b"figure" | b"figcaption" | b"caption" | b"option" | b"body" | b"html"
            | b"head" => Self::Block,
            b"script" => Self::Raw(Raw::Script),
            b"style" => Self::Raw(Raw::Style),
            b"title" => Self::Raw(Raw::Title),
            b"textarea" => Self::Raw(Raw::TextArea),
            b"iframe" => Self::Raw(Raw::Frame),
            b"noframes" => Self::Raw(Raw::NoFrames),
            b"noembed" => Self::Raw(Raw::NoEmbed),
            b"noscript" => Self::Raw(Raw::NoScript),
            _ => Self::Inline,
        }
    }
}

impl Raw {
    /// How the tokenizer reads what the element holds.
    pub(super) const fn state(self) -> State {
        match self {
            Self::Script => State::ScriptData,
            Self::Title | Self::TextArea => State::RcData,
            Self::Style | Self::Frame | Self::NoFrames | Self::NoEmbed | Self::NoScript => State::RawText,
        }
    }
}
