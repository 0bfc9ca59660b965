//! The pipeline, read top to bottom.

use alloc::vec::Vec;
use core::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::Error;
use crate::html;
use crate::layout::{self, Line};
use crate::limits::Limits;
use crate::report::{Report, Section, SectionKind, TableSource};
use crate::section::atom::{self, Atom};
use crate::section::fill::{Region, Sink};
use crate::section::outline::{self, Found, Trust};
use crate::section::rows::{Draft, Drafts, Form};
use crate::section::{disputes, flow, frame, furniture, grid, heading, proactive, reading, requests};
use crate::template::{Column, Edition, TableKind};
use crate::text::visible::visible;
use crate::{Layout, Span};

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
        match html::detect(text) {
            #[cfg(feature = "html")]
            Some(kind) => {
                let page = html::Page::read(text, kind);
                let mut parsed = read(page.text(), page.tables(), limits)?;
                page.place(&mut parsed, limits);
                Ok(parsed)
            }
            #[cfg(not(feature = "html"))]
            Some(_) => Err(Error::html()),
            None => read(text, &[], limits),
        }
    }
}

/// `grids`: where the text has rows of HTML tables.
fn read(text: &str, grids: &[Range<u32>], limits: &Limits) -> Result<Parsed, Error> {
    let mut lines = lines(text);
    let mut headings = outline::headings(text, &lines);
    headings_inside(text, &mut lines, &mut headings);
    let mut diagnostics = Vec::new();
    if let Some(second) = outline::second_report(&headings) {
        let second = second_title(text, &lines, &headings, second);
        let at = lines.get(second).map_or(0, |line| line.start);
        limits.keep(Diagnostic::new(Code::SecondReport, Span::new(at, at), ""), &mut diagnostics);
        lines.truncate(second);
        headings.retain(|found| found.line < second);
    }
    let tables = apart(TableKind::ALL.map(|table| table_region(text, &lines, &headings, grids, table)));
    let frame_end = headings.first().map_or(lines.len().min(60), |found| found.line);
    let (title, agency) = match frame::title(text, lines.get(..frame_end).unwrap_or(&[])) {
        Some((title, agency)) => (Some(title), agency),
        None => (None, None),
    };
    let mut sink = Sink::new(text, limits, diagnostics);
    let found = fill(&mut sink, &lines, tables, title.as_ref().and_then(|title| title.year));
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
    sections(&mut sink, &lines, &headings);
    sink.diagnostics.sort_by_key(|d| d.span.map_or(u32::MAX, |span| span.start));
    Ok(Parsed { report: sink.report, diagnostics: sink.diagnostics })
}

/// The report of a text that begins with one table; `None` when it does not.
pub(crate) fn one_table(text: &str, table: TableKind) -> Option<Report> {
    if text.len() > u32::MAX as usize - 1 {
        return None;
    }
    let lines = lines(text);
    let region = table_region(text, &lines, &[], &[], table)?;
    let before = lines.get(..region.lines.start)?;
    if !before.iter().all(|line| line.is_blank() || furniture::is_furniture(text, line)) {
        return None;
    }
    let mut sink = Sink::new(text, &Limits::DEFAULT, Vec::new());
    let mut tables = [None, None, None];
    *tables.get_mut(table as usize)? = Some(region);
    fill(&mut sink, &lines, tables, None);
    sink.report.source(table)?;
    Some(sink.report)
}

/// The line of the title before the first heading of a second report, or else that heading's.
fn second_title(text: &str, lines: &[Line], headings: &[Found], heading: usize) -> usize {
    let begin = headings.iter().rev().find(|found| found.line < heading).map_or(0, |found| found.line + 1);
    let between = lines.get(begin..heading).unwrap_or(&[]);
    let place = frame::title(text, between).map(|(title, _)| title.span.start);
    let at = place.and_then(|place| between.iter().position(|line| line.start <= place && place <= line.end));
    at.map_or(heading, |at| begin + at)
}

/// The lines of the text; a line that holds whole tables is cut before each label.
fn lines(text: &str) -> Vec<Line> {
    let whole = layout::lines(text);
    let mut cut = Vec::new();
    for (at, line) in whole.iter().enumerate() {
        let before = cut.len();
        if line.end - line.start > 1200 && layout::split_long_line(text, *line, &mut cut) {
            let pieces = cut.split_off(before);
            if before == 0 {
                cut.extend_from_slice(whole.get(..at).unwrap_or(&[]));
            }
            cut.extend(pieces);
        } else if before > 0 {
            cut.push(*line);
        }
    }
    if cut.is_empty() { whole } else { cut }
}

/// Looks for missing headings in the middle of lines, and cuts the lines there.
fn headings_inside(text: &str, lines: &mut Vec<Line>, headings: &mut Vec<Found>) {
    for kind in SectionKind::ALL {
        if headings.iter().any(|found| found.heading.kind == kind) {
            continue;
        }
        let found = heading::inside(text, lines, kind);
        if let Some((at, offset)) = found
            && let Some(line) = lines.get_mut(at)
        {
            let place = line.start + u32::try_from(offset).unwrap_or(0);
            let rest = Line::new(text, place as usize, line.end as usize);
            line.end = place;
            lines.insert(at + 1, rest);
            *headings = outline::headings(text, lines);
        }
    }
}

/// A table's lines and how they are laid out.
struct TableRegion {
    table: TableKind,
    lines: Range<usize>,
    rule: &'static layout::Rule,
    /// It stands behind its own heading.
    headed: bool,
}

/// A row of one table amid another is none of its own: a table without its heading that lies inside one that has its
/// heading is not given.
fn apart(tables: [Option<TableRegion>; 3]) -> [Option<TableRegion>; 3] {
    let headed = tables.iter().flatten().filter(|table| table.headed);
    let headed: Vec<Range<usize>> = headed.map(|table| table.lines.clone()).collect();
    let inside =
        |lines: &Range<usize>| headed.iter().any(|own| own.start <= lines.start && lines.end <= own.end);
    tables.map(|table| table.filter(|table| table.headed || !inside(&table.lines)))
}

fn table_region(
    text: &str,
    lines: &[Line],
    headings: &[Found],
    grids: &[Range<u32>],
    table: TableKind,
) -> Option<TableRegion> {
    let kind = outline::section_of(table);
    let zone_of = |at: usize, found: &Found| {
        let end = headings.get(at + 1).map_or(lines.len(), |next| next.line);
        found.line + 1..end
    };
    let own = headings.iter().enumerate().filter(|(_, found)| found.heading.kind == kind);
    let once = |table: &TableKind| {
        headings.iter().filter(|found| found.heading.kind == outline::section_of(*table)).count() == 1
    };
    let trust = if TableKind::ALL.iter().all(once) { Trust::Sure } else { Trust::Headed };
    let own = own
        .map(|(at, found)| zone_of(at, found))
        .find_map(|zone| outline::table_lines(text, lines, zone, table, trust));
    let headed = own.is_some();
    let found = own.or_else(|| {
        // Without its heading a table stands behind another one, before all headings, or in a section of prose.
        let prose = |kind| matches!(kind, SectionKind::Overview | SectionKind::Problems | SectionKind::Other);
        let before = 0..headings.first().map_or(lines.len(), |found| found.line);
        let sections = |of_prose: bool| {
            let of_kind = move |(_, found): &(usize, &Found)| prose(found.heading.kind) == of_prose;
            headings.iter().enumerate().filter(of_kind).map(|(at, found)| zone_of(at, found))
        };
        core::iter::once(before)
            .chain(sections(false))
            .chain(sections(true))
            .find_map(|zone| outline::table_lines(text, lines, zone, table, Trust::Loose))
    })?;
    let rule = layout::detect(text, lines.get(found.clone())?, grids);
    Some(TableRegion { table, lines: found, rule, headed })
}

/// Fills the tables that were found; returns how many.
fn fill(sink: &mut Sink<'_>, lines: &[Line], tables: [Option<TableRegion>; 3], year: Option<u16>) -> usize {
    let text = sink.text;
    let most = sink.limits.cells;
    let mut too_large = Vec::new();
    let read = tables.map(|table| {
        let table = table?;
        let lines = lines.get(table.lines.clone())?;
        let span = Span::new(lines.first()?.start, lines.last()?.end);
        let atoms = if layout::has_more_cells(text, lines, most) {
            None
        } else {
            let mut kept = Vec::with_capacity(lines.len());
            kept.extend(lines.iter().filter(|line| !furniture::is_furniture(text, line)));
            let mut tokens = Vec::with_capacity(span.len() / 8);
            (table.rule.tokenize)(text, &kept, &mut tokens);
            atom::atoms(text, &tokens, table.rule.grid, span.end as usize, most)
        };
        match atoms {
            Some(atoms) => Some((table.rule, atoms, span)),
            None => {
                too_large.push((table.table, table.rule.layout, span));
                None
            }
        }
    });
    let [proactive_table, requests_table, disputes_table] = &read;
    let rows = |form: &Form, table: &Option<(&'static layout::Rule, Vec<Atom>, Span)>| -> Option<Drafts> {
        let (rule, atoms, _) = table.as_ref()?;
        Some(if rule.grid {
            grid::rows(text, form, atoms)
        } else {
            flow::rows(text, form, atoms, is_lone(rule.layout))
        })
    };
    let by_head = proactive_table.as_ref().and_then(|(_, atoms, _)| proactive::edition(atoms));
    let requests_drafts = rows(&requests::FORM, requests_table);
    let by_rows = requests_drafts.as_ref().and_then(requests::edition);
    let fallback = by_head.or(by_rows).or(year.map(Edition::for_year)).unwrap_or(Edition::E2021);
    let (first, second) = (by_head.unwrap_or(fallback), by_rows.unwrap_or(fallback));
    sink.report.proactive = crate::report::Proactive::new(first);
    sink.report.requests = crate::report::Requests::new(second);
    sink.report.disputes = crate::report::Disputes::new(fallback);
    let proactive_drafts = rows(&proactive::form(first), proactive_table);
    let columns = |table: TableKind, draft: &Draft| match table {
        TableKind::Proactive => draft.row.map_or(0, |row| proactive::columns(row, first)),
        TableKind::Requests => Column::ALL.len(),
        TableKind::Disputes => disputes::COLUMNS,
    };
    let mut tables: Vec<(TableKind, &'static layout::Rule, &[Atom], Span, Drafts)> = Vec::with_capacity(3);
    for (table, source, drafts) in [
        (TableKind::Proactive, proactive_table, proactive_drafts),
        (TableKind::Requests, requests_table, requests_drafts),
        (TableKind::Disputes, disputes_table, None),
    ] {
        let Some((rule, atoms, span)) = source else { continue };
        let drafts = match drafts {
            Some(drafts) => drafts,
            None if disputes::is_table(atoms) => disputes::row(rule, atoms),
            None => continue,
        };
        let labelled = table == TableKind::Disputes || drafts.rows.iter().any(|draft| draft.row.is_some());
        if labelled && (table != TableKind::Proactive || proactive::is_table(text, atoms)) {
            tables.push((table, rule, atoms, *span, drafts));
        }
    }
    let shows_vanished = |(table, rule, _, _, drafts): &(TableKind, &layout::Rule, _, _, Drafts)| {
        // 其他处理 is the head of a group in edition 2021.
        let group = |draft: &Draft| {
            *table == TableKind::Requests
                && draft.pieces.is_empty()
                && draft.row.is_some_and(requests::FORM.may_be_group)
        };
        rule.layout == Layout::Glued && reading::is_short(text, drafts, |draft| columns(*table, draft), group)
    };
    let vanished: Vec<bool> = tables.iter().map(shows_vanished).collect();
    let vanished = |table: TableKind| {
        let tells = |(other, short): (&(TableKind, _, _, _, _), &bool)| {
            // Rows without sums tell nothing of those that have them.
            *short && (table == TableKind::Proactive || other.0 != TableKind::Proactive)
        };
        tables.iter().zip(&vanished).any(tells)
    };
    let vanished = TableKind::ALL.map(vanished);
    let found = tables.len() + too_large.len();
    let text_end = text.trim_end_matches(layout::is_space).len();
    for (table, rule, atoms, span, drafts) in tables {
        let blanks = reading::blanks(rule, vanished.get(table as usize) == Some(&true));
        let region = Region { rule, atoms, span, blanks, last: span.end as usize >= text_end };
        let by_column = drafts.rows.iter().any(|draft| draft.source.is_by_column());
        let layout = if by_column { Layout::PdfColumns } else { rule.layout };
        sink.diagnose(Code::LayoutChosen, region.span, alloc::format!("{}: {layout}", table.key()));
        sink.report.set_source(table, TableSource { layout, span: region.span });
        match table {
            TableKind::Proactive => proactive::fill(sink, &region, &drafts),
            TableKind::Requests => requests::fill(sink, &region, &drafts),
            TableKind::Disputes => disputes::fill(sink, &region, &drafts),
        }
    }
    for (table, layout, span) in too_large {
        sink.report.set_source(table, TableSource { layout, span });
        sink.diagnose(Code::LimitReached, span, alloc::format!("max_cells: {}", table.key()));
    }
    for table in TableKind::ALL {
        if sink.report.source(table).is_none() {
            sink.diagnose(Code::TableMissing, None, table.key());
        }
    }
    found
}

/// Layouts in which every figure has a line of its own.
const fn is_lone(layout: Layout) -> bool {
    matches!(layout, Layout::PdfCells | Layout::ParagraphCells | Layout::PipeCells)
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

/// The sections, with what their bodies hold besides tables.
fn sections(sink: &mut Sink<'_>, lines: &[Line], headings: &[Found]) {
    let text = sink.text;
    let mut seen = [false; 6];
    for (at, found) in headings.iter().enumerate() {
        let Some(line) = lines.get(found.line) else { continue };
        let start = line.start + u32::try_from(found.heading.start).unwrap_or(0);
        let heading = Span::new(start, start + u32::try_from(found.heading.len).unwrap_or(0));
        let end = headings
            .get(at + 1)
            .and_then(|next| lines.get(next.line))
            .map_or(text.len(), |line| line.start as usize);
        let body = Span::new(heading.end, u32::try_from(end).unwrap_or(heading.end));
        if let Some(seen) = seen.get_mut(found.heading.kind as usize)
            && core::mem::replace(seen, true)
        {
            sink.diagnose(Code::SectionRepeated, heading, "");
        }
        if sink.report.sections.len() == sink.limits.sections {
            sink.leave_out("max_sections", heading);
            continue;
        }
        let prose = prose(sink, body);
        sink.report.sections.push(Section {
            kind: found.heading.kind,
            number: found.heading.number,
            heading,
            body,
            prose,
        });
    }
    for (kind, seen) in SectionKind::ALL.iter().zip(seen) {
        if !seen {
            sink.diagnose(Code::SectionMissing, None, alloc::format!("{}", kind.number()));
        }
    }
}

/// Characters of a body that are neither white space nor part of a table.
fn prose(sink: &Sink<'_>, body: Span) -> u32 {
    let between = |start, end| Span::new(start, end).slice(sink.text).map_or(0, visible);
    let tables = TableKind::ALL.into_iter().filter_map(|table| sink.report.source(table));
    let mut inside: Vec<Span> = tables
        .map(|source| source.span)
        .filter(|span| body.start <= span.start && span.end <= body.end)
        .collect();
    inside.sort_unstable_by_key(|span| span.start);
    let (mut count, mut start) = (0, body.start);
    for table in inside {
        count += between(start, table.start);
        start = start.max(table.end);
    }
    u32::try_from(count + between(start, body.end)).unwrap_or(u32::MAX)
}
