//! Texts that the benches time, and proof that they are read right.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "a bench's texts are its own")]

use std::path::Path;

use gongkai::__bench::tokenize;
use gongkai::{Fact, Layout, Span, Status, TableKind};

pub(crate) mod gauge;
#[path = "../../tests/render/mod.rs"]
mod render;

use render::{Document, Filter, LOOKS, Tally, document, judge};

/// A report's text. Of a rendered one it is known what was printed; what the real ones say is proved by tests.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) text: String,
    rendered: Option<Document>,
}

impl Case {
    fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, rendered: None }
    }

    /// Whether the text is read right: a bench that times a wrong result is worth nothing.
    fn is_read_right(&self) -> bool {
        let Ok(parsed) = gongkai::parse_report(&self.text) else { return false };
        let Some(document) = &self.rendered else {
            let lost = |status| matches!(status, Status::Missing | Status::Ambiguous | Status::Unreadable);
            return parsed.report.facts().filter(|fact| !lost(fact.status())).count() > 100;
        };
        let mut tally = Tally::default();
        judge(document, &mut tally);
        tally.wrong == 0 && tally.right * 100 >= tally.determined * 90
    }

    /// The text of each table that was found, and its layout.
    pub(crate) fn tables(&self) -> Vec<(Layout, &str)> {
        let report = gongkai::parse_report(&self.text).unwrap().report;
        let sources = TableKind::ALL.iter().filter_map(|&table| report.source(table));
        sources.map(|source| (source.layout, source.span.slice(&self.text).unwrap())).collect()
    }

    /// Whether every figure that was read lies in one of the tokenizer's cells; only then is it timed. Layouts that
    /// are read without the tokenizer are not.
    pub(crate) fn is_tokenized(&self) -> bool {
        let report = gongkai::parse_report(&self.text).unwrap().report;
        let right = TableKind::ALL.iter().all(|&table| {
            let Some(source) = report.source(table) else { return true };
            let text = source.span.slice(&self.text).unwrap();
            let start = source.span.start;
            let cells: Vec<_> = tokenize(source.layout, text).spans().collect();
            let spans = report.facts().filter(|fact| fact.path().table() == table).filter_map(Fact::span);
            let inside =
                |cell: &Span, span: Span| cell.start + start <= span.start && span.end <= cell.end + start;
            spans.into_iter().all(|span| cells.iter().any(|cell| inside(cell, span)))
        });
        if !right {
            println!("not read by the tokenizer alone, left out of its ratios: {}", self.name);
        }
        right
    }

    /// Whether it is one of the real reports.
    pub(crate) fn is_real(&self) -> bool {
        self.rendered.is_none() && self.name != "sample"
    }
}

/// The bundled sample; a generated report, undamaged, in every layout; and the seeds when `GONGKAI_CORPUS` names
/// their folder. What is not read right is left out, and named.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = vec![Case::new("sample", include_str!("../../examples/sample-report.txt").to_owned())];
    for look in LOOKS.iter().filter(|look| cfg!(feature = "html") || look.name != "html") {
        let document = document(look.name, 1, &Filter::None);
        let text = document.text.clone();
        cases.push(Case { name: look.name.to_owned(), text, rendered: Some(document) });
    }
    if let Some(corpus) = std::env::var_os("GONGKAI_CORPUS") {
        let seeds = Path::new(&corpus).join("seeds");
        let mut files: Vec<_> =
            std::fs::read_dir(&seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        cases.extend(files.iter().map(|path| {
            Case::new(&path.file_stem().unwrap().to_string_lossy(), std::fs::read_to_string(path).unwrap())
        }));
    }
    cases.retain(|case| {
        let right = case.is_read_right();
        if !right {
            println!("NOT READ RIGHT, left out: {}", case.name);
        }
        right
    });
    cases
}

/// A text of a length given in kilobytes, roughly.
pub(crate) type Text = fn(usize) -> String;

/// Texts made to be slow to read.
pub(crate) fn hostile() -> Vec<(&'static str, Text)> {
    const TITLE: &str = "云澜县2020年政府信息公开工作年度报告\n一、总体情况\n无\n二、主动公开政府信息情况\n";
    const RECEIVED: &str = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量";
    vec![
        ("one long line", |n| format!("{TITLE}{}", "公开".repeat(170 * n))),
        ("all digits", |n| format!("{TITLE}规章{}", "7".repeat(1024 * n))),
        ("all tabs", |n| format!("{TITLE}规章{}", "\t".repeat(1024 * n))),
        ("all pipes", |n| format!("{TITLE}规章{}", "|".repeat(1024 * n))),
        ("all spaces", |n| format!("{TITLE}规章{}0", " ".repeat(1024 * n))),
        ("all newlines", |n| format!("{TITLE}规章{}0", "\n".repeat(1024 * n))),
        ("headings", |n| format!("{TITLE}{}", "四、政府信息公开行政复议、行政诉讼情况\n".repeat(18 * n))),
        ("headings behind cells", |n| {
            format!("{TITLE}{}", "\t\t四、政府信息公开行政复议、行政诉讼情况\n".repeat(17 * n))
        }),
        ("tables", |n| format!("{TITLE}{}", format!("{RECEIVED}\t1\t0\t0\t0\t0\t0\t1\n").repeat(9 * n))),
        ("one glued row", |n| format!("{TITLE}{RECEIVED}{}", "1203".repeat(256 * n))),
        ("one row of cells", |n| format!("{TITLE}{RECEIVED}{}", "\t12".repeat(340 * n))),
        ("labels without figures", |n| format!("{TITLE}{}", "（七）总计\n其他\n".repeat(45 * n))),
        ("paragraph cells", |n| format!("{TITLE}{RECEIVED}\n\n{}", "1\n\n".repeat(340 * n))),
        ("numbers on one line", |n| format!("{TITLE}{}", "件三、。".repeat(85 * n))),
        ("numbers before spaces", |n| format!("{TITLE}{}{}", "件三、件".repeat(40 * n), " ".repeat(512 * n))),
        ("nested brackets", |n| format!("{TITLE}规章{}1\n", "（".repeat(340 * n))),
        ("rules between rows", |n| format!("{TITLE}{}", "+-+-+\n|规章|0|\n".repeat(57 * n))),
        ("rules below cells", |n| format!("{TITLE}┌─┬─┐\n{}", "│0│0│\n│ ├─┤\n│1│7│\n├─┼─┤\n".repeat(19 * n))),
        ("rules and nothing else", |n| format!("{TITLE}{}", "├┼┤\n".repeat(102 * n))),
        ("strokes between cells", |n| format!("{TITLE}{}", "规章｜1｜0｜\n".repeat(49 * n))),
        ("lists", |n| format!("{TITLE}{}", "[\"规章\",[\"1\",null,".repeat(49 * n))),
        ("wrapped labels", |n| {
            let row =
                "   （二）部分公开（区分处理的，只计\n              0   3   3\n   这一情形，不计其他情形）\n";
            format!("{TITLE}{RECEIVED}  1   0   1\n{}", row.repeat(9 * n))
        }),
        ("nested HTML", |n| format!("{TITLE}{}", "<table><tr><td>".repeat(68 * n))),
    ]
}

/// The floors: what reading the bytes at all costs.
pub(crate) mod floor {
    pub(crate) fn utf8(text: &str) -> usize {
        std::str::from_utf8(text.as_bytes()).unwrap().len()
    }

    pub(crate) fn newlines(text: &str) -> usize {
        memchr::memchr_iter(b'\n', text.as_bytes()).count()
    }

    /// The number pass: every figure by regular expression, nothing else.
    pub(crate) fn numbers(regex: &regex::Regex, text: &str) -> usize {
        regex.find_iter(text).count()
    }

    pub(crate) fn regex() -> regex::Regex {
        regex::Regex::new(r"[+-]?\d+(\.\d+)?").unwrap()
    }

    /// Every cell through the `csv` crate.
    pub(crate) fn csv_cells(text: &str) -> usize {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .quoting(false)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut record = csv::ByteRecord::new();
        let mut cells = 0;
        while reader.read_byte_record(&mut record).unwrap() {
            cells += record.len();
        }
        cells
    }
}
