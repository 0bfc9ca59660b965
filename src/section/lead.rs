//! The label at the start of a line, what stands before it, and where it ends.

use core::ops::Range;

use crate::layout::is_space;
use crate::template::labels::Label;
use crate::text::begin::begins;
use crate::text::figure::{Printed, digit, is_numeral, printed};
use crate::text::fold::{Folded, fold};
use crate::text::label::{Found, longest};
use crate::text::whole::exactly;

/// The first atom of a line, if it is a label: what kind of line it is.
pub(crate) fn leading_label(text: &str, start: usize, stop: usize) -> Option<Label> {
    let rest = text.get(start..stop)?;
    let begin = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    if let Some((label, place)) = rest.get(begin..).and_then(usual_label)
        && rest.get(begin + place.end..).is_some_and(is_cells)
    {
        return Some(label);
    }
    let (lead, _) = lead(rest);
    let rest = rest.get(lead..)?;
    let first = rest.chars().next()?;
    let rest = match digit(first) {
        // A number whose point was lost.
        Some(_) => rest.get(first.len_utf8()..)?,
        None => rest,
    };
    let found = longest(rest)?;
    let behind = rest.get(found.len..)?;
    let figure = behind.trim_start_matches(is_space);
    if let Some(Printed::Figure(figure_found)) = printed(figure)
        && figure.get(figure_found.len as usize..)?.starts_with(['，', '；', '。', '、'])
    {
        return None;
    }
    // A label cut at the end of its line, when enough of it is there to be told from a word.
    let whole = !found.cut || found.len >= 5 * '字'.len_utf8();
    (whole && ends_word(behind, found.label)).then_some(found.label)
}

/// Whether what stands behind a label shows that it is no sentence about it: nothing, the next label behind a separator, or
/// a figure that stands alone.
fn is_cells(behind: &str) -> bool {
    let behind = behind.as_bytes().trim_ascii_start();
    let digits = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match behind.get(digits..).unwrap_or_default() {
        [] | [b' ' | b'\t' | b'|', ..] => true,
        // 1. or （一）, and the next label.
        [b'.', next, ..] => digits == 1 && !next.is_ascii_digit(),
        [b'(', ..] | [0xEF, 0xBC, 0x88, ..] => digits == 0,
        _ => false,
    }
}

/// The label at the start of a text, and its place behind its number, where both stand as the form prints them and nothing
/// follows that may be part of the label: most labels are so, and need no walk.
#[inline]
pub(super) fn usual_label(text: &str) -> Option<(Label, Range<usize>)> {
    let number = usual_number(text);
    let (label, len) = begins(text.get(number..)?)?;
    let end = number + len;
    let ends = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
    text.as_bytes().get(end).is_none_or(ends).then_some((label, number..end))
}

/// The label that a cell is as the form prints it, and its place behind its number.
#[inline]
pub(super) fn cell_label(cell: &str) -> Option<(Label, Range<usize>)> {
    let number = usual_number(cell);
    let (label, place) = exactly(cell.get(number..)?)?;
    Some((label, number + place.start..number + place.end))
}

/// The length of a number as the form prints it, and of one space behind it: `1. 属于国家秘密`.
#[inline]
fn usual_number(text: &str) -> usize {
    let numeral = |at: usize| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_numeral);
    let number = match text.as_bytes() {
        [b'1'..=b'9', b'.', ..] => 2,
        // Numerals begin with E4 or E5: 一、
        [0xE4 | 0xE5, _, _, 0xE3, 0x80, 0x81, ..] if numeral(0) => 6,
        [b'(', 0xE4 | 0xE5, _, _, b')', ..] if numeral(1) => 5,
        // （一）
        [0xEF, 0xBC, 0x88, 0xE4 | 0xE5, _, _, 0xEF, 0xBC, 0x89, ..] if numeral(3) => 9,
        _ => return 0,
    };
    number + usize::from(text.as_bytes().get(number) == Some(&b' '))
}

/// Whether a label ends where `behind` begins: not in the middle of a word.
pub(super) fn ends_word(behind: &str, label: Label) -> bool {
    ends_before(behind, label, longest)
}

/// The same; `next` finds the label behind.
#[inline]
pub(super) fn ends_before(behind: &str, label: Label, next: impl FnOnce(&str) -> Option<Found>) -> bool {
    let Some(first) = behind.chars().next() else { return true };
    if first.is_ascii() {
        // Nearly always white space or a figure.
        return !first.is_ascii_alphabetic();
    }
    match fold(first) {
        Folded::Skip | Folded::Digit => true,
        _ if matches!(first, '增' | '减' | '減' | '无' | '未') && printed(behind).is_some() => true,
        // 其他 and 总计 are too short to stand glued before just any word.
        Folded::Symbol(_) => {
            let (skip, _) = lead(behind);
            let numbered = skip > 0;
            let bare = matches!(label, Label::Other | Label::Total);
            numbered || next(behind).is_some_and(|next| !next.cut || !bare)
        }
        Folded::Foreign => lead(behind).0 > 0,
    }
}

/// The length of white space, punctuation and numbers before a label, and whether there is a number: `（三）`, `2.`, `四、`.
#[inline]
pub(crate) fn lead(text: &str) -> (usize, bool) {
    // Most labels have nothing before them.
    if begins_with_word(text) { (0, false) } else { lead_from(text) }
}

/// Whether an ideograph that counts nothing begins a text, or nothing does.
#[inline]
fn begins_with_word(text: &str) -> bool {
    match text.as_bytes() {
        [] | [0xE6..=0xE9, ..] => true,
        // Numerals begin with E4 or E5.
        [0xE4 | 0xE5, ..] => !text.chars().next().is_some_and(is_numeral),
        _ => false,
    }
}

fn lead_from(text: &str) -> (usize, bool) {
    let (mut at, mut numbered) = (0, false);
    while let Some(rest) = text.get(at..).filter(|rest| !begins_with_word(rest)) {
        at += match rest.as_bytes() {
            // Most figures are no numbers.
            [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', ..] => break,
            [b' ', ..] => spaces(rest.as_bytes()),
            bytes => {
                let usual = usual_number(rest);
                // 1.5 is no number of a label.
                if usual > 0 && matches!(bytes.get(usual), Some(0xE4..=0xE9)) {
                    numbered = true;
                    usual
                } else if let Some(c) = rest.chars().next().filter(|c| is_space(*c) || is_punctuation(*c)) {
                    c.len_utf8()
                } else if let Some(len) = number(rest) {
                    numbered = true;
                    len
                } else {
                    break;
                }
            }
        };
    }
    (at, numbered)
}

/// How many plain spaces begin a text: columns are kept apart by many. Eight are looked at together.
#[inline]
pub(super) fn spaces(text: &[u8]) -> usize {
    const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
    let mut len = 0;
    while let Some(eight) = text.get(len..).and_then(|rest| rest.first_chunk()) {
        let run = (u64::from_le_bytes(*eight) ^ SPACES).trailing_zeros() as usize / 8;
        len += run;
        if run < 8 {
            return len;
        }
    }
    len + text.iter().skip(len).take_while(|byte| **byte == b' ').count()
}

/// Asked of nearly every character of the form's own words, which are told first.
#[inline]
fn is_punctuation(c: char) -> bool {
    !matches!(c, '\u{4E00}'..='\u{9FFF}')
        && matches!(
            c,
            '、' | '，'
                | ','
                | '。'
                | '；'
                | ';'
                | '：'
                | ':'
                | '“'
                | '”'
                | '"'
                | '\''
                | '《'
                | '》'
                | '（'
                | '）'
                | '('
                | ')'
                | '【'
                | '】'
                | '['
                | ']'
                | '*'
                | '#'
                | '>'
                | '·'
                | '．'
                | '.'
                | '|'
                | '‘'
                | '’'
                | '「'
                | '」'
                | '_'
                | '`'
        )
}

/// The length of a number and the point behind it.
fn number(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let digits = if is_numeral(first) {
        text.find(|c| !is_numeral(c)).unwrap_or(text.len())
    } else if digit(first).is_some() {
        0
    } else {
        return None;
    };
    let point = |rest: &str| -> Option<usize> {
        let spaces = spaces(rest.as_bytes());
        let rest = rest.get(spaces..)?;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            // Behind most figures stands the next.
            return None;
        }
        // Markdown writes `1\.` for what is no list.
        let wide = rest.len() - rest.trim_start_matches([' ', '\u{A0}', '\u{3000}', '\\']).len();
        let c = rest.get(wide..)?.chars().next()?;
        matches!(c, '、' | '.' | '．' | ')' | '）' | '，' | ',').then_some(spaces + wide + c.len_utf8())
    };
    if digits > 0 {
        // 一(yī) is a number with its pronunciation.
        let digits = digits + text.get(digits..).map_or(0, crate::text::label::gloss_len);
        return (digits <= 24).then(|| point(text.get(digits..)?).map(|len| digits + len)).flatten();
    }
    // One or two digits. A number has no leading zero: the zero of `03.其他` is a figure.
    let behind = text.chars().take(3).position(|c| digit(c).is_none()).unwrap_or(3);
    if behind == 0 || behind > 2 || (behind == 2 && digit(first) == Some(0)) {
        return None;
    }
    let digits = text.char_indices().nth(behind).map_or(text.len(), |(at, _)| at);
    let len = digits + point(text.get(digits..)?)?;
    let word = text.get(len..)?.trim_start_matches(is_space).chars().next()?;
    matches!(fold(word), Folded::Symbol(_) | Folded::Foreign).then_some(len)
}
