//! What figures of the tables, or of the prose itself, a claim can mean.

use alloc::vec::Vec;

use crate::narrative::{CarryOver, Claim, ShareBase, Statement, Subject};
use crate::report::Report;
use crate::template::{Column, FactPath, Outcome, Row, TableKind};

/// The sums that a number can mean, the most likely one first, the others with more figures added.
pub(super) fn readings(report: &Report, claim: &Claim) -> Vec<Vec<FactPath>> {
    let of = |rows: &[Row], columns: &[Column]| {
        let cells = rows.iter().flat_map(|&row| columns.iter().map(move |&column| (row, column)));
        cells.map(|(row, column)| FactPath::Requests(row, column)).collect::<Vec<_>>()
    };
    let (new, old) = ([Row::Received], [Row::Received, Row::CarriedOver]);
    match claim.subject {
        Subject::Received => match claim.carry_over {
            CarryOver::Excluded => [of(&new, &[Column::Total])].into(),
            CarryOver::Included => [of(&old, &[Column::Total])].into(),
            CarryOver::Unstated => [of(&new, &[Column::Total]), of(&old, &[Column::Total])].into(),
        },
        Subject::Applicants(applicants) => {
            let columns = applicants.columns();
            [of(&new, columns), of(&old, columns), of(&[Row::Total], columns)].into()
        }
        Subject::Processed if claim.carry_over == CarryOver::Excluded => Vec::new(),
        subject => [subject.facts(report.edition(TableKind::Requests))].into(),
    }
}

/// The figures that words about none or all of something exclude.
pub(super) fn contradicting(claim: &Claim) -> Vec<FactPath> {
    let outcomes: &[Outcome] = match (claim.statement, claim.subject) {
        (Statement::All, Subject::Disputes(..)) => &[Outcome::Corrected, Outcome::Other, Outcome::Pending],
        _ => Outcome::ALL,
    };
    match claim.subject {
        Subject::Disputes(proceeding, _) => {
            let groups = proceeding.groups().iter();
            groups
                .flat_map(|&group| outcomes.iter().map(move |&outcome| FactPath::Disputes(group, outcome)))
                .collect()
        }
        Subject::Processed => [FactPath::Requests(Row::CarriedForward, Column::Total)].into(),
        _ => [FactPath::Requests(Row::Received, Column::Total)].into(),
    }
}

/// What the share can be taken of, the most likely first.
pub(super) fn bases(subject: Subject, base: ShareBase) -> Vec<Vec<FactPath>> {
    let of = |row: Row| FactPath::Requests(row, Column::Total);
    match (subject, base) {
        (Subject::Disputes(proceeding, _), ShareBase::Unstated | ShareBase::Disputes) => {
            let groups = proceeding.groups().iter();
            [groups.map(|&group| FactPath::Disputes(group, Outcome::Total)).collect()].into()
        }
        (Subject::Disputes(..), _) | (_, ShareBase::Disputes) => Vec::new(),
        (_, ShareBase::Processed) => [[of(Row::Total)].into()].into(),
        (_, ShareBase::Received | ShareBase::Unstated) => [
            [of(Row::Received)].into(),
            [of(Row::Received), of(Row::CarriedOver)].into(),
            [of(Row::Total)].into(),
        ]
        .into(),
    }
}

/// Whether shares are taken of it.
pub(super) const fn is_whole(subject: Subject) -> bool {
    matches!(subject, Subject::Received | Subject::Processed | Subject::Disputes(_, Outcome::Total))
}

/// Whether a share of `part` can be taken of `whole`, which [`is_whole`].
pub(super) fn is_base(whole: Subject, part: Subject, base: ShareBase) -> bool {
    match (part, whole) {
        (Subject::Disputes(part, _), Subject::Disputes(whole, _)) => {
            part == whole && matches!(base, ShareBase::Unstated | ShareBase::Disputes)
        }
        (Subject::Disputes(..), _) | (_, Subject::Disputes(..)) => false,
        (_, Subject::Received) => matches!(base, ShareBase::Unstated | ShareBase::Received),
        _ => matches!(base, ShareBase::Unstated | ShareBase::Processed),
    }
}
