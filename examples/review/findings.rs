//! What contradicts what, and what was odd about the text.

use std::collections::BTreeMap;

use gongkai::narrative::claims;
use gongkai::validate::{
    Cause, Finding, Located, Place, Scope, Slip, Verdict, locate, validate, validate_prose,
};
use gongkai::{Diagnostic, FactPath, Parsed, Report, Severity, TableKind, line_column};

use crate::common::Input;
use crate::html::escape;
use crate::names;

/// The findings of a report, numbered from 1.
pub(crate) struct Findings {
    list: Vec<Finding>,
    located: Vec<Located>,
    /// The findings that rest on a figure.
    about: BTreeMap<FactPath, Vec<usize>>,
}

impl Findings {
    pub(crate) fn of(input: &Input, parsed: &Parsed) -> Self {
        let prose = validate_prose(&parsed.report, &claims(&input.text, &parsed.report));
        let prose = prose.results.into_iter().filter(Finding::is_violated);
        let list: Vec<Finding> = validate(&parsed.report).findings().chain(prose).collect();
        let mut about: BTreeMap<FactPath, Vec<usize>> = BTreeMap::new();
        for (number, finding) in (1..).zip(&list) {
            for operand in &finding.operands {
                if let Place::Fact(path) = operand.place {
                    about.entry(path).or_default().push(number);
                }
            }
        }
        Self { list, located: locate(&parsed.report), about }
    }

    /// The numbers of the findings that rest on a figure.
    pub(crate) fn about(&self, path: FactPath) -> Vec<usize> {
        self.about.get(&path).cloned().unwrap_or_default()
    }

    /// The gravest severity among findings.
    pub(crate) fn worst(&self, numbers: &[usize]) -> Option<&'static str> {
        let severity = |number: &usize| self.list.get(number.checked_sub(1)?).map(|finding| finding.severity);
        numbers.iter().filter_map(severity).max().map(Severity::as_str)
    }

    /// One line for the head of the page.
    pub(crate) fn verdict(&self) -> String {
        let count = |severity| self.list.iter().filter(|finding| finding.severity == severity).count();
        match self.list.len() {
            0 => "各项勾稽关系均未发现矛盾。".into(),
            all => format!(
                "发现 {all} 处矛盾：错误 {}，警告 {}，提示 {}。",
                count(Severity::Error),
                count(Severity::Warning),
                count(Severity::Info)
            ),
        }
    }

    fn items(&self, input: &Input, of: impl Fn(Scope) -> bool) -> String {
        let numbered = (1..).zip(&self.list).filter(|(_, finding)| of(finding.rule.scope));
        numbered.map(|(number, finding)| item(input, number, finding)).collect()
    }

    /// What concerns a table: beside it on the page.
    pub(crate) fn of_table(&self, input: &Input, table: TableKind, report: &Report) -> String {
        let mut items = self.items(input, |scope| scope == Scope::Table(table));
        if let Some(located) = self.located.iter().find(|located| located.table == table) {
            items += &explained(located);
        }
        if items.is_empty() {
            let said = if report.source(table).is_some() {
                "未发现矛盾。"
            } else {
                "原文中没有这张表。"
            };
            return format!("<div class=\"findings\"><p>{said}</p></div>\n");
        }
        format!("<div class=\"findings\"><h3>核对</h3>\n<ul>\n{items}</ul></div>\n")
    }

    /// What concerns the report as a whole, and the diagnostics of the reading.
    pub(crate) fn of_text(&self, input: &Input, parsed: &Parsed) -> String {
        let items = self.items(input, |scope| !matches!(scope, Scope::Table(_)));
        let mut odd: Vec<&Diagnostic> =
            parsed.diagnostics.iter().filter(|diagnostic| diagnostic.severity() > Severity::Info).collect();
        odd.sort_by_key(|diagnostic| diagnostic.code);
        let odd = odd.chunk_by(|one, other| one.code == other.code);
        let odd = odd.map(|alike| diagnosed(input, alike)).collect::<String>();
        if items.is_empty() && odd.is_empty() {
            return String::new();
        }
        format!(
            "<section id=\"text\" class=\"findings\">\n<h2>全文与读取</h2>\n<ul>\n{items}{odd}</ul>\n</section>\n"
        )
    }
}

fn item(input: &Input, number: usize, finding: &Finding) -> String {
    let operands = finding.operands.iter().filter_map(|operand| match operand.place {
        Place::Fact(path) => {
            let value = operand.value.as_ref().map_or_else(|| "无数".to_owned(), ToString::to_string);
            Some(format!("<a href=\"#{path}\">{} {}</a>", escape(&names::figure(path)), escape(&value)))
        }
        Place::Prose(_) => operand.span.map(|span| {
            let line = line_column(&input.text, span.start as usize).line;
            let said = span.slice(&input.text).unwrap_or("");
            format!("<a href=\"#l{line}\">第 {line} 行</a>“{}”", escape(said))
        }),
        _ => None,
    });
    let sides = match &finding.verdict {
        Verdict::Violated { expected, actual } => format!("应为 {expected}，实为 {actual}"),
        _ => String::new(),
    };
    format!(
        "<li id=\"finding-{number}\" class=\"{severity}\" value=\"{number}\"><b>{number}</b> <code>{rule}</code> \
         <span class=\"at\">{at}</span>\n<p class=\"sum\">{sum}</p>\n<p>{holds}</p>\n\
         <details><summary>所涉数据</summary>{operands}</details></li>\n",
        severity = finding.severity.as_str(),
        rule = finding.rule.id,
        at = finding.at,
        sum = escape(&finding.in_chinese().unwrap_or(sides)),
        holds = escape(finding.rule.chinese),
        operands = operands.collect::<Vec<_>>().join("、"),
    )
}

/// The smallest changes after which every sum of a table would hold.
fn explained(located: &Located) -> String {
    let cause = match located.cause {
        Cause::Misprint => "可能是单位填错",
        Cause::Extraction => "可能是文本提取时损坏",
        _ => "可能是单位填错，也可能是文本提取时损坏",
    };
    let ways = located.explanations.iter().map(|explanation| {
        let changes = explanation.changes.iter().map(|change| {
            let from = change.from.map_or_else(|| "空白".to_owned(), |from| from.to_string());
            let slip = match change.slip {
                Some(Slip::OneDigit) => "（一位数字）",
                Some(Slip::DigitsSwapped) => "（两位颠倒）",
                Some(Slip::DigitLost) => "（漏一位）",
                Some(Slip::DigitAdded) => "（多一位）",
                Some(Slip::Sign) => "（正负号）",
                _ => "",
            };
            let name = escape(&names::figure(change.path));
            format!("<a href=\"#{}\">{name}</a> {from} → {}{slip}", change.path, change.to)
        });
        format!("<li>{}</li>", changes.collect::<Vec<_>>().join("，"))
    });
    let ways = ways.collect::<String>();
    if ways.is_empty() {
        return String::new();
    }
    let more = if located.complete { "" } else { "<li>……</li>" };
    format!(
        "<li class=\"located\"><p>改动最少、使各项勾稽都成立的办法（{cause}）：</p><ul>{ways}{more}</ul></li>\n"
    )
}

/// Diagnostics of one code, with links to their lines.
fn diagnosed(input: &Input, alike: &[&Diagnostic]) -> String {
    let Some(first) = alike.first() else { return String::new() };
    let mut places: Vec<String> = alike
        .iter()
        .map(|diagnostic| {
            let detail = escape(&diagnostic.detail);
            match diagnostic.span {
                Some(span) => {
                    let line = line_column(&input.text, span.start as usize).line;
                    format!("<a href=\"#l{line}\">第 {line} 行</a> {detail}")
                }
                None => detail,
            }
        })
        .collect();
    places.dedup();
    places.retain(|place| !place.is_empty());
    format!(
        "<li class=\"{}\"><code>{}</code> {}<p>{}</p><p class=\"places\">{}</p></li>\n",
        first.severity().as_str(),
        first.code,
        escape(first.code.message()),
        escape(first.code.help()),
        places.join("；"),
    )
}
