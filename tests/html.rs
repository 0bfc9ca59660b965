//! Pages: tables on a true grid, prose as lines, every span in the source of the page.
#![cfg(feature = "html")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod shown;

use std::fmt::Write as _;

use gongkai::{Candidate, Code, ErrorKind, Layout, Parsed, Span, TableKind, parse_report, plain};
use shown::{fact, row, shown};

/// A page with the first table and the second; what is not given is left out.
fn page(proactive: &str, requests: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>年报 2019</title></head>\n<body>\n\
         <h1>砚陵县2020年政府信息公开工作年度报告</h1>\n<p>统计期限自2020年1月1日起至2020年12月31日止。</p>\n\
         <p><strong>一、总体情况</strong></p><p>全年公开信息305条，\n培训2次。</p>\n\
         <p><b>二、</b>主动公开政府信息情况</p>\n<table border=\"1\">{proactive}</table>\n\
         <p>三、收到和处理政府信息公开申请情况</p>\n<table>{requests}</table>\n\
         <p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>更新不够及时。</p>\n\
         <p>六、其他需要报告的事项</p><p>无。</p>\n<p>砚陵县人民政府办公室</p><p>2021年1月25日</p>\n</body></html>\n"
    )
}

const HEAD: &str = "<tr><td rowspan=3 colspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>\
    <td colspan=7>申请人情况</td></tr>\n<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td>\
    <td rowspan=2>总计</td></tr>\n<tr><td>商业<br>企业</td><td>科研机构</td><td>社会公益组织</td>\
    <td>法律服务机构</td><td>其他</td></tr>\n";

/// A head and a row for each label and its figures.
fn requests(rows: &[(&str, &str)]) -> String {
    let mut text = HEAD.to_owned();
    for (label, figures) in rows {
        let cells: String = figures.split(' ').map(|figure| format!("<td>{figure}</td>")).collect();
        writeln!(text, "<tr>{label}{cells}</tr>").unwrap();
    }
    text
}

const CLAUSE: &str = "<tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年新制作数量</td>\
    <td>本年新公开数量</td><td>对外公开总数量</td></tr>";

fn proactive(rows: &str) -> String {
    page(&format!("{CLAUSE}{rows}"), "")
}

fn parse(page: &str) -> Parsed {
    parse_report(page).unwrap_or_else(|error| panic!("{error}\n{page}"))
}

/// The three figures of the first row of the first table.
fn regulations(page: &str) -> String {
    let parsed = parse(page);
    ["made", "newly_disclosed", "total_disclosed"]
        .map(|column| shown(&parsed, &format!("proactive.regulations.{column}")))
        .join(" ")
}

fn raw<'t>(page: &'t str, parsed: &Parsed, path: &str) -> &'t str {
    fact(parsed, path).span().unwrap().slice(page).unwrap()
}

fn full() -> String {
    let figures = ["61 0 0 1 0 0 62", "1 0 0 0 0 0 1", "40 0 0 0 0 0 40", "2 0 0 1 0 0 3", "3 0 0 0 0 0 3"];
    page(
        &format!("{CLAUSE}<tr><td>规章</td><td>11</td><td>12</td><td>13</td></tr>"),
        &requests(&[
            ("<td colspan=3>一、本年新收政府信息公开申请数量</td>", figures[0]),
            ("<td colspan=3>二、上年结转政府信息公开申请数量</td>", figures[1]),
            ("<td rowspan=4>三、本年度办理结果</td><td colspan=2>（一）予以公开</td>", figures[2]),
            ("<td colspan=2>（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td>", figures[3]),
            ("<td rowspan=2>（三）不予公开</td><td>1.属于国家秘密</td>", figures[4]),
            ("<td>2.其他法律行政法规禁止公开</td>", " / &nbsp; 4 0 0 4"),
            ("<td colspan=3>四、结转下年度继续办理</td>", "17 0 0 0 0 0 17"),
        ]),
    )
}

#[test]
fn a_page_is_read_and_every_span_is_in_its_source() {
    let page = full();
    let parsed = parse(&page);
    let report = &parsed.report;
    assert_eq!(row(&parsed, "received"), "61 0 0 1 0 0 62");
    assert_eq!(row(&parsed, "granted"), "40 0 0 0 0 0 40");
    assert_eq!(row(&parsed, "partially_granted"), "2 0 0 1 0 0 3");
    assert_eq!(row(&parsed, "denied.state_secret"), "3 0 0 0 0 0 3");
    assert_eq!(row(&parsed, "denied.prohibited_by_law"), "_ / _ 4 0 0 4");
    assert_eq!(row(&parsed, "carried_forward"), "17 0 0 0 0 0 17");
    assert_eq!(regulations(&page), "11 12 13");
    for fact in report.facts().filter(|fact| fact.value().is_some()) {
        let at = fact.span().unwrap().range();
        assert_eq!(page[at.clone()], plain(fact.value().unwrap()), "{}", fact.path());
        assert!(page[..at.start].ends_with("<td>") && page[at.end..].starts_with("</td>"), "{}", fact.path());
    }
    let cut = |span: Span| span.slice(&page).unwrap();
    assert_eq!(cut(report.title.as_ref().unwrap().span), "砚陵县2020年政府信息公开工作年度报告");
    assert_eq!(cut(report.period.unwrap().span), "2020年1月1日起至2020年12月31日");
    let signature = report.signature.as_ref().unwrap();
    assert_eq!(cut(signature.span), "砚陵县人民政府办公室</p><p>2021年1月25日");
    assert_eq!(cut(signature.agency.as_ref().unwrap().span), "砚陵县人民政府办公室");
    let headings: Vec<&str> = report.sections.iter().map(|section| cut(section.heading)).collect();
    assert_eq!(headings[..2], ["一、总体情况", "二、</b>主动公开政府信息情况"]);
    assert_eq!(headings.len(), 6);
    assert!(cut(report.sections[0].body).starts_with("全年公开信息305条，\n培训2次。"));
    let printed: Vec<&str> = report.requests.printed.iter().map(|row| cut(row.label)).collect();
    assert!(printed.iter().any(|label| label.contains("其他法律行政法规禁止公开")), "{printed:?}");
    let source = report.source(TableKind::Requests).unwrap();
    assert_eq!(source.layout, Layout::Html);
    assert!(
        cut(source.span).contains("申请人情况") && cut(source.span).ends_with(">17"),
        "{}",
        cut(source.span)
    );
    let missing = parsed.diagnostics.iter().find(|diagnostic| diagnostic.code == Code::LayoutChosen).unwrap();
    assert!(cut(missing.span.unwrap()).contains("信息内容"));
}

#[test]
fn a_figure_in_pieces_is_one_figure() {
    let page = proactive(
        "<tr><td>规<i>章</i></td><td><b>1</b>2</td><td><span>&#51;</span><!-- x -->4</td><td>&nbsp;41&nbsp;</td></tr>",
    );
    let parsed = parse(&page);
    assert_eq!(regulations(&page), "12 34 41");
    assert_eq!(raw(&page, &parsed, "proactive.regulations.made"), "1</b>2");
    assert_eq!(raw(&page, &parsed, "proactive.regulations.newly_disclosed"), "&#51;</span><!-- x -->4");
    assert_eq!(raw(&page, &parsed, "proactive.regulations.total_disclosed"), "41");
    let page = proactive("<tr><td>规章</td><td>4&#49;</td><td>&#x31<b></b></td><td>&#53;1&#50;</td></tr>");
    let parsed = parse(&page);
    assert_eq!(regulations(&page), "41 1 512");
    assert_eq!(raw(&page, &parsed, "proactive.regulations.made"), "4&#49;");
    assert_eq!(raw(&page, &parsed, "proactive.regulations.newly_disclosed"), "&#x31");
    assert_eq!(raw(&page, &parsed, "proactive.regulations.total_disclosed"), "&#53;1&#50;");
}

#[test]
fn what_ends_a_line_in_plain_text_ends_none_in_a_cell() {
    for end in ["\u{2028}", "\u{85}", "\u{c}", "\r", "&#10;", "&#9;", "<p>", "<div></div>", "<br>"] {
        let page = proactive(&format!("<tr><td>规{end}章</td><td>1</td><td>2</td><td>3</td></tr>"));
        assert_eq!(regulations(&page), "1 2 3", "{end:?}");
    }
}

#[test]
fn rows_outside_the_form_have_their_places() {
    let page = proactive(
        "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>\n<tr><td>其他主动公开文件</td><td>&nbsp;7</td><td>8</td>\
         <td>9</td></tr>",
    );
    let parsed = parse(&page);
    let [row] = &parsed.report.proactive.additional[..] else {
        panic!("{:?}", parsed.report.proactive.additional)
    };
    assert_eq!(row.span.slice(&page), Some("其他主动公开文件</td><td>&nbsp;7</td><td>8</td><td>9"));
    let cells: Vec<_> = row.cells.iter().map(|cell| cell.span().unwrap().slice(&page).unwrap()).collect();
    assert_eq!(cells, ["7", "8", "9"]);
    let agency = parsed.report.agency.as_ref().unwrap();
    assert!(agency.span.slice(&page).unwrap().contains(&agency.name), "{agency:?}");
}

#[test]
fn figures_on_two_lines_of_a_cell_are_two() {
    for broken in ["1<br>2", "<p>1</p><p>2</p>", "1\n2", "1&#10;2", "1\u{2028}2"] {
        let page = proactive(&format!("<tr><td>规章</td><td>{broken}</td><td>3</td><td>4</td></tr>"));
        let parsed = parse(&page);
        assert_ne!(shown(&parsed, "proactive.regulations.made"), "12", "{broken}");
        assert_ne!(regulations(&page), "1 2 3", "{broken}");
    }
}

#[test]
fn entities_are_decoded() {
    let page = proactive(
        "<tr><td>规&#31456;</td><td>&plus;5</td><td>&sol;</td><td>&#xff11;&#65298;&ensp;</td></tr>",
    );
    assert_eq!(regulations(&page), "5 / 12");
    let page = proactive("<tr><td>规章&nbsp</td><td>&nbsp</td><td>3&nbsp</td><td>4&ensp;</td></tr>");
    assert_eq!(regulations(&page), "_ 3 4");
}

#[test]
fn a_header_cell_may_hold_a_line_break() {
    let head = CLAUSE
        .replace("本年新公开数量", "本年新<br>公开数量")
        .replace("对外公开总数量", "<p>对外公开</p>\n<p>总数量</p>");
    let text = page(&format!("{head}<tr><td>规<br/>章</td><td>1</td><td>2</td><td>3</td></tr>"), "");
    assert_eq!(regulations(&text), "1 2 3");
}

#[test]
fn cells_and_rows_may_be_left_open() {
    let open = full().replace("</td>", "").replace("</tr>", "");
    let (open, whole) = (parse(&open), parse(&full()));
    for (here, there) in open.report.facts().zip(whole.report.facts()) {
        assert_eq!((here.status(), here.value()), (there.status(), there.value()), "{}", here.path());
    }
    // A row that begins with its first cell, a table that nothing ends.
    let text = proactive("</tr><td>规章<td>1<td>2<td>3");
    assert_eq!(regulations(&text), "1 2 3");
    assert_eq!(regulations(&text[..text.find("</table>").unwrap()]), "1 2 3");
}

#[test]
fn upper_case_and_line_ends_of_other_systems() {
    let upper = full()
        .replace("<td", "<TD")
        .replace("</td", "</TD")
        .replace("rowspan", "ROWSPAN")
        .replace("<tr", "<Tr");
    for page in
        [upper, full().replace('\n', "\r\n"), full().replace('\n', "\r"), format!("\u{feff}{}", full())]
    {
        let parsed = parse(&page);
        assert_eq!(row(&parsed, "denied.prohibited_by_law"), "_ / _ 4 0 0 4");
        assert_eq!(raw(&page, &parsed, "requests.carried_forward.total"), "17");
        assert_eq!(parsed.report.sections.len(), 6);
    }
}

#[test]
fn layout_tables_only_flow() {
    let inner = full();
    let body = &inner[inner.find("<h1>").unwrap()..inner.find("</body>").unwrap()];
    let nav = "<td><ul><li>首页</li><li>规章</li></ul></td>";
    for page in [
        format!("<html><table><tr>{nav}<td>{body}</td><td>版权</td></tr></table></html>"),
        format!(
            "<html><table><tr><td><table><tbody><tr><td>{body}</td></tr></table></td></tr></table></html>"
        ),
    ] {
        let parsed = parse(&page);
        assert_eq!(row(&parsed, "received"), "61 0 0 1 0 0 62");
        assert_eq!(row(&parsed, "denied.state_secret"), "3 0 0 0 0 0 3");
        assert_eq!(raw(&page, &parsed, "requests.received.total"), "62");
        assert_eq!(parsed.report.sections.len(), 6);
        assert_eq!(parsed.report.title.as_ref().unwrap().year, Some(2020));
    }
}

#[test]
fn an_article_in_a_cell_keeps_its_lines() {
    let prose = "<p>一、总体情况</p><p>好。</p><p>二、主动公开政府信息情况</p>三、收到和处理政府信息公开申请情况<br>四、行政复议情况";
    let long = "全年开展工作。".repeat(200);
    for page in [
        format!("<table><tr><td><h1>砚陵县2020年政府信息公开工作年度报告</h1>{prose}</td></tr></table>"),
        format!(
            "<table><tr><td>导航</td><td><h1>砚陵县2020年政府信息公开工作年度报告</h1>{prose}{long}</td></tr></table>"
        ),
    ] {
        assert_eq!(parse(&page).report.sections.len(), 4, "{page}");
    }
}

#[test]
fn what_is_no_text_of_the_page_is_dropped() {
    let dropped = "<script>var t = '<tr><td>规章</td><td>7</td><td>8</td><td>9</td></tr>'; if (a<b) {}</script>\
        <style>td::after { content: '<td>6</td>' }</style><!-- <tr><td>规章</td><td>4</td></tr> -->\
        <textarea><td>5</td></textarea><noscript><td>5</td></noscript><!doctype html><?td 5 ?>";
    let text = proactive(&format!(
        "{dropped}<tr>{dropped}<td>规章{dropped}</td><td>1{dropped}</td><td>2</td><td>3</td></tr>"
    ));
    let parsed = parse(&text);
    assert_eq!(shown(&parsed, "proactive.regulations.total_disclosed"), "3");
    let title = parsed.report.title.as_ref().unwrap();
    assert_eq!((title.year, title.text.contains("2019")), (Some(2020), false));
    assert!(
        !parsed.diagnostics.iter().any(|found| found.code == Code::RowRepeated),
        "{:?}",
        parsed.diagnostics
    );
}

/// One figure for two rows belongs to neither for certain; the columns of the others are fixed.
#[test]
fn a_figure_over_two_rows_is_ambiguous() {
    let rows = [
        (
            "<td colspan=3>一、本年新收政府信息公开申请数量</td><td>1</td><td rowspan=2>5</td><td>0</td>",
            "0 0 0 6",
        ),
        ("<td colspan=3>二、上年结转政府信息公开申请数量</td><td>2</td>", "0 0 0 0 2"),
        (
            "<td rowspan=2>三、本年度办理结果</td><td colspan=2>（一）予以公开</td><td rowspan=2>/</td>",
            "7 0 0 0 0 7",
        ),
        ("<td colspan=2>（二）部分公开</td>", "1 0 0 0 0 1"),
        ("<td colspan=3>四、结转下年度继续办理</td>", "1 0 0 0 0 0 1"),
    ];
    let text = page("", &requests(&rows));
    let parsed = parse(&text);
    assert_eq!(row(&parsed, "received"), "1 * 0 0 0 0 6");
    assert_eq!(row(&parsed, "carried_over"), "2 * 0 0 0 0 2");
    assert_eq!(row(&parsed, "granted"), "/ 7 0 0 0 0 7");
    assert_eq!(row(&parsed, "partially_granted"), "/ 1 0 0 0 0 1");
    for path in ["requests.received.business", "requests.carried_over.business"] {
        assert_eq!(raw(&text, &parsed, path), "5");
        assert_eq!(fact(&parsed, path).candidates(), [Candidate::Value(5.into()), Candidate::Blank]);
    }
    let found = parsed.diagnostics.iter().filter(|found| found.code == Code::CellAmbiguous);
    assert_eq!(found.count(), 2);
}

/// Where a figure that covers rows stands is known however their labels are made up of columns.
#[test]
fn a_covered_place_is_found_by_columns() {
    let rows = [
        ("<td rowspan=2>三、本年度办理结果</td><td colspan=2>（一）予以公开</td>", "7 0 0 0 0 0 7"),
        ("<td colspan=2>（二）部分公开</td><td>1</td><td rowspan=2>5</td>", "0 0 0 0 6"),
        ("<td colspan=3>四、结转下年度继续办理</td><td>2</td>", "0 0 0 0 7"),
    ];
    let parsed = parse(&page("", &requests(&rows)));
    assert_eq!(row(&parsed, "partially_granted"), "1 * 0 0 0 0 6");
    assert_eq!(row(&parsed, "carried_forward"), "2 * 0 0 0 0 7");
    let rows = [
        (
            "<td rowspan=2 colspan=3>一、本年新收政府信息公开申请数量</td><td>1</td><td rowspan=2>5</td>",
            "0 0 0 0 6",
        ),
        ("<td>2</td>", "0 0 0 0 7"),
    ];
    let parsed = parse(&page("", &requests(&rows)));
    assert_eq!(row(&parsed, "received"), "* * 0 0 0 0 *");
    // 0 is all rows that follow.
    let text = proactive(
        "<tr><td>规章</td><td>1</td><td rowspan=0>5</td><td>3</td></tr><tr><td>规范性文件</td><td>4</td><td>6</td></tr>",
    );
    assert_eq!(regulations(&text), "1 * 3");
    assert_eq!(shown(&parse(&text), "proactive.normative_documents.total_disclosed"), "6");
}

#[test]
fn a_row_of_high_cells_is_one_row() {
    let text = proactive(
        "<tr><td rowspan=2>规章</td><td rowspan=2>1</td><td rowspan=2>2</td><td rowspan=2>3</td></tr><tr></tr>\
         <tr><td>规范性文件</td><td>4</td><td>5</td><td>6</td></tr>",
    );
    assert_eq!(regulations(&text), "1 2 3");
    assert_eq!(shown(&parse(&text), "proactive.normative_documents.made"), "4");
}

/// A label over two rows of figures labels both: they differ, so neither is certain.
#[test]
fn a_label_over_two_rows_labels_both() {
    let text = proactive("<tr><td rowspan=2>规章</td><td>1</td><td>2</td></tr><tr><td>3</td></tr>");
    assert_ne!(regulations(&text), "1 2 3");
    let text = proactive(
        "<tr><td rowspan=2>规章</td><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>2</td><td>3</td></tr>",
    );
    assert_eq!(regulations(&text), "* 2 3");
}

#[test]
fn spans_end_with_their_rows() {
    // What reaches beyond the end of `thead` or of a table covers nothing below.
    let text = proactive(
        "<thead><tr><td>表</td><td rowspan=9>5</td></tr></thead><tbody><tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>",
    );
    assert_eq!(regulations(&text), "1 2 3");
    let text = proactive(
        "<tr><td>表</td><td rowspan=0>5</td></tr></table><table><tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>",
    );
    assert_eq!(regulations(&text), "1 2 3");
}

#[test]
fn words_between_cells_are_no_cell() {
    let text = proactive("<tr><td>规章</td>7<td>1</td><td>2</td><td>3</td></tr>8");
    assert_eq!(regulations(&text), "1 2 3");
}

#[test]
fn a_piece_of_a_table_is_read() {
    let rows = requests(&[("<td colspan=3>一、本年新收政府信息公开申请数量</td>", "3 0 0 0 0 0 3")]);
    let parsed = parse(&rows);
    assert_eq!(row(&parsed, "received"), "3 0 0 0 0 0 3");
    assert_eq!(parsed.report.source(TableKind::Requests).unwrap().layout, Layout::Html);
}

/// Tables of HTML in a text whose lines are lines.
#[test]
fn tables_within_markdown() {
    let rows = requests(&[("<td colspan=3>一、本年新收政府信息公开申请数量</td>", "3 0 0 0 0 0 3")])
        .replace('\n', "");
    let text = format!(
        "# 砚陵县2020年政府信息公开工作年度报告\n\n## 一、总体情况\n\n较好。\n\n## 二、主动公开政府信息情况\n\n\
         | 规章 | 1 | 2 | 3 |\n|---|---|---|---|\n| 规范性文件 | 4 | 5 | 6 |\n\n\
         ## 三、收到和处理政府信息公开申请情况\n\n<table>{rows}</table>\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n无。\n"
    );
    let parsed = parse(&text);
    assert_eq!(row(&parsed, "received"), "3 0 0 0 0 0 3");
    assert_eq!(shown(&parsed, "proactive.normative_documents.made"), "4");
    assert_eq!(raw(&text, &parsed, "proactive.normative_documents.made"), "4");
    let layout = |table| parsed.report.source(table).unwrap().layout;
    assert_eq!((layout(TableKind::Proactive), layout(TableKind::Requests)), (Layout::Markdown, Layout::Html));
    assert_eq!(parsed.report.sections.len(), 4);
}

#[test]
fn lines_that_tags_keep() {
    let text = "<html><body><pre>砚陵县2020年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n规章\t1\t2\t3\n\
        规范性文件\t4\t5\t6\n三、收到和处理政府信息公开申请情况\n</pre></body></html>";
    let parsed = parse(text);
    assert_eq!(shown(&parsed, "proactive.regulations.made"), "1");
    assert_eq!(parsed.report.source(TableKind::Proactive).unwrap().layout, Layout::TabRows);
}

#[test]
fn an_address_in_angle_brackets_makes_no_page() {
    let text = "砚陵县2020年政府信息公开工作年度报告\n一、总体情况\n见<http://www.example.cn/td>及<td@example.cn>。\n\
        二、主动公开政府信息情况\n规章\t1\t2\t3\n规范性文件\t4\t5\t6\n三、收到和处理政府信息公开申请情况\n";
    let parsed = parse(text);
    assert_eq!(parsed.report.source(TableKind::Proactive).unwrap().layout, Layout::TabRows);
    assert_eq!(raw(text, &parsed, "proactive.normative_documents.total_disclosed"), "6");
}

#[test]
fn a_page_that_is_no_report() {
    for page in ["<html></html>", "<table>", "<td>", "<!doctype html><script>", "<html><body>3</body></html>"]
    {
        assert_eq!(parse_report(page).unwrap_err().kind(), ErrorKind::NotAReport, "{page}");
    }
}

/// Every span of the reading stands in the source, at characters.
fn check(page: &str) -> Option<Parsed> {
    let parsed = parse_report(page).ok()?;
    let inside = |span: Span| span.slice(page).unwrap_or_else(|| panic!("{span:?} of {page}"));
    for fact in parsed.report.facts() {
        let Some(text) = fact.span().map(inside) else { continue };
        let mut tag = false;
        let mut digit = |c: char| {
            tag = c == '<' || tag && c != '>';
            !tag && c.is_ascii_digit()
        };
        let bare: String = text.chars().filter(|&c| digit(c)).collect();
        if let Some(value) = fact.value().filter(|_| !text.contains("&#")) {
            assert_eq!(
                bare.parse::<u64>().ok().map(|n| n.to_string()),
                Some(plain(value)),
                "{text} in {page}"
            );
        }
    }
    parsed.report.sections.iter().for_each(|section| {
        inside(section.heading);
        inside(section.body);
    });
    parsed.diagnostics.iter().filter_map(|found| found.span).for_each(|span| {
        inside(span);
    });
    Some(parsed)
}

#[test]
fn a_page_cut_anywhere_gives_no_other_figure() {
    let page = full();
    let whole = parse(&page);
    for end in (0..page.len()).step_by(7).filter(|&end| page.is_char_boundary(end)) {
        let Some(cut) = check(&page[..end]) else { continue };
        let last_row = page[..end].rfind("<tr").unwrap_or(0);
        for (here, there) in cut.report.facts().filter(|fact| fact.value().is_some()).filter_map(|fact| {
            whole.report.facts().find(|other| other.path() == fact.path()).map(|other| (fact, other))
        }) {
            let in_last_row = here.span().unwrap().range().start >= last_row;
            assert!(in_last_row || here.value() == there.value(), "{} at {end}", here.path());
        }
    }
}

/// Pieces of pages in any order: no panic, and spans in the source.
#[test]
fn spans_hold_in_any_soup() {
    let pieces = [
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<td rowspan=2>",
        "<td colspan=3>",
        "<th>",
        "<p>",
        "</p>",
        "<br>",
        "规章",
        "行政处罚",
        "一、本年新收政府信息公开申请数量",
        "12",
        "3",
        "&nbsp;",
        "&#52;",
        "&amp",
        "\r\n",
        "\n",
        " ",
        "<!-- 9 -->",
        "<b>",
        "</b>",
        "<script>",
        "</script>",
        "<tbody>",
        "<",
        "</",
        "&",
        "<中",
        "\u{2028}",
        "\u{feff}",
        "<pre>",
        "</pre>",
        "<td rowspan=0>",
        "/",
        "二、主动公开政府信息情况\n",
        "<!doctype html>",
        "<td title='a>b'>",
        "\0",
        "<title>",
        "</title>",
        "&#0;",
        "&#xD800;",
        "&notit;",
        "</>",
        "<?php ?>",
        "<tr><td>规范性文件<td>7<td>8<td>9",
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut read = 0;
    for _ in 0..4000 {
        let mut page = String::from("<table>");
        for _ in 0..next(40) {
            page.push_str(pieces[next(pieces.len())]);
        }
        read += usize::from(check(&page).is_some());
    }
    assert!(read > 100, "{read}");
}

/// Sources that cost a careless reader the square of their length, or all memory.
#[test]
fn hostile_pages_cost_no_more_than_their_length() {
    let nested = "<table><tr><td>".repeat(40_000);
    let wide = format!("<table><tr>{}", "<td rowspan=65534 colspan=1000>1".repeat(20_000));
    let covered = format!("<table><tr>{}{}", "<td rowspan=100000>1".repeat(60), "<tr><td>2".repeat(60_000));
    let label =
        format!("<table><tr><td rowspan=100000>{}<td>1{}", "规章".repeat(300), "<tr><td>2".repeat(60_000));
    for page in [
        nested.clone(),
        format!("{nested}{}", "</td></tr></table>".repeat(40_000)),
        wide,
        covered,
        label,
        "<table>".repeat(100_000),
        format!("<table>{}", "<tr>".repeat(100_000)),
        format!("<table><tr>{}", "<td>".repeat(100_000)),
        format!("<table><tr><td>{}", "<b>1".repeat(100_000)),
        format!("<table><tr><td>{}", "&#49;".repeat(100_000)),
        format!("<table>{}", "<".repeat(300_000)),
        format!("<table>{}", "&".repeat(300_000)),
        format!("<table><!--{}", "<!--".repeat(100_000)),
        format!("<table><td {}>", "a=b ".repeat(100_000)),
        format!("<table><td rowspan={}>1", "9".repeat(300_000)),
        format!("<table><td>&#{};", "9".repeat(300_000)),
        format!("<table><{}>", "x".repeat(300_000)),
        "<table><tr><td rowspan=100000 colspan=100000>0".repeat(10_000),
    ] {
        let started = std::time::Instant::now();
        let _ = parse_report(&page);
        let start: String = page.chars().take(40).collect();
        assert!(started.elapsed().as_secs() < 20, "{start}… took {:?}", started.elapsed());
    }
}

/// A report in a page that reaches a limit is read, and says so.
#[test]
fn a_limit_that_is_reached_is_said() {
    let says = |page: &str| {
        let parsed = parse(page);
        let found = parsed.diagnostics.iter().find(|found| found.code == Code::LimitReached);
        (row(&parsed, "received"), found.map(|found| found.detail.to_string()).unwrap_or_default())
    };
    let figures = "61 0 0 1 0 0 62".to_owned();
    assert_eq!(says(&full()), (figures.clone(), String::new()));
    let deep = full().replace("<h1>", &format!("{}<h1>", "<table><tr><td>".repeat(100)));
    assert_eq!(says(&deep).1, "tables within tables");
    let closed = format!("{}{}<h1>", "<table><tr><td>".repeat(100), "</table>".repeat(100));
    assert_eq!(says(&full().replace("<h1>", &closed)), (figures.clone(), "tables within tables".to_owned()));
    let wide = full().replace("<h1>", &format!("<table><tr>{}</table><h1>", "<td>a".repeat(1001)));
    assert_eq!(says(&wide), (figures.clone(), "cells in a row".to_owned()));
    let shared =
        format!("<table><tr>{}{}</table><h1>", "<td rowspan=9000>1".repeat(60), "<tr><td>2".repeat(900));
    assert_eq!(says(&full().replace("<h1>", &shared)), (figures, "cells that cover several rows".to_owned()));
}

#[test]
fn a_table_that_is_never_closed() {
    let rows = [
        ("<td colspan=3>一、本年新收政府信息公开申请数量</td>", "61 0 0 1 0 0 62"),
        ("<td colspan=3>四、结转下年度继续办理</td>", "17 0 0 0 0 0 17"),
    ];
    let closed = page("", &requests(&rows));
    for (end, open) in [
        // What follows stands in the last cell, or behind it in the row.
        ("<td>17</td></tr>\n</table>", "<td>17\n"),
        ("<td>17</td></tr>\n</table>", "<td><p>17</p>\n"),
        ("<td>17</td></tr>\n</table>", "<td>17</td>\n"),
    ] {
        let open = closed.replace(end, open);
        assert_ne!(open, closed);
        // With another table behind it, or none.
        let another =
            "<p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr><td>行政复议</td></tr></table>";
        for page in [
            open.replace("<p>四、政府信息公开行政复议、行政诉讼情况</p>", another),
            open.replace("更新不够", &"更新还不够".repeat(30)),
        ] {
            let parsed = parse(&page);
            assert_eq!(row(&parsed, "received"), "61 0 0 1 0 0 62", "{page}");
            assert_eq!(row(&parsed, "carried_forward"), "17 0 0 0 0 0 17", "{page}");
            assert_eq!(parsed.report.sections.len(), 6, "{page}");
        }
    }
}

#[test]
fn a_mark_or_blank_over_all_columns_is_that_of_each() {
    let table = requests(&[
        ("<td colspan=3>一、本年新收政府信息公开申请数量</td>", "61 0 0 1 0 0 62"),
        ("<td colspan=3>二、上年结转政府信息公开申请数量</td><td colspan=7>/</td>", ""),
        ("<td rowspan=2>三、本年度办理结果</td><td colspan=2>（一）予以公开</td><td colspan=7></td>", ""),
    ]);
    let marked = page("", &table.replace("</td><td></td></tr>", "</td></tr>"));
    let parsed = parse(&marked);
    assert_eq!(row(&parsed, "carried_over"), ["/"; 7].join(" "));
    assert_eq!(row(&parsed, "granted"), ["_"; 7].join(" "));
    assert_eq!(raw(&marked, &parsed, "requests.carried_over.total"), "/");
    // A cell of one column as wide as three.
    let proactive = "<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr><tr><td>行政许可</td><td colspan=3>/</td></tr>";
    let parsed = parse(&page(proactive, ""));
    assert_eq!(shown(&parsed, "proactive.administrative_licensing.decisions"), "/");
}

#[test]
fn boxes_and_fonts_in_markdown_leave_its_tables() {
    let table = "| 一、本年新收政府信息公开申请数量 | 61 | 0 | 0 | 1 | 0 | 0 | 62 |\n|---|---|---|---|---|---|---|---|\n\
                 | 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n";
    let boxed = format!(
        "<div class=\"crumb\">\n\n首页\n\n</div>\n\n<div>\n\n三、收到和处理政府信息公开申请情况\n\n{table}\n</div>\n"
    );
    let fonts = format!("三、收到和处理政府信息公开申请情况\n\n{table}")
        .replace(" | ", "</span> | <span style=\"x\">");
    for text in [boxed, fonts] {
        let parsed = parse(&text);
        assert_eq!(row(&parsed, "received"), "61 0 0 1 0 0 62", "{text}");
        assert_eq!(row(&parsed, "carried_over"), "1 0 0 0 0 0 1", "{text}");
    }
}

#[test]
fn a_row_that_lacks_cells_takes_none_of_the_next() {
    let page = page(
        "",
        &requests(&[
            ("<td colspan=3>一、本年新收政府信息公开申请数量</td>", "61 0 0 1 0 0 62"),
            ("<td colspan=3>二、上年结转政府信息公开申请数量</td>", "1 0"),
            ("", "7 7 0 0 14"),
        ]),
    );
    let parsed = parse(&page);
    assert_eq!(row(&parsed, "received"), "61 0 0 1 0 0 62");
    assert!(!row(&parsed, "carried_over").contains('7'), "{}", row(&parsed, "carried_over"));
}
