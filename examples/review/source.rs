//! The source text, line by line, with the figures marked.

use gongkai::{Cell, Report};

use crate::common::Input;
use crate::common::lines::standing;
use crate::html::escape;

/// A place to mark: where, and how the figure stands.
struct Mark {
    start: usize,
    end: usize,
    standing: &'static str,
}

pub(crate) fn source(input: &Input, report: &Report) -> String {
    let marks = marks(report);
    let mut next = marks.iter().peekable();
    let mut html = String::from("<section id=\"source\">\n<h2>原文</h2>\n<div class=\"lines\">\n");
    for (number, (start, end)) in (1..).zip(lines(&input.text)) {
        html +=
            &format!("<div class=\"l\" id=\"l{number}\"><span class=\"n\">{number}</span><span class=\"t\">");
        let slice = |from: usize, to: usize| escape(input.text.get(from..to).unwrap_or(""));
        let mut at = start;
        while let Some(mark) = next.peek().filter(|mark| mark.start < end) {
            // A figure read from two lines is marked on both; its name is on the first.
            let from = mark.start.max(at);
            let to = mark.end.min(end);
            let name = if mark.start >= start { format!(" id=\"b{}\"", mark.start) } else { String::new() };
            html += &slice(at, from);
            html += &format!(
                "<mark{name} data-b=\"{}\" class=\"{}\">{}</mark>",
                mark.start,
                mark.standing,
                slice(from, to)
            );
            at = to;
            if mark.end > end {
                break;
            }
            next.next();
        }
        html += &slice(at, end);
        html += "</span></div>\n";
    }
    html + "</div>\n</section>\n"
}

/// The places of all figures, in order, none within another.
fn marks(report: &Report) -> Vec<Mark> {
    let tables = [&report.proactive.additional, &report.requests.additional, &report.disputes.additional];
    let additional = tables.into_iter().flatten().flat_map(|row| row.cells.iter().copied());
    let cells: Vec<Cell> = report.facts().map(|fact| fact.cell()).chain(additional).collect();
    let mut marks: Vec<Mark> = cells
        .into_iter()
        .filter_map(|cell| {
            let range = cell.span()?.range();
            Some(Mark { start: range.start, end: range.end, standing: standing(cell) })
        })
        .collect();
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    let mut end = 0;
    marks.retain(|mark| {
        let apart = mark.start >= end;
        end = end.max(mark.end);
        apart
    });
    marks
}

/// Where the lines are, counted as `line_column` counts them.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut next = at + c.len_utf8();
        match c {
            '\r' if chars.next_if(|&(_, c)| c == '\n').is_some() => next += 1,
            '\r' | '\n' | '\u{2028}' => {}
            _ => continue,
        }
        lines.push((start, at));
        start = next;
    }
    lines.push((start, text.len()));
    lines
}
