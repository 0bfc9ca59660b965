//! The tokenizer's events, with their places, handed to the page.

use core::convert::Infallible;
use core::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer};

use super::builder::Builder;
use super::tag::{Raw, Tag};
use crate::page::Spans;

/// Names of tags and attributes longer than this are none that matter, values neither.
const LONGEST_NAME: usize = 16;

/// Reads the source of a page.
pub(super) fn read(source: &str, page: &mut Builder) {
    let feed = Feed {
        source,
        page,
        position: 0,
        done: 0,
        pending: 0..0,
        name: Name::default(),
        attribute: Name::default(),
        value: Name::default(),
        spans: Spans::default(),
        end: false,
        raw: None,
    };
    let Ok(()) = Tokenizer::new_with_emitter(source, feed).finish();
}

/// A short name, kept without allocation; `None` when it is longer.
#[derive(Default)]
struct Name {
    bytes: [u8; LONGEST_NAME],
    len: usize,
}

impl Name {
    fn clear(&mut self) {
        self.len = 0;
    }

    fn push(&mut self, more: &[u8]) {
        if let Some(place) = self.bytes.get_mut(self.len..self.len.saturating_add(more.len())) {
            place.copy_from_slice(more);
        }
        self.len = self.len.saturating_add(more.len());
    }

    fn get(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

struct Feed<'a> {
    source: &'a str,
    page: &'a mut Builder,
    /// Bytes of the source that the tokenizer has read.
    position: usize,
    /// Bytes of the source that are tags read or text handed over.
    done: usize,
    /// Text that stands in the source as it is, not handed over yet.
    pending: Range<usize>,
    name: Name,
    attribute: Name,
    value: Name,
    spans: Spans,
    /// The tag that is read is an end tag.
    end: bool,
    /// The element whose text is being passed over.
    raw: Option<Raw>,
}

impl Feed<'_> {
    fn flush(&mut self) {
        let pending = core::mem::replace(&mut self.pending, self.position..self.position);
        if let Some(text) = self.source.get(pending.clone()).filter(|text| !text.is_empty()) {
            self.page.text(text, pending.start);
        }
    }

    fn flush_attribute(&mut self) {
        let place = match self.attribute.get() {
            b"colspan" => &mut self.spans.columns,
            b"rowspan" => &mut self.spans.rows,
            _ => return self.attribute.clear(),
        };
        // As browsers read it: white space, then digits; the first attribute of a name counts.
        let digits = self.value.get().trim_ascii_start();
        let digits = digits.strip_prefix(b"+").unwrap_or(digits);
        let digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
        let number = digits.fold(None, |number: Option<u32>, byte| {
            Some(number.unwrap_or(0).saturating_mul(10).saturating_add(u32::from(byte - b'0')))
        });
        if place.is_none() {
            *place = number;
        }
        self.attribute.clear();
    }
}

impl Emitter for Feed<'_> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, decoded: &[u8]) {
        let end = self.position.min(self.source.len());
        let start = end.saturating_sub(decoded.len());
        let begin = core::mem::replace(&mut self.done, end);
        if self.raw.is_some() || decoded.is_empty() {
            self.pending = end..end;
            return;
        }
        let same = self.source.as_bytes().get(start..end) == Some(decoded);
        if same && (begin == start || self.source.as_bytes().get(begin) != Some(&b'&')) {
            if self.pending.end != start {
                self.flush();
                self.pending = start..start;
            }
            self.pending.end = end;
        } else {
            // A character reference, or a line end that the tokenizer has normalised.
            self.flush();
            self.pending = end..end;
            if let Ok(text) = core::str::from_utf8(decoded) {
                self.page.reference(text, begin.min(start)..end);
            }
        }
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.spans = Spans::default();
        self.end = false;
    }

    fn init_end_tag(&mut self) {
        self.name.clear();
        self.end = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.push(name);
    }

    fn init_attribute(&mut self) {
        self.flush_attribute();
        self.value.clear();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.push(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value.push(value);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush_attribute();
        self.value.clear();
        self.flush();
        self.done = self.position;
        let tag = Tag::of(self.name.get());
        match (self.end, tag) {
            (true, Tag::Raw(_)) => self.raw = None,
            (true, tag) => self.page.close(tag),
            (false, Tag::Raw(raw)) => {
                self.raw = Some(raw);
                return Some(raw.state());
            }
            (false, tag) => self.page.open(tag, self.spans),
        }
        None
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.end && matches!((Tag::of(self.name.get()), self.raw), (Tag::Raw(end), Some(raw)) if end == raw)
    }

    fn emit_current_comment(&mut self) {
        self.done = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.done = self.position;
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_self_closing(&mut self) {}
}
