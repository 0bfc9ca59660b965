//! What the prose of a report claims about the figures of its tables.
//!
//! Reports repeat some of their figures in sentences: 全年共收到政府信息公开申请12件，办结12件. [`claims`] reads such
//! sentences into typed [`Claims`]. It is made for comparing them with the tables, so it prefers silence to a guess:
//! a figure is a claim only when every word between it and what it counts is understood, when it speaks of the
//! reporting organ and of a whole year, and when the report does not contradict itself about it. Parts by topic or by
//! channel (其中网络申请3件), months and quarters, approximate figures (50余件), changes (比上年减少3件) and the figures of other
//! organs are no claims.

mod anchor;
mod claim;
mod clause;
mod context;
mod counted;
mod figure;
mod fold;
mod kind;
mod lookup;
mod own;
mod prose;
mod said;
mod sentence;
mod settle;
mod spoken;
mod subject;
mod token;
mod words;

pub use claim::{CarryOver, Claim, ClaimYear, Claims, Share, ShareBase, Statement};
pub use subject::{Applicants, Proceeding, Subject};

use crate::Report;
use crate::text::radicals;

/// Reads the claims in the prose of `text`, the text that `report` was read from.
///
/// Only the sections' prose is read, never a table; without sections, what stands before the first table. The report
/// says where these are and how its organ is called. Time is linear in the text.
///
/// ```
/// use gongkai::narrative::{self, Proceeding, Statement, Subject};
/// use gongkai::{Edition, Outcome, Report};
/// let text = "本年度共受理政府信息公开申请5件，其中网络申请4件；未发生行政复议。";
/// let claims = narrative::claims(text, &Report::new(Edition::E2021));
/// let said: Vec<_> = claims.iter().map(|claim| (claim.subject, claim.statement)).collect();
/// assert_eq!(
///     said,
///     [
///         (Subject::Received, Statement::Count(5)),
///         (Subject::Disputes(Proceeding::Reconsideration, Outcome::Total), Statement::None),
///     ]
/// );
/// ```
pub fn claims(text: &str, report: &Report) -> Claims {
    let unified = radicals::unified(text);
    let text = unified.as_deref().unwrap_or(text);
    let mut reader = sentence::Reader::new(text, report);
    for region in prose::regions(text, report) {
        reader.read_region(region);
    }
    Claims::new(reader.finish())
}
