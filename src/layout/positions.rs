//! Where a byte stands in a text, found eight bytes at a time.
//!
//! Tables have a separator every few bytes, where a search that starts anew behind each costs three times as much.

/// Calls `found` with each place of `needle`.
#[inline]
pub(super) fn positions(bytes: &[u8], needle: u8, mut found: impl FnMut(usize)) {
    let mut words = bytes.chunks_exact(8);
    let mut base = 0;
    loop {
        let whole = words.next();
        let word = whole.map_or_else(|| filled(words.remainder(), !needle), load);
        let mut marked = zeros(word ^ each(needle));
        while marked != 0 {
            found(base + marked.trailing_zeros() as usize / 8);
            marked &= marked - 1;
        }
        if whole.is_none() {
            return;
        }
        base += 8;
    }
}

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of every byte that is zero.
const fn zeros(word: u64) -> u64 {
    !(((word & each(0x7F)) + each(0x7F)) | word | each(0x7F))
}

#[inline]
fn load(word: &[u8]) -> u64 {
    u64::from_le_bytes(word.try_into().unwrap_or_default())
}

/// The last bytes of a text, and others behind them.
#[inline]
fn filled(rest: &[u8], other: u8) -> u64 {
    rest.iter().rev().fold(each(other), |word, &byte| word << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        let mut text = String::new();
        for (len, c) in "a\tb|\n\r\u{B}\u{8}||条\t\t例~\u{A}\t\n|".chars().cycle().take(400).enumerate() {
            text.push(c);
            for needle in [b'\t', b'\n', b'|'] {
                let expected: Vec<usize> = memchr::memchr_iter(needle, text.as_bytes()).collect();
                let mut found = Vec::new();
                positions(text.as_bytes(), needle, |at| found.push(at));
                assert_eq!(found, expected, "{len}");
            }
        }
    }
}
