//! Cells whose words are exactly those of the table: their labels are found by one look instead of a walk.
//!
//! The table is computed when the crate is compiled; only its constants index.
#![allow(clippy::indexing_slicing, reason = "const evaluation: an index out of range does not compile")]

use core::ops::Range;

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
