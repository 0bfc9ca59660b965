//! One cell of one reading.

use super::atoms::{Kind, Sequence};
use super::figures::Reach;
use crate::report::Mark;

/// What a reading puts into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Content {
    Figure,
    /// Shown as empty, or vanished.
    Blank,
    Mark(Mark),
    Unreadable,
}

/// A cell's content, made of the atoms `from..to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Zero unless a figure.
    pub(super) value: i64,
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) content: Content,
}

/// A value that is not known: what is printed cannot be read, or the row is lost.
pub(super) const UNKNOWN: i64 = i64::MIN;

impl Slot {
    #[cfg(test)]
    pub(super) const NONE: Self = Self { value: 0, from: 0, to: 0, content: Content::Blank };

    pub(super) fn figure(value: i64, from: usize, to: usize) -> Self {
        let number = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        Self { value, from: number(from), to: number(to), content: Content::Figure }
    }

    /// The value with which it enters a sum: nothing printed counts as zero.
    pub(super) fn term(&self) -> i64 {
        if self.content == Content::Unreadable { UNKNOWN } else { self.value }
    }

    /// Nothing that could be a figure is printed.
    pub(super) fn is_void(&self) -> bool {
        matches!(self.content, Content::Blank | Content::Mark(_))
    }

    /// How unlikely it is in that column. It orders candidates and never decides: figures of like length, in the
    /// first columns (citizens ask more than firms do) and in the last one, blanks where they are shown.
    pub(super) fn cost(&self, column: usize, columns: usize) -> u32 {
        let length = u32::from(self.to - self.from);
        match self.content {
            Content::Figure if self.value == 0 => 0,
            Content::Figure => {
                let place = if column + 1 == columns { 0 } else { u32::try_from(column.min(3)).unwrap_or(3) };
                2 * (length - 1) * (length - 1) + place
            }
            _ if length == 0 => 1,
            _ => 0,
        }
    }
}

impl Sequence {
    /// What an atom is that fills a column.
    pub(super) fn cell(&self, at: usize, may_be_signed: bool) -> Option<Slot> {
        let atom = self.atoms.get(at)?;
        let content = match atom.kind {
            Kind::Blank => Content::Blank,
            Kind::Mark(mark) => Content::Mark(mark),
            Kind::Unreadable => Content::Unreadable,
            Kind::Figure | Kind::Digit => {
                return self
                    .figure(at, at + 1)
                    .filter(|figure| may_be_signed || !figure.signed)
                    .map(|figure| Slot::figure(figure.value, at, at + 1));
            }
        };
        Some(Slot { content, ..Slot::figure(0, at, at + 1) })
    }
}

/// Every way to fill one column from atom `at` on, with figures that end before `end` and are no greater than `most`. A
/// vanished blank is never put before a shown one: behind it, it makes the same row.
pub(super) fn options(
    sequence: &Sequence,
    (at, end): (usize, usize),
    vanish: bool,
    may_be_signed: bool,
    most: i64,
    mut each: impl FnMut(Slot),
) {
    let from = u16::try_from(at).unwrap_or(u16::MAX);
    let kind = sequence.kind(at);
    if vanish && kind != Some(Kind::Blank) {
        each(Slot { value: 0, from, to: from, content: Content::Blank });
    }
    let whole = |content| Slot { value: 0, from, to: from + 1, content };
    match kind {
        Some(Kind::Blank) => each(whole(Content::Blank)),
        Some(Kind::Mark(mark)) => each(whole(Content::Mark(mark))),
        Some(Kind::Unreadable) => each(whole(Content::Unreadable)),
        Some(Kind::Figure | Kind::Digit) => {
            // The longer, the greater: a negative one would not be stopped here.
            let within = |figure: &Reach| figure.value <= most && usize::from(figure.to) <= end;
            for figure in sequence.figures(at).take_while(within) {
                if may_be_signed || !figure.signed {
                    each(Slot { value: figure.value, from, to: figure.to, content: Content::Figure });
                }
            }
        }
        None => {}
    }
}
