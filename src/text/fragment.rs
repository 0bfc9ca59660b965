//! Pieces of labels that were wrapped over lines: any run of symbols that some label holds.
//!
//! The index is computed when the crate is compiled; only its constants index.
#![allow(clippy::indexing_slicing, reason = "const evaluation: an index out of range does not compile")]

use super::fold::{Symbol, decode, symbol_of};
use crate::template::labels::LABELS;

const LEN: usize = length();

/// The symbols of all labels, a zero behind each.
static SYMBOLS: [Symbol; LEN] = symbols();
/// By symbol, one more than the first place where it stands; 0: nowhere.
static FIRST: [u16; 512] = first();
/// By place, one more than the next place of the same symbol; 0: no other.
static NEXT: [u16; LEN] = next();

const fn length() -> usize {
    let (mut len, mut i) = (0, 0);
    while i < LABELS.len() {
        len += LABELS[i].1.len() / 3 + 1;
        i += 1;
    }
    len
}

const fn symbols() -> [Symbol; LEN] {
    let mut table = [0; LEN];
    let (mut used, mut i) = (0, 0);
    while i < LABELS.len() {
        let bytes = LABELS[i].1.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (c, after) = decode(bytes, at);
            table[used] = symbol_of(c);
            (used, at) = (used + 1, after);
        }
        (used, i) = (used + 1, i + 1);
    }
    table
}

const fn first() -> [u16; 512] {
    let symbols = symbols();
    let mut table = [0; 512];
    let mut at = LEN;
    while at > 0 {
        at -= 1;
        table[symbols[at] as usize] = at as u16 + 1;
    }
    table
}

const fn next() -> [u16; LEN] {
    let symbols = symbols();
    let (mut table, mut last) = ([0; LEN], [0; 512]);
    let mut at = LEN;
    while at > 0 {
        at -= 1;
        table[at] = last[symbols[at] as usize];
        last[symbols[at] as usize] = at as u16 + 1;
    }
    table
}

/// Whether the symbols stand somewhere inside a label: a piece of a wrapped one, not a word of its own.
pub(crate) fn is_fragment(symbols: &[Symbol]) -> bool {
    let place = |one_more: u16| usize::from(one_more).checked_sub(1);
    // Zero, the symbol of foreign characters, is the one that divides the labels.
    let known = symbols.first().filter(|symbol| **symbol != 0 && !symbols.contains(&0));
    let mut at = known.and_then(|symbol| place(*FIRST.get(usize::from(*symbol))?));
    while let Some(begin) = at {
        if SYMBOLS[begin..].starts_with(symbols) {
            return true;
        }
        at = place(NEXT[begin]);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::symbols_of;

    #[test]
    fn fragments_of_labels_are_known() {
        let mut symbols = alloc::vec::Vec::new();
        for (words, expected) in [
            ("形，不计其他情形）", true),
            ("各类其他政府", false),
            ("章规", false),
            ("总", true),
            ("", false),
        ] {
            symbols_of(words, &mut symbols);
            assert_eq!(is_fragment(&symbols), expected, "{words}");
        }
    }
}
