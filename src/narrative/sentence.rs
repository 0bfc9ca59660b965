//! Finds the sentences in which something may be claimed.

use alloc::vec::Vec;
use core::ops::Range;

use memchr::memmem;

use super::anchor;
use super::claim::Claim;
use super::context::{Context, OwnName};
use super::fold::Folded;
use super::prose::Region;
use super::said::Listener;
use super::settle::{self, Draft};
use super::token::{self, Token};
use crate::{Report, SectionKind};

const STOP: &str = "。";
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
            folded: Folded::default(),
            tokens: Vec::new(),
            drafts: Vec::new(),
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

/// Whether a stretch of text can be about requests or disputes: 申请, 复议 and 诉讼 may be broken over lines.
fn names_topic(text: &str, range: Range<usize>) -> bool {
    let Some(stretch) = text.as_bytes().get(range) else { return false };
    ["申", "议", "诉"].iter().any(|part| memmem::find(stretch, part.as_bytes()).is_some())
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
    text.get(floor..end).and_then(|before| before.rfind(STOP)).map_or(floor, |at| floor + at + STOP.len())
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
