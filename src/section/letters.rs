//! The letters of a short phrase, white space left out, made for being asked which words they hold.

use crate::layout::is_space;

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
                found.seen |= hash(c);
            }
        }
        Some(found)
    }

    pub(super) fn all(&self) -> &[char] {
        self.letters.get(..self.len).unwrap_or(&[])
    }

    /// Whether a word is among them.
    pub(super) fn has(&self, word: &str) -> bool {
        if !word.chars().all(|c| self.seen & hash(c) != 0) {
            return false;
        }
        let mut rest = self.all();
        while let [_, behind @ ..] = rest {
            let mut letters = rest.iter();
            if word.chars().all(|c| letters.next() == Some(&c)) {
                return true;
            }
            rest = behind;
        }
        false
    }
}

const fn hash(c: char) -> u64 {
    1 << (c as u32 % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_white_space() {
        let letters = Letters::of("主 动\u{3000}公开").unwrap();
        assert!(letters.has("主动公开") && letters.has("动公"));
        assert!(!letters.has("公开的") && !letters.has("公主"));
        assert!(Letters::of(&"公".repeat(LONGEST + 1)).is_none());
    }
}
