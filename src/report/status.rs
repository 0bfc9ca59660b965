//! What can stand in a cell, and how sure its reading is.

/// What stands in a cell. Blank, not applicable, zero, unreadable, ambiguous and missing are six different things.
///
/// ```
/// use gongkai::{Column, Row, Status};
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t/\t\t若干\t0\t3\n";
/// let report = gongkai::parse_report(text)?.report;
/// let status = |column| report.requests.get(Row::Received, column).unwrap().status();
/// assert_eq!(status(Column::NaturalPerson), Status::Value);
/// assert_eq!(status(Column::Research), Status::NotApplicable);
/// assert_eq!(status(Column::PublicInterest), Status::Blank);
/// assert_eq!(status(Column::LegalService), Status::Unreadable);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Status {
    /// A figure; its [`Certainty`] says how it was read.
    Value,
    /// The row is there, nothing is printed in this cell.
    Blank,
    /// A mark instead of a figure, see [`Mark`].
    NotApplicable,
    /// Something is printed that is no figure.
    Unreadable,
    /// Several readings are possible; the candidates are kept.
    Ambiguous,
    /// The row is not in the text, or the text ends inside it.
    Missing,
}

/// How a figure was read.
///
/// ```
/// use gongkai::{Cell, Certainty};
/// assert_eq!(Cell::exact(3.into()).certainty(), Some(Certainty::Exact));
/// assert_eq!(Cell::BLANK.certainty(), None);
/// // A caller that takes literal readings only.
/// let literal = |cell: Cell| cell.value().filter(|_| cell.certainty() == Some(Certainty::Exact));
/// assert_eq!(literal(Cell::exact(3.into())), Some(3.into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Certainty {
    /// These digits, in a cell whose row and column the text fixes.
    Exact,
    /// The digits stand in the text; where the figure ends or which column it is in follows from the only
    /// admissible split or from the table's identities.
    Resolved,
    /// Read otherwise than literally: an extra cell dropped, `30 01` joined. Always with a diagnostic.
    Repaired,
}

/// The mark printed instead of a figure.
///
/// ```
/// use gongkai::{Mark, combinator::proactive};
/// let (_, table) = proactive("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t/\t—\t无\n")?;
/// let marks = [gongkai::Measure::Issued, gongkai::Measure::Repealed, gongkai::Measure::InForce]
///     .map(|measure| table.get(gongkai::Item::Regulations, measure).unwrap().mark());
/// assert_eq!(marks, [Some(Mark::Slash), Some(Mark::Dash), Some(Mark::Nil)]);
/// # Ok::<(), nom::Err<nom::error::Error<&str>>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Mark {
    /// `/`
    Slash,
    /// `-`, `—`
    Dash,
    /// `无`
    Nil,
    /// `未收取`
    NotCollected,
    /// `不适用`
    NotApplicable,
}

/// The unit of an amount of money as printed.
///
/// ```
/// use gongkai::Unit;
/// assert_eq!(Unit::TenThousandYuan.exponent(), 4);
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let fees = gongkai::parse_report(text)?.report.get("proactive.administrative_fees.amount".parse()?).unwrap();
/// assert_eq!(fees.printed().unwrap().to_string(), "286.45");
/// assert_eq!((fees.unit(), fees.value()), (Some(Unit::TenThousandYuan), Some(2_864_500.into())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Unit {
    /// 元
    Yuan,
    /// 万元
    TenThousandYuan,
    /// 亿元
    HundredMillionYuan,
}

impl Unit {
    /// How many powers of ten above the yuan: 0, 4 or 8.
    pub const fn exponent(self) -> u32 {
        match self {
            Self::Yuan => 0,
            Self::TenThousandYuan => 4,
            Self::HundredMillionYuan => 8,
        }
    }
}
