//! What earlier words of a passage settle for the later ones: topic, year, and whose figures they are.

use super::claim::{CarryOver, ClaimYear};
use super::clause::Counted;
use super::kind::Kind;
use super::own::{self, OwnName};
use super::subject::{Proceeding, Subject};
use super::token::Token;

/// What the passage is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Topic {
    #[default]
    Unsaid,
    Requests,
    Disputes(Proceeding),
    /// Proposals, websites, training.
    Foreign,
}

/// Whose figures they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Speaker {
    #[default]
    Unsaid,
    /// The reporting organ.
    Own,
    /// All of the place that the reporting organ governs: 全县.
    Whole,
    /// Another organ.
    Other,
}

/// What the parts that follow divide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Base {
    /// Not said, or all that was received.
    #[default]
    Whole,
    /// Something else that was counted: those decided, carried over, or of another kind. Who made these is told in other
    /// rows than who made those received.
    Else,
    /// A part that no row counts by results (上年结转的申请中), or no requests at all: 公文.
    Part,
}

/// What is settled at a point of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) topic: Topic,
    /// 政府信息公开 or its requests were named.
    pub(super) disclosure: bool,
    pub(super) year: ClaimYear,
    /// The last word was a year, commas aside.
    year_before: bool,
    /// The figures speak of another time than a year.
    pub(super) part: bool,
    pub(super) speaker: Speaker,
    pub(super) base: Base,
    /// What was divided before the bracket that is open.
    outside: Base,
    /// Time, speaker and base of the sentence before, until a word of this one is read: 其中 at its head takes them up.
    before: Option<(bool, Speaker, Base)>,
    /// Behind 其中.
    pub(super) among: bool,
    /// A part was counted whose words are not understood.
    pub(super) loose: bool,
    /// The requests carried over were counted by themselves.
    pub(super) apart: bool,
}

impl Context {
    pub(super) const fn new(disclosure: bool) -> Self {
        Self {
            topic: Topic::Unsaid,
            disclosure,
            year: ClaimYear::Unstated,
            year_before: false,
            part: false,
            speaker: Speaker::Unsaid,
            base: Base::Whole,
            outside: Base::Whole,
            before: None,
            among: false,
            loose: false,
            apart: false,
        }
    }

    /// Whether nothing said before can make a claim of words that name no topic themselves.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self.topic, Topic::Unsaid | Topic::Foreign)
    }

    /// Whether what is counted can be a figure of the table, by what it is a part of. `named`: as requests, by itself.
    pub(super) const fn divides(&self, counted: &Counted, named: bool) -> bool {
        use Counted::One;
        match (self.base, counted) {
            (Base::Whole, _) | (Base::Part, One(Subject::Received, CarryOver::Excluded)) => true,
            (_, One(Subject::Applicants(_), _)) => false,
            (Base::Part, One(Subject::Results(_) | Subject::Result(_), _)) => false,
            (Base::Part, One(..)) => named,
            _ => true,
        }
    }

    /// A sentence ends.
    pub(super) fn end_sentence(&mut self) {
        self.end_list();
        self.before = self.before.or(Some((self.part, self.speaker, self.base)));
        self.part = false;
        self.speaker = Speaker::Unsaid;
        self.base = Base::Whole;
    }

    /// A list of parts ends.
    pub(super) const fn end_list(&mut self) {
        self.among = false;
        self.loose = false;
    }

    /// Takes in a word.
    pub(super) fn note(&mut self, token: Token, line: &str, own: &OwnName, lead: Lead) {
        let before = self.before.take();
        let year_before = self.year_before;
        self.year_before = matches!(token.kind, Kind::Year(_))
            || (year_before && matches!(token.kind, Kind::Comma | Kind::Open));
        match token.kind {
            Kind::Year(year) => {
                self.year = if year_before { joined(self.year, year) } else { year };
                self.part = false;
            }
            Kind::Part => self.part = true,
            Kind::Cumulative => self.part |= self.year == ClaimYear::Unstated,
            Kind::Whole(place) => self.speaker = own.speaks_for(place),
            Kind::Own => self.speaker = Speaker::Own,
            Kind::Among => {
                self.among = true;
                if let Some(before) = before {
                    (self.part, self.speaker, self.base) = before;
                }
            }
            Kind::Open => self.outside = self.base,
            Kind::Close => self.base = self.outside,
            Kind::Requests => {
                self.topic = Topic::Requests;
                self.disclosure = true;
            }
            Kind::Disclosure => self.disclosure = true,
            Kind::Proceeding(proceeding) => self.topic = Topic::Disputes(proceeding),
            Kind::Foreign => self.topic = Topic::Foreign,
            Kind::Unknown => {
                let name = line.get(token.range()).unwrap_or_default();
                match lead {
                    Lead::Each if own::names_any(name) => self.speaker = Speaker::Other,
                    Lead::None if self.speaker == Speaker::Other => {}
                    _ if own.is(name) => self.speaker = Speaker::Own,
                    Lead::First if own::names_part(name) => self.speaker = Speaker::Other,
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// 2020年全年, 本年度（2020年）: the year named is said to be the one reported on.
const fn joined(before: ClaimYear, year: ClaimYear) -> ClaimYear {
    match (before, year) {
        (ClaimYear::Named(named), ClaimYear::Reported) | (ClaimYear::Reported, ClaimYear::Named(named)) => {
            ClaimYear::NamedAsReported(named)
        }
        (_, year) => year,
    }
}

/// Where a word stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Behind other words.
    None,
    /// Nothing but a year stands before it.
    First,
    /// Behind 各, which is first.
    Each,
}

impl Lead {
    /// Where the next word stands.
    pub(super) const fn behind(self, kind: Kind) -> Self {
        match (self, kind) {
            (Self::First, Kind::Year(_) | Kind::Filler) => Self::First,
            (Self::First, Kind::Each) => Self::Each,
            _ => Self::None,
        }
    }
}
