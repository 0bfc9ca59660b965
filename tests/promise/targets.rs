//! What a fuzzer calls, each a function of bytes that panics when something is broken. Replayed by `tests/replay.rs`.

use gongkai::{Layout, Parser, Report, narrative, parse_report, validate};

use super::assert_kept;
use super::mutate::mutate;
use crate::render::{Filter, LOOKS, document};

/// A target: its name, which is also that of its folder of inputs.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: &[Target] = &[
    ("parse_report", parse),
    ("tokenizers", tokenizers),
    ("html", html),
    ("figures", figures),
    ("validate", validate),
    ("serde", serde),
    ("structured", structured),
];

/// Runs the target of a name.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, target) = TARGETS.iter().find(|(target, _)| *target == name).expect("no such target");
    target(bytes);
}

/// Any text.
fn parse(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(parsed) = parse_report(&text) {
        assert_kept(&text, &parsed);
        let claims = narrative::claims(&text, &parsed.report);
        assert!(claims.iter().all(|claim| claim.span.slice(&text).is_some()));
    }
    // Each part on its own, as a text that begins with it.
    let parts = [
        gongkai::combinator::heading(&text).map(|(rest, _)| rest),
        gongkai::combinator::proactive(&text).map(|(rest, _)| rest),
        gongkai::combinator::requests(&text).map(|(rest, _)| rest),
        gongkai::combinator::disputes(&text).map(|(rest, _)| rest),
    ];
    for rest in parts.into_iter().flatten() {
        assert!(text.ends_with(rest) && rest.len() < text.len());
    }
}

const LAYOUTS: [Layout; 11] = [
    Layout::TabRows,
    Layout::CellLines,
    Layout::ParagraphCells,
    Layout::CommaRows,
    Layout::PipeRows,
    Layout::PipeCells,
    Layout::Markdown,
    Layout::Glued,
    Layout::Aligned,
    Layout::PdfRows,
    Layout::PdfCells,
];

/// Any text as a table in each layout: cells in the order of the text, without the white space around them.
fn tokenizers(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for layout in LAYOUTS {
        let mut last = 0;
        for span in gongkai::__bench::tokenize(layout, &text).spans() {
            let cell = span.slice(&text).unwrap_or_else(|| panic!("{layout}: {span:?}"));
            assert!(last <= span.start, "{layout}: {span:?} is before {last}");
            assert_eq!(cell, cell.trim(), "{layout}");
            // Only where a tab begins the cells may one go on behind the end of its line.
            assert!(layout == Layout::CellLines || !cell.contains('\n'), "{layout}: {cell:?}");
            last = span.end;
        }
    }
}

/// Any text as a page, and as the inside of a table of a page.
fn html(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let page = format!("<!DOCTYPE html><html><body>{text}");
    let table = format!(
        "<html><body><h2>三、收到和处理政府信息公开申请情况</h2><table>\
         <tr><td>一、本年新收政府信息公开申请数量<td>3<td>0<td>0<td>0<td>0<td>0<td>3{text}"
    );
    for page in [page, table] {
        if let Ok(parsed) = parse_report(&page) {
            assert_kept(&page, &parsed);
        }
    }
}

/// Any text as the three cells of a row, and as all cells of one.
fn figures(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let line = text.replace(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\t");
    let head = "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t";
    for separator in ["\t", "|", " "] {
        let report = format!("{head}{line}\t1\t2\n行政规范性文件\t{line}\n").replace('\t', separator);
        if let Ok(parsed) = parse_report(&report) {
            assert_kept(&report, &parsed);
        }
    }
}

/// A report of any figures, and what any text reads as: every rule can be asked of it.
fn validate(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut reports: Vec<Report> = [gongkai::Edition::E2019, gongkai::Edition::E2021]
        .map(|edition| {
            let mut report = Report::new(edition);
            for (path, bytes) in edition.paths().zip(bytes.chunks(3)) {
                report.set(path, cell(bytes));
            }
            report
        })
        .into();
    reports.extend(parse_report(&text).map(|parsed| parsed.report));
    for report in &reports {
        all_rules(report);
        _ = validate::validate_prose(report, &narrative::claims(&text, report));
        for other in &reports {
            _ = validate::across_years(report, other);
            _ = validate::panel(report, &[other, report]);
        }
    }
}

/// A cell out of three bytes, the largest figures among them.
fn cell(bytes: &[u8]) -> gongkai::Cell {
    let [kind, high, low] = [0, 1, 2].map(|at| bytes.get(at).copied().unwrap_or(0));
    let small = i64::from(u16::from_be_bytes([high, low]));
    let value = match kind % 8 {
        0..4 => i64::from(low),
        4 => small,
        5 => -small,
        6 => i64::MAX - small,
        _ => return [gongkai::Cell::BLANK, gongkai::Cell::MISSING][usize::from(low) % 2],
    };
    gongkai::Cell::exact(rust_decimal::Decimal::new(value, u32::from(kind / 16)))
}

fn all_rules(report: &Report) {
    let validation = validate::validate(report);
    for finding in validation.findings() {
        _ = (finding.to_string(), finding.in_chinese(), finding.fingerprint());
    }
    _ = validation.total();
    _ = validate::locate(report);
}

/// A reading comes back equal from JSON; any JSON that is a reading can be used.
fn serde(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(parsed) = parse_report(&text) {
        comes_back(&parsed);
    }
    if let Ok(parsed) = serde_json::from_str::<gongkai::Parsed>(&text) {
        comes_back(&parsed);
        all_rules(&parsed.report);
        for fact in parsed.report.facts() {
            _ = (
                fact.value(),
                fact.candidates(),
                fact.note(),
                fact.span().and_then(|span| span.slice(&text)),
            );
        }
    }
}

fn comes_back(parsed: &gongkai::Parsed) {
    let json = serde_json::to_string(parsed).unwrap();
    let back: gongkai::Parsed = serde_json::from_str(&json).unwrap();
    assert_eq!(back, *parsed);
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
}

/// Reads numbers off bytes.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn below(&mut self, n: usize) -> usize {
        let [high, low] = [0, 1].map(|at| self.0.get(at).copied().unwrap_or(0));
        self.0 = self.0.get(2..).unwrap_or(&[]);
        usize::from(u16::from_be_bytes([high, low])) % n.max(1)
    }
}

/// A generated report in a layout, damaged as the bytes say: its layout, its seed, then one damage after the other.
fn structured(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let look = LOOKS[bytes.below(LOOKS.len())].name;
    let seed = bytes.below(1 << 16) as u64;
    let filter = if seed % 2 == 0 { Filter::None } else { Filter::All };
    let mut text = document(look, seed, &filter).text;
    let other = document(LOOKS[bytes.below(LOOKS.len())].name, seed + 1, &Filter::None).text;
    while !bytes.0.is_empty() {
        mutate(&mut text, &other, &mut |n| bytes.below(n));
    }
    everything(&text);
}

/// All that is asked of a damaged document.
pub fn everything(text: &str) {
    let Ok(parsed) = Parser::new().parse(text) else { return };
    assert_kept(text, &parsed);
    all_rules(&parsed.report);
    _ = validate::validate_prose(&parsed.report, &narrative::claims(text, &parsed.report));
    comes_back(&parsed);
}
