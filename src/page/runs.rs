//! Text taken out of a source, and where in the source each byte of it stands.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use memchr::memchr;

use super::narrow;

/// A piece of text that stands in the source: as it is, or as a character reference.
#[derive(Clone, Copy, Debug)]
struct Run {
    text: u32,
    source: u32,
    /// Bytes in text and source; or, with the highest bit, four bits of text and the rest of source.
    len: u32,
}

/// Marks runs that are written otherwise in the source.
const REFERENCE: u32 = 1 << 31;
/// Bits of the length in the source of a character reference.
const REFERENCE_BITS: u32 = 27;
/// The longest piece that one run covers.
const LONGEST: u32 = REFERENCE - 1;

impl Run {
    const fn text_len(self) -> u32 {
        if self.len & REFERENCE == 0 { self.len } else { (self.len & !REFERENCE) >> REFERENCE_BITS }
    }

    const fn source_len(self) -> u32 {
        if self.len & REFERENCE == 0 { self.len } else { self.len & ((1 << REFERENCE_BITS) - 1) }
    }

    const fn is_reference(self) -> bool {
        self.len & REFERENCE != 0
    }
}

/// What is due before the next word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
}

/// Text with the places of its pieces, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Text {
    text: String,
    runs: Vec<Run>,
    gap: Gap,
    /// No space or line end is due before this place.
    begin: usize,
}

/// What HTML takes for white space, and what ends lines in plain text.
const fn is_break(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

impl Text {
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Bytes since the last beginning.
    #[cfg(feature = "html")]
    pub(crate) fn since_begin(&self) -> usize {
        self.text.len() - self.begin
    }

    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
        self.begin();
    }

    /// What follows begins here, without anything due before it.
    pub(crate) fn begin(&mut self) {
        self.gap = Gap::None;
        self.begin = self.text.len();
    }

    /// What follows stands on a line of its own.
    pub(crate) fn line(&mut self) {
        self.gap = Gap::Line;
    }

    /// Begins a line now, even when nothing follows.
    pub(crate) fn begin_line(&mut self) {
        self.line();
        self.settle();
        self.begin();
    }

    /// A separator between cells.
    pub(crate) fn tab(&mut self) {
        self.text.push('\t');
    }

    /// Spaces as wide as a letter, then such as are as wide as an ideograph.
    pub(crate) fn pad(&mut self, narrow: usize, wide: usize) {
        self.text.extend(core::iter::repeat_n(' ', narrow).chain(core::iter::repeat_n('\u{3000}', wide)));
    }

    /// Adds a text that stands at `source`, runs of white space as one space.
    pub(crate) fn words(&mut self, text: &str, source: usize) {
        let mut rest = text;
        loop {
            let inner = rest.trim_start_matches(is_break);
            if inner.len() < rest.len() && self.gap == Gap::None {
                self.gap = Gap::Space;
            }
            let word = inner.split(is_break).next().unwrap_or("");
            if word.is_empty() {
                return;
            }
            let at = source + (text.len() - inner.len());
            self.space_before(at);
            self.push(word, at);
            rest = inner.get(word.len()..).unwrap_or("");
        }
    }

    /// Adds a text as it stands, with its line ends.
    pub(crate) fn lines(&mut self, text: &str, source: usize) {
        self.settle();
        self.push(text, source);
    }

    /// Adds a text that `source` stands for.
    #[cfg(feature = "html")]
    pub(crate) fn reference(&mut self, text: &str, source: Range<usize>) {
        if text.chars().all(is_break) {
            if self.gap == Gap::None {
                self.gap = Gap::Space;
            }
            return;
        }
        self.settle();
        let bits = narrow(text.len()).min(15) << REFERENCE_BITS;
        let len = narrow(source.len()).min((1 << REFERENCE_BITS) - 1);
        self.runs.push(Run {
            text: narrow(self.text.len()),
            source: narrow(source.start),
            len: REFERENCE | bits | len,
        });
        self.text.push_str(text);
    }

    /// Adds a piece of another text; its line ends become spaces unless they are `kept`.
    pub(crate) fn piece(&mut self, of: &Self, range: Range<usize>, kept: bool) {
        let Some(piece) = of.text.get(range.clone()) else { return };
        let first = of.runs.partition_point(|run| (run.text as usize) < range.start);
        let inside = of.runs.get(first..).unwrap_or_default();
        let base = self.text.len();
        let moved = inside.iter().take_while(|run| (run.text as usize) < range.end);
        self.runs
            .extend(moved.map(|run| Run { text: narrow(base + run.text as usize - range.start), ..*run }));
        if kept || memchr(b'\n', piece.as_bytes()).is_none() {
            self.text.push_str(piece);
        } else {
            self.text.extend(piece.chars().map(|c| if c == '\n' { ' ' } else { c }));
        }
    }

    /// Adds a piece of this text once more.
    pub(crate) fn again(&mut self, range: Range<usize>) {
        let Some(piece) = self.text.get(range.clone()).map(String::from) else { return };
        let first = self.runs.partition_point(|run| (run.text as usize) < range.start);
        let inside = self.runs.get(first..).unwrap_or_default();
        let runs: Vec<Run> =
            inside.iter().take_while(|run| (run.text as usize) < range.end).copied().collect();
        let base = self.text.len();
        self.runs.extend(
            runs.iter().map(|run| Run { text: narrow(base + run.text as usize - range.start), ..*run }),
        );
        self.text.push_str(&piece);
    }

    fn push(&mut self, word: &str, source: usize) {
        let text = self.text.len();
        self.text.push_str(word);
        let goes_on = |last: &&mut Run| {
            !last.is_reference()
                && (last.text + last.len) as usize == text
                && (last.source + last.len) as usize == source
                && narrow(word.len()) <= LONGEST - last.len
        };
        if let Some(last) = self.runs.last_mut().filter(goes_on) {
            last.len += narrow(word.len());
            return;
        }
        self.runs.push(Run {
            text: narrow(text),
            source: narrow(source),
            len: narrow(word.len()).min(LONGEST),
        });
    }

    /// Writes what is due before a word at `source`; a single space that stands there as well goes on with the run.
    fn space_before(&mut self, source: usize) {
        let text = self.text.len();
        let goes_on = |last: &&mut Run| {
            !last.is_reference()
                && (last.text + last.len) as usize == text
                && (last.source + last.len + 1) as usize == source
                && last.len < LONGEST
        };
        let due = self.gap == Gap::Space && text > self.begin;
        if let Some(last) = self.runs.last_mut().filter(|last| due && goes_on(last)) {
            last.len += 1;
            self.text.push(' ');
            self.gap = Gap::None;
        }
        self.settle();
    }

    /// Writes what is due.
    fn settle(&mut self) {
        let due = core::mem::take(&mut self.gap);
        if due == Gap::None || self.text.len() <= self.begin || self.text.ends_with('\n') {
            return;
        }
        self.text.push(if due == Gap::Space { ' ' } else { '\n' });
    }

    /// Where in the source the byte at `at` stands; what is not from the source counts as what follows it.
    pub(crate) fn start(&self, at: u32, source_len: u32) -> u32 {
        let next = self.runs.partition_point(|run| run.text <= at);
        if let Some(run) = next.checked_sub(1).and_then(|last| self.runs.get(last)) {
            if at - run.text < run.text_len() {
                return if run.is_reference() { run.source } else { run.source + (at - run.text) };
            }
        }
        self.runs.get(next).map_or(source_len, |run| run.source)
    }

    /// Where in the source the byte before `end` ends; what is not from the source counts as what is before it.
    pub(crate) fn end(&self, end: u32) -> u32 {
        let next = self.runs.partition_point(|run| run.text < end);
        let Some(run) = next.checked_sub(1).and_then(|last| self.runs.get(last)) else { return 0 };
        let inside = (end - run.text).min(run.text_len());
        if run.is_reference() { run.source + run.source_len() } else { run.source + inside }
    }
}
