//! The pipeline, read top to bottom.

use alloc::vec::Vec;

use crate::Span;
use crate::aligned;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::Error;
use crate::html;
use crate::layout::{self, Grids, Line};
use crate::limits::Limits;
use crate::notation;
use crate::page::Page;
use crate::report::{Report, SectionKind};
use crate::ruled;
use crate::section::fill::Sink;
use crate::section::outline::Found;
use crate::section::region::TableRegion;
use crate::section::{bodies, cut, frame, furniture, region, tables, title};
use crate::template::TableKind;
use crate::text::radicals;

/// Lines among which a title stands where no heading is found.
const MOST_BEFORE: usize = 60;

/// A report and what should be known about its reading.
///
/// ```
/// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
/// let parsed = gongkai::parse_report(text)?;
/// assert_eq!(parsed.report.requests.printed.len(), 1);
/// for diagnostic in &parsed.diagnostics {
///     println!("{diagnostic}");
/// }
/// // Nothing was lost that was printed; a caller that wants whole reports or none asks for that.
/// let whole = parsed.into_strict();
/// assert!(whole.is_ok());
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Parsed {
    /// The report.
    pub report: Report,
    /// What went wrong short of failing, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// The report, unless a diagnostic of severity error was raised: then the diagnostics.
    ///
    /// # Errors
    /// All diagnostics, when one of them is an error.
    pub fn into_strict(self) -> Result<Report, Vec<Diagnostic>> {
        if self.diagnostics.iter().any(|d| d.severity() == Severity::Error) {
            Err(self.diagnostics)
        } else {
            Ok(self.report)
        }
    }
}

/// Reads texts, under limits on what they may make a reading grow to.
///
/// ```
/// const PARSER: gongkai::Parser = gongkai::Parser::new().max_len(1024);
/// assert_eq!(PARSER.parse(&"x".repeat(2000)).unwrap_err().kind(), gongkai::ErrorKind::TooLong);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parser {
    pub(crate) limits: Limits,
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

impl Parser {
    /// The default limits.
    ///
    /// ```
    /// assert_eq!(gongkai::Parser::new(), gongkai::Parser::default());
    /// ```
    pub const fn new() -> Self {
        Self { limits: Limits::DEFAULT }
    }

    /// Reads the text of a report.
    ///
    /// ```
    /// let text = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n";
    /// let parsed = gongkai::Parser::new().parse(text)?;
    /// assert_eq!(parsed, gongkai::parse_report(text)?);
    /// # Ok::<(), gongkai::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the text is not an annual report that can be read at all; see [`ErrorKind`](crate::ErrorKind).
    pub fn parse(&self, text: &str) -> Result<Parsed, Error> {
        let limits = &self.limits;
        if text.len() > limits.len {
            return Err(Error::too_long(text.len(), limits.len));
        }
        if text.chars().all(layout::is_space) {
            return Err(Error::empty());
        }
        let unified = radicals::unified(text);
        let text = unified.as_deref().unwrap_or(text);
        match html::detect(text) {
            Some(kind) => read_source(html::unescape(text).as_deref().unwrap_or(text), kind, limits),
            None => {
                let parsed = read(text, Grids::NONE, limits);
                notation::reread(text, parsed, |again| match html::detect(again) {
                    Some(kind) => read_source(again, kind, limits),
                    None => read(again, Grids::NONE, limits),
                })
            }
        }
    }
}

/// Reads the source of a page.
#[cfg(feature = "html")]
fn read_source(source: &str, kind: html::Kind, limits: &Limits) -> Result<Parsed, Error> {
    // Markdown keeps tags also in tables that it draws.
    let drawn = if kind == html::Kind::Tables { ruled::read(source) } else { None };
    let source = drawn.as_ref().map_or(source, Page::text);
    let mut parsed = read_page(&html::read(source, kind), limits)?;
    if let Some(drawn) = drawn {
        drawn.place(&mut parsed, limits);
    }
    Ok(parsed)
}

#[cfg(not(feature = "html"))]
fn read_source(_: &str, _: html::Kind, _: &Limits) -> Result<Parsed, Error> {
    Err(Error::html())
}

/// Reads the text of a page, and brings what it finds to the places of the page's source.
fn read_page(page: &Page, limits: &Limits) -> Result<Parsed, Error> {
    let mut parsed = read(page.text(), page.grids(), limits)?;
    page.place(&mut parsed, limits);
    Ok(parsed)
}

fn read(text: &str, grids: Grids<'_>, limits: &Limits) -> Result<Parsed, Error> {
    let mut lines = cut::lines(text);
    let mut headings = cut::headings(text, &mut lines);
    let mut diagnostics = Vec::with_capacity(16);
    if let Some(at) = cut::second_report(text, &mut lines, &mut headings) {
        limits.keep(Diagnostic::new(Code::SecondReport, Span::new(at, at), ""), &mut diagnostics);
    }
    let tables = region::find(text, &lines, &headings, grids);
    if let Some(page) = page_of(text, &lines, &headings, grids, &tables) {
        drop((lines, headings, tables));
        return read_page(&page, limits);
    }
    let frame_end = headings.first().map_or(lines.len().min(MOST_BEFORE), |found| found.line);
    let (title, agency) = match title::title(text, lines.get(..frame_end).unwrap_or(&[])) {
        Some((title, agency)) => (Some(title), agency),
        None => (None, None),
    };
    let mut sink = Sink::new(text, limits, diagnostics);
    let found = tables::fill(&mut sink, &lines, tables, title.as_ref().and_then(|title| title.year));
    let kinds =
        SectionKind::ALL.iter().filter(|kind| headings.iter().any(|f| f.heading.kind == **kind)).count();
    if found == 0
        && (title.as_ref().and_then(|t| t.year).is_some_and(|year| year < 2019) || is_old_form(text))
    {
        return Err(Error::pre_2019("its year or its headings"));
    }
    if found == 0 && (title.is_none() || kinds < 3) {
        return Err(Error::not_a_report());
    }
    let head_end = headings
        .get(1)
        .and_then(|found| lines.get(found.line))
        .map_or(text.len(), |line| line.start as usize);
    sink.report.period = frame::period(text, head_end);
    sink.report.year =
        title.as_ref().and_then(|t| t.year).or(sink.report.period.map(|period| period.start.year));
    sink.report.title = title;
    sink.report.agency = agency;
    sink.report.signature = frame::signature(text, &lines);
    bodies::sections(&mut sink, &lines, &headings);
    sink.diagnostics.sort_by_key(|d| d.span.map_or(u32::MAX, |span| span.start));
    Ok(Parsed { report: sink.report, diagnostics: sink.diagnostics })
}

/// The page of a text whose tables are drawn with lines, or have labels wrapped in columns kept by spaces.
fn page_of(
    text: &str,
    lines: &[Line],
    headings: &[Found],
    grids: Grids<'_>,
    tables: &[Option<TableRegion>; 3],
) -> Option<Page> {
    if !grids.may_be_page() {
        return None;
    }
    let drawn = region::may_be_drawn(tables, lines).then(|| ruled::read(text)).flatten();
    drawn.or_else(|| aligned::read(text, lines, headings, tables))
}

/// The report of a text that begins with one table; `None` when it does not.
pub(crate) fn one_table(text: &str, table: TableKind) -> Option<Report> {
    if text.len() > u32::MAX as usize - 1 {
        return None;
    }
    table_of(text, Grids::NONE, table)
}

fn table_of(text: &str, grids: Grids<'_>, table: TableKind) -> Option<Report> {
    let lines = cut::lines(text);
    let mut tables = region::find(text, &lines, &[], grids);
    if let Some(page) = page_of(text, &lines, &[], grids, &tables) {
        let report = table_of(page.text(), page.grids(), table)?;
        let mut parsed = Parsed { report, diagnostics: Vec::new() };
        page.place(&mut parsed, &Limits::DEFAULT);
        return Some(parsed.report);
    }
    for (found, kind) in tables.iter_mut().zip(TableKind::ALL) {
        *found = found.take().filter(|_| kind == table);
    }
    let before = lines.get(..tables.iter().flatten().next()?.lines.start)?;
    if !before.iter().all(|line| line.is_blank() || furniture::is_furniture(text, line)) {
        return None;
    }
    let mut sink = Sink::new(text, &Limits::DEFAULT, Vec::new());
    tables::fill(&mut sink, &lines, tables, None);
    sink.report.source(table)?;
    Some(sink.report)
}

/// Whether the text speaks of the statistics of earlier years, which the form since 2019 does not have.
fn is_old_form(text: &str) -> bool {
    let words = [
        "概述",
        "收费及减免",
        "收费和减免",
        "主动公开政府信息数",
        "主动公开政府信息的情况",
        "同意公开",
        "不同意公开",
    ];
    words.iter().filter(|word| text.contains(**word)).count() >= 2
}
