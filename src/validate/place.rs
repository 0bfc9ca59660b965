//! Where a rule looks: an instance of a rule, and the places of its operands.

use core::fmt;

use crate::report::SectionKind;
use crate::template::{Column, FactPath, Group, Item, Row, TableKind};

/// Which instance of a rule: a column, a row, a cell.
///
/// ```
/// use gongkai::{Column, Row, validate::At};
/// assert_eq!(At::Column(Column::Total).to_string(), "requests.*.total");
/// assert_eq!(At::Row(Row::Granted).to_string(), "requests.granted.*");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum At {
    /// A column of the requests table: `requests.*.total`.
    Column(Column),
    /// A row of the requests table: `requests.granted.*`.
    Row(Row),
    /// A group of the disputes row: `disputes.reconsideration.*`.
    Group(Group),
    /// A row of the proactive table: `proactive.regulations.*`.
    Item(Item),
    /// One figure: its path.
    Fact(FactPath),
    /// A whole table: `requests`.
    Table(TableKind),
    /// A section: `report.sections.overview`.
    Section(SectionKind),
    /// The report as a whole: `report`.
    Report,
    /// A sentence of the prose of a section: `prose.overview`.
    Prose(SectionKind),
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Column(column) => write!(f, "requests.*.{}", column.key()),
            Self::Row(row) => write!(f, "requests.{}.*", row.key()),
            Self::Group(group) => write!(f, "disputes.{}.*", group.key()),
            Self::Item(item) => write!(f, "proactive.{}.*", item.key()),
            Self::Fact(path) => path.fmt(f),
            Self::Table(table) => f.write_str(table.key()),
            Self::Section(kind) => write!(f, "report.sections.{}", key(*kind)),
            Self::Report => f.write_str("report"),
            Self::Prose(kind) => write!(f, "prose.{}", key(*kind)),
        }
    }
}

/// What an operand is: a figure of a table, or something around the tables.
///
/// ```
/// use gongkai::validate::Place;
/// let path: gongkai::FactPath = "requests.granted.total".parse()?;
/// assert_eq!(Place::Fact(path).to_string(), "requests.granted.total");
/// assert_eq!(Place::SignatureDate.to_string(), "report.signature.date");
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Place {
    /// A figure of a table.
    Fact(FactPath),
    /// A row of the requests table, as printed.
    Row(Row),
    /// A row outside the form, by its number from 0.
    Additional(TableKind, u16),
    /// The unit in the header of the proactive table.
    HeaderUnit,
    /// The edition of a table.
    Edition(TableKind),
    /// The year in the title.
    TitleYear,
    /// The year that the report is for.
    Year,
    /// The organ that reports.
    Agency,
    /// The period that the report states.
    Period,
    /// The day of the signature.
    SignatureDate,
    /// A section, by its heading.
    Section(SectionKind),
    /// A claim in the prose of a section.
    Prose(SectionKind),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(path) => path.fmt(f),
            Self::Row(row) => write!(f, "requests.{}", row.key()),
            Self::Additional(table, number) => write!(f, "{}.additional.{number}", table.key()),
            Self::HeaderUnit => f.write_str("proactive.header_unit"),
            Self::Edition(table) => write!(f, "{}.edition", table.key()),
            Self::TitleYear => f.write_str("report.title.year"),
            Self::Year => f.write_str("report.year"),
            Self::Agency => f.write_str("report.agency"),
            Self::Period => f.write_str("report.period"),
            Self::SignatureDate => f.write_str("report.signature.date"),
            Self::Section(kind) => write!(f, "report.sections.{}", key(*kind)),
            Self::Prose(kind) => write!(f, "prose.{}", key(*kind)),
        }
    }
}

/// The name of a section in paths.
pub(super) const fn key(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Overview => "overview",
        SectionKind::Proactive => "proactive",
        SectionKind::Requests => "requests",
        SectionKind::Disputes => "disputes",
        SectionKind::Problems => "problems",
        SectionKind::Other => "other",
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for At {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
