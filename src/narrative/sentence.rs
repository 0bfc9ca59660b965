//! Finds the sentences in which something may be claimed.

use alloc::vec::Vec;
use core::ops::Range;

use memchr::{memmem, memrchr};

use super::anchor;
use super::claim::Claim;
use super::context::Context;
use super::fold::Folded;
use super::own::OwnName;
use super::prose::Region;
use super::said::Listener;
use super::settle::{self, Draft};
use super::token::{self, Token};
use crate::{Report, SectionKind};

const STOP: &str = "。";
/// Its bytes.
const FIRST_OF_STOP: &[u8] = &[0xe3, 0x80];
const LAST_OF_STOP: u8 = 0x82;
/// Most bytes of a sentence; a longer one is no sentence.
const LONGEST: usize = 3000;
/// Most bytes of the sentence before, which may name the topic.
const LONGEST_BEFORE: usize = 900;

/// How far the figures of requests speak to what follows: who asked is told a few sentences later.
const PASSAGE: usize = 1500;

/// Reads regions one after the other.
pub(super) struct Reader<'a> {
    text: &'a str,
    own: OwnName,
    year: Option<u16>,
    folded: Folded,
    tokens: Vec<Token>,
    drafts: Vec<Draft>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, report: &Report) -> Self {
        Self {
            text,
            own: OwnName::of(report),
            year: report.year,
            folded: Folded::with_capacity(1024),
            tokens: Vec::with_capacity(128),
            drafts: Vec::with_capacity(16),
        }
    }

    pub(super) fn read_region(&mut self, region: Region) {
        let Some(_) = self.text.get(region.range.clone()) else { return };
        let disclosure = matches!(region.section, Some(SectionKind::Requests | SectionKind::Disputes));
        let mut context = Context::new(disclosure);
        let end = region.range.end;
        let mut read = region.range.start;
        let mut passage = 0;
        while let Some(anchor) = anchor::next(self.text, read, end) {
            let start = sentence_start(self.text, read, anchor);
            let stop = sentence_end(self.text, anchor, end);
            if start > read {
                context = Context::new(disclosure || start < passage);
            }
            if context.is_silent() && !names_topic(self.text, start..stop) {
                context = Context::new(disclosure || start < passage);
            } else {
                let claimed = self.drafts.len();
                self.read_sentences(start..stop, &mut context);
                if self.drafts.len() > claimed {
                    passage = stop + PASSAGE;
                }
            }
            read = stop;
        }
    }

    fn read_sentences(&mut self, range: Range<usize>, context: &mut Context) {
        self.folded.fold(self.text, range);
        token::tokens(&self.folded.line, &mut self.tokens);
        Listener::new(self.text, &self.folded, &self.own, self.year, context, &mut self.drafts)
            .listen(&self.tokens);
    }

    pub(super) fn finish(self) -> Vec<Claim> {
        settle::report(self.drafts, self.year)
    }
}

/// Whether a stretch of text can be about requests or disputes. Words may be broken over lines and pages.
fn names_topic(text: &str, range: Range<usize>) -> bool {
    let Some(stretch) = text.get(range) else { return false };
    let found = |part: &str, is_word: &dyn Fn(&str, &str) -> bool| {
        memmem::find_iter(stretch.as_bytes(), part.as_bytes()).any(|at| {
            stretch
                .split_at_checked(at)
                .is_some_and(|(before, behind)| is_word(before, behind.trim_start_matches(part)))
        })
    };
    let goes_on = |behind: &str, with: char| {
        behind
            .trim_start()
            .starts_with(|c: char| c == with || c.is_ascii_digit() || matches!(c, '-' | '—' | '第'))
    };
    found("申", &|_, behind| goes_on(behind, '请'))
        || found("诉", &|_, behind| goes_on(behind, '讼'))
        || found("议", &|before, _| {
            before
                .trim_end()
                .ends_with(|c: char| c == '复' || c.is_ascii_digit() || matches!(c, '-' | '—' | '页'))
        })
}

/// Where the sentence before that of `anchor` begins, not before `from`.
fn sentence_start(text: &str, from: usize, anchor: usize) -> usize {
    let own = last_stop(text, boundary(text, anchor.saturating_sub(LONGEST).max(from)), anchor);
    let before = own.saturating_sub(STOP.len());
    if before <= from {
        return from.max(own.min(anchor));
    }
    let floor = boundary(text, before.saturating_sub(LONGEST_BEFORE).max(from));
    last_stop(text, floor, before)
}

/// Behind the last full stop between `floor` and `end`, or `floor`.
fn last_stop(text: &str, floor: usize, end: usize) -> usize {
    let Some(mut before) = text.as_bytes().get(floor..end) else { return floor };
    while let Some(at) = memrchr(LAST_OF_STOP, before) {
        let stop = at + 1;
        before = before.get(..at).unwrap_or_default();
        if before.ends_with(FIRST_OF_STOP) {
            return floor + stop;
        }
    }
    floor
}

/// Behind the next full stop.
fn sentence_end(text: &str, from: usize, end: usize) -> usize {
    let longest = boundary(text, from.saturating_add(LONGEST)).min(end);
    let sentence = text.get(from..longest).unwrap_or_default();
    sentence.find(STOP).map_or(longest.max(from + 1), |at| from + at + STOP.len())
}

/// The nearest character boundary at or behind `at`.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).take(4).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}
