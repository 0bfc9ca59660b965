//! Which figures mean the same in both editions.

use alloc::vec::Vec;

use crate::template::{Edition, FactPath, Item, Measure, Row};

/// Figures of the proactive table that kept their meaning. The counts of documents did not: 2019 counts what was
/// made, newly disclosed and disclosed in all, 2021 what was issued, repealed and is in force.
const KEPT: [(Item, Measure); 3] = [
    (Item::AdministrativeLicensing, Measure::Decisions),
    (Item::AdministrativePenalty, Measure::Decisions),
    (Item::AdministrativeCompulsion, Measure::Decisions),
];
/// What edition 2019 counts as （六）其他处理 in one row.
const OTHER: [Row; 3] = [Row::OverdueCorrection, Row::OverdueFee, Row::Miscellaneous];

/// The figures of edition `to` whose sum means what `path` means in edition `from`; empty where none does.
///
/// | 2019 | 2021 |
/// |---|---|
/// | `requests.other.*` | `requests.other.overdue_correction.*` + `.overdue_fee.*` + `.miscellaneous.*` |
/// | every other row of `requests`, all of `disputes` | the same |
/// | `proactive.administrative_{licensing,penalty,compulsion}.decisions` | the same |
/// | the rest of `proactive` | nothing |
///
/// ```
/// use gongkai::{Edition::{E2019, E2021}, FactPath, validate::counterpart};
/// let path: FactPath = "requests.other.total".parse()?;
/// assert_eq!(counterpart(path, E2019, E2021).len(), 3);
/// assert_eq!(counterpart(path, E2019, E2019), [path]);
/// let made: FactPath = "proactive.regulations.made".parse()?;
/// assert!(counterpart(made, E2019, E2021).is_empty());
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
pub fn counterpart(path: FactPath, from: Edition, to: Edition) -> Vec<FactPath> {
    let same = || Vec::from([path]);
    match path {
        _ if from == to => same(),
        FactPath::Disputes(..) => same(),
        FactPath::Requests(row, _) if row.is_in(to) => same(),
        FactPath::Requests(Row::Other, column) => {
            OTHER.iter().map(|&row| FactPath::Requests(row, column)).collect()
        }
        FactPath::Proactive(item, measure) if KEPT.contains(&(item, measure)) => same(),
        FactPath::Requests(..) | FactPath::Proactive(..) => Vec::new(),
    }
}
