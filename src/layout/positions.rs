//! Where a byte stands in a text, found eight bytes at a time.
//!
//! Tables have a separator every few bytes, where a search that starts anew behind each costs three times as much.

/// Bytes that are looked at at once where the needle is rare.
const CHUNK: usize = 32;

/// Calls `found` with each place of `needle`.
#[inline]
pub(super) fn positions(bytes: &[u8], needle: u8, mut found: impl FnMut(usize)) {
    let chunks = bytes.chunks_exact(CHUNK);
    let mut last = [!needle; CHUNK];
    if let Some(rest) = last.get_mut(..chunks.remainder().len()) {
        rest.copy_from_slice(chunks.remainder());
    }
    let mut at = 0;
    for chunk in chunks.chain([last.as_slice()]) {
        // Of a known length and without a branch, so that vectors look at it.
        let Ok(chunk) = <&[u8; CHUNK]>::try_from(chunk) else { return };
        if !chunk.iter().fold(false, |any, &byte| any | (byte == needle)) {
            at += CHUNK;
            continue;
        }
        for word in chunk.chunks_exact(8) {
            let word = u64::from_le_bytes(word.try_into().unwrap_or_default());
            let mut marked = zeros(word ^ each(needle));
            while marked != 0 {
                found(at + marked.trailing_zeros() as usize / 8);
                marked &= marked - 1;
            }
            at += 8;
        }
    }
}

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of every byte that is zero.
const fn zeros(word: u64) -> u64 {
    !(((word & each(0x7F)) + each(0x7F)) | word | each(0x7F))
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
