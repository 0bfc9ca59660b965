//! What writers of pages and extractors make of the tables, one mechanism a case: a figure is right, or it says that it is
//! not certain.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod shown;

use gongkai::{Parsed, SectionKind, parse_report};
use shown::{disputes, row, shown};

/// A report whose sections hold what is given, the rest of it short prose.
fn report(proactive: &str, requests: &str, disputes: &str) -> String {
    format!(
        "砚陵县2020年政府信息公开工作年度报告\n统计期限自2020年1月1日起至2020年12月31日止。\n一、总体情况\n\
         全年公开信息305条。\n二、主动公开政府信息情况\n{proactive}\n三、收到和处理政府信息公开申请情况\n{requests}\n\
         四、政府信息公开行政复议、行政诉讼情况\n{disputes}\n五、存在的主要问题及改进情况\n更新不够及时。\n\
         六、其他需要报告的事项\n无。\n砚陵县人民政府办公室\n2021年1月25日\n"
    )
}

fn requests(table: &str) -> String {
    report("", table, "")
}

fn parse(text: &str) -> Parsed {
    parse_report(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn rows(text: &str, expected: &[(&str, &str)]) {
    let parsed = parse(text);
    for (name, figures) in expected {
        assert_eq!(row(&parsed, name), *figures, "{name}\n{text}");
    }
}

const RECEIVED: &str = "一、本年新收政府信息公开申请数量";
const CARRIED: &str = "二、上年结转政府信息公开申请数量";

/// Cells of two rows, each behind `before`, and `behind` each row.
fn cells(before: &str, behind: &str) -> String {
    let row = |label: &str, figures: &str| {
        let cells = core::iter::once(label).chain(figures.split(' '));
        cells.map(|cell| format!("{before}{}", cell.trim_matches('_'))).collect::<String>() + behind
    };
    requests(&[row(RECEIVED, "61 0 0 1 0 0 62"), row(CARRIED, "1 0 _ 0 0 0 1")].concat())
}

#[test]
fn cells_behind_tabs_may_be_indented_or_spaced_out() {
    let expected = [("received", "61 0 0 1 0 0 62"), ("carried_over", "1 0 _ 0 0 0 1")];
    rows(&cells("\n\t", "\n"), &expected);
    rows(&cells("\n    \t", "\n"), &expected);
    rows(&cells("\n\n\t", "\n\n\n"), &expected);
}

/// Where a page ends, the row that begins the next one may lose its place in the table.
#[test]
fn a_row_between_spaces_in_a_table_between_tabs() {
    let text = requests(&format!(
        "{RECEIVED}\t61\t0\t0\t1\t0\t0\t62\n4.保护第三方合法权益 1 0 20 0 0 0 21\n{CARRIED}\t1\t0\t\t0\t0\t0\t1\n"
    ));
    rows(&text, &[("denied.third_party_rights", "1 0 20 0 0 0 21"), ("carried_over", "1 0 _ 0 0 0 1")]);
}

#[test]
fn two_figures_in_a_cell_do_not_shift_the_row() {
    // A page number without its dashes, between two cells; the row begins with a blank.
    let row = "\t（一）予以公开\n\t\n\t0\n\t3\n\t0\n2\n\t7\n\t\n\t10\n";
    rows(
        &requests(&format!("\t{RECEIVED}\n\t3\n\t0\n\t0\n\t0\n\t7\n\t0\n\t10\n\n{row}")),
        &[("received", "3 0 0 0 7 0 10"), ("granted", "* * * * * * *")],
    );
}

#[test]
fn cells_between_commas() {
    let table = format!(
        "\"（本列数据的勾稽关系为：第一项加第二项之和,等于第三项加第四项之和）\",申请人情况\n自然人,法人或其他组织,总计\n\
         {RECEIVED},2366,220,126,34,4,2,2752\n{CARRIED},14,,4,/,0,0,18\n\
         三、本年度办理结果,(二)部分公开(区分处理的,只计这一情形,不计其他情形),0,120,100,0,1,0,221\n"
    );
    rows(
        &requests(&table),
        &[
            ("received", "2366 220 126 34 4 2 2752"),
            ("carried_over", "14 _ 4 / 0 0 18"),
            ("partially_granted", "0 120 100 0 1 0 221"),
        ],
    );
    // Separators of thousands are none of cells.
    rows(
        &requests(&format!("{RECEIVED} 2,366 220 126 34 4 2 2,752\n{CARRIED} 1,014 0 4 0 0 0 1,018\n")),
        &[("received", "2366 220 126 34 4 2 2752"), ("carried_over", "1014 0 4 0 0 0 1018")],
    );
}

#[test]
fn points_that_markdown_escapes() {
    let table = format!(
        "{RECEIVED}| 5| 0| 0| 0| 0| 0| 5\n（三）不予公开| 1\\. 属于国家秘密| 3| 0| 0| 0| 0| 0| 3\n\
         2\\. 其他法律行政法规禁止公开| 2| 0| 0| 0| 0| 0| 2\n"
    );
    rows(
        &requests(&table),
        &[("denied.state_secret", "3 0 0 0 0 0 3"), ("denied.prohibited_by_law", "2 0 0 0 0 0 2")],
    );
    let parsed = parse(&report(
        "第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n776\\.73\n",
        "",
        "",
    ));
    assert_eq!(shown(&parsed, "proactive.administrative_fees.amount"), "7767300");
}

#[test]
fn numbers_of_labels_in_full_width_or_apart() {
    let table = |number: &str| {
        format!(
            "{RECEIVED}\n5\n0\n0\n0\n0\n0\n5\n（三）不予公开\n1{number}属于国家秘密\n3\n0\n0\n0\n0\n0\n3\n\
             2{number}其他法律行政法规禁止公开\n2\n0\n0\n0\n0\n0\n2\n3{number}危及“三安全一稳定”\n0\n0\n0\n0\n0\n0\n0\n"
        )
    };
    let expected = [
        ("denied.state_secret", "3 0 0 0 0 0 3"),
        ("denied.prohibited_by_law", "2 0 0 0 0 0 2"),
        ("denied.safety_and_stability", "0 0 0 0 0 0 0"),
    ];
    // Tags between the number and its point, as word processors write them.
    rows(&requests(&table("\n、")), &expected);
    let wide = table("．").replace("\n1．", "\n１．").replace("\n2．", "\n２．").replace("\n3．", "\n３．");
    rows(&requests(&wide), &expected);
}

#[test]
fn the_first_letter_of_unable_is_no_mark() {
    let table = format!(
        "{RECEIVED}\n5 0 0 0 0 0 5\n8.属于行政查询事项\n0 4 0 0 0 4\n（四\n）无\n法提\n供\n1.本机关不\n掌握相关政府信息\n1 0 0 0 0 0 1\n\
         2.没有现成信息\n需要另行制作\n2 0 0 0 0 0 2\n"
    );
    rows(
        &requests(&table),
        &[("unavailable.not_held", "1 0 0 0 0 0 1"), ("unavailable.needs_creation", "2 0 0 0 0 0 2")],
    );
    let parsed = parse(&requests(&table));
    assert!(!row(&parsed, "denied.administrative_inquiry").contains('/'));
}

#[test]
fn what_a_browser_prints_on_a_page_is_no_figure() {
    let table = format!(
        "{RECEIVED}\n5\n0\n0\n0\n0\n0\n5\n1/25/21, 3:04 PM\n砚陵县政府信息公开工作年度报告_门户网站\n\
         https://www.example.gov.cn/2020/report.html\n2/3\n{CARRIED}\n1\n0\n0\n0\n0\n0\n1\n"
    );
    rows(&requests(&table), &[("received", "5 0 0 0 0 0 5"), ("carried_over", "1 0 0 0 0 0 1")]);
}

#[test]
fn blanks_between_as_many_figures_as_columns_are_residue() {
    let table = format!(
        "| {RECEIVED} |  |  | 29 |  | 0 |  | 3 |  | 0 |  | 0 |  | 0 |  | 32 |  |\n\
         | {CARRIED} |  |  | 5 | 0 | 0 | 0 | 0 | 4 |  | 9 |\n"
    );
    rows(
        &requests(&table),
        &[("received", "29? 0? 3? 0? 0? 0? 32?"), ("carried_over", "5? 0? 0? 0? 0? 4? 9?")],
    );
}

#[test]
fn a_label_without_cells_beside_cells_without_a_label_is_not_blank() {
    // What stands between the label and its figures is no part of the form.
    let table = format!(
        "{RECEIVED}\n\n.. container:: td\n\n3\n\n.. container:: td\n\n0\n\n{CARRIED}\n\n.. container:: td\n\n1\n\n"
    );
    rows(&requests(&table), &[("received", "* * * * * * *"), ("carried_over", "* * * * * * *")]);
    // More figures than the row has columns: some are perhaps of the labels before.
    let table = format!("{RECEIVED}\n{CARRIED}\n（一）予以公开\n3\n0\n29\n29\n185\n171\n3\n0\n1\n");
    rows(&requests(&table), &[("received", "* * * * * * *"), ("carried_over", "* * * * * * *")]);
}

/// A label wrapped behind its number: the cells stand beside the number, on the line above.
#[test]
fn a_number_with_the_cells_of_the_label_below_it() {
    let table = |number: &str| {
        requests(&format!(
            "| {RECEIVED} | 61 | 0 | 0 | 1 | 0 | 0 | 62 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n\
             | 2. | 7 | 0 | 0 | 1 | 0 | 0 | 8 |\n| {number}重复申请 | | | | | | | |\n"
        ))
    };
    rows(&table(""), &[("received", "61 0 0 1 0 0 62"), ("not_processed.repeated", "* * * * * * *")]);
    // Behind a number of its own it has perhaps none of them: figures of no label stand beside its blanks all the same.
    rows(&table("2."), &[("received", "61 0 0 1 0 0 62"), ("not_processed.repeated", "* * * * * * *")]);
}

#[test]
fn a_figure_wrapped_in_its_cell() {
    let table = format!(
        "{RECEIVED}   2303   1462   1679 1204 1557   1876   1008\n     6      6     3    8    7      1     41\n{CARRIED}   11   135   33   268   100   282   829\n"
    );
    rows(&requests(&table), &[("received", "* * * * * * *"), ("carried_over", "11 135 33 268 100 282 829")]);
    // Nothing tells it from the number of a page where the table has no sums.
    let parsed = parse(&report(
        "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 9346 999 1507\n9\n行政规范性文件 8 4 6\n",
        "",
        "",
    ));
    assert_eq!(shown(&parsed, "proactive.regulations.in_force"), "*");
    assert_eq!(shown(&parsed, "proactive.normative_documents.in_force"), "6");
}

#[test]
fn a_row_without_its_sum_beside_rows_that_have_theirs() {
    let table = format!(
        "{RECEIVED}\n15\n18\n19\n18\n19\n13\n102\n{CARRIED}\n2\n1\n0\n0\n0\n0\n3\n（一）予以公开\n9\n7\n3\n2\n5\n31\n\
         （二）部分公开\n2\n1\n0\n0\n0\n0\n3\n8.属于行政查询事项\n2\n1\n0\n0\n0\n0\n3\n2.重复申请\n2\n1\n0\n0\n0\n0\n3\n\
         1.信访举报投诉类申请\n2\n1\n0\n0\n0\n0\n3\n（七）总计\n15\n18\n19\n18\n19\n13\n102\n"
    );
    // One of the parts was lost, or the sum is blank.
    rows(&requests(&table), &[("granted", "* * * * * * *"), ("total", "15 18 19 18 19 13 102")]);
}

#[test]
fn tables_on_one_line_between_separators() {
    let table = |between: &str| {
        let rows = [
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "申请人情况~自然人~法人或其他组织~总计~商业企业~科研机构~社会公益组织~法律服务机构~其他",
            "一、本年新收政府信息公开申请数量~61~0~0~1~0~0~62",
            "二、上年结转政府信息公开申请数量~1~0~~0~0~0~",
            "三、本年度办理结果~（一）予以公开~40~0~0~0~0~0~40",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）~2~0~0~1~0~0~3",
            "（三）不予公开~1.属于国家秘密~3~0~0~0~0~0~3",
            "2.其他法律行政法规禁止公开~0~0~0~0~0~0~0",
            "3.危及“三安全一稳定”~0~0~0~0~0~0~0",
            "4.保护第三方合法权益~0~0~0~0~0~0~0",
            "5.属于三类内部事务信息~0~0~0~0~0~0~0",
            "6.属于四类过程性信息~0~0~0~0~0~0~0",
            "四、结转下年度继续办理~17~0~0~0~0~0~17",
        ];
        requests(&rows.join("~")).replace(['~', '\n'], between)
    };
    for between in ["\t", " | "] {
        rows(
            &table(between),
            &[
                ("received", "61 0 0 1 0 0 62"),
                ("carried_over", "1 0 _ 0 0 0 _"),
                ("denied.state_secret", "3 0 0 0 0 0 3"),
                ("carried_forward", "17 0 0 0 0 0 17"),
            ],
        );
    }
}

#[test]
fn a_table_on_the_line_of_its_heading() {
    let text = report("", "", "").replace(
        "四、政府信息公开行政复议、行政诉讼情况\n",
        "四、政府信息公开行政复议、行政诉讼情况行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉\
         结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计000000000000000\n",
    );
    assert_eq!(disputes(&parse(&text)), ["0?"; 15].join(" "));
}

#[test]
fn a_label_over_two_rows() {
    // A page break inside a row: its figures stand beside the first half of the label.
    let table = format!(
        "{RECEIVED}\t5\t0\t0\t0\t0\t0\t5\n\t\t5、属\t3\t0\t0\t0\t0\t0\t3\n\t\t于三类内部事务信息\t\t\t\t\t\t\t\n\t\t6、属于四类过程性信息\t2\t0\t0\t0\t0\t0\t2\n"
    );
    rows(
        &requests(&table),
        &[("denied.internal_affairs", "3 0 0 0 0 0 3"), ("denied.process_information", "2 0 0 0 0 0 2")],
    );
    // A line break inside a cell: they stand beside the second half.
    let table = format!(
        "{RECEIVED}| 5| 0| 0| 0| 0| 0| 5\n3、危及“  \n三安全一稳定” | 3| 0| 0| 0| 0| 0| 3\n2、重复  \n申请 | 2| 0| 0| 0| 0| 0| 2\n"
    );
    rows(
        &requests(&table),
        &[("denied.safety_and_stability", "3 0 0 0 0 0 3"), ("not_processed.repeated", "2 0 0 0 0 0 2")],
    );
}

#[test]
fn a_heading_behind_the_last_cell() {
    let text = "砚陵县2024年政府信息公开工作年度报告一、总体情况2024年，全年公开信息305条。二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数\
        本年废止件数现行有效件数规章000行政规范性文件102第二十条第（五）项信息内容本年处理决定数量行政许可3第二十条第（六）项信息内容本年处理决定数量\
        行政处罚4行政强制0第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费57152.8三、行政机关收到和处理政府信息公开申请情况单位：件\
        （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他\
        一、本年新收政府信息公开申请数量2000002二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开2000002\
        （七）总计2000002四、结转下年度继续办理0000000四、政府信息公开行政复议、行政诉讼情况无。五、政府信息公开工作存在的主要问题及改进情况一是更新不够及时，\
        回应较慢；二是人员不足。六、其他需要报告的事项2024年，未收取费用。";
    let parsed = parse(text);
    assert_eq!(shown(&parsed, "proactive.administrative_fees.amount"), "571528000?");
    let kinds: Vec<SectionKind> = parsed.report.sections.iter().map(|section| section.kind).collect();
    assert_eq!(kinds, SectionKind::ALL);
}

#[test]
fn heads_and_figures_by_turns_are_no_row() {
    let table = "行政复议\n结果纠正\n1\n其他结果\n0\n结果维持\n0\n尚未审结\n行政诉讼\n未经复议直接起诉\n复议后起诉\n总计\n结果维持\n0\n1\n1\n结果纠正\n0\n\
        其他结果\n0\n尚未审结\n0\n结果维持\n0\n总计\n1\n结果纠正\n0\n其他结果\n1\n尚未审结\n0\n总计\n1\n";
    assert_eq!(disputes(&parse(&report("", "", table))), ["*"; 15].join(" "));
}

#[test]
fn labels_first_and_no_sums_to_tell_rows_from_columns() {
    let table = "信息内容\n规章\n行政规范性文件\n第二十条第（一）项\n本年制发件数\n本年废止件数\n现行有效件数\n5970\n7200\n67\n0\n13\n51369\n";
    let parsed = parse(&report(table, "", ""));
    assert_eq!(shown(&parsed, "proactive.regulations.repealed"), "*");
}

#[test]
fn marks_around_which_a_label_is_wrapped() {
    for figures in [" / / / / / / /\n", "\n/ / / / / / /\n"] {
        let table = format!(
            "{RECEIVED} 3 / / / / / 3\n1、属于国家秘密 / / / / / 1 1\n2、其他法律行政{figures}法规禁止公开\n3、危及“三安全一稳定” / / / / / / /\n"
        );
        rows(
            &requests(&table),
            &[
                ("denied.state_secret", "/ / / / / 1 1"),
                ("denied.prohibited_by_law", "/ / / / / / /"),
                ("denied.safety_and_stability", "/ / / / / / /"),
            ],
        );
    }
}

#[test]
fn headings_numbered_otherwise() {
    let text = report("规章 1 2 3", "", "").replace("一、", "1.").replace("二、", "2.").replace("三、", "3.");
    let text = text.replace("四、", "4.").replace("五、", "5.").replace("六、", "6.");
    let text = text.replace("全年公开", "（一）主动公开政府信息情况\n全年公开");
    let kinds =
        |text: &str| parse(text).report.sections.iter().map(|section| section.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&text), SectionKind::ALL);
}

#[test]
fn empty_lines_within_a_row_of_cells() {
    // The end of a page, twice: no part of the row is a whole one with a blank cell lost between.
    let whole = cells("\n\t", "\n");
    let text = whole.replace("\t61\n\t0\n\t0\n\t1\n\t0\n\t0\n", "\t61\n\t0\n\t0\n\n\t1\n\t0\n\t0\n\n");
    assert_ne!(text, whole);
    rows(&text, &[("received", "* * * * * * *"), ("carried_over", "1 0 _ 0 0 0 1")]);
    // Figures wrapped in their cells, at the end of a page.
    let table = format!(
        "{RECEIVED}\t2303\t1462\t1679\t1204\t1557\t1876\t1008\n\t6\t6\t3\t8\t7\t1\t41\n{CARRIED}\t1\t0\t\t0\t0\t0\t1\n"
    );
    rows(&requests(&table), &[("received", "* * * * * * *"), ("carried_over", "1 0 _ 0 0 0 1")]);
}

const AHEAD: &str = "一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n\
                     （一）予以公开 1 0 0 0 0 0 1\n";

#[test]
fn cells_amid_the_lines_of_a_label_are_its_own() {
    let text = requests(&format!(
        "{AHEAD}4.无正当理由大量反复申请\n5.要求行政机关确认或重新出具已获取\n3 0 0 0 0 0 3\n信息\n\
         1.申请人无正当理由逾期不补正、行政机关\n不再处理其政府信息公开申请\n3.其他 2 0 0 0 0 0 2\n"
    ));
    rows(
        &text,
        &[
            ("not_processed.excessive", "_ _ _ _ _ _ _"),
            ("not_processed.reconfirmation", "3 0 0 0 0 0 3"),
            ("other.overdue_correction", "_ _ _ _ _ _ _"),
            ("other.miscellaneous", "2 0 0 0 0 0 2"),
        ],
    );
}

#[test]
fn the_side_on_which_cells_stand_is_that_of_other_rows() {
    let between = "3.危及“三安全一稳定” 0 0 0 0 0 0 0\n7.属于行政执法案卷 0 0 0 0 0 0 0\n";
    let two = "2.其他法律行政法规禁止公\n开\n4 0 0 0 0 0 4\n3.危及“三安全一稳定” 0 0 0 0 0 0 0\n\
               1.本机关不掌握相关政府信\n息\n5 0 0 0 0 0 5\n3.补正后申请内容仍不明确 0 0 0 0 0 0 0\n";
    let last = "5.要求行政机关确认或重新\n出具已获取信息\n3 0 0 0 0 0 3\n\
                1.申请人无正当理由逾期不补正、行政机关\n不再处理其政府信息公开申请\n（七）总计 13 0 0 0 0 0 13\n";
    rows(
        &requests(&format!("{AHEAD}{two}{last}")),
        &[
            ("denied.prohibited_by_law", "4 0 0 0 0 0 4"),
            ("not_processed.reconfirmation", "3 0 0 0 0 0 3"),
            ("other.overdue_correction", "_ _ _ _ _ _ _"),
        ],
    );
    // Without such rows they may be those of either label.
    rows(
        &requests(&format!("{AHEAD}{between}{last}")),
        &[("not_processed.reconfirmation", "* * * * * * *"), ("other.overdue_correction", "* * * * * * *")],
    );
}

#[test]
fn a_letter_beside_the_rows_sticks_to_a_mark() {
    let text = requests(&format!(
        "{AHEAD}5.属于三类内部事务信息 - 0 0 0 0 0 -本\n8.属于行政查询事项 0 0 0 无 无 0 无度\n"
    ));
    rows(
        &text,
        &[("denied.internal_affairs", "/ 0 0 0 0 0 /"), ("denied.administrative_inquiry", "0 0 0 / / 0 /")],
    );
}

#[test]
fn figures_with_units_beside_guidance() {
    let parsed = parse(&report(
        "第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 1 2 3\n\
         其他对外管理服务事项（指行政许可以外的管理服务事 4 0 5条\n项，含行政确认、行政处罚、行政强制等）\n第二十条第（六）项\n\
         信息内容 上一年项目数量 本年增/减 处理决定数量\n行政处罚 6 7 8\n",
        "",
        "",
    ));
    let found = ["prior_items", "change", "decisions"]
        .map(|column| shown(&parsed, &format!("proactive.other_services.{column}")));
    assert_eq!(found, ["4", "0", "5"]);
}

#[test]
fn tables_end_with_rows_whose_labels_are_broken_or_bare() {
    let cut = requests(&format!(
        "{AHEAD}（四）无 1.本机关不掌握相关政府信息 2 0 0 0 0 0 2\n法提供 2.没有现成信息需要另行制作 0 3 0 0 0 0 3\n"
    ));
    rows(&cut, &[("unavailable.not_held", "2 0 0 0 0 0 2"), ("unavailable.needs_creation", "0 3 0 0 0 0 3")]);
    let total = requests(&format!(
        "{AHEAD}2.申请人逾期未按收费通知要求缴纳费用、\n0 0 0 4 0 0 4 （六）其\n行政机关不再处理其政府信息公开申请\n\
         他处理\n3.其他 2 0 0 0 0 0 2\n（七）总计 7 0 0 4 0 0 11\n"
    ));
    rows(
        &total,
        &[
            ("other.overdue_fee", "0 0 0 4 0 0 4"),
            ("other.miscellaneous", "2 0 0 0 0 0 2"),
            ("total", "7 0 0 4 0 0 11"),
        ],
    );
}

#[test]
fn a_foreign_row_behind_a_full_one() {
    let parsed = parse(&report(
        "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n\
         行政规范性文件 1 2 3 其他主动公开文件 40 50 60\n",
        "",
        "",
    ));
    let found = ["issued", "repealed", "in_force"]
        .map(|column| shown(&parsed, &format!("proactive.normative_documents.{column}")));
    assert_eq!(found, ["1", "2", "3"]);
}

#[test]
fn the_head_of_results_is_no_heading() {
    let text = requests(&format!(
        "{AHEAD}三、本年度办理结果（五）不予处理 2.重复申请 3 0 0 0 0 0 3\n（七）总计 4 0 0 0 0 0 4\n"
    ));
    rows(&text, &[("not_processed.repeated", "3 0 0 0 0 0 3"), ("total", "4 0 0 0 0 0 4")]);
}

#[test]
fn each_row_begins_with_a_pipe() {
    let cells = |words: &str| words.split(' ').map(|word| format!("{word} |\n")).collect::<String>();
    let outcomes = "结果维持 结果纠正 其他结果 尚未审结 总计";
    let text = report(
        "",
        "",
        &format!(
            "|\n行政复议 |\n行政诉讼 |\n|\n{}{}|\n{}|\n{}|\n|\n{}|\n",
            cells(outcomes),
            cells("未经复议直接起诉 复议后起诉"),
            cells(&format!("{outcomes} {outcomes}")),
            cells("0 0 0 0 0 0 0"),
            cells("0 0 0 0 0"),
        ),
    );
    assert_eq!(disputes(&parse(&text)), "0 0 0 0 0 0 0 _ _ 0 0 0 0 0 _");
}

#[test]
fn labels_behind_their_cells_have_none_for_certain() {
    let text = requests(
        "三、本年度办理结果\n9\t0\t0\t0\t0\t0\t9\t（一）予以公开\n8\t0\t0\t0\t0\t0\t8\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n\
         17\t0\t0\t0\t0\t0\t17\t（七）总计\n1\t0\t0\t0\t0\t0\t1\t四、结转下年度继续办理\n",
    );
    let doubt = "* * * * * * *";
    rows(
        &text,
        &[("granted", doubt), ("partially_granted", doubt), ("total", doubt), ("carried_forward", doubt)],
    );
}

#[test]
fn a_bare_number_behind_a_glued_row_is_perhaps_that_of_a_page() {
    let text = requests(
        "一、本年新收政府信息公开申请数量9000009\n二、上年结转政府信息公开申请数量0000000\n（一）予以公开9000009\n5\n\
         （七）总计9000009\n四、结转下年度继续办理0000000\n",
    );
    let parsed = parse(&text);
    assert!(!row(&parsed, "granted").contains('5') && row(&parsed, "total").starts_with("9?"));
}

#[test]
fn the_heading_of_a_table_again_on_its_next_page() {
    let text = requests(&format!(
        "{AHEAD}- 3 -\n三、收到和处理政府信息公开申请情况\n（七）总计 1 0 0 0 0 0 1\n四、结转下年度继续办理 8 0 0 0 0 0 8\n"
    ));
    rows(&text, &[("granted", "1 0 0 0 0 0 1"), ("total", "1 0 0 0 0 0 1")]);
}

/// A label cut in its cell goes on below it, beside the cells: its second half alone looks like the beginning of a heading.
#[test]
fn a_label_cut_in_its_cell() {
    let text = requests(&format!(
        "{RECEIVED} | 61 | 0 | 0 | 1 | 0 | 0 | 62\n---|---|---|---|---|---|---|---\n（四）无法提供 | 1.本机关不掌握相关  \n\
         政府信息 | 4 | 0 | 0 | 0 | 0 | 3 | 7\n2.没有现成  \n信息需要另行制作 | 9 | 0 | 0 | 0 | 0 | 0 | 9\n"
    ));
    let expected =
        [("unavailable.not_held", "4 0 0 0 0 3 7"), ("unavailable.needs_creation", "9 0 0 0 0 0 9")];
    rows(&text, &expected);
}

/// One figure a row: the comma before it stands behind words, where it parts no thousands.
#[test]
fn a_table_of_one_figure_a_row_between_commas() {
    let table = "信息内容,本年处理决定数量\n行政许可,760\n行政处罚,0\n行政强制,1204\n";
    let parsed = parse(&report(table, "", ""));
    let paths = ["licensing", "penalty", "compulsion"]
        .map(|item| format!("proactive.administrative_{item}.decisions"));
    assert_eq!(paths.map(|path| shown(&parsed, &path)), ["760", "0", "1204"]);
}

/// Where not even lines part them, the prose behind a row touches its figures.
#[test]
fn figures_that_touch_the_prose_behind_them() {
    let text = requests(&format!("{RECEIVED}61001006{CARRIED}100000012023年，我单位公开信息3条。"));
    rows(&text, &[("carried_over", "* * * * * * *")]);
}

/// A page whose boxes were read out of order: the labels of a table, and its figures behind the next heading.
#[test]
fn labels_alone_and_figures_behind_the_next_heading() {
    let labels = format!("{RECEIVED}\n{CARRIED}\n1.属于国家秘密\n");
    let figures = "3\n0\n1\n0\n0\n0\n4\n";
    let heads =
        "行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n行政诉讼\n未经复议直接起诉\n复议后起诉\n0\n";
    let read = |text: String| row(&parse(&text), "received");
    assert_eq!(read(report("", &labels, &format!("申请人情况\n{figures}{heads}"))), "* * * * * * *");
    assert_eq!(read(report("", &labels, heads)), "_ _ _ _ _ _ _");
}

/// The number of a row tells its label from the one above, though both begin alike.
#[test]
fn a_piece_of_a_label_behind_its_own_number() {
    let text = requests(&format!(
        "{RECEIVED} 61 0 0 1 0 0 62\n{CARRIED} 1 0 0 0 0 0 1\n7. 5 0 0 2 0 0 7\n属于行政执法案卷\n\
         8. 属于行 4 0 0 0 1 0 5\n政查询事项\n4.保护第三方合法权益 3 0 0 0 0 0 3\n"
    ));
    rows(
        &text,
        &[("denied.administrative_inquiry", "4 0 0 0 1 0 5"), ("denied.third_party_rights", "3 0 0 0 0 0 3")],
    );
    assert!(row(&parse(&text), "denied.enforcement_files") != "4 0 0 0 1 0 5");
}

/// Spans of the heads that were counted wrong push the row of review to the right, and its last cell out of the table.
#[test]
fn a_row_of_review_that_is_pushed_one_cell_further() {
    let table = |row: &str| {
        let heads = "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n";
        disputes(&parse(&report("", "", &format!("{heads}{}\n", row.replace(' ', "\t").replace('_', "")))))
    };
    assert_eq!(table("_ 2 1 0 0 3 0 1 0 4 5 0 0 0 2"), ["*"; 15].join(" "));
    assert_eq!(table("_ 2 1 0 3 0 1 0 4 5 0 0 0 2 2"), "_ 2 1 0 3 0 1 0 4 5 0 0 0 2 2");
}
