//! Columns of a screen: which measure a table was drawn by is not known before its rules are compared.

use crate::text::width::width;

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
