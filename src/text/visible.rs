//! How many characters of a text can be seen.

use memchr::{memchr3_iter, memmem};

use crate::layout::is_space;

/// The characters of a text that are no white space, a byte order mark being one. Counted byte by byte: prose is long,
/// and only its length matters.
pub(crate) fn visible(text: &str) -> usize {
    let bytes = text.as_bytes();
    // Bytes that begin a character and are no white space of one byte. Runs whose sum fits a byte are summed by vectors.
    let seen = |byte: &u8| u8::from(byte & 0xC0 != 0x80 && !matches!(byte, b' ' | b'\t'..=b'\r'));
    let begun: usize = bytes.chunks(255).map(|run| usize::from(run.iter().map(seen).sum::<u8>())).sum();
    // All other white space but one begins with one of three bytes.
    let rare = memchr3_iter(0xC2, 0xE1, 0xE2, bytes)
        .filter(|&at| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_space));
    begun - rare.count() - memmem::find_iter(bytes, "\u{3000}").count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn no_white_space_is_counted() {
        let every: String = ('\0'..='\u{FFFF}').flat_map(|c| [c, '字', 'a']).collect();
        assert_eq!(visible(&every), every.chars().filter(|&c| c == '\u{FEFF}' || !is_space(c)).count());
        assert_eq!(visible(" 一、\u{3000}\u{A0}总体 “情况”\n"), 8);
    }
}
