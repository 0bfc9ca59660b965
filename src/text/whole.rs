//! Labels whose words stand in the text exactly as the table has them: found by one look instead of a walk.
//!
//! The table is computed when the crate is compiled; only its constants index.
#![allow(clippy::indexing_slicing, reason = "const evaluation: an index out of range does not compile")]

use crate::template::labels::{LABELS, Label};

const SLOTS: usize = 1024;
/// One more than the label of each hash; 0: none.
static TABLE: [u16; SLOTS] = table();

const fn table() -> [u16; SLOTS] {
    let mut table = [0; SLOTS];
    let mut label = 0;
    while label < LABELS.len() {
        let mut slot = hash(LABELS[label].1.as_bytes());
        while table[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        label += 1;
        table[slot] = label as u16;
    }
    table
}

/// By the first two characters, the last two and the length.
const fn hash(words: &[u8]) -> usize {
    let (Some(&[a, b, c, d, e, f]), Some(&[u, v, w, x, y, z])) = (words.first_chunk(), words.last_chunk())
    else {
        return 0;
    };
    let begin = u64::from_le_bytes([a, b, c, d, e, f, 0, words.len() as u8]);
    let end = u64::from_le_bytes([u, v, w, x, y, z, 0, 0]);
    let mixed = (begin ^ end.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 54) as usize % SLOTS
}

/// The label that is these words.
#[inline]
fn label_of(words: &str) -> Option<Label> {
    let mut slot = hash(words.as_bytes());
    loop {
        let entry = usize::from(*TABLE.get(slot)?).checked_sub(1)?;
        let (label, own) = LABELS.get(entry)?;
        if *own == words {
            return Some(*label);
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// The label at the start of a text and its length, when nothing but figures or the end stands behind its words.
#[inline]
pub(crate) fn whole(text: &str) -> Option<(Label, usize)> {
    let bytes = text.as_bytes();
    let is_ideograph = |character: &&[u8]| matches!(character, [0xE4..=0xE9, ..]);
    let len = bytes.chunks(3).take_while(is_ideograph).count() * 3;
    let (words, behind) = text.split_at_checked(len)?;
    let next = behind.bytes().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
    if next.is_some_and(|byte| !byte.is_ascii_digit()) {
        return None;
    }
    label_of(words).map(|label| (label, len))
}
