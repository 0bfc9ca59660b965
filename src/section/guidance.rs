//! Guidance of the form in brackets behind a label, which may name other rows.

use super::lead::leading_label;
use super::scan::Scan;
use crate::layout::{is_space, spaces};
use crate::text::figure::{Printed, digit, is_numeral, printed};

/// What stands in brackets behind a label.
enum Guidance {
    /// Nothing, or the number of the next label.
    None,
    /// Guidance of so many bytes, brackets included.
    Closed(usize),
    /// Guidance that does not end on this line, within so many brackets.
    Open(usize),
}

/// Guidance in brackets behind a label: it may name other rows.
fn guidance(rest: &str) -> Guidance {
    // Columns are kept apart by many plain spaces.
    let inner = rest.get(spaces(rest.as_bytes())..).unwrap_or("").trim_start_matches(is_space);
    if !inner.starts_with(['(', '（', '[', '【']) {
        return Guidance::None;
    }
    let begin = rest.len() - inner.len();
    let mut depth = 0_usize;
    for (offset, c) in inner.char_indices() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            let numeral = |c: char| is_numeral(c) || digit(c).is_some() || is_space(c);
            let number = inner.get(..offset).unwrap_or("").chars().skip(1).all(numeral);
            return if number { Guidance::None } else { Guidance::Closed(begin + offset + c.len_utf8()) };
        }
    }
    Guidance::Open(depth)
}

/// The length of guidance that ends on this line, a gloss before it included.
pub(crate) fn closed_guidance(rest: &str) -> usize {
    let mut at = 0;
    while let Some(rest) = rest.get(at..).filter(|rest| !begins_with_cell(rest.as_bytes())) {
        let Guidance::Closed(len) = guidance(rest) else { break };
        at += len;
    }
    at
}

/// Whether words, figures or the end stand behind spaces, and no guidance: nearly always.
#[inline]
fn begins_with_cell(text: &[u8]) -> bool {
    let is_cell = |text: &[u8]| matches!(text, [] | [b'0'..=b'9' | 0xE4..=0xE9, ..]);
    is_cell(text) || text.get(spaces(text)..).is_some_and(is_cell)
}

impl Scan<'_> {
    /// Passes over guidance in brackets behind a label.
    #[inline]
    pub(super) fn guidance(&mut self, at: usize, stop: usize) -> usize {
        let rest = self.text.as_bytes().get(at..stop).unwrap_or_default();
        if begins_with_cell(rest) { at } else { self.guidance_from(at, stop) }
    }

    fn guidance_from(&mut self, at: usize, stop: usize) -> usize {
        let Some(rest) = self.text.get(at..stop) else { return at };
        if rest.trim_start_matches(' ').starts_with('\t') {
            return at;
        }
        let closed = closed_guidance(rest);
        match guidance(rest.get(closed..).unwrap_or("")) {
            Guidance::Open(depth) => {
                (self.open, self.depth) = (4, depth);
                // Figures beside the beginning of the guidance.
                at + figures_behind(rest)
            }
            _ => at + closed,
        }
    }

    /// Passes over the rest of guidance that an earlier line began.
    pub(super) fn close_guidance(&mut self, at: usize, stop: usize) -> usize {
        if self.open == 0 {
            return at;
        }
        let line = self.text.get(at..stop).unwrap_or("");
        let figures = printed(line).is_some() && !line.contains([')', '）']);
        if figures || line.starts_with(|c| digit(c).is_some()) {
            return at;
        }
        self.open -= 1;
        let (mut spaced, mut skip_to) = (false, 0);
        for (offset, c) in line.char_indices() {
            match c {
                _ if offset < skip_to => {}
                ')' | '）' if self.depth > 1 => self.depth -= 1,
                ')' | '）' => {
                    // The end of a gloss, or of guidance: more may follow at once.
                    self.open = 0;
                    return self.guidance(at + offset + c.len_utf8(), stop);
                }
                '(' | '（' => match guidance(line.get(offset..).unwrap_or("")) {
                    // The number of the next label: there was no guidance.
                    Guidance::None => {
                        self.open = 0;
                        return at;
                    }
                    Guidance::Closed(len) => skip_to = offset + len,
                    Guidance::Open(_) => self.depth += 1,
                },
                // Figures beside the middle of the guidance.
                _ if spaced && line.get(offset..).and_then(printed).is_some() => return at + offset,
                _ => spaced = is_space(c),
            }
        }
        if leading_label(self.text, at, stop).is_some() {
            self.open = 0;
            return at;
        }
        stop
    }
}

/// Where figures begin that end a line behind white space, with their units; its length when none do.
fn figures_behind(line: &str) -> usize {
    let mut begin = line.len();
    loop {
        let words = line.get(..begin).unwrap_or("").trim_end_matches(is_space);
        let cut = words.trim_end_matches(|c| !is_space(c)).len();
        let whole = match words.get(cut..).and_then(printed) {
            Some(Printed::Figure(figure)) => cut + figure.len as usize == words.len(),
            Some(Printed::Mark(_, len)) => cut + len as usize == words.len(),
            None => false,
        };
        if !whole || cut == 0 {
            return begin;
        }
        begin = cut;
    }
}
