//! From the clauses of a sentence to claims.

use alloc::vec::Vec;

use super::clause::{Counted, Words};
use super::context::{Context, Lead, Speaker};
use super::counted::Printed;
use super::figure::Figure;
use super::fold::Folded;
use super::kind::Kind;
use super::own::OwnName;
use super::settle::{self, Doubts, Draft};
use super::token::Token;
use crate::Span;

/// Reads the clauses of one folded line.
pub(super) struct Listener<'a> {
    pub(super) text: &'a str,
    pub(super) folded: &'a Folded,
    pub(super) own: &'a OwnName,
    /// The year reported on.
    pub(super) year: Option<u16>,
    pub(super) context: &'a mut Context,
    pub(super) drafts: &'a mut Vec<Draft>,
    /// The claim to which what follows may belong, and how many clauses ago it was made.
    pub(super) latest: Option<(usize, u8)>,
    pub(super) doubts: Doubts,
}

impl<'a> Listener<'a> {
    pub(super) fn new(
        text: &'a str,
        folded: &'a Folded,
        own: &'a OwnName,
        year: Option<u16>,
        context: &'a mut Context,
        drafts: &'a mut Vec<Draft>,
    ) -> Self {
        let doubts = Doubts::from(drafts.len());
        Self { text, folded, own, year, context, drafts, latest: None, doubts }
    }

    /// Reads all sentences of the line.
    pub(super) fn listen(&mut self, tokens: &[Token]) {
        let mut opened = false;
        // Behind the bracket of 各县（区）教育局.
        let mut glued = false;
        for part in tokens.split_inclusive(|token| token.kind.is_break()) {
            let (clause, end) = match part.split_last() {
                Some((last, clause)) if last.kind.is_break() => (clause, Some(last)),
                _ => (part, None),
            };
            self.clause(clause, opened, glued);
            self.latest = self.latest.map(|(at, age)| (at, age.saturating_add(1)));
            opened = false;
            glued = end.is_some_and(|end| end.kind == Kind::Close) && self.context.speaker == Speaker::Other;
            if let Some(&end) = end {
                self.context.note(end, &self.folded.line, self.own, Lead::None);
                match end.kind {
                    Kind::Open => opened = true,
                    Kind::Semicolon => self.end_list(),
                    Kind::Stop => self.end_sentence(),
                    Kind::Line => self.context.end_list(),
                    _ => {}
                }
            }
        }
        self.end_sentence();
    }

    fn end_list(&mut self) {
        self.context.end_list();
        settle::list(self.drafts, &mut self.doubts);
    }

    fn end_sentence(&mut self) {
        self.end_list();
        self.context.end_sentence();
        settle::sentence(self.drafts, &mut self.doubts);
        self.latest = None;
    }

    fn clause(&mut self, clause: &[Token], opened: bool, glued: bool) {
        let mut rest = clause;
        let mut lead = if glued { Lead::None } else { Lead::First };
        loop {
            let figure = rest.iter().position(|token| {
                matches!(
                    token.kind,
                    Kind::Figure(Figure::Count { .. } | Figure::Spelled | Figure::Percent { .. })
                )
            });
            let Some((before, [figure, behind @ ..])) = figure.and_then(|at| rest.split_at_checked(at))
            else {
                let words = self.take_in(rest, lead);
                if words.within {
                    self.context.base = words.base(None);
                }
                return self.spoken(&words, opened);
            };
            let words = self.take_in(before, lead);
            lead = Lead::None;
            rest = match figure.kind {
                Kind::Figure(Figure::Percent { mantissa, scale, len }) => {
                    self.share(&words, *figure, mantissa, scale, len);
                    behind
                }
                Kind::Figure(Figure::Count { .. } | Figure::Spelled) => {
                    let figure = Printed::of(*figure);
                    let tail = self.count(&words, figure, behind, opened);
                    behind.get(tail..).unwrap_or_default()
                }
                _ => behind,
            };
            if let [Token { kind: Kind::Pause, .. }, behind @ ..] = rest {
                rest = behind;
                lead = Lead::First;
            }
        }
    }

    /// Sorts words and lets them settle what they settle.
    fn take_in(&mut self, tokens: &[Token], mut lead: Lead) -> Words {
        for &token in tokens {
            self.context.note(token, &self.folded.line, self.own, lead);
            lead = lead.behind(token.kind);
        }
        let (own, line) = (self.own, &self.folded.line);
        Words::read(tokens, |token| own.names(line, token))
    }

    /// Reads a figure with the words before it and, where they say nothing, those behind. Gives how many of the
    /// latter belong to it.
    fn count(&mut self, words: &Words, figure: Printed, behind: &[Token], opened: bool) -> usize {
        let leads = words.heads().is_empty() && !words.requests && !words.asking;
        let ends = |token: &Token| {
            if leads { matches!(token.kind, Kind::Pause | Kind::Figure(_)) } else { token.kind.begins_anew() }
        };
        let len = behind.iter().position(ends).unwrap_or(behind.len());
        let tail = self.take_in(behind.get(..len).unwrap_or_default(), Lead::None);
        let behind_counts = leads && !tail.heads().is_empty();
        let counted = if behind_counts { tail.counted_behind(self.year) } else { words.counted(self.year) };
        let understood = words.is_understood()
            && !words.about
            && (tail.is_understood() || (!leads && words.requests && !tail.foreign))
            && (leads || tail.heads().is_empty());
        let span = self.span_of(words, &tail, figure, leads);
        let counted = if understood { counted } else { Counted::Nothing };
        if !self.place(counted, words, &tail, figure, span, opened) {
            self.doubt(words, &tail);
        }
        if tail.within {
            self.context.base = tail.base(Some(words));
        }
        len
    }

    fn span_of(&self, words: &Words, tail: &Words, figure: Printed, leads: bool) -> Span {
        let figure = figure.token.range();
        let start = words.first.map_or(figure.start, |token| token.range().start);
        let end = tail.last.filter(|_| leads).map_or(figure.end, |token| token.range().end);
        self.folded.span(self.text, start.min(figure.start)..end.max(figure.end))
    }

    pub(super) fn span_of_words(&self, words: &Words) -> Option<Span> {
        let (start, end) = (words.first?.range().start, words.last?.range().end);
        Some(self.folded.span(self.text, start..end))
    }
}
