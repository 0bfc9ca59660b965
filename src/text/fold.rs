//! Characters as labels see them: white space, punctuation and width folded away, traditional characters simplified.
//!
//! The tables are computed when the crate is compiled; only their constants index.
#![allow(clippy::indexing_slicing, reason = "const evaluation: an index out of range does not compile")]

use crate::template::labels::{LABELS, VARIANTS};

/// A character of the form's vocabulary, numbered from 1.
pub(crate) type Symbol = u16;

/// What a character is to a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folded {
    /// White space or punctuation: as if it were not there.
    Skip,
    /// A digit, whatever its width.
    Digit,
    /// A character of the vocabulary.
    Symbol(Symbol),
    /// A character that no label holds.
    Foreign,
}

const FIRST: u32 = 0x4E00;
const LEN: usize = 0x9FFF - 0x4E00 + 1;

/// Symbols of the CJK block; 0 for characters outside the vocabulary.
static SYMBOLS: [Symbol; LEN] = symbols();

/// The next character of UTF-8 text, in const evaluation.
pub(crate) const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let b = bytes[at] as u32;
    if b < 0x80 {
        (b, at + 1)
    } else if b < 0xE0 {
        (((b & 0x1F) << 6) | (bytes[at + 1] as u32 & 0x3F), at + 2)
    } else {
        let middle = (bytes[at + 1] as u32 & 0x3F) << 6;
        (((b & 0x0F) << 12) | middle | (bytes[at + 2] as u32 & 0x3F), at + 3)
    }
}

const fn symbols() -> [Symbol; LEN] {
    let mut table = [0; LEN];
    let mut next = 1;
    let mut i = 0;
    while i < LABELS.len() {
        let bytes = LABELS[i].1.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (c, after) = decode(bytes, at);
            let place = (c - FIRST) as usize;
            if table[place] == 0 {
                table[place] = next;
                next += 1;
            }
            at = after;
        }
        i += 1;
    }
    let bytes = VARIANTS.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (found, middle) = decode(bytes, at);
        let (meant, after) = decode(bytes, middle);
        if table[(found - FIRST) as usize] == 0 {
            table[(found - FIRST) as usize] = table[(meant - FIRST) as usize];
        }
        at = after;
    }
    table
}

/// The symbol of a character in const evaluation; 0 for none.
pub(crate) const fn symbol_of(c: u32) -> Symbol {
    static TABLE: [Symbol; LEN] = symbols();
    TABLE[(c - FIRST) as usize]
}

/// What a character is to a label.
#[inline]
pub(crate) fn fold(c: char) -> Folded {
    match SYMBOLS.get((c as usize).wrapping_sub(FIRST as usize)) {
        None => fold_other(c),
        Some(0) => Folded::Foreign,
        Some(&symbol) => Folded::Symbol(symbol),
    }
}

/// What a character outside the CJK block is to a label.
fn fold_other(c: char) -> Folded {
    match c {
        '0'..='9' | '０'..='９' => Folded::Digit,
        'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' => Folded::Foreign,
        '\0'..='\u{7F}' => Folded::Skip,
        '\u{C0}'..='\u{24F}' => Folded::Foreign,
        '\u{3005}'..='\u{3007}' => Folded::Foreign,
        '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF65}' => Folded::Skip,
        // What tables are drawn with.
        '\u{2500}'..='\u{257F}' => Folded::Skip,
        _ if c.is_whitespace() || matches!(c, '\u{AD}' | '·' | '\u{FEFF}' | '\u{200B}' | '－') => {
            Folded::Skip
        }
        _ if c.is_alphanumeric() => Folded::Foreign,
        _ => Folded::Skip,
    }
}

/// The vocabulary symbols of a text, everything else left out; `None` as soon as it holds a foreign character.
pub(crate) fn symbols_of(text: &str, into: &mut alloc::vec::Vec<Symbol>) -> bool {
    into.clear();
    let mut known = true;
    for c in text.chars() {
        match fold(c) {
            Folded::Symbol(symbol) => into.push(symbol),
            Folded::Foreign => {
                into.push(0);
                known = false;
            }
            // Bytes of some character were lost.
            Folded::Skip if c == char::REPLACEMENT_CHARACTER => known = false,
            Folded::Skip | Folded::Digit => {}
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_fold_to_simplified_ones() {
        for (found, meant) in
            [('條', '条'), ('規', '规'), ('製', '制'), ('購', '购'), ('鉤', '钩'), ('複', '复')]
        {
            assert!(matches!(fold(found), Folded::Symbol(_)), "{found}");
            assert_eq!(fold(found), fold(meant));
        }
    }

    #[test]
    fn white_space_and_punctuation_are_skipped() {
        for c in [' ', '\u{A0}', '\u{3000}', '（', '、', '，', '“', '.', '：', '\t', '\u{FEFF}'] {
            assert_eq!(fold(c), Folded::Skip, "{c:?}");
        }
        for c in ['〇', '①', 'Ⅲ'] {
            assert_ne!(fold(c), Folded::Digit, "{c}");
        }
    }
}
