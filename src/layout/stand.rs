//! How the figures of a line stand: alone, touching words, between spaces or commas.

use super::digits::{self, Run};
use super::{comma_rows, space};
use crate::text::fold::{Folded, fold};

/// Digits that no figure has.
const LONG_RUN: usize = 13;

/// How the figures of a line stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// There are none, or none but numbers of labels.
    Absent,
    /// One figure, and nothing else.
    Lone,
    /// With nothing between them and the label.
    Glued,
    /// Two or more, single spaces between.
    Spaced,
    /// Two or more, in columns of spaces.
    Columns,
    /// Between commas.
    Commas,
}

/// How the figures of a line stand.
pub(super) fn stand(line: &str) -> Stand {
    let bytes = line.as_bytes();
    if bytes.len() < LONG_RUN && bytes.iter().all(u8::is_ascii_digit) {
        Stand::Lone
    } else if digits::are_glued(bytes) {
        Stand::Glued
    } else if digits::any(bytes) {
        Runs::of(line).map_or(Stand::Absent, |runs| runs.stand(line))
    } else {
        Stand::Absent
    }
}

/// The runs of digits in a line, numbers of labels left out, and what stands before them.
#[derive(Default)]
struct Runs {
    count: usize,
    /// Those behind one space or more, and behind two or more.
    apart: usize,
    wide: usize,
    /// One stands behind words with nothing between.
    glued: bool,
    /// Letters of words.
    words: usize,
    /// Digits of the longest one.
    longest: usize,
    comma: bool,
}

impl Runs {
    /// Told by bytes: spaces, ideographs and digits are nearly all that stands in tables. Nothing where the line is the
    /// number of a label and words.
    fn of(line: &str) -> Option<Self> {
        let bytes = line.as_bytes();
        let mut runs = Self::default();
        let (mut at, mut gap) = (0, 2);
        while let Some(rest @ [first, ..]) = bytes.get(at..) {
            if *first == b' ' {
                let spaces = if rest.get(1) == Some(&b' ') { space::spaces(rest) } else { 1 };
                (gap, at) = (gap + spaces, at + spaces);
            } else if matches!(first, 0xE4..=0xE9) {
                let ideographs = rest.chunks_exact(3).take_while(|c| matches!(c, [0xE4..=0xE9, ..])).count();
                at += 3 * ideographs;
                let own = if ideographs == 1 { usize::from(!is_change(rest)) } else { ideographs };
                if own > 0 {
                    gap = 0;
                    runs.words += own;
                }
            } else if let Some(run) = Run::of(rest) {
                at += run.len;
                runs.longest = run.digits.max(runs.longest);
                runs.comma |= run.comma;
                if !run.numbers {
                    runs.push(gap);
                } else if runs.count == 0 && !digits::any(bytes.get(at..).unwrap_or_default()) {
                    return None;
                }
                gap = 0;
            } else {
                let c = line.get(at..).and_then(|rest| rest.chars().next())?;
                at += c.len_utf8();
                runs.comma |= c == ',';
                if super::is_space(c) {
                    gap += 1;
                } else if !matches!(c, '+' | '-' | '－') {
                    gap = 0;
                    runs.words += usize::from(!c.is_ascii() && fold(c) == Folded::Foreign);
                }
            }
        }
        Some(runs)
    }

    /// Counts one behind a `gap` of so many spaces.
    fn push(&mut self, gap: usize) {
        self.count += 1;
        self.wide += usize::from(gap >= 2);
        self.apart += usize::from(gap >= 1);
        self.glued |= gap == 0 && self.words >= 2;
    }

    fn stand(&self, line: &str) -> Stand {
        let bare = self.words == 0;
        match (self.count, self.apart) {
            (0, _) => Stand::Absent,
            _ if self.comma && comma_rows::is_row(line) => Stand::Commas,
            // No figure has so many digits: a row without a label.
            (1, _) if bare && self.longest >= LONG_RUN => Stand::Glued,
            (1, _) if bare => Stand::Lone,
            // Marks among its digits: nothing is apart but the row from the line before.
            (_, 1) if bare && line.trim().chars().count() >= LONG_RUN => Stand::Glued,
            (1, _) | (_, 0) if self.glued || bare => Stand::Glued,
            (1, _) | (_, 0) => Stand::Absent,
            _ if self.wide * 2 > self.count => Stand::Columns,
            _ => Stand::Spaced,
        }
    }
}

/// Whether a text begins with 增 or 减, which are signs before figures.
fn is_change(text: &[u8]) -> bool {
    text.starts_with("增".as_bytes()) || text.starts_with("减".as_bytes())
}
