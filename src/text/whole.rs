//! Labels whose words stand in the text exactly as the table has them: found by one look instead of a walk.
//!
//! The table is computed when the crate is compiled; only its constants index.
#![allow(clippy::indexing_slicing, reason = "const evaluation: an index out of range does not compile")]

use core::ops::Range;

use super::fold::{decode, symbol_of};
use crate::template::labels::{CELLS, LABELS, Label, PRINTED};

const SLOTS: usize = 512;
const ENTRIES: usize = LABELS.len() + PRINTED.len() + CELLS.len();
/// One more than the entry of each hash; 0: none.
static TABLE: [u16; SLOTS] = table();

/// Words as they are printed, and the place of their label among them.
struct Entry {
    label: Label,
    words: &'static str,
    start: usize,
    end: usize,
}

/// The words of the vocabulary, those that the form prints with punctuation, then those of whole cells.
const fn entry(at: usize) -> Option<Entry> {
    let (label, words) = if at < LABELS.len() {
        LABELS[at]
    } else if at < LABELS.len() + PRINTED.len() {
        PRINTED[at - LABELS.len()]
    } else if at < ENTRIES {
        let cell = CELLS[at - LABELS.len() - PRINTED.len()];
        let end = cell.words.len() - cell.behind;
        return Some(Entry { label: cell.label, words: cell.words, start: cell.before, end });
    } else {
        return None;
    };
    Some(Entry { label, words, start: 0, end: words.len() })
}

/// Whether no label goes on where the entry's words end: what follows them cannot be part of it.
static ENDS: [bool; ENTRIES] = {
    let mut ends = [true; ENTRIES];
    let mut at = 0;
    while let Some(own) = entry(at) {
        let mut other = 0;
        while other < LABELS.len() {
            ends[at] &= !goes_on(own.words.as_bytes(), LABELS[other].1.as_bytes());
            other += 1;
        }
        at += 1;
    }
    ends
};

/// Whether words begin with others, punctuation left out, and are longer.
const fn goes_on(begin: &[u8], words: &[u8]) -> bool {
    let (mut at, mut behind) = (0, 0);
    while at < begin.len() {
        let (own, next) = decode(begin, at);
        at = next;
        if own < '一' as u32 || own > '\u{9FFF}' as u32 {
            continue;
        }
        if behind == words.len() {
            return false;
        }
        let (other, after) = decode(words, behind);
        if symbol_of(own) != symbol_of(other) {
            return false;
        }
        behind = after;
    }
    behind < words.len()
}

/// Bytes of the longest entry.
const LONGEST: usize = {
    let (mut longest, mut at) = (0, 0);
    while let Some(entry) = entry(at) {
        if entry.words.len() > longest {
            longest = entry.words.len();
        }
        at += 1;
    }
    longest
};

const fn table() -> [u16; SLOTS] {
    let mut table = [0; SLOTS];
    let mut at = 0;
    while let Some(entry) = entry(at) {
        let mut slot = hash(entry.words.as_bytes());
        while table[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        at += 1;
        table[slot] = at as u16;
    }
    table
}

/// By how the words begin, how they end, and their length.
const fn hash(words: &[u8]) -> usize {
    let begin = match words.first_chunk() {
        Some(begin) => u64::from_le_bytes(*begin),
        None => 0,
    };
    let end = match words.last_chunk() {
        Some(end) => u64::from_le_bytes(*end),
        None => 0,
    };
    let mixed = (begin ^ end.rotate_left(29) ^ words.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) as usize % SLOTS
}

/// The label whose words these are, or whose cell, and its place in them.
#[inline]
pub(crate) fn exactly(words: &str) -> Option<(Label, Range<usize>)> {
    let Entry { label, start, end, .. } = entry(find(words)?)?;
    Some((label, start..end))
}

/// The entry that is these words.
#[inline]
fn find(words: &str) -> Option<usize> {
    let mut slot = hash(words.as_bytes());
    loop {
        let at = usize::from(*TABLE.get(slot)?).checked_sub(1)?;
        if entry(at)?.words == words {
            return Some(at);
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// The label at the start of a text and its length, when nothing stands behind its words that may be part of it.
#[inline]
pub(crate) fn whole(text: &str) -> Option<(Label, usize)> {
    let (words, behind) = text.split_at_checked(words_len(text.as_bytes()))?;
    let at = find(words)?;
    let Entry { label, start: 0, end, .. } = entry(at)? else { return None };
    let next = || behind.bytes().find(|byte| !matches!(byte, b' ' | b'|' | b'\t' | b'\r' | b'\n'));
    let ends = ENDS.get(at) == Some(&true) || next().is_none_or(|byte| byte.is_ascii_digit());
    (ends && end == words.len()).then_some((label, end))
}

/// How many bytes stand before the first of ASCII, of as many as a label can have and one more.
#[inline]
fn words_len(bytes: &[u8]) -> usize {
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    let is_words = |eight: &&[u8]| u64::from_le_bytes((*eight).try_into().unwrap_or_default()) & HIGH == HIGH;
    let bytes = bytes.get(..=LONGEST).unwrap_or(bytes);
    let begin = bytes.chunks_exact(8).take_while(is_words).count() * 8;
    let rest = bytes.get(begin..).unwrap_or_default();
    begin + rest.iter().take_while(|byte| !byte.is_ascii()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::label::longest;

    #[test]
    fn a_look_finds_what_a_walk_finds() {
        for (label, words) in LABELS.iter().chain(PRINTED) {
            for behind in ["", "3", "\t3\t0", " 3", "\n3"] {
                let text = [*words, behind].concat();
                assert_eq!(whole(&text), Some((*label, words.len())), "{text}");
                // A walk that cannot take the look: a full stop is passed over.
                let apart = ["。", text.as_str()].concat();
                let walked = longest(&apart).map(|found| (found.label, found.len - "。".len(), found.cut));
                assert_eq!(walked, Some((*label, words.len(), false)), "{text}");
            }
        }
        for text in ["", "3", "规", "规章的", "规章（3", "行政行为", "其他 处理 3"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
