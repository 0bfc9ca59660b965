//! Takes back claims that the rest of the sentence, or of the report, puts in doubt.

use alloc::vec::Vec;

use super::claim::{CarryOver, Claim, ClaimYear, Statement};
use super::subject::Subject;
use crate::template::Outcome;

/// A claim that may still be taken back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub(super) claim: Claim,
    /// Its figure is read.
    pub(super) is_read: bool,
    /// It speaks of all of the place: 全县.
    pub(super) whole: bool,
}

/// What a sentence says that keeps its claims from being totals.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Doubts {
    /// Where the drafts of the sentence and of the list begin.
    sentence: usize,
    pub(super) list: usize,
    /// An outcome of disputes that the form files under one of its four was counted.
    pub(super) rulings: bool,
    /// Something was decided, or received, in a way that is not understood.
    pub(super) processed: bool,
    pub(super) received: bool,
}

impl Doubts {
    pub(super) const fn from(start: usize) -> Self {
        Self { sentence: start, list: start, rulings: false, processed: false, received: false }
    }
}

/// Takes back drafts from `from` on; there are few, those of a sentence.
fn keep(drafts: &mut Vec<Draft>, from: usize, kept: impl Fn(&Draft) -> bool) {
    let mut at = from;
    while let Some(draft) = drafts.get(at) {
        if kept(draft) {
            at += 1;
        } else {
            drafts.remove(at);
        }
    }
}

/// At the end of a list: with 驳回 or 撤回 counted by themselves, 维持 is not all that the form counts as such.
pub(super) fn list(drafts: &mut Vec<Draft>, doubts: &mut Doubts) {
    if doubts.rulings {
        keep(drafts, doubts.list, |draft| match draft.claim.subject {
            Subject::Disputes(_, outcome) => outcome == Outcome::Total,
            _ => true,
        });
    }
    doubts.rulings = false;
    doubts.list = drafts.len();
}

/// At the end of a sentence: where a part was counted by itself, what stands beside it is a part too.
pub(super) fn sentence(drafts: &mut Vec<Draft>, doubts: &mut Doubts) {
    if drafts.len() > doubts.sentence {
        let forward = drafts.iter().skip(doubts.sentence).any(|draft| {
            draft.claim.subject == Subject::CarriedForward && draft.claim.statement != Statement::Count(0)
        });
        let doubts = *doubts;
        keep(drafts, doubts.sentence, |draft| match (draft.claim.subject, draft.claim.statement) {
            (Subject::Processed, Statement::All) => !forward && !doubts.processed,
            (Subject::Processed, _) => !doubts.processed,
            (Subject::Received, _) => !doubts.received || draft.whole,
            _ => true,
        });
    }
    *doubts = Doubts::from(drafts.len());
}

/// At the end of the report: of several figures for one thing only that of the whole place stands, or none.
pub(super) fn report(mut drafts: Vec<Draft>, year: Option<u16>) -> Vec<Claim> {
    let key = |claim: &Claim| (claim.subject, claim.carry_over == CarryOver::Excluded, of_year(claim, year));
    drafts.retain(|draft| draft.is_read);
    let mut counted: Vec<&Draft> = drafts.iter().filter(|draft| draft.claim.count().is_some()).collect();
    counted.sort_unstable_by_key(|draft| key(&draft.claim));
    let mut contradicted = Vec::new();
    for same in counted.chunk_by(|a, b| key(&a.claim) == key(&b.claim)) {
        if !agree(same.iter().copied()) {
            let whole_stands = agree(same.iter().copied().filter(|draft| draft.whole))
                && same.iter().any(|draft| draft.whole);
            contradicted.extend(same.first().map(|draft| (key(&draft.claim), whole_stands)));
        }
    }
    drafts.retain(|draft| {
        let found = contradicted.binary_search_by_key(&key(&draft.claim), |&(key, _)| key);
        let whole_stands = found.ok().and_then(|at| contradicted.get(at)).map(|&(_, whole)| whole);
        draft.claim.count().is_none() || whole_stands.is_none_or(|stands| stands && draft.whole)
    });
    drafts.into_iter().map(|draft| draft.claim).collect()
}

fn agree<'a>(drafts: impl Iterator<Item = &'a Draft>) -> bool {
    let mut counts = drafts.map(|draft| draft.claim.count());
    let first = counts.next();
    counts.all(|count| Some(count) == first)
}

/// The year of a claim, 0 standing for the one reported on and for those that name none.
fn of_year(claim: &Claim, reported: Option<u16>) -> u16 {
    match claim.year {
        ClaimYear::Named(year) if Some(year) != reported => year,
        ClaimYear::Previous => 1,
        _ => 0,
    }
}
