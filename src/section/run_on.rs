//! Labels that run on over lines: whether one does, and which piece goes on with it.

use alloc::string::String;

use memchr::{memchr_iter, memchr3};

use super::events::Event;
use super::marks::is_upright;
use crate::Span;
use crate::layout::is_space;
use crate::text::label::{Found, longest};

/// Whether a label runs on over lines: itself, cut by its figures, or with guidance behind it. `alone`: nothing else was
/// read on its line.
pub(super) fn is_wrapped(text: &str, label: Span, alone: bool) -> bool {
    let behind = text.get(label.end as usize..).unwrap_or("");
    let is_end = |c: char| is_space(c) || matches!(c, '”' | '"' | '’' | '」' | '。' | '；');
    let goes_on = || {
        if behind.starts_with('\n') {
            return false;
        }
        let line = line_end(behind.as_bytes()).map_or(behind, |end| behind.get(..end).unwrap_or(""));
        !line.chars().all(is_end)
    };
    label.slice(text).is_some_and(|label| {
        line_end(label.as_bytes()).is_some()
            || alone && (goes_on() || longest(label).is_some_and(|found| found.cut))
    })
}

/// Bytes of a label in which the end of a line is not searched.
const SHORT: usize = 64;

/// Where a line ends.
fn line_end(bytes: &[u8]) -> Option<usize> {
    // Without a branch, so that vectors look at it: most labels are short, and stand on one line.
    let may_end = |any: bool, byte: &u8| any | (*byte < b' ') | (*byte == 0xE2);
    if bytes.len() <= SHORT && !bytes.iter().fold(false, may_end) {
        return None;
    }
    let separator = |at: &usize| bytes.get(*at..).is_some_and(|rest| rest.starts_with("\u{2028}".as_bytes()));
    let first = memchr3(b'\n', b'\r', 0xC, bytes);
    let before = bytes.get(..first.unwrap_or(bytes.len())).unwrap_or_default();
    memchr_iter(0xE2, before).find(separator).or(first)
}

/// A line that begins with a piece of a label: the last label, or that before the last cells, goes on with it. Cells
/// amid the lines of one label are its own. A letter of a label that is set upright goes on with none.
pub(super) fn go_on(text: &str, piece: Span, events: &mut [Event]) {
    if piece.slice(text).is_some_and(|piece| piece.len() == '字'.len_utf8() && piece.starts_with(is_upright))
    {
        return;
    }
    match events {
        [.., Event::Label { span, wrapped, .. }, Event::Cells { own_line: own_line @ true, .. }] => {
            let amid = completes(text, *span, piece);
            *wrapped |= amid || !is_whole(text, *span);
            *own_line = !amid;
        }
        [.., Event::Label { span, wrapped, .. }] => *wrapped |= !is_whole(text, *span),
        _ => {}
    }
}

/// Whether a label stands there to its end, so that no piece behind it is its own.
fn is_whole(text: &str, label: Span) -> bool {
    let found = label.slice(text).and_then(|label| Some((longest(label)?, label.len())));
    found.is_some_and(|(found, len)| !found.cut && found.len == len)
}

/// Whether a label is cut off, and is whole with a piece behind it.
fn completes(text: &str, label: Span, piece: Span) -> bool {
    let (Some(label), Some(piece)) = (label.slice(text), piece.slice(text)) else { return false };
    let whole: String = [label, piece].concat();
    longest(&whole).is_some_and(|found| {
        let begins = |begun: Found| begun.label == found.label && begun.len == label.len();
        found.len == whole.len() && !found.cut && longest(label).is_some_and(begins)
    })
}
