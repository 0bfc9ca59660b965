//! What stands around the tables: title, period, sections, signature.

use alloc::string::String;
use core::fmt;

use crate::Span;

/// A day of the calendar.
///
/// ```
/// use gongkai::Date;
/// let day = Date::new(2021, 2, 19).unwrap();
/// assert_eq!(day.to_string(), "2021-02-19");
/// assert!(Date::new(2021, 2, 29).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Date {
    /// The year, such as 2021.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// A day; `None` when the calendar has no such day.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        if day == 0 || day > days { None } else { Some(Self { year, month, day }) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The title of the report.
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let title = gongkai::parse_report(text)?.report.title.unwrap();
/// assert_eq!((title.text.as_str(), title.year), ("云澜县人民政府2023年政府信息公开工作年度报告", Some(2023)));
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Title {
    /// The title on one line, without the white space between its characters.
    pub text: String,
    /// The year that the title names.
    pub year: Option<u16>,
    /// Where it stands.
    pub span: Span,
}

/// The organ that reports.
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let agency = gongkai::parse_report(text)?.report.agency.unwrap();
/// assert_eq!(agency.name, "云澜县人民政府");
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agency {
    /// Its name, without white space.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// The period of the figures (统计期限).
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let period = gongkai::parse_report(text)?.report.period.unwrap();
/// assert_eq!(format!("{} to {}", period.start, period.end), "2023-01-01 to 2023-12-31");
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
    /// Where it is stated.
    pub span: Span,
}

/// Who signed and when, at the end of the report.
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let signature = gongkai::parse_report(text)?.report.signature.unwrap();
/// assert_eq!(signature.agency.unwrap().name, "云澜县人民政府办公室");
/// assert_eq!(signature.date.unwrap().to_string(), "2024-01-19");
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Signature {
    /// The organ that signs, when it is named.
    pub agency: Option<Agency>,
    /// The day of the signature.
    pub date: Option<Date>,
    /// The whole signature.
    pub span: Span,
}

/// The six sections of the form. All but the first are what 《条例》第五十条第一款第（一）至（五）项 ask for.
///
/// ```
/// use gongkai::SectionKind;
/// assert_eq!(SectionKind::Requests.number(), 3);
/// assert_eq!(SectionKind::ALL.map(SectionKind::number), [1, 2, 3, 4, 5, 6]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum SectionKind {
    /// 一、总体情况
    Overview,
    /// 二、主动公开政府信息情况
    Proactive,
    /// 三、收到和处理政府信息公开申请情况
    Requests,
    /// 四、政府信息公开行政复议、行政诉讼情况
    Disputes,
    /// 五、存在的主要问题及改进情况
    Problems,
    /// 六、其他需要报告的事项
    Other,
}

impl SectionKind {
    /// The six, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Proactive, Self::Requests, Self::Disputes, Self::Problems, Self::Other];

    /// The number that the form gives the section, from 1.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// A section of the report.
///
/// ```
/// let text = &std::fs::read_to_string("examples/sample-report.txt").unwrap();
/// let report = gongkai::parse_report(text)?.report;
/// let section = report.sections.last().unwrap();
/// assert_eq!(section.heading.slice(text), Some("六、其他需要报告的事项"));
/// assert!(section.prose > 0 && section.body.len() > section.heading.len());
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Section {
    /// Which section its heading says it is.
    pub kind: SectionKind,
    /// The number printed before the heading (一 is 1); `None` when there is none.
    pub number: Option<u8>,
    /// The heading, number included.
    pub heading: Span,
    /// Everything from the heading to the next heading or the end.
    pub body: Span,
    /// How many characters of the body are neither white space nor part of a table.
    pub prose: u32,
}
