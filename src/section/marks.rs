//! Marks that words surround: a letter of another label sticks to one, or they stand amid the words of one.

use super::atom::Kind;
use crate::layout::is_space;
use crate::text::figure::{Printed, printed};

/// A mark to which a letter of the label beside the rows sticks: `-本`, `无度`.
pub(super) fn mark_beside_letter(rest: &str) -> Option<(Option<Kind>, usize)> {
    if !rest.starts_with(['-', '—', '－', '/', '／', '无', '無']) {
        return None;
    }
    let word = rest.split(is_space).next()?;
    let cut = word.strip_suffix(is_upright)?;
    match printed(cut)? {
        Printed::Mark(mark, len) if len as usize == cut.len() => Some((Some(Kind::Mark(mark)), cut.len())),
        _ => None,
    }
}

/// Whether a letter is one of those that a page sets one below the other beside the rows: 三、本年度办理结果.
pub(super) const fn is_upright(c: char) -> bool {
    matches!(c, '三' | '本' | '年' | '度' | '办' | '辦' | '理' | '结' | '結' | '果')
}

/// Where marks begin that stand amid the words of a label: the cells of a row around which it is wrapped.
pub(super) fn marks_within(label: &str) -> Option<usize> {
    // Without a branch, so that vectors look at it: nearly no label has one.
    let ascii = |any: bool, byte: &u8| any | (*byte == b'/') | (*byte == b'-') | (*byte == 0xE2);
    // Brackets and commas are as wide as － and ／, which end with other bytes.
    let wide =
        |any: bool, (first, last): (&u8, &u8)| any | (*first == 0xEF) & ((*last == 0x8D) | (*last == 0x8F));
    let bytes = label.as_bytes();
    if !bytes.iter().fold(false, ascii) && !bytes.iter().zip(bytes.iter().skip(2)).fold(false, wide) {
        return None;
    }
    let alone = |(at, mark): &(usize, &str)| {
        let before = label.get(..*at).and_then(|before| before.chars().next_back());
        let behind = label.get(at + mark.len()..).and_then(|behind| behind.chars().next());
        before.is_some_and(is_space) && behind.is_none_or(is_space)
    };
    let mut marks = label.match_indices(['/', '／', '-', '—', '－']).filter(alone);
    let (first, _) = marks.next()?;
    // One alone is that of 本年增 / 减.
    marks.next().map(|_| first)
}
