//! Claims in words and shares: 未收到, 均已办结, 均获维持, 占 49%.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::claim::{CarryOver, Claim, Share, ShareBase, Statement};
use super::clause::Words;
use super::context::{Speaker, Topic};
use super::kind::Kind;
use super::said::Listener;
use super::subject::{Proceeding, Subject};
use super::token::Token;
use crate::Span;
use crate::template::Outcome;

impl Listener<'_> {
    /// Words without a figure.
    pub(super) fn spoken(&mut self, words: &Words, opened: bool) {
        let context = &*self.context;
        if !words.is_understood() || context.part || context.speaker == Speaker::Other {
            return;
        }
        if words.negated.is_some() {
            return self.none(words);
        }
        let Some(span) = self.span_of_words(words) else { return };
        match (words.all, words.heads()) {
            (None, [Kind::CarriedOver]) if words.contain || opened => self.include_carry_over(),
            (Some(_), [Kind::Process, more @ ..]) if more.iter().all(|kind| *kind == Kind::Process) => {
                let topic = context.topic == Topic::Requests && !context.loose && !context.among;
                if topic && !words.decide && !words.happen && self.says_done(words) && self.received_before()
                {
                    self.make(Subject::Processed, Statement::All, CarryOver::Unstated, span, None);
                }
            }
            (Some(_), [.., Kind::Ruling(Outcome::Upheld)]) if !words.decide && !words.requests => {
                self.all_upheld(words, span);
            }
            _ => {}
        }
    }

    /// Whether 均 … says that nothing is left over: 均已办结. 均依法答复 does not.
    fn says_done(&self, words: &Words) -> bool {
        let Some(word) = words.last.and_then(|token| self.folded.line.get(token.range())) else {
            return false;
        };
        word.contains(['结', '毕']) || (words.all == Some(Kind::AllDone) && words.first == words.last)
    }

    /// Whether all that was received is the last thing counted.
    fn received_before(&self) -> bool {
        let Some(last) = self.drafts.last() else { return false };
        last.claim.subject == Subject::Received && matches!(last.claim.statement, Statement::Count(1..))
    }

    fn all_upheld(&mut self, words: &Words, span: Span) {
        if self.context.loose {
            return;
        }
        let named: Vec<Proceeding> = words.proceedings().collect();
        let counted = self.drafts.iter().skip(self.doubts.list).filter_map(|draft| match draft.claim {
            Claim { subject: Subject::Disputes(proceeding, Outcome::Total), .. } => Some(proceeding),
            _ => None,
        });
        let proceedings: Vec<Proceeding> = if named.is_empty() { counted.collect() } else { named };
        for proceeding in proceedings {
            let subject = Subject::Disputes(proceeding, Outcome::Upheld);
            self.make(subject, Statement::All, CarryOver::Unstated, span, None);
        }
    }

    /// 未收到申请, 无行政复议.
    fn none(&mut self, words: &Words) {
        let heads = words.heads();
        let strange =
            |kind: &Kind| !matches!(kind, Kind::Receive | Kind::Applicants(_) | Kind::Proceeding(_));
        let receives = heads.first() == Some(&Kind::Receive);
        let verb = receives || words.happen || words.negated == Some(Kind::Without);
        let applicants = heads.iter().filter(|kind| matches!(kind, Kind::Applicants(_))).count();
        let stray = heads.iter().any(strange)
            || applicants == 1
            || words.ends_in_of
            || words.decide
            || words.about
            || words.contain;
        let Some(span) = self.span_of_words(words) else { return };
        let mut proceedings = words.proceedings().peekable();
        let disputes = proceedings.peek().is_some();
        if stray || !(verb || (disputes && words.asking)) {
            return;
        }
        let part = self.context.among || self.context.loose;
        let requests = !part && (words.requests || (words.asking && self.context.disclosure));
        if requests && (!disputes || (receives && words.requests_and && !words.happen)) {
            let verb = receives || (words.negated == Some(Kind::Without) && !words.happen);
            if verb || !disputes && words.happen {
                self.make(Subject::Received, Statement::None, CarryOver::Unstated, span, None);
            }
        }
        for proceeding in proceedings {
            let subject = Subject::Disputes(proceeding, Outcome::Total);
            self.make(subject, Statement::None, CarryOver::Unstated, span, None);
        }
    }

    /// A percentage belongs to the claim just made.
    pub(super) fn share(&mut self, words: &Words, token: Token, mantissa: u32, scale: u8, len: u8) {
        let Some((at, 0..=1)) = self.latest else { return };
        let Some(share) = words.share else { return };
        if !words.is_understood() || words.negated.is_some() || words.decide || words.happen || words.whole {
            return;
        }
        let base = match *words.heads() {
            [] if words.requests || words.asking => ShareBase::Received,
            [] => ShareBase::Unstated,
            [Kind::Receive | Kind::ReceiveNew] => ShareBase::Received,
            [Kind::Process] => ShareBase::Processed,
            [Kind::Proceeding(_)] => ShareBase::Disputes,
            _ => return,
        };
        let Some(draft) = self.drafts.get_mut(at) else { return };
        let start = token.range().start;
        draft.claim.share = Some(Share {
            percent: Decimal::new(mantissa.into(), scale.into()),
            base,
            approximate: share == Kind::ShareAbout || words.about,
            span: self.folded.span(self.text, start..start + usize::from(len)),
        });
    }
}
