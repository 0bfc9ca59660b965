//! What stands before a label: white space, punctuation, its number.

use crate::layout::{is_space, spaces};
use crate::template::labels::Label;
use crate::text::figure::{digit, is_dash, is_numeral, is_slash};
use crate::text::fold::{Folded, fold};
use crate::text::label::{Found, gloss_len, longest};

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
                } else if let Some(len) = joint(rest) {
                    len
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

/// A dash before a bracket, which is no sign: behind a group, or behind the number of a page.
fn joint(text: &str) -> Option<usize> {
    let dash = text.chars().next().filter(|c| is_dash(*c))?.len_utf8();
    text.get(dash..)?.starts_with(['（', '(']).then_some(dash)
}

/// The length of what joins the label of a group to that of its row, and of the spaces around it: 不予公开 / 1.属于国家秘密.
pub(super) fn joint_behind(group: Label, behind: &str) -> usize {
    let spaces = [' ', '\u{A0}', '\u{3000}'];
    let inner = behind.trim_start_matches(spaces);
    let Some(rest) = inner.strip_prefix(|c| is_dash(c) || is_slash(c)) else { return 0 };
    let rest = rest.trim_start_matches(spaces);
    let joins = match group {
        Label::RequestsHead => rest.starts_with(['（', '(']),
        Label::ResultGroup(_) | Label::OtherHandling => number(rest).is_some(),
        Label::Litigation => matches!(longest(rest), Some(Found { label: Label::Group(_), .. })),
        _ => false,
    };
    if joins { behind.len() - rest.len() } else { 0 }
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
        let digits = digits + text.get(digits..).map_or(0, gloss_len);
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

/// The length of a number as the form prints it, and of one space behind it: `1. 属于国家秘密`.
#[inline]
pub(super) fn usual_number(text: &str) -> usize {
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
