//! What the words around a figure say that it counts.

use super::claim::CarryOver;
use super::context::Base;
use super::kind::Kind;
use super::subject::{Applicants, Proceeding, Subject};
use super::token::Token;

/// More words of weight than this make no claim.
const MOST_HEADS: usize = 4;

/// The words of a clause, or of a part of it, sorted by what they do there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    heads: [Kind; MOST_HEADS],
    len: usize,
    /// The first and last word that says what is counted.
    pub(super) first: Option<Token>,
    pub(super) last: Option<Token>,
    /// 政府信息公开申请
    pub(super) requests: bool,
    /// 申请
    pub(super) asking: bool,
    /// 政府信息公开
    pub(super) disclosure: bool,
    /// A conjunction follows the word for the requests: 未收到申请和行政复议.
    pub(super) requests_and: bool,
    pub(super) decide: bool,
    pub(super) happen: bool,
    pub(super) all: Option<Kind>,
    pub(super) each: bool,
    pub(super) among: bool,
    pub(super) contain: bool,
    /// 的申请中
    pub(super) within: bool,
    /// 共计
    pub(super) sum: bool,
    /// 全县
    pub(super) whole: bool,
    pub(super) about: bool,
    pub(super) share: Option<Kind>,
    /// 未 or 无
    pub(super) negated: Option<Kind>,
    pub(super) foreign: bool,
    pub(super) unknown: bool,
    /// The last word.
    pub(super) ends_in_of: bool,
}

impl Words {
    /// Sorts the words of `tokens`; `is_own` knows unknown words that name the reporting organ.
    pub(super) fn read(tokens: &[Token], is_own: impl Fn(Token) -> bool) -> Self {
        let mut words = Self {
            heads: [Kind::Unknown; MOST_HEADS],
            len: 0,
            first: None,
            last: None,
            requests: false,
            asking: false,
            disclosure: false,
            requests_and: false,
            decide: false,
            happen: false,
            all: None,
            each: false,
            among: false,
            contain: false,
            within: false,
            sum: false,
            whole: false,
            about: false,
            share: None,
            negated: None,
            foreign: false,
            unknown: false,
            ends_in_of: false,
        };
        let mut before = Kind::Unknown;
        for &token in tokens {
            words.add(token, before, &is_own);
            before = token.kind;
        }
        words.ends_in_of = before == Kind::Of;
        words
    }

    fn add(&mut self, token: Token, before: Kind, is_own: &impl Fn(Token) -> bool) {
        match token.kind {
            Kind::Requests => self.requests = true,
            Kind::Asking => self.asking = true,
            Kind::Disclosure => self.disclosure = true,
            Kind::Happen => self.happen = true,
            Kind::Decide => self.decide = true,
            Kind::Not | Kind::Without => self.negated = Some(token.kind),
            Kind::Receive
            | Kind::ReceiveNew
            | Kind::Process
            | Kind::Handle
            | Kind::CarriedOver
            | Kind::CarriedForward
            | Kind::CarriedFrom(_)
            | Kind::CarriedTo(_)
            | Kind::Results(_)
            | Kind::Result(_)
            | Kind::Applicants(_)
            | Kind::Proceeding(_)
            | Kind::Ruling(_)
            | Kind::OtherRuling => self.push(token.kind),
            other => return self.note(other, token, before, is_own),
        }
        self.first = self.first.or(Some(token));
        self.last = Some(token);
    }

    /// A word that does not say what is counted.
    fn note(&mut self, kind: Kind, token: Token, before: Kind, is_own: &impl Fn(Token) -> bool) {
        match kind {
            Kind::And | Kind::Pause => {
                self.requests_and |= matches!(before, Kind::Requests | Kind::Asking);
            }
            Kind::All | Kind::AllDone => self.all = Some(kind),
            Kind::Each => self.each = true,
            Kind::Among => self.among = true,
            Kind::Contain => self.contain = true,
            Kind::Within if matches!(before, Kind::Requests | Kind::Asking) => self.within = true,
            Kind::Sum => self.sum = true,
            Kind::Whole(_) => self.whole = true,
            Kind::About => self.about = true,
            Kind::Share | Kind::ShareAbout => self.share = Some(kind),
            Kind::Foreign => self.foreign = true,
            Kind::Unknown if !is_own(token) => self.unknown = true,
            Kind::Figure(_) | Kind::Within => self.unknown = true,
            _ => {}
        }
    }

    fn push(&mut self, kind: Kind) {
        match self.heads.get_mut(self.len) {
            Some(place) => {
                *place = kind;
                self.len += 1;
            }
            None => self.unknown = true,
        }
    }

    /// The words of weight, in order.
    pub(super) fn heads(&self) -> &[Kind] {
        self.heads.get(..self.len).unwrap_or_default()
    }

    /// Whether every word is understood and none speaks of something else.
    pub(super) const fn is_understood(&self) -> bool {
        !self.unknown && !self.foreign && !self.within
    }

    /// What the figures behind these words divide, with the words of a figure before: 收到的申请中, 上年结转的2件申请中.
    pub(super) fn base(&self, before: Option<&Self>) -> Base {
        let words = || before.into_iter().chain([self]);
        let odd = |words: &Self| words.unknown || words.foreign || words.negated.is_some();
        let mut heads = words().flat_map(Self::heads);
        match (heads.next(), heads.next()) {
            _ if words().any(odd) => Base::Part,
            (None | Some(Kind::Receive | Kind::ReceiveNew), None) => Base::Whole,
            (Some(Kind::Process | Kind::Results(_) | Kind::Result(_)), None) => Base::Else,
            _ => Base::Part,
        }
    }

    /// The proceedings named, when nothing else of weight is, 收到 aside.
    pub(super) fn proceedings(&self) -> impl Iterator<Item = Proceeding> + '_ {
        self.heads().iter().filter_map(|kind| match kind {
            Kind::Proceeding(proceeding) => Some(*proceeding),
            _ => None,
        })
    }

    /// What a figure behind these words counts. Reviews *received* (收到行政复议申请) are those that a government
    /// decides as well as those against it, so they are not counted.
    pub(super) fn counted(&self, year: Option<u16>) -> Counted {
        use Counted::{Apart, Nothing, One};
        let excluded = CarryOver::Excluded;
        let counted = match *self.heads() {
            [] if self.sum => Counted::Sum,
            [Kind::ReceiveNew] | [Kind::Receive, Kind::ReceiveNew] => One(Subject::Received, excluded),
            [Kind::Receive] => Counted::of(Subject::Received),
            [
                Kind::Receive,
                Kind::Applicants(Applicants::NaturalPersons),
                Kind::Applicants(Applicants::Organisations),
            ] => Counted::of(Subject::Received),
            [Kind::Applicants(who)] | [Kind::Receive, Kind::Applicants(who)] => {
                Counted::of(Subject::Applicants(who))
            }
            [Kind::Process] => Counted::of(Subject::Processed),
            [Kind::Process | Kind::Handle, Kind::CarriedOver | Kind::CarriedFrom(_)] => Apart,
            [Kind::Proceeding(proceeding)] => Counted::Proceeding(proceeding, None),
            [Kind::Proceeding(proceeding), Kind::Ruling(outcome)] => {
                Counted::Proceeding(proceeding, Some(outcome))
            }
            [Kind::Proceeding(_), Kind::Proceeding(_)] => Counted::Proceedings,
            [Kind::Process, ref one] if self.decide || matches!(one, Kind::Results(_) | Kind::Result(_)) => {
                self.result(one)
            }
            [ref one] => self.carried(one, year).unwrap_or_else(|| self.result(one)),
            [Kind::Results(group), Kind::Result(row)] if row.group() == Some(group) => {
                Counted::of(Subject::Result(row))
            }
            _ => Nothing,
        };
        let of_dispute =
            matches!(counted, Counted::Proceeding(..) | Counted::Proceedings | Counted::Ruling(_));
        let of_result = matches!(counted, One(Subject::Results(_) | Subject::Result(_), _));
        let stray = (self.happen && !of_dispute) || (self.decide && !of_result) || self.negated.is_some();
        if stray { Nothing } else { counted }
    }

    fn carried(&self, head: &Kind, year: Option<u16>) -> Option<Counted> {
        Some(match *head {
            Kind::CarriedOver => Counted::of(Subject::CarriedOver),
            Kind::CarriedForward => Counted::of(Subject::CarriedForward),
            Kind::CarriedFrom(from) if Some(from) == year.map(|year| year - 1) => {
                Counted::of(Subject::CarriedOver)
            }
            Kind::CarriedTo(to) if Some(to) == year.map(|year| year + 1) => {
                Counted::of(Subject::CarriedForward)
            }
            // 结转2021年申请, in a report for 2022.
            Kind::CarriedTo(of) if Some(of) == year.map(|year| year - 1) => Counted::of(Subject::CarriedOver),
            _ => return None,
        })
    }

    fn result(&self, head: &Kind) -> Counted {
        match *head {
            Kind::Results(group) => Counted::of(Subject::Results(group)),
            Kind::Result(row) => Counted::of(Subject::Result(row)),
            Kind::Ruling(outcome) => Counted::Ruling(outcome),
            _ => Counted::Nothing,
        }
    }

    /// What a figure before these words counts: 3件结转下年度, 5件予以公开. Far fewer things are said so.
    pub(super) fn counted_behind(&self, year: Option<u16>) -> Counted {
        let counted = match self.heads() {
            [
                one @ (Kind::CarriedOver | Kind::CarriedForward | Kind::CarriedFrom(_) | Kind::CarriedTo(_)),
            ] => self.carried(one, year).unwrap_or(Counted::Nothing),
            [one @ (Kind::Results(_) | Kind::Result(_) | Kind::Ruling(_))] => self.result(one),
            _ => Counted::Nothing,
        };
        let stray = self.negated.is_some() || self.all.is_some() || self.each || self.about;
        if stray { Counted::Nothing } else { counted }
    }
}

/// What is counted by a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Counted {
    Nothing,
    One(Subject, CarryOver),
    /// Reviews or court cases, with an outcome or in total.
    Proceeding(Proceeding, Option<crate::Outcome>),
    /// Reviews and court cases, as many of the one as of the other.
    Proceedings,
    /// An outcome of reviews or court cases named before.
    Ruling(crate::Outcome),
    /// What was counted just before, added up: 共计49件.
    Sum,
    /// The requests carried over, dealt with and counted by themselves: those decided are counted without them.
    Apart,
}

impl Counted {
    const fn of(subject: Subject) -> Self {
        Self::One(subject, CarryOver::Unstated)
    }
}
