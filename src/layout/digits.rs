//! Runs of digits in a line, told by bytes: figures, numbers of labels, years.

use memchr::memchr_iter;

/// The first byte of digits as wide as ideographs.
const FULL_WIDTH: u8 = 0xEF;

/// Digits at the start of a text, with separators and points inside of them.
pub(super) struct Run {
    pub(super) len: usize,
    pub(super) digits: usize,
    /// It is a year, or numbers a label.
    pub(super) numbers: bool,
    /// A comma of ASCII stands in it or behind it.
    pub(super) comma: bool,
}

impl Run {
    #[inline]
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        if matches!(text, [b'0'..=b'9', b' ', ..]) {
            return Some(Self { len: 1, digits: 1, numbers: false, comma: false });
        }
        let (mut len, mut digits, mut comma) = (0, 0, false);
        let behind = loop {
            let rest = text.get(len..).unwrap_or_default();
            if let Some(width) = digit(rest) {
                (len, digits) = (len + width, digits + 1);
                continue;
            }
            let separator = match rest {
                _ if digits == 0 => return None,
                [b',' | b'.', ..] => 1,
                _ if rest.starts_with("，".as_bytes()) => 3,
                _ => break rest,
            };
            comma |= rest.first() == Some(&b',');
            if rest.get(separator..).and_then(digit).is_none() {
                break rest;
            }
            len += separator;
        };
        // 本年(2021)新收 has a year; few digits and a point number a label.
        let begins = |words: &[&str]| words.iter().any(|word| behind.starts_with(word.as_bytes()));
        let numbers = match behind.first() {
            None | Some(b' ' | b'0'..=b'9') => false,
            _ => begins(&[")", "）", "年"]) || digits <= 2 && begins(&[".", "、", "．"]),
        };
        Some(Self { len, digits, numbers, comma })
    }
}

/// Whether a digit stands in a line.
#[inline]
pub(super) fn any(line: &[u8]) -> bool {
    any_or(u8::is_ascii_digit, line)
}

/// Whether a line is words, the last two of them ideographs, and digits at its end: most rows of glued cells. The number
/// before the words of a label counts as one of them.
pub(super) fn are_glued(line: &[u8]) -> bool {
    let digits = line.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let Some((words, [_, ..])) = line.split_at_checked(line.len() - digits) else { return false };
    if !matches!(words, [.., 0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _]) {
        return false;
    }
    let words = match words {
        [b'1'..=b'9', b'.', rest @ ..] if matches!(rest, [0xE4..=0xE9, ..]) => rest,
        _ => words,
    };
    !any_or(|byte| byte.is_ascii_digit() || *byte == b',', words)
}

/// Whether a byte that is sought stands in a line, or a digit as wide as ideographs. Without a branch, so that vectors look
/// at it: many lines are words only, and few have marks, which begin like wide digits.
#[inline]
fn any_or(is_sought: impl Fn(&u8) -> bool, line: &[u8]) -> bool {
    let seen = |(sought, wide), byte: &u8| (sought | is_sought(byte), wide | (*byte == FULL_WIDTH));
    let (sought, wide) = line.iter().fold((false, false), seen);
    sought || wide && memchr_iter(FULL_WIDTH, line).any(|at| line.get(at..).and_then(digit).is_some())
}

/// The width of the digit at the start of a text.
fn digit(text: &[u8]) -> Option<usize> {
    match text {
        [b'0'..=b'9', ..] => Some(1),
        // Those as wide as ideographs.
        [FULL_WIDTH, 0xBC, 0x90..=0x99, ..] => Some(3),
        _ => None,
    }
}
