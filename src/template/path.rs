//! The stable name of each figure.

use core::fmt;
use core::str::FromStr;

use super::{Column, Edition, Group, Item, Measure, Outcome, Row, TableKind};

/// The stable name of a figure, such as `requests.granted.total`. Paths never change once released.
///
/// ```
/// use gongkai::{Column, FactPath, Row};
/// let path: FactPath = "requests.granted.total".parse()?;
/// assert_eq!(path, FactPath::Requests(Row::Granted, Column::Total));
/// assert_eq!(path.to_string(), "requests.granted.total");
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactPath {
    /// A figure of table two.
    Proactive(Item, Measure),
    /// A figure of table three.
    Requests(Row, Column),
    /// A figure of table four.
    Disputes(Group, Outcome),
}

impl FactPath {
    /// The table the figure stands in.
    ///
    /// ```
    /// use gongkai::{FactPath, TableKind};
    /// let fees: FactPath = "proactive.administrative_fees.amount".parse()?;
    /// assert_eq!((fees.table(), fees.is_money(), fees.is_signed()), (TableKind::Proactive, true, false));
    /// let change: FactPath = "proactive.administrative_fees.change".parse()?;
    /// assert!(change.is_signed());
    /// # Ok::<(), gongkai::ParsePathError>(())
    /// ```
    pub const fn table(self) -> TableKind {
        match self {
            Self::Proactive(..) => TableKind::Proactive,
            Self::Requests(..) => TableKind::Requests,
            Self::Disputes(..) => TableKind::Disputes,
        }
    }

    /// Whether the figure is an amount of money, given in yuan.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Proactive(_, Measure::Amount))
    }

    /// Whether the figure may be negative: only 本年增/减.
    pub const fn is_signed(self) -> bool {
        matches!(self, Self::Proactive(_, Measure::Change))
    }

    pub(crate) fn proactive(edition: Edition) -> impl Iterator<Item = Self> {
        Item::ALL.iter().flat_map(move |&item| {
            item.measures(edition).iter().map(move |&measure| Self::Proactive(item, measure))
        })
    }

    pub(crate) fn requests(edition: Edition) -> impl Iterator<Item = Self> {
        Row::of(edition).flat_map(|row| Column::ALL.iter().map(move |&column| Self::Requests(row, column)))
    }

    pub(crate) fn disputes() -> impl Iterator<Item = Self> {
        Group::ALL
            .iter()
            .flat_map(|&group| Outcome::ALL.iter().map(move |&outcome| Self::Disputes(group, outcome)))
    }
}

impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, column) = match *self {
            Self::Proactive(item, measure) => (item.key(), measure.key()),
            Self::Requests(row, column) => (row.key(), column.key()),
            Self::Disputes(group, outcome) => (group.key(), outcome.key()),
        };
        write!(f, "{}.{row}.{column}", self.table().key())
    }
}

/// A text that is not the path of a figure.
///
/// ```
/// use gongkai::{FactPath, ParsePathError};
/// let error: ParsePathError = "requests.granted".parse::<FactPath>().unwrap_err();
/// assert_eq!(error.to_string(), "not the path of a figure");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the path of a figure")]
#[non_exhaustive]
pub struct ParsePathError;

impl FromStr for FactPath {
    type Err = ParsePathError;

    fn from_str(text: &str) -> Result<Self, ParsePathError> {
        let parse = || {
            let (table, rest) = text.split_once('.')?;
            let (row, column) = rest.rsplit_once('.')?;
            Some(match table {
                "proactive" => Self::Proactive(Item::from_key(row)?, Measure::from_key(column)?),
                "requests" => Self::Requests(Row::from_key(row)?, Column::from_key(column)?),
                "disputes" => Self::Disputes(Group::from_key(row)?, Outcome::from_key(column)?),
                _ => return None,
            })
        };
        let path = parse().ok_or(ParsePathError)?;
        match path {
            Self::Proactive(item, measure)
                if !item.measures(Edition::E2019).contains(&measure)
                    && !item.measures(Edition::E2021).contains(&measure) =>
            {
                Err(ParsePathError)
            }
            _ => Ok(path),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for FactPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for FactPath {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = alloc::string::String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
