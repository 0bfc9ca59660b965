//! How a word of the vocabulary is found.

use super::kind::Kind;
use super::words::WORDS;

const SLOTS: usize = 4096;
const NONE: u16 = u16::MAX;

/// For each slot the first word in it, for each word the next one in its slot: a hash table made at compile time.
const INDEX: ([u16; SLOTS], [u16; WORDS.len()]) = index();
static HEADS: [u16; SLOTS] = INDEX.0;
static NEXT: [u16; WORDS.len()] = INDEX.1;

#[expect(clippy::indexing_slicing, reason = "runs at compile time, where a slip is an error")]
#[expect(clippy::cast_possible_truncation, reason = "a few hundred words")]
const fn index() -> ([u16; SLOTS], [u16; WORDS.len()]) {
    let mut heads = [NONE; SLOTS];
    let mut next = [NONE; WORDS.len()];
    let mut at = 0;
    while at < WORDS.len() {
        let bytes = WORDS[at].0.as_bytes();
        let slot = slot(bytes[1], bytes[2]);
        next[at] = heads[slot];
        heads[slot] = at as u16;
        at += 1;
    }
    (heads, next)
}

/// The slot of a character of three bytes, by its last two.
const fn slot(second: u8, third: u8) -> usize {
    ((second as usize & 0x3f) << 6) | (third as usize & 0x3f)
}

/// The longest word that `text` begins with: its length in bytes and what it is.
pub(super) fn longest(text: &str) -> Option<(usize, Kind)> {
    let &[_, second, third, ..] = text.as_bytes() else { return None };
    let mut at = *HEADS.get(slot(second, third))?;
    let mut best: Option<(usize, Kind)> = None;
    while let Some(&(word, kind)) = WORDS.get(usize::from(at)) {
        if best.is_none_or(|(len, _)| len < word.len()) && text.starts_with(word) {
            best = Some((word.len(), kind));
        }
        at = *NEXT.get(usize::from(at))?;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found_and_listed_once() {
        for &(word, kind) in WORDS {
            assert_eq!(longest(word), Some((word.len(), kind)), "{word}");
        }
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(longest("申请人甲"), Some((9, Kind::Unknown)));
        assert_eq!(longest("申请甲"), Some((6, Kind::Asking)));
        assert_eq!(longest("甲"), None);
        assert_eq!(longest("a"), None);
    }
}
