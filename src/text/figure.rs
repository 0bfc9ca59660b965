//! Figures as they are printed, and those that are told without their grammar.

use core::num::NonZeroU32;

use super::grammar::grammar;
use crate::report::{Mark, Unit};

/// A figure as printed, its place given by byte offsets from where the reading began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The digits without the separators; meaningless when `odd`.
    pub(crate) mantissa: i64,
    /// Digits behind the decimal point.
    pub(crate) scale: u8,
    /// Printed so that it cannot be a figure as it stands: leading zero, open separator, too long for 18 digits.
    pub(crate) odd: bool,
    /// A unit of money.
    pub(crate) unit: Option<Unit>,
    /// Where a note in brackets begins, up to its end.
    pub(crate) note: Option<NonZeroU32>,
    /// Bytes of sign, digits, unit and note.
    pub(crate) len: u32,
    /// Bytes up to the last digit.
    pub(crate) digits: u32,
}

impl Figure {
    /// Whether it is nothing but digits, a point perhaps among them.
    pub(crate) const fn is_plain(&self) -> bool {
        !self.odd && self.unit.is_none() && self.note.is_none()
    }
}

/// What a cell holds besides labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Printed {
    /// A figure.
    Figure(Figure),
    /// A mark instead of a figure, and its length in bytes.
    Mark(Mark, u32),
}

/// A figure or mark at the start of `text`. Units, counters and notes behind a figure belong to it.
#[inline]
pub(crate) fn printed(text: &str) -> Option<Printed> {
    // Most texts that are asked begin with words: one look at a character spares them the grammar.
    if !text.chars().next().is_some_and(may_print) {
        return None;
    }
    match alone(text.as_bytes()).and_then(run) {
        Some(figure) => Some(Printed::Figure(figure)),
        None => grammar(text),
    }
}

/// Whether a character can begin a figure or a mark.
#[inline]
pub(crate) const fn may_print(c: char) -> bool {
    match c {
        '0'..='9' => true,
        '\u{4E00}'..='\u{9FFF}' => matches!(c, '增' | '减' | '減' | '无' | '無' | '未' | '不'),
        _ => is_digit(c) || is_sign(c) || is_mark(c),
    }
}

/// The ASCII digits at the start of a text, when what follows can be no part of the figure: white space before ASCII,
/// or the end.
fn alone(text: &[u8]) -> Option<&[u8]> {
    let len = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(len)?;
    let ends = match rest.first() {
        None | Some(b'\t' | b'\n' | b'\r' | b'|') => true,
        Some(b' ') => rest.iter().find(|byte| **byte != b' ').is_none_or(u8::is_ascii),
        _ => false,
    };
    ends.then_some(digits)
}

/// Whether a character begins a sign, or words that stand for one.
pub(super) const fn is_sign(c: char) -> bool {
    matches!(c, '+' | '＋' | '增' | '-' | '－' | '−' | '–' | '减' | '減')
}

pub(crate) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '—' | '–' | '―' | '─')
}

pub(crate) const fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／' | '\\' | '＼')
}

/// Whether a character begins a mark.
const fn is_mark(c: char) -> bool {
    is_dash(c) || is_slash(c) || matches!(c, '无' | '無' | '未' | '不')
}

/// A cell that is nothing but a few ASCII digits: by far the most frequent kind, read without the grammar.
#[inline]
pub(crate) fn plain(cell: &[u8]) -> Option<Figure> {
    let mantissa = match cell {
        [digit @ b'0'..=b'9'] => return Some(one_digit(*digit)),
        [b'1'..=b'9', ..] if cell.len() < 10 => {
            let mut mantissa = 0;
            for &byte in cell {
                let digit = byte.wrapping_sub(b'0');
                if digit > 9 {
                    return None;
                }
                mantissa = mantissa * 10 + i64::from(digit);
            }
            mantissa
        }
        _ => return None,
    };
    let len = u32::try_from(cell.len()).ok()?;
    Some(Figure { mantissa, scale: 0, odd: false, unit: None, note: None, len, digits: len })
}

/// The figure of one ASCII digit.
#[inline]
pub(crate) const fn one_digit(digit: u8) -> Figure {
    let mantissa = (digit - b'0') as i64;
    Figure { mantissa, scale: 0, odd: false, unit: None, note: None, len: 1, digits: 1 }
}

/// A cell that is nothing but ASCII digits, as many as the grammar takes; those of glued cells may begin with a zero.
pub(crate) fn run(cell: &[u8]) -> Option<Figure> {
    let odd = matches!(cell, [b'0', _, ..]);
    if !(odd && cell.len() <= 18 && cell.iter().all(u8::is_ascii_digit)) {
        return plain(cell);
    }
    let mantissa = cell.iter().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
    let len = u32::try_from(cell.len()).ok()?;
    Some(Figure { mantissa, scale: 0, odd, unit: None, note: None, len, digits: len })
}

/// The value of a digit of either width.
pub(crate) const fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - '０' as u32) as u8),
        _ => None,
    }
}

pub(super) const fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// Whether a character counts as labels and headings are counted.
pub(crate) const fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (i64, u8, Option<Unit>, u32) {
        match printed(text) {
            Some(Printed::Figure(f)) if !f.odd => (f.mantissa, f.scale, f.unit, f.len),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn figures_of_real_reports() {
        let wan = Some(Unit::TenThousandYuan);
        for (text, expected) in [
            ("+276", (276, 0, None, 4)),
            ("-106", (-106, 0, None, 4)),
            ("+0", (0, 0, None, 2)),
            ("增1558", (1558, 0, None, 7)),
            ("减38", (-38, 0, None, 5)),
            ("减 38", (-38, 0, None, 6)),
            ("增加 7", (7, 0, None, 8)),
            ("未增未减", (0, 0, None, 12)),
            ("１２", (12, 0, None, 6)),
            ("1,113", (1113, 0, None, 5)),
            ("3，001", (3001, 0, None, 7)),
            ("45062 万元", (45062, 0, wan, 12)),
            ("1978.83万元", (197_883, 2, wan, 13)),
            ("63365元", (63365, 0, Some(Unit::Yuan), 8)),
            ("2601.953875万", (2_601_953_875, 6, wan, 14)),
            ("1.2亿元", (12, 1, Some(Unit::HundredMillionYuan), 9)),
            ("31批次", (31, 0, None, 8)),
            ("12 34", (12, 0, None, 2)),
            ("0(三)不予公开", (0, 0, None, 1)),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_note_is_kept_apart() {
        let text = "277（公共服务事项）";
        let Some(Printed::Figure(figure)) = printed(text) else { panic!() };
        let note = text.get(figure.note.unwrap().get() as usize..figure.len as usize);
        assert_eq!(note, Some("（公共服务事项）"));
        assert_eq!((figure.mantissa, figure.len as usize), (277, text.len()));
    }

    #[test]
    fn what_cannot_be_a_figure_is_odd() {
        for text in ["01", "0,873", "3,", "00", "99999999999999999999"] {
            let Some(Printed::Figure(figure)) = printed(text) else { panic!("{text}") };
            assert!(figure.odd, "{text}");
        }
    }

    #[test]
    fn marks_differ_by_what_is_printed() {
        for (text, expected) in [
            ("/", Mark::Slash),
            ("／", Mark::Slash),
            ("-", Mark::Dash),
            ("——", Mark::Dash),
            ("无", Mark::Nil),
            ("未收取", Mark::NotCollected),
            ("不适用", Mark::NotApplicable),
        ] {
            assert_eq!(printed(text), Some(Printed::Mark(expected, text.len() as u32)), "{text}");
        }
        assert_eq!(printed("无法提供"), None);
    }
}
