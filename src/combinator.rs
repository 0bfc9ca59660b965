//! The parts of a report as nom parsers, for grammars of your own.
//!
//! Each takes a text that begins with its part, white space and page furniture apart, and gives what is left behind it.
//!
//! ```
//! use gongkai::combinator::{heading, requests};
//! use gongkai::{Column, Row, SectionKind};
//! use nom::Parser;
//! let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n\
//!     二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n以上。";
//! let (rest, (heading, table)) = (heading, requests).parse(text)?;
//! assert_eq!((heading.kind, heading.number), (SectionKind::Requests, Some(3)));
//! assert_eq!(table.get(Row::Received, Column::Total).unwrap().count(), Some(3));
//! assert_eq!(rest, "\n以上。");
//! # Ok::<(), nom::Err<nom::error::Error<&str>>>(())
//! ```

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult};

use crate::layout::is_space;
use crate::parser::one_table;
use crate::report::{Disputes, Proactive, Report, Requests, SectionKind};
use crate::template::TableKind;

/// A section heading.
///
/// ```
/// let (_, heading) = gongkai::combinator::heading("三、收到和处理政府信息公开申请情况")?;
/// assert_eq!((heading.kind, heading.number), (gongkai::SectionKind::Requests, Some(3)));
/// # Ok::<(), nom::Err<nom::error::Error<&str>>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Heading {
    /// Which section it heads.
    pub kind: SectionKind,
    /// The number printed before it (一 is 1).
    pub number: Option<u8>,
}

/// A section heading at the start of a text.
///
/// # Errors
/// When the first line that is not blank is none.
///
/// ```
/// let (rest, heading) = gongkai::combinator::heading("五、存在的主要问题及改进情况\n一是")?;
/// assert_eq!((heading.number, rest), (Some(5), "\n一是"));
/// # Ok::<(), nom::Err<nom::error::Error<&str>>>(())
/// ```
pub fn heading(text: &str) -> IResult<&str, Heading> {
    let text = text.trim_start_matches(is_space);
    let line = text.split(['\n', '\r']).next().unwrap_or("");
    let (_, found) = crate::section::heading::heading(line).map_err(|_| no(text))?;
    let rest = text.get(found.start + found.len..).unwrap_or("");
    Ok((rest, Heading { kind: found.kind, number: found.number }))
}

/// Table two, 主动公开政府信息情况. Spans count from the start of `text`; notes and candidates are kept by reports only.
///
/// # Errors
/// When the table does not begin here.
///
/// ```
/// use gongkai::{Item, Measure, combinator::proactive};
/// let (_, table) = proactive("信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t0\t11\n")?;
/// assert_eq!(table.get(Item::Regulations, Measure::InForce).unwrap().count(), Some(11));
/// # Ok::<(), nom::Err<nom::error::Error<&str>>>(())
/// ```
pub fn proactive(text: &str) -> IResult<&str, Proactive> {
    table(text, TableKind::Proactive).map(|(rest, report)| (rest, report.proactive))
}

/// Table three, 收到和处理政府信息公开申请情况. Spans count from the start of `text`.
///
/// # Errors
/// When the table does not begin here.
///
/// ```
/// use gongkai::{Column, Row, combinator::requests};
/// let (_, table) = requests("（一）予以公开 | 2 | 0 | 0 | 0 | 0 | 1 | 3\n（二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n")?;
/// assert_eq!(table.get(Row::Granted, Column::OtherOrg).unwrap().count(), Some(1));
/// # Ok::<(), nom::Err<nom::error::Error<&str>>>(())
/// ```
pub fn requests(text: &str) -> IResult<&str, Requests> {
    table(text, TableKind::Requests).map(|(rest, report)| (rest, report.requests))
}

/// Table four, 政府信息公开行政复议、行政诉讼情况. Spans count from the start of `text`.
///
/// # Errors
/// When the table does not begin here.
///
/// ```
/// let head = "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n";
/// let text = format!("{head}1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n");
/// let (_, table) = gongkai::combinator::disputes(&text).unwrap();
/// assert_eq!(table.reconsideration.upheld.count(), Some(1));
/// ```
pub fn disputes(text: &str) -> IResult<&str, Disputes> {
    table(text, TableKind::Disputes).map(|(rest, report)| (rest, report.disputes))
}

fn table(text: &str, table: TableKind) -> IResult<&str, Report> {
    let report = one_table(text, table).ok_or_else(|| no(text))?;
    let end = report.source(table).map_or(0, |source| source.span.end as usize);
    Ok((text.get(end..).unwrap_or(""), report))
}

fn no(text: &str) -> Err<Error<&str>> {
    Err::Error(Error::new(text, ErrorKind::Tag))
}
