//! Figures one behind the other, as rows without separators have them.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::scan::Scan;
use crate::Span;
use crate::layout::{Break, spaces};
use crate::text::figure::{one_digit, plain, run};

impl Scan<'_> {
    /// Figures of nothing but digits, each with another one or the end of its cell behind its spaces: most of what stands
    /// in rows without separators, read without the words that may stand elsewhere.
    #[inline]
    pub(super) fn figures(&self, at: usize, stop: usize, before: &mut Break, into: &mut Vec<Atom>) -> usize {
        let cell = self.text.as_bytes().get(..stop).unwrap_or_default();
        if self.grid || !matches!(cell.get(at), Some(b' ' | b'0'..=b'9')) {
            return at;
        }
        let begin = at + spaces(cell.get(at..).unwrap_or_default());
        if let Some(last) = into.last().filter(|last| begin == at && last.span.end as usize == at) {
            // Digits that touch words may be part of them; behind a label up to the end of its cell they are a glued row.
            let digits =
                if matches!(last.kind, Kind::Label(_)) { cell.get(at..).and_then(run) } else { None };
            let Some(figure) = digits else { return at };
            let span = Span::new(at as u32, stop as u32);
            into.push(Atom { span, kind: Kind::Figure(figure), before: *before });
            return stop;
        }
        row_of_figures(cell, begin, self.most, before, into).unwrap_or(at)
    }
}

/// Reads figures up to the end of a cell, or to the last one with another behind it; where they end.
fn row_of_figures(
    cell: &[u8],
    mut begin: usize,
    most: usize,
    before: &mut Break,
    into: &mut Vec<Atom>,
) -> Option<usize> {
    let mut last = None;
    while into.len() <= most {
        let (end, next, figure) = match cell.get(begin..) {
            // Most figures have one digit, and one space behind it.
            Some([digit @ b'0'..=b'9', b' ', b'0'..=b'9', ..]) => (begin + 1, begin + 2, one_digit(*digit)),
            Some([digit @ b'0'..=b'9']) => (begin + 1, begin + 1, one_digit(*digit)),
            // The number of a label.
            Some([b'0'..=b'9', b'.', ..]) => break,
            Some(rest @ [b'0'..=b'9', ..]) => {
                let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let (digits, behind) = rest.split_at_checked(digits)?;
                let spaces = spaces(behind);
                let ends = behind.get(spaces).is_none_or(u8::is_ascii_digit);
                let Some(figure) = plain(digits).filter(|_| ends) else { break };
                (begin + digits.len(), begin + digits.len() + spaces, figure)
            }
            _ => break,
        };
        let span = Span::new(begin as u32, end as u32);
        let before = core::mem::replace(before, Break::None);
        into.push(Atom { span, kind: Kind::Figure(figure), before });
        (last, begin) = (Some(end), next);
    }
    last
}
