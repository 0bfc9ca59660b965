//! Texts that the benches time, with what a right reading of them gives.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench's texts are its own")]

use std::fmt::Write;
use std::path::Path;

use gongkai::{Column, Edition, FactPath, Group, Item, Measure, Outcome, Report, Row};

/// A report's text, and the figures that were put into it; none for real reports, whose reading the tests prove.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) text: String,
    figures: Vec<(FactPath, i64)>,
}

impl Case {
    /// That this is the reading of the text: a bench that times a wrong result is worth nothing.
    pub(crate) fn check(&self, report: &Report) {
        assert!(report.facts().count() >= 198, "{}", self.name);
        for &(path, figure) in &self.figures {
            let cell = report.get(path).unwrap();
            if let Some(value) = cell.value() {
                assert_eq!(value, figure.into(), "{}: {path}", self.name);
            } else {
                let figure = gongkai::Candidate::Value(figure.into());
                assert!(report.candidates(cell).contains(&figure), "{}: {path} is {cell:?}", self.name);
            }
        }
    }
}

/// Our own reports, one in each layout here; the seeds too, when `GONGKAI_CORPUS` names their folder.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case {
            name: "sample".into(),
            text: include_str!("../../examples/sample-report.txt").into(),
            figures: Vec::new(),
        },
        generated("tab_rows", Edition::E2019, "\t", "\n", 1),
        generated("tab_rows_2021", Edition::E2021, "\t", "\n", 2),
        generated("cell_lines", Edition::E2019, "\n\t", "\n\n\t", 3),
        generated("pipe_rows", Edition::E2021, " | ", " |\n| ", 4),
        generated("glued", Edition::E2021, "", "\n", 5),
    ];
    if let Some(corpus) = std::env::var_os("GONGKAI_CORPUS") {
        let seeds = Path::new(&corpus).join("seeds");
        let mut files: Vec<_> =
            std::fs::read_dir(&seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        cases.extend(files.iter().map(|path| Case {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            text: std::fs::read_to_string(path).unwrap(),
            figures: Vec::new(),
        }));
    }
    cases
}

/// The sample's prose around tables of random figures of real magnitudes, cells and rows set apart as told.
pub(crate) fn generated(name: &str, edition: Edition, cell: &str, row: &str, seed: u64) -> Case {
    let mut table = Table { cell, row, text: String::new(), figures: Vec::new(), random: Random(seed) };
    let sample = include_str!("../../examples/sample-report.txt");
    let (front, rest) = sample.split_once("二、主动公开政府信息情况\n\n").unwrap();
    let (_, back) = rest.split_once("\n五、").unwrap();
    let year = format!("{}年", edition.year());
    table.text.push_str(&front.replace("2023年", &year));
    table.heading("二、主动公开政府信息情况");
    table.proactive(edition);
    table.heading("三、收到和处理政府信息公开申请情况");
    table.requests(edition);
    table.heading("四、政府信息公开行政复议、行政诉讼情况");
    table.disputes();
    table.text.push_str("\n五、");
    table.text.push_str(back);
    Case { name: name.into(), text: table.text, figures: table.figures }
}

struct Table<'a> {
    cell: &'a str,
    row: &'a str,
    text: String,
    figures: Vec<(FactPath, i64)>,
    random: Random,
}

impl Table<'_> {
    fn heading(&mut self, heading: &str) {
        // The first row of a table begins as every row does.
        let begin = self.row.rsplit('\n').next().unwrap();
        write!(self.text, "\n{heading}\n\n{begin}").unwrap();
    }

    fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push_str(self.cell);
            }
            self.text.push_str(cell.as_ref());
        }
        self.text.push_str(self.row);
    }

    fn figures(&mut self, label: &str, figures: &[(FactPath, i64)]) {
        self.figures.extend(figures);
        let printed = figures.iter().map(|(_, figure)| figure.to_string());
        self.row(std::iter::once(label.to_owned()).chain(printed));
    }

    fn proactive(&mut self, edition: Edition) {
        let mut clause = "";
        for &item in Item::ALL {
            let measures = item.measures(edition);
            if measures.is_empty() {
                continue;
            }
            if item.clause() != clause {
                clause = item.clause();
                self.row([clause]);
                let headers = measures.iter().map(|&measure| header(edition, measure));
                self.row(std::iter::once("信息内容").chain(headers));
            }
            let paths = measures.iter().map(|&measure| FactPath::Proactive(item, measure));
            let random = &mut self.random;
            let figures: Vec<_> = paths.map(|path| (path, random.figure())).collect();
            if let [.., (amount @ FactPath::Proactive(_, Measure::Amount), figure)] = figures[..] {
                // Printed in 万元, given in yuan.
                let mut printed = vec![item.label().to_owned()];
                printed.extend(figures.iter().map(|(_, figure)| figure.to_string()));
                self.row(printed);
                self.figures.extend(figures.iter().filter(|(path, _)| *path != amount));
                self.figures.push((amount, figure * 10_000));
            } else {
                self.figures(item.label(), &figures);
            }
        }
    }

    fn requests(&mut self, edition: Edition) {
        self.row(["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"]);
        self.row(Column::ALL.iter().map(|column| column.label()));
        let mut sums = [0; 7];
        let mut rows: Vec<(Row, [i64; 7])> = Vec::new();
        for row in Row::of(edition) {
            let mut cells = [0; 7];
            if row.group().is_some() {
                cells[..6].fill_with(|| self.random.figure());
                cells[6] = cells.iter().sum();
                sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += cell);
            } else if row == Row::Total || row == Row::Received {
                cells = sums;
            }
            rows.push((row, cells));
        }
        for (row, mut cells) in rows {
            if row == Row::Received {
                cells = sums;
            }
            let path = |column| FactPath::Requests(row, column);
            let figures: Vec<_> = Column::ALL.iter().map(|&column| path(column)).zip(cells).collect();
            self.figures(row.label(), &figures);
        }
    }

    fn disputes(&mut self) {
        self.row(["行政复议", "行政诉讼"]);
        let names = Outcome::ALL.iter().map(|outcome| outcome.label());
        self.row(names.clone().chain(["未经复议直接起诉", "复议后起诉"]));
        self.row(names.clone().chain(names));
        let mut row = Vec::new();
        for &group in Group::ALL {
            let parts =
                Outcome::PARTS.map(|outcome| (FactPath::Disputes(group, outcome), self.random.figure()));
            let total = parts.iter().map(|(_, figure)| figure).sum();
            row.extend(parts);
            row.push((FactPath::Disputes(group, Outcome::Total), total));
        }
        self.figures.extend(&row);
        self.row(row.iter().map(|(_, figure)| figure.to_string()));
    }
}

fn header(edition: Edition, measure: Measure) -> &'static str {
    match (edition, measure) {
        (Edition::E2019, Measure::Amount) => "采购总金额（单位：万元）",
        (Edition::E2021, Measure::Amount) => "本年收费金额（单位：万元）",
        (Edition::E2021, Measure::Decisions) => "本年处理决定数量",
        _ => measure.label(),
    }
}

/// A small generator of our own, so that every run times the same texts.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// Most figures of a report are zero, some have two or three digits, few more.
    fn figure(&mut self) -> i64 {
        let figure = match self.next() % 20 {
            0 => self.next() % 5_000,
            1..=3 => self.next() % 200,
            4..=6 => self.next() % 10,
            _ => 0,
        };
        i64::try_from(figure).unwrap()
    }
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
