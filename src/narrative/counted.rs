//! What a figure counts: the claim that it makes, or the doubt that it casts on others.

use super::claim::{CarryOver, Claim, Statement};
use super::clause::{Counted, Words};
use super::context::{Base, Speaker, Topic};
use super::figure::Figure;
use super::kind::Kind;
use super::said::Listener;
use super::settle::Draft;
use super::subject::Subject;
use super::token::Token;
use crate::Span;
use crate::template::Outcome;

impl Listener<'_> {
    /// Makes the claim, unless the context does not allow it.
    pub(super) fn place(
        &mut self,
        counted: Counted,
        words: &Words,
        tail: &Words,
        figure: Printed,
        span: Span,
        opened: bool,
    ) -> bool {
        let context = &mut *self.context;
        if context.part || context.speaker == Speaker::Other {
            return false;
        }
        let asked = words.requests || tail.requests;
        // 条 counts documents unless requests are named.
        let documents = self.folded.line.get(figure.token.range()).is_some_and(|it| it.ends_with('条'));
        let said_before = (context.topic == Topic::Requests && !documents)
            || (context.disclosure && (words.asking || tail.asking));
        let about_requests = asked || (said_before && !context.loose);
        if about_requests && !context.divides(&counted, words.requests) {
            self.latest = None;
            return true;
        }
        let one = !words.each && words.all.is_none();
        let disputed = context.disclosure && !context.loose;
        let count = Statement::Count(figure.count);
        match counted {
            Counted::Apart => context.apart = true,
            Counted::Sum => return self.sum(count, span, figure),
            Counted::One(subject, carry_over) if about_requests && one => {
                let carry_over = match subject {
                    Subject::Received if context.among && carry_over == CarryOver::Unstated => return false,
                    Subject::Processed if context.apart => CarryOver::Excluded,
                    _ => carry_over,
                };
                if matches!(context.topic, Topic::Unsaid) {
                    context.topic = Topic::Requests;
                }
                if subject == Subject::CarriedOver && (context.among || words.contain || opened) {
                    self.include_carry_over();
                }
                if subject == Subject::Received && carry_over == CarryOver::Excluded && self.context.among {
                    self.include_carry_over();
                }
                self.make(subject, count, carry_over, span, Some(figure));
            }
            Counted::Proceeding(proceeding, outcome) if disputed && one => {
                context.topic = Topic::Disputes(proceeding);
                let subject = Subject::Disputes(proceeding, outcome.unwrap_or(Outcome::Total));
                self.make(subject, count, CarryOver::Unstated, span, Some(figure));
            }
            Counted::Proceedings if disputed && (words.each || figure.count == 0) => {
                for proceeding in words.proceedings() {
                    let subject = Subject::Disputes(proceeding, Outcome::Total);
                    self.make(subject, count, CarryOver::Unstated, span, Some(figure));
                }
            }
            Counted::Ruling(outcome) if disputed && one => {
                let Topic::Disputes(proceeding) = context.topic else { return false };
                let subject = Subject::Disputes(proceeding, outcome);
                self.make(subject, count, CarryOver::Unstated, span, Some(figure));
            }
            _ => return false,
        }
        true
    }

    /// 收到46件，上年结转3件，共计49件: the sum holds what was carried over, the number before it does not.
    fn sum(&mut self, count: Statement, span: Span, figure: Printed) -> bool {
        let carried_over = |draft: &Draft| draft.claim.subject == Subject::CarriedOver;
        let latest =
            self.latest.filter(|&(at, age)| age < 2 && self.drafts.get(at).is_some_and(carried_over));
        let mut before = self.drafts.iter_mut().skip(self.doubts.list).rev();
        let received = before.find(|draft| draft.claim.subject == Subject::Received);
        let Some(received) = latest.and(received).filter(|it| it.claim.carry_over != CarryOver::Included)
        else {
            return false;
        };
        received.claim.carry_over = CarryOver::Excluded;
        self.make(Subject::Received, count, CarryOver::Included, span, Some(figure));
        true
    }

    /// A figure of something that is not understood: what it is a part of is in doubt.
    pub(super) fn doubt(&mut self, words: &Words, tail: &Words) {
        let heads = || words.heads().iter().chain(tail.heads());
        self.doubts.rulings |= heads().any(|kind| *kind == Kind::OtherRuling);
        let context = &mut *self.context;
        if context.among {
            context.loose = true;
            return;
        }
        let parts = words.unknown || tail.unknown || heads().any(|kind| *kind == Kind::OtherRuling);
        // Withdrawn, returned, passed on: the form counts them as decided, the prose does not.
        self.doubts.processed |= parts && context.topic == Topic::Requests;
        self.doubts.received |= parts && heads().any(|kind| matches!(kind, Kind::Receive | Kind::ReceiveNew));
        let handled = heads().any(|kind| *kind == Kind::Handle);
        let kept = (words.requests || handled) && words.is_understood() && tail.is_understood();
        if words.foreign || tail.foreign {
            context.base = Base::Part;
        } else if (handled || !kept) && context.base == Base::Whole {
            context.base = Base::Else;
        }
        if kept || heads().any(|kind| *kind == Kind::OtherRuling) {
            return;
        }
        if context.topic != Topic::Foreign {
            context.topic = Topic::Unsaid;
        }
    }

    /// 含上年结转: the total just named holds the requests carried over.
    pub(super) fn include_carry_over(&mut self) {
        let total = |draft: &Draft| matches!(draft.claim.subject, Subject::Received | Subject::Processed);
        let counted = self.drafts.iter_mut().skip(self.doubts.list).rev().find(|draft| total(draft));
        if let Some(Draft { claim, .. }) = counted {
            if claim.carry_over == CarryOver::Unstated {
                claim.carry_over = CarryOver::Included;
            }
        }
    }

    pub(super) fn make(
        &mut self,
        subject: Subject,
        statement: Statement,
        carry_over: CarryOver,
        span: Span,
        figure: Option<Printed>,
    ) {
        let is_read = figure.is_none_or(|figure| figure.is_read);
        let figure = figure.map(|figure| {
            let start = figure.token.range().start;
            self.folded.span(self.text, start..start + usize::from(figure.len))
        });
        match subject {
            Subject::Applicants(_) => {}
            Subject::Received => self.context.base = Base::Whole,
            _ => self.context.base = Base::Else,
        }
        let year = self.context.year;
        let claim = Claim { subject, statement, year, carry_over, share: None, span, figure };
        self.latest = Some((self.drafts.len(), 0));
        self.drafts.push(Draft { claim, is_read, whole: self.context.speaker == Speaker::Whole });
    }
}

/// A count and its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Printed {
    pub(super) token: Token,
    /// More than none where it is not read.
    pub(super) count: u64,
    pub(super) len: u8,
    /// Whether it is read: a claim of one that is not only keeps its place among the others.
    is_read: bool,
}

impl Printed {
    pub(super) const fn of(token: Token) -> Self {
        match token.kind {
            Kind::Figure(Figure::Count { count, len }) => Self { token, count, len, is_read: true },
            _ => Self { token, count: 1, len: 0, is_read: false },
        }
    }
}
