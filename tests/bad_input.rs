//! What is no report is refused with a clear reason; what is a damaged report is read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use gongkai::{Code, ErrorKind, Parser, Report, Status, TableKind, line_column, parse_report};

const SAMPLE: &str = include_str!("../examples/sample-report.txt");

#[track_caller]
fn refused(text: &str, kind: ErrorKind) -> String {
    let error = parse_report(text).map(|_| ()).expect_err("this is no report");
    assert_eq!(error.kind(), kind, "{error}");
    error.to_string()
}

#[test]
fn nothing() {
    for text in ["", " ", "\n\r\n\t", "\u{feff}", "\u{feff}\u{3000}\u{a0}\n", "\u{2028}\u{c}"] {
        assert_eq!(refused(text, ErrorKind::Empty), "the text is empty");
    }
}

#[test]
fn ten_bytes_of_garbage() {
    for text in
        ["\0\u{1}\u{2}x%$#@!~", "0000000000", "\t\t\t\t\t0\t\t\t\t", "||||||||||", "一、二、三", "<<>><</>>>"]
    {
        refused(text, ErrorKind::NotAReport);
    }
}

const NEWS: &str = "\
市供水改造工程提前完工

本报讯（记者）昨日，记者从市水务部门获悉，老城区供水管网改造工程比原计划提前21天完工，涉及居民4300余户。

一、总体情况良好
改造管线全长36公里，总投资1.2亿元，其中今年完成投资4500万元。

二、居民反映
“水压比以前稳多了。”家住南门街的市民说。全市共收到意见建议58条，已办结57条。

三、下一步安排
明年将启动北城片区改造，并主动公开工程进度。
";

#[test]
fn a_news_article() {
    let message = refused(NEWS, ErrorKind::NotAReport);
    assert_eq!(
        message,
        "no table of the form was found, nor a title with at least three of the six headings"
    );
}

/// The form in use before 2019: prose, and statistics that the tables of today do not have.
const REPORT_OF_2017: &str = "\
云澜县2017年政府信息公开工作年度报告

本报告根据《中华人民共和国政府信息公开条例》编制，文中数字的起讫日期自2017年1月1日起至2017年12月31日止。

一、概述
2017年，我县调整了政府信息公开工作领导小组，各乡镇均明确了专人。

二、主动公开政府信息的情况
全年主动公开政府信息1642条，其中机构职能类38条，政策法规类91条，规划计划类27条，业务动态类1486条。通过政府网站公开1510条，通过公告栏公开132条。

三、依申请公开政府信息的情况
全年收到政府信息公开申请12件，其中当面申请5件，信函申请4件，网络申请3件。已答复12件，其中“同意公开”9件，“不同意公开”1件，“信息不存在”2件。

四、政府信息公开的收费及减免情况
全年未收取费用。

五、因政府信息公开申请行政复议、提起行政诉讼的情况
全年发生行政复议1件，未发生行政诉讼。

六、存在的主要问题及改进措施
个别单位更新不及时，2018年将加强督查。
";

#[test]
fn a_report_from_before_2019() {
    let message = refused(REPORT_OF_2017, ErrorKind::Pre2019);
    assert!(message.contains("before 2019"), "{message}");
    // The form decides, not the year: without its year it is still of the old form.
    refused(&REPORT_OF_2017.replace("2017年政府", "政府"), ErrorKind::Pre2019);
}

#[test]
fn a_table_of_contents_is_no_report() {
    let contents = "\
云澜县人民政府2021年政府信息公开工作年度报告

目  录

一、总体情况………………………………………………1
二、主动公开政府信息情况………………………………3
三、收到和处理政府信息公开申请情况…………………4
四、政府信息公开行政复议、行政诉讼情况……………6
五、存在的主要问题及改进情况…………………………6
六、其他需要报告的事项…………………………………7
";
    for leader in ["…", ".", "·", " ", "\t", ""] {
        println!("leader {leader:?}");
        refused(&contents.replace('…', leader), ErrorKind::NotAReport);
    }
}

#[cfg(not(feature = "html"))]
#[test]
fn html_needs_its_feature() {
    let page = "<!DOCTYPE html>\n<html><body><table><tr><td>规章</td><td>0</td></tr></table></body></html>";
    let message = refused(page, ErrorKind::Html);
    assert!(message.contains("feature `html`"), "{message}");
}

#[test]
fn seventeen_mebibytes() {
    let mut text = SAMPLE.repeat((17 << 20) / SAMPLE.len() + 1);
    let message = refused(&text, ErrorKind::TooLong);
    assert!(message.contains(&text.len().to_string()) && message.contains("16777216"), "{message}");
    // One byte below the limit is read, one above is not.
    let parser = Parser::new().max_len(SAMPLE.len());
    assert!(parser.parse(SAMPLE).is_ok());
    text.truncate(SAMPLE.len());
    text.push(' ');
    assert_eq!(parser.parse(&text).unwrap_err().kind(), ErrorKind::TooLong);
}

/// Tables published as pictures: the headings follow one another.
#[test]
fn a_report_without_tables_has_every_figure_missing() {
    let text = "\
云澜县林业局2020年政府信息公开工作年度报告

一、总体情况
全年召开专题会议2次。

二、主动公开政府信息情况

三、收到和处理政府信息公开申请情况

四、政府信息公开行政复议、行政诉讼情况

五、存在的主要问题及改进情况
人员不足，明年补齐。

六、其他需要报告的事项
无。
";
    let parsed = parse_report(text).unwrap();
    assert_eq!(parsed.report.facts().count(), 198);
    for fact in parsed.report.facts() {
        assert_eq!(fact.status(), Status::Missing, "{}", fact.path());
        assert_eq!((fact.value(), fact.span()), (None, None));
    }
    assert_eq!(parsed.report.year, Some(2020));
    assert_eq!(parsed.report.sections.len(), 6);
    let missing = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::TableMissing);
    assert_eq!(missing.count(), 3);
    assert_eq!(TableKind::ALL.map(|table| parsed.report.source(table).is_none()), [true; 3]);
}

/// Path, status, value and certainty of every fact: what must not depend on line ends and the like.
fn reading(report: &Report) -> Vec<String> {
    let facts = report.facts();
    facts
        .map(|fact| format!("{} {:?} {:?} {:?}", fact.path(), fact.status(), fact.certainty(), fact.value()))
        .collect()
}

/// The same facts as the plain text's, each span cutting the same text out of the variant.
#[track_caller]
fn same_facts(variant: &str) {
    let plain = parse_report(SAMPLE).unwrap().report;
    let other = parse_report(variant).unwrap().report;
    assert_eq!(reading(&other), reading(&plain));
    for (here, there) in plain.facts().zip(other.facts()) {
        let printed = here.span().map(|span| span.slice(SAMPLE).unwrap());
        assert_eq!(there.span().map(|span| span.slice(variant).unwrap()), printed, "{}", here.path());
    }
    let title = |report: &Report| report.title.as_ref().map(|title| title.text.clone());
    assert_eq!(title(&other), title(&plain));
    assert_eq!((other.year, other.sections.len()), (plain.year, plain.sections.len()));
    assert_eq!(other.period.map(|p| (p.start, p.end)), plain.period.map(|p| (p.start, p.end)));
    assert_eq!(
        other.signature.as_ref().map(|signature| signature.date),
        plain.signature.as_ref().map(|signature| signature.date)
    );
}

#[test]
fn line_ends_of_other_systems() {
    same_facts(&SAMPLE.replace('\n', "\r\n"));
    same_facts(&SAMPLE.replace('\n', "\r"));
    same_facts(&SAMPLE.replace('\n', "\u{2028}"));
}

#[test]
fn a_byte_order_mark() {
    same_facts(&format!("\u{feff}{SAMPLE}"));
    same_facts(&format!("\u{feff}{}", SAMPLE.replace('\n', "\r\n")));
}

#[test]
fn form_feeds_between_pages() {
    same_facts(&SAMPLE.replace("\n（二）依申请", "\n\u{c}（二）依申请"));
    same_facts(&SAMPLE.replace("\n二、主动", "\u{c}\n二、主动"));
    // In the middle of a table, before a row and on a line of its own.
    same_facts(&SAMPLE.replace("\n\t（四）无法提供", "\n\u{c}\t（四）无法提供"));
    same_facts(&SAMPLE.replace("\n\t（四）无法提供", "\n\u{c}\n\t（四）无法提供"));
}

#[test]
fn blank_lines_and_spaces_at_line_ends() {
    same_facts(&format!("\n\n\n{SAMPLE}\n\n\n"));
    same_facts(&SAMPLE.replace('\n', " \n"));
    same_facts(&SAMPLE.replace('\n', "\u{3000}\n"));
}

/// Two reports in one text: the first is read, a diagnostic says where the second begins.
#[test]
fn a_second_report_is_not_mixed_into_the_first() {
    let second = SAMPLE.replace("2023年政府信息", "2022年政府信息").replace("\t41\t5\t", "\t777\t5\t");
    let both = format!("{SAMPLE}\n{second}");
    let parsed = parse_report(&both).unwrap();
    assert_eq!(reading(&parsed.report), reading(&parse_report(SAMPLE).unwrap().report));
    let next = parsed.diagnostics.iter().find(|diagnostic| diagnostic.code == Code::SecondReport).unwrap();
    let at = both.rfind("云澜县人民政府2022年政府信息公开").unwrap();
    assert_eq!(next.span.unwrap().start as usize, at);
}

#[cfg(feature = "serde")]
#[test]
fn a_round_trip_through_json_is_equal() {
    let damaged = SAMPLE
        .replace("\t41\t5\t", "\t4 1\t5\t") // joined or split
        .replace("行政强制\t37", "行政强制\t")
        .replace("行政处罚\t412", "行政处罚\t412（含简易程序）")
        .replace("第二十条第（五）项\n", "其他主动公开文件\t7\t0\t12\n第二十条第（五）项\n")
        .replace("\n\t\t2.重复申请\t", "\n\t\t2.重复申请\t8\t");
    for text in [SAMPLE, &damaged] {
        let parsed = parse_report(text).unwrap();
        let json = serde_json::to_string(&parsed).unwrap();
        let back: gongkai::Parsed = serde_json::from_str(&json).unwrap();
        assert_eq!(back, parsed);
    }
}

#[test]
fn lines_and_columns_for_people() {
    let place = |text: &str, offset| {
        let place = line_column(text, offset);
        (place.line, place.column)
    };
    let text = "规章\t3\r\n行政\n强制\u{2028}x";
    assert_eq!(place(text, 0), (1, 1));
    assert_eq!(place(text, 7), (1, 4));
    assert_eq!(place(text, text.find('行').unwrap()), (2, 1));
    assert_eq!(place(text, text.find('强').unwrap()), (3, 1));
    assert_eq!(place(text, text.find('x').unwrap()), (4, 1));
    // Inside a character: that character. Behind the text: its end.
    assert_eq!(place(text, 1), (1, 1));
    assert_eq!(place(text, 4), (1, 2));
    assert_eq!(place(text, 1000), (4, 2));
    assert_eq!(place("", 0), (1, 1));
    assert_eq!(place("a\rb", 2), (2, 1));
}

/// JSON of others: refused, or a value that comes back equal.
#[cfg(feature = "serde")]
#[test]
fn a_cell_at_no_place_of_a_text_is_refused() {
    let read = |span: &str| {
        serde_json::from_str::<gongkai::Cell>(&format!(
            r#"{{"status":"value","printed":"1.50","certainty":"exact","span":{span}}}"#
        ))
    };
    for span in ["[4294967295,0]", "[4294967295,4294967295]", "[5,4]", "[0,4294967295]"] {
        let error = read(span).unwrap_err().to_string();
        assert!(error.starts_with("a span that is no place of a text"), "{span}: {error}");
    }
    let cell = read("[4,8]").unwrap();
    assert_eq!(serde_json::from_str::<gongkai::Cell>(&serde_json::to_string(&cell).unwrap()).unwrap(), cell);
}

/// Rows of table two that stand amid table three, whose own section has none: no printed figure is given twice.
#[test]
fn rows_of_one_table_amid_another_are_no_table() {
    let text = "云澜县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n无\n三、收到和处理政府信息公开申请情况\n\
        一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n规章\t1\t0\t1\n行政许可\t4\t5\t6\n\
        二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n四、政府信息公开行政复议、行政诉讼情况\n无\n";
    let report = gongkai::parse_report(text).unwrap().report;
    assert!(report.proactive.source.is_none());
    for (path, count) in [("requests.received.total", 3), ("requests.carried_over.total", 0)] {
        assert_eq!(report.get(path.parse().unwrap()).unwrap().count(), Some(count), "{path}");
    }
    let mut spans: Vec<_> = report.facts().filter_map(|fact| fact.span()).collect();
    let given = spans.len();
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    assert_eq!((spans.len(), given), (14, 14));
}
