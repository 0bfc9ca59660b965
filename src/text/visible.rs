//! How many characters of a text can be seen.

use memchr::memchr3_iter;
use memchr::memmem::Finder;

use crate::layout::is_space;

/// Counts the characters of texts that are no white space, a byte order mark being one. Counted byte by byte: prose is
/// long, and only its length matters.
pub(crate) struct Visible(Finder<'static>);

/// Bytes whose number fits one, in whole vectors.
const RUN: usize = 192;

impl Visible {
    pub(crate) fn new() -> Self {
        Self(Finder::new("\u{3000}"))
    }

    pub(crate) fn count(&self, text: &str) -> usize {
        let bytes = text.as_bytes();
        // Bytes that begin a character and are no white space of one byte.
        let seen = |byte: &u8| u8::from(byte & 0xC0 != 0x80 && !matches!(byte, b' ' | b'\t'..=b'\r'));
        let count = |run: &[u8]| usize::from(run.iter().map(seen).sum::<u8>());
        let runs = bytes.chunks_exact(RUN);
        let begun = count(runs.remainder()) + runs.map(count).sum::<usize>();
        // All other white space but one begins with one of three bytes.
        let rare = memchr3_iter(0xC2, 0xE1, 0xE2, bytes)
            .filter(|&at| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_space));
        begun - rare.count() - self.0.find_iter(bytes).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn no_white_space_is_counted() {
        let every: String = ('\0'..='\u{FFFF}').flat_map(|c| [c, '字', 'a']).collect();
        assert_eq!(
            Visible::new().count(&every),
            every.chars().filter(|&c| c == '\u{FEFF}' || !is_space(c)).count()
        );
        assert_eq!(Visible::new().count(" 一、\u{3000}\u{A0}总体 “情况”\n"), 8);
    }
}
