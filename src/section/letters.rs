//! The letters of a short phrase, white space left out, made for being asked which words they hold.

use crate::layout::is_space;
use crate::text::fold::decode;

/// Characters a heading has at the most.
pub(super) const LONGEST: usize = 48;

/// The letters of a phrase, and a set of their hashes that answers most questions.
pub(super) struct Letters {
    letters: [char; LONGEST],
    len: usize,
    seen: u64,
}

impl Letters {
    /// `None` when the phrase is too long for a heading.
    pub(super) fn of(phrase: &str) -> Option<Self> {
        let mut found = Self { letters: ['\0'; LONGEST], len: 0, seen: 0 };
        for (at, c) in phrase.chars().enumerate() {
            if at == LONGEST {
                return None;
            }
            if !is_space(c) {
                *found.letters.get_mut(found.len)? = c;
                found.len += 1;
                found.seen |= 1 << (c as u32 % 64);
            }
        }
        Some(found)
    }

    pub(super) fn all(&self) -> &[char] {
        self.letters.get(..self.len).unwrap_or(&[])
    }

    /// Whether a word is among them.
    pub(super) fn has(&self, word: &Word) -> bool {
        if self.seen & word.seen != word.seen {
            return false;
        }
        let mut letters = word.text.chars();
        let (first, others, mut behind) = (letters.next(), letters, self.all().iter());
        // The first letter, then the others behind it.
        while behind.any(|c| Some(*c) == first) {
            let mut found = behind.clone();
            if others.clone().all(|c| found.next() == Some(&c)) {
                return true;
            }
        }
        false
    }
}

/// A word that is looked for, and the set of its hashes.
pub(super) struct Word {
    text: &'static str,
    seen: u64,
}

/// Hashes the words of a table when the crate is compiled.
pub(super) const fn word(text: &'static str) -> Word {
    let (mut seen, mut at) = (0, 0);
    while at < text.len() {
        let (c, after) = decode(text.as_bytes(), at);
        seen |= 1 << (c % 64);
        at = after;
    }
    Word { text, seen }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_white_space() {
        let letters = Letters::of("主 动\u{3000}公开").unwrap();
        assert!(letters.has(&word("主动公开")) && letters.has(&word("动公")));
        assert!(!letters.has(&word("公开的")) && !letters.has(&word("公主")));
        assert!(Letters::of(&"公".repeat(LONGEST + 1)).is_none());
    }
}
