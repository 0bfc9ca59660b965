//! Labels with whose words a text begins exactly as the table has them: found by a look or two instead of a walk.
//!
//! The table is computed when the crate is compiled; only its constants index.
#![allow(clippy::indexing_slicing, reason = "const evaluation: an index out of range does not compile")]

use super::fold::{decode, symbol_of};
use crate::template::labels::{CELLS, LABELS, Label, PRINTED};

const SLOTS: usize = 512;
const ENTRIES: usize = LABELS.len() + PRINTED.len() + CELLS.len();

/// Words as they are printed.
struct Entry {
    label: Label,
    words: &'static [u8],
    /// What is hashed of them.
    begin: u64,
    /// No label goes on where the words end: what follows them cannot be part of it.
    ends: bool,
    /// One more than the next entry that begins alike, which is no longer; 0: none.
    next: u16,
}

/// The words of the vocabulary, those that the form prints with punctuation, and those in whole cells.
static TABLE: [Entry; ENTRIES] = {
    let mut table =
        [const { Entry { label: Label::Other, words: &[], begin: 0, ends: true, next: 0 } }; ENTRIES];
    let (_, next) = chains();
    let mut at = 0;
    while at < ENTRIES {
        let (label, words) = entry(at);
        let (mut ends, mut other) = (true, 0);
        while other < LABELS.len() {
            ends &= !goes_on(words, LABELS[other].1.as_bytes());
            other += 1;
        }
        table[at] = Entry { label, words, begin: begin_of(words), ends, next: next[at] };
        at += 1;
    }
    table
};
/// One more than the first entry of each hash; 0: none.
static FIRST: [u16; SLOTS] = chains().0;

const fn entry(at: usize) -> (Label, &'static [u8]) {
    if at < LABELS.len() {
        return (LABELS[at].0, LABELS[at].1.as_bytes());
    }
    let at = at - LABELS.len();
    if at < PRINTED.len() {
        return (PRINTED[at].0, PRINTED[at].1.as_bytes());
    }
    let cell = &CELLS[at - PRINTED.len()];
    let (_, words) = cell.words.as_bytes().split_at(cell.before);
    (cell.label, words.split_at(words.len() - cell.behind).0)
}

/// The entries of each hash one behind the other, long ones first.
const fn chains() -> ([u16; SLOTS], [u16; ENTRIES]) {
    let (mut first, mut next) = ([0; SLOTS], [0; ENTRIES]);
    let mut at = 0;
    while at < ENTRIES {
        let (_, words) = entry(at);
        let slot = hash(begin_of(words));
        let (mut before, mut behind) = (0, first[slot] as usize);
        while behind != 0 && entry(behind - 1).1.len() >= words.len() {
            (before, behind) = (behind, next[behind - 1] as usize);
        }
        next[at] = behind as u16;
        at += 1;
        match before {
            0 => first[slot] = at as u16,
            _ => next[before - 1] = at as u16,
        }
    }
    (first, next)
}

/// The first eight bytes, or the first two letters where there is no third.
const fn begin_of(words: &[u8]) -> u64 {
    match words.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => u64::from_le_bytes([words[0], words[1], words[2], words[3], words[4], words[5], 0, 0]),
    }
}

const fn hash(begin: u64) -> usize {
    (begin.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize % SLOTS
}

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

/// The label whose words begin a text, and their length, when nothing stands behind them that may be part of it.
#[inline]
pub(crate) fn begins(text: &str) -> Option<(Label, usize)> {
    const TWO_LETTERS: u64 = u64::MAX >> 16;
    let bytes = text.as_bytes();
    let begin = u64::from_le_bytes(*bytes.first_chunk()?);
    let entry = find(bytes, begin).or_else(|| find(bytes, begin & TWO_LETTERS))?;
    let behind = bytes.get(entry.words.len()..)?;
    let next = || behind.iter().find(|byte| !matches!(byte, b' ' | b'|' | b'\t' | b'\r' | b'\n'));
    let ends = entry.ends || next().is_none_or(u8::is_ascii_digit);
    ends.then_some((entry.label, entry.words.len()))
}

/// The longest entry of a hash with which a text begins.
#[inline]
fn find(text: &[u8], begin: u64) -> Option<&'static Entry> {
    let mut at = *FIRST.get(hash(begin))?;
    loop {
        let entry = TABLE.get(usize::from(at).checked_sub(1)?)?;
        if entry.begin == begin && goes_on_as(text, entry.words) {
            return Some(entry);
        }
        at = entry.next;
    }
}

/// Whether a text that begins with the first eight bytes of some words begins with all of them; of two letters, with both.
/// By eights: words are too short for the call that a comparison of slices is.
#[inline]
fn goes_on_as(text: &[u8], words: &[u8]) -> bool {
    let Some(own) = text.get(..words.len()) else { return false };
    let mut eights = own.chunks_exact(8).zip(words.chunks_exact(8)).skip(1);
    own.last_chunk::<8>() == words.last_chunk() && eights.all(|(own, word)| own == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::label::longest;
    use alloc::string::String;

    #[test]
    fn a_look_finds_what_a_walk_finds() {
        for (label, words) in (0..ENTRIES).map(entry) {
            let words = core::str::from_utf8(words).unwrap();
            for behind in ["  ", "3\n1\n", "\t3\t0", " 3\n", "\n3\n"] {
                let text: String = [words, behind].concat();
                assert_eq!(begins(&text), Some((label, words.len())), "{text}");
                // A walk that cannot take the look: a full stop is passed over.
                let apart = ["。", text.as_str()].concat();
                let walked = longest(&apart).map(|found| (found.label, found.len - "。".len(), found.cut));
                assert_eq!(walked, Some((label, words.len(), false)), "{text}");
            }
        }
        for text in ["", "3", "规", "规则和", "其他处罚", "行政行为", "其他 处理 3"] {
            assert_eq!(begins(text), None, "{text}");
        }
    }
}
