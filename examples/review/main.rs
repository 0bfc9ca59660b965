//! Writes one HTML page on which a person can go through a report: its tables as the form prints them, every figure
//! with how it was read, what contradicts what, and the place in the source text.

#[path = "../common/mod.rs"]
mod common;

mod cells;
mod findings;
mod html;
mod names;
mod source;
mod tables;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use cells::Cells;
use common::Input;
use common::cli::{self, Usage};
use findings::Findings;
use gongkai::{Parsed, TableKind};
use html::escape;

const HELP: &str = "\
Writes one self-contained HTML page on a report (政府信息公开工作年度报告) to standard output: its tables as the form
prints them, every figure coloured by how it was read, what contradicts what, and the source text with the figures
marked. The page needs no network.

Usage: review FILE > page.html

  FILE               text in UTF-8, GBK or GB18030; - is standard input

  -h, --help         this text

The exit code is 2 when the file could not be read.
";

fn one_file() -> Result<OsString, Usage> {
    let mut files = cli::files()?.into_iter();
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(Usage::Wrong("a page is about one report: give one file".into())),
    }
}

fn main() -> ExitCode {
    cli::run(HELP, one_file(), print)
}

fn print(file: OsString, out: &mut dyn Write) -> io::Result<ExitCode> {
    match common::report(&file) {
        Ok((input, parsed)) => {
            out.write_all(page(&input, &parsed).as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(failure) => {
            eprintln!("{failure}");
            Ok(ExitCode::from(2))
        }
    }
}

fn page(input: &Input, parsed: &Parsed) -> String {
    let report = &parsed.report;
    let findings = Findings::of(input, parsed);
    let cells = Cells::new(input, report, &findings);
    let title = report.title.as_ref().map_or(input.file.as_str(), |title| &title.text);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         script-src 'unsafe-inline'; img-src data:\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n<style>\n{css}</style>\n</head>\n<body>\n",
        title = escape(title),
        css = include_str!("page.css"),
    );
    page += &head(input, parsed, &findings, &cells);
    page += "<main>\n";
    for table in TableKind::ALL {
        page += &format!(
            "<section class=\"table\" id=\"{}\">\n<h2>{}</h2>\n",
            table.key(),
            names::heading(table)
        );
        page += "<div class=\"wide\">\n";
        page += &match table {
            TableKind::Proactive => tables::proactive(report, &cells),
            TableKind::Requests => tables::requests(report, &cells),
            TableKind::Disputes => tables::disputes(&cells),
        };
        page += &tables::additional(report, table, &cells);
        page += "</div>\n";
        page += &findings.of_table(input, table, report);
        page += "</section>\n";
    }
    page += &findings.of_text(input, parsed);
    page += &source::source(input, report);
    page += "</main>\n<aside id=\"panel\" hidden aria-live=\"polite\" aria-label=\"所选数据\"></aside>\n";
    page += &format!("<script>\n{}</script>\n</body>\n</html>\n", include_str!("page.js"));
    page
}

/// Title, what is known of the report, how many figures are what, and what the colours mean.
fn head(input: &Input, parsed: &Parsed, findings: &Findings, cells: &Cells<'_>) -> String {
    let report = &parsed.report;
    let title = report.title.as_ref().map_or("（无标题）", |title| &title.text);
    let mut known = vec![("文件", input.file.clone())];
    if let Some(agency) = &report.agency {
        known.push(("机关", agency.name.clone()));
    }
    if let Some(period) = &report.period {
        known.push(("统计期限", format!("{} 至 {}", period.start, period.end)));
    }
    if let Some(signature) = &report.signature {
        let who = signature.agency.as_ref().map_or("", |agency| &agency.name);
        let when = signature.date.map(|date| date.to_string()).unwrap_or_default();
        known.push(("落款", format!("{who} {when}")));
    }
    let mut editions = TableKind::ALL.map(|table| report.edition(table).year().to_string()).to_vec();
    editions.dedup();
    known.push(("格式版本", editions.join("、")));
    if let Some(encoding) = input.encoding {
        known.push(("编码", encoding.into()));
    }
    let known =
        known.iter().map(|(name, what)| format!("<div><dt>{name}</dt><dd>{}</dd></div>", escape(what)));
    let legend = names::STANDINGS.iter().map(|(standing, name, meaning)| {
        let count = cells.count(standing);
        let none = if count == 0 { " none" } else { "" };
        format!(
            "<li class=\"{standing}{none}\"><b>{name}</b> <i>{standing}</i> <span>{count}</span><small>{meaning}</small></li>"
        )
    });
    format!(
        "<header>\n<h1>{}</h1>\n<dl>{}</dl>\n<ul class=\"legend\" aria-label=\"图例\">{}</ul>\n<p class=\"verdict\">{}</p>\n\
         <p class=\"help\">点选任一数据，或用 Tab 与方向键移动，可看它的读法和在原文中的位置；Esc 关闭。</p>\n</header>\n",
        escape(title),
        known.collect::<String>(),
        legend.collect::<String>(),
        findings.verdict(),
    )
}
