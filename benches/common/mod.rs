//! Texts that the benches time, and proof that they are read right.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "a bench's texts are its own")]

use std::path::Path;

use gongkai::__bench::tokenize;
use gongkai::{Layout, Span, Status, TableKind};

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

    /// That every figure that was read lies in one of the tokenizer's cells.
    pub(crate) fn check_tokens(&self) {
        let report = gongkai::parse_report(&self.text).unwrap().report;
        for table in TableKind::ALL {
            let Some(source) = report.source(table) else { continue };
            let text = source.span.slice(&self.text).unwrap();
            let start = source.span.start;
            let cells: Vec<_> = tokenize(source.layout, text).spans().collect();
            for fact in report.facts().filter(|fact| fact.path().table() == table) {
                let Some(span) = fact.span() else { continue };
                let inside = |cell: &Span| cell.start + start <= span.start && span.end <= cell.end + start;
                assert!(cells.iter().any(inside), "{}: {} is in no cell", self.name, fact.path());
            }
        }
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
    for look in LOOKS.iter().filter(|look| look.name != "html") {
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
