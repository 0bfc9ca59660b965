//! Columns of a screen: which measure a table was drawn by is not known before its rules are compared.

/// How many columns characters take that some screens print wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Widths {
    Narrow,
    Wide,
    /// Every character takes one, ideographs as well.
    One,
}

/// A column of a screen by each measure, or how many columns characters take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    narrow: u32,
    wide: u32,
    one: u32,
}

impl Columns {
    pub(super) const fn by(self, widths: Widths) -> u32 {
        match widths {
            Widths::Narrow => self.narrow,
            Widths::Wide => self.wide,
            Widths::One => self.one,
        }
    }

    /// Goes on behind so many characters.
    #[inline]
    pub(super) const fn behind(self, c: char, many: u32) -> Self {
        let (narrow, wide) = width(c);
        Self { narrow: self.narrow + narrow * many, wide: self.wide + wide * many, one: self.one + many }
    }
}

/// How many columns a character takes on a screen that prints some narrow, and on one that prints them wide.
#[inline]
const fn width(c: char) -> (u32, u32) {
    match c {
        // Nearly all, and what tables are drawn with.
        '\0'..='\u{A0}' => (1, 1),
        '\u{4E00}'..='\u{9FFF}' => (2, 2),
        '\u{2500}'..='\u{257F}' => (1, 2),
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => (0, 0),
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{A4CF}' => (2, 2),
        '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' => (2, 2),
        '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{3FFFD}' => (2, 2),
        // Quotes, dashes, numbers in circles.
        '\u{A1}'..='\u{27BF}' => (1, 2),
        _ => (1, 1),
    }
}
