//! What tools make of tables whose cells wrap, whose tags stand amid words, or whose blocks they put in an order of their
//! own: each figure is right, or it says that it is not certain.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use gongkai::{Certainty, Fact, Status, parse_report, plain};

const HEAD: &str = "雾岭县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
const TAIL: &str = "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n无。\n";

/// A row as it is read: `!` behind an exact figure, `_` blank, a mark as `/`, `?` for whatever says that it is not certain.
fn row(text: &str, path: &str) -> String {
    let report = parse_report(text).unwrap().report;
    let own = |fact: &Fact<'_>| {
        let name = fact.path().to_string();
        name.strip_prefix(path).is_some_and(|column| column.starts_with('.'))
    };
    let cells: Vec<String> = report.facts().filter(own).map(show).collect();
    cells.join(" ")
}

fn show(fact: Fact<'_>) -> String {
    match (fact.status(), fact.value(), fact.certainty()) {
        (Status::Value, Some(value), Some(Certainty::Exact)) => plain(value) + "!",
        (Status::Value, Some(value), _) => plain(value),
        (Status::Blank, ..) => "_".to_owned(),
        (Status::NotApplicable, ..) => "/".to_owned(),
        _ => "?".to_owned(),
    }
}

/// Every cell of a row is what it should be, or says that it is not certain.
#[track_caller]
fn right_or_open(text: &str, path: &str, printed: &str) {
    let read = row(text, path);
    for (cell, figure) in read.split(' ').zip(printed.split(' ')) {
        assert!(cell == "?" || cell.trim_end_matches('!') == figure, "{path}: {read} for {printed}");
    }
}

#[test]
fn pipes_that_close_no_row_leave_the_last_cell() {
    let text = format!(
        "{HEAD}一、本年新收政府信息公开申请数量 |  |  | 2 | 0 | 1 | 0 | 0 | 0 | 3\n\
         二、上年结转政府信息公开申请数量 |  |  | 0 |  | / | 0 | 0 | 0 | \n\
         三、本年度办理结果 | （一）予以公开 |  |  | 0 |  | 0 | 0 | 0 | \n \
         | （二）部分公开 |  | 2 | 0 | 1 | 0 | 0 | 0 | 3\n{TAIL}"
    );
    assert_eq!(row(&text, "requests.carried_over"), "0! _ / 0! 0! 0! _");
    assert_eq!(row(&text, "requests.granted"), "_ 0! _ 0! 0! 0! _");
}

#[test]
fn the_tab_behind_each_row_is_before_no_cell() {
    let rows =
        ["自然人~总计", "一、本年新收政府信息公开申请数量~2~0~4~1~0~4~11", "（一）予以公开~0~0~3~0~3~6"];
    let rows = rows.map(|row| format!("\t{}\t\n", row.replace('~', "\t"))).concat();
    let text = format!("{HEAD}{rows}{TAIL}");
    assert_eq!(row(&text, "requests.received"), "2! 0! 4! 1! 0! 4! 11!");
    // A blank cell is lost, and which it was cannot be said; the sum is there.
    right_or_open(&text, "requests.granted", "0 _ 0 3 0 3 6");
    assert_eq!(row(&text, "requests.granted").split(' ').next_back(), Some("6"));
}

#[test]
fn a_table_between_tabs_on_the_line_of_its_heading() {
    let outcomes = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t";
    let figures = "3\t1\t0\t2\t6\t0\t0\t0\t0\t0\t4\t0\t0\t1\t5\t";
    let line = format!(
        "\t行政复议\t行政诉讼\t{outcomes}未经复议直接起诉\t复议后起诉\t{outcomes}{outcomes}{figures}五、存在的主要问题及改进情况\n"
    );
    let text = format!("{HEAD}{}", TAIL.replace("\n五、存在的主要问题及改进情况\n", &line));
    assert_eq!(row(&text, "disputes.reconsideration"), "3! 1! 0! 2! 6!");
    assert_eq!(row(&text, "disputes.litigation_after_reconsideration"), "4! 0! 0! 1! 5!");
}

/// Cells on lines of their own, a line between rows; the last one is blank, and the next heading stands behind it.
#[test]
fn a_blank_cell_before_the_next_heading() {
    let heads = "行政复议\n行政诉讼\n\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计";
    let figures = "\n0\n0\n0\n0\n_\n2\n0\n4\n3\n\n3\n0\n0\n0\n_";
    let lines = format!("\n{heads}\n未经复议直接起诉\n复议后起诉\n{figures}");
    for separator in ["\t", "|"] {
        let cell = |cell: &str| match cell {
            "" => format!("\n{separator}"),
            "_" => format!("\n{separator}\u{A0}{separator}"),
            _ => format!("\n{separator}{cell}{separator}"),
        };
        let cells: String = lines.split('\n').map(cell).collect();
        let text = format!("{HEAD}{}", TAIL.replacen('\n', &cells, 1));
        right_or_open(&text, "disputes.litigation_direct", "2 0 4 3 _");
        right_or_open(&text, "disputes.litigation_after_reconsideration", "3 0 0 0 _");
    }
}

#[test]
fn separators_within_the_number_of_a_label() {
    let lines = format!(
        "{HEAD}（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况|自然人|法人或其他组织|总计\
         |商业企业|科研机构|社会公益组织|法律服务机构|其他|一、本年新收政府信息公开申请数量|3|0|1|0|0|2|6\
         |二、上年结转政府信息公开申请数量|/|/|0|4|0|4|三|、|本|年|度|办|理|结|果|（一）予以公开|3|0|1|0|4|2|10|（七）总计|3|0|1|0|4|2|10"
    );
    let text = lines.replace('\n', "|") + "|四、结转下年度继续办理|0|0|0|0|0|0|0";
    let text = format!("{}|{text}|{}", "一、总体情况|全年工作平稳有序。".repeat(60), TAIL.replace('\n', "|"));
    assert_eq!(row(&text, "requests.received"), "3! 0! 1! 0! 0! 2! 6!");
    // A blank cell before the four is lost, and which it was cannot be said.
    right_or_open(&text, "requests.carried_over", "/ / _ 0 4 0 4");
}

#[test]
fn the_point_of_a_number_behind_a_space() {
    let text = format!(
        "{HEAD}3.危及“三安全一稳定” 3 1 3 7 4 .保护第三方合法权益 2 2 5.属于三类内部事务信息 0 0 0 0 0 0 0\n{TAIL}"
    );
    right_or_open(&text, "requests.denied.safety_and_stability", "_ 3 1 3 _ _ 7");
    let row = row(&text, "requests.denied.safety_and_stability");
    assert!(!row.contains('4'), "{row}");
}

#[test]
fn wide_digits_between_commas() {
    let text = "雾岭县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（六）项,,,\n\
                信息内容,上一年项目数量,本年增/减,处理决定数量\n行政处罚,１１３,５０,１８７\n行政强制,８５,-５,０\n\
                第二十条第（八）项,,,\n信息内容,上一年项目数量,本年增/减,\n行政事业性收费,８６,１８５,\n";
    assert_eq!(row(text, "proactive.administrative_penalty"), "113! 50! 187!");
    assert_eq!(row(text, "proactive.administrative_compulsion"), "85! -5! 0!");
    assert_eq!(row(text, "proactive.administrative_fees"), "86! 185!");
}

#[test]
fn separators_of_thousands_in_glued_rows() {
    let text = "雾岭县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n\
                信息内容上一年项目数量本年增/减处理决定数量\n行政许可1,3712155546\n其他对外管理服务事项1,028017,327\n\
                第二十条第（六）项\n信息内容上一年项目数量本年增/减处理决定数量\n行政处罚23518\n行政强制895021\n";
    right_or_open(text, "proactive.administrative_licensing", "1371 2155 546");
    right_or_open(text, "proactive.other_services", "1028 0 17327");
}

#[test]
fn rows_behind_labels_that_wrap() {
    let text = format!(
        "{HEAD}（一）予以公开 498 0 42 60 51 81 732\n（二）部分公开（区分处理的，只\n计这一情形，不计其他情形）\n\
         2.其他法律行政法规禁\n止公开\n3.危及“三安全一稳\n定”\n0 29 0 0 0 0 29\n332 29 0 20 0 54 435\n\
         4.保护第三方合法权益 166 29 42 0 34 27 298\n5.属于三类内部事务信\n息\n0 29 21 0 17 0 67\n\
         6.属于四类过程性信息 332 29 21 20 51 54 507\n{TAIL}"
    );
    for path in ["requests.denied.prohibited_by_law", "requests.denied.safety_and_stability"] {
        assert_eq!(row(&text, path), "? ? ? ? ? ? ?", "{path}");
    }
    assert_eq!(row(&text, "requests.denied.third_party_rights"), "166! 29! 42! 0! 34! 27! 298!");
}

#[test]
fn a_figure_wrapped_around_the_line_of_its_row() {
    let text = format!(
        "{HEAD}                     自然人  商业  科研  其他   总计\n                      20\n\
         一、本年新收政府信息公开申请数量        1    29    11    16    0    265\n                      8\n\
         二、上年结转政府信息公开申请数量    0   2    10    13    0    2    27\n{TAIL}"
    );
    right_or_open(&text, "requests.received", "208 1 29 11 16 0 265");
    assert_eq!(row(&text, "requests.carried_over"), "0! 2! 10! 13! 0! 2! 27!");
}

#[test]
fn units_wrapped_below_their_figures() {
    let text = "雾岭县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n\
                未经复议直接起诉 复议后起诉\n结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 \
                结果维持 结果纠正 其他结果 尚未审结 总计\n128 56 395 115 143 275\n0 211 103 157 0件 375 0 0 418\n件 件 件 件 件 件\n\
                五、存在的主要问题及改进情况\n无。\n";
    right_or_open(text, "disputes.reconsideration", "0 211 128 56 395");
    right_or_open(text, "disputes.litigation_direct", "103 157 115 0 375");
}

#[test]
fn the_last_of_rows_cut_from_one_line_of_pipes_may_lack_its_pipe() {
    // Tags stripped with pipes between them; blank cells leave no trace.
    let text = "雾岭县2022年政府信息公开工作年度报告|三、收到和处理政府信息公开申请情况|申请人情况|自然人|法人或其他组织|总计|\
                商业企业|科研机构|社会公益组织|法律服务机构|其他|一、本年新收政府信息公开申请数量|0|5|149|0|35|41|230|\
                二、上年结转政府信息公开申请数量|0|6|0|0|6|三、本年度办理结果|（一）予以公开|0|3|0|7|10|\
                （三）不予公开|1.属于国家秘密|0|0|0|2.其他法律行政法规禁止公开|0|0|0|7|15|22|\
                3.危及“三安全一稳定”|0|0|57|0|0|57|四、结转下年度继续办理|0|21|0|1|0|22";
    assert_eq!(row(text, "requests.received"), "0! 5! 149! 0! 35! 41! 230!");
    // 7 is in one of two columns, and 15 and 22 end the row.
    let read = row(text, "requests.denied.prohibited_by_law");
    assert!(!read.contains("15!") || read.ends_with("15! 22!"), "{read}");
    assert!(!read.ends_with('_'), "{read}");
}

#[test]
fn words_for_a_sign_before_a_space() {
    let text = "雾岭县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n\
                信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 12 减 3 40\n其他对外管理服务事项 7 增加 2 0\n\
                第二十条第（六）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政处罚 9 增 1 31\n行政强制 4 0 2\n";
    assert_eq!(row(text, "proactive.administrative_licensing"), "12! -3! 40!");
    assert_eq!(row(text, "proactive.other_services"), "7! 2! 0!");
    assert_eq!(row(text, "proactive.administrative_penalty"), "9! 1! 31!");
}

#[test]
fn two_wrapped_labels_and_then_their_two_rows() {
    let text = format!(
        "{HEAD}2.重复申请 0 0 3 0 0 0 3\n\n0 0 0 0 0 0 0\n\n自然人\n商业企业\n\n3.要求提供公开出版\n物\n4.无正当理由大量反\n复申请\n\n1 0 0 0 1 0 2\n\n\
         0 0 0 4 0 0 4\n\n5.要求行政机关确认或重新\n出具已获取信息\n（六）其他处理\n2 0 0 0 0 0 2\n（七）总计 3 0 3 4 1 0 11\n{TAIL}"
    );
    right_or_open(&text, "requests.not_processed.publication", "1 0 0 0 1 0 2");
    right_or_open(&text, "requests.not_processed.excessive", "0 0 0 4 0 0 4");
    assert_eq!(row(&text, "requests.not_processed.repeated"), "0! 0! 3! 0! 0! 0! 3!");
    right_or_open(&text, "requests.not_processed.reconfirmation", "2 0 0 0 0 0 2");
}

#[test]
fn a_row_below_one_that_ends_with_its_sum_is_no_part_of_it() {
    // Blank cells leave no trace: the second row is that of a label elsewhere.
    let text = format!(
        "{HEAD}一、本年新收政府信息公开申请数量 8 1 2 11\n（一）予以公开 6 1 7\n1 2 1 4\n（七）总计 7 3 1 11\n{TAIL}"
    );
    let read = row(&text, "requests.granted");
    assert!(!read.contains('4') && !read.contains('2'), "{read}");
}

#[test]
fn rows_that_a_page_has_apart_from_their_labels() {
    // The lines of the tall cells come last.
    let text = format!(
        "{HEAD}一、本年新收政府信息公开申请数量 9 0 1 0 0 0 10\n（一）予以公开 2 0 0 0 0 0 2\n1.属于国家秘密 0 0 0 0 0 0 0\n\
         1.本机关不掌握相关政府\n信息\n2.没有现成信息需要另行\n制作\n3.补正后申请内容仍不明\n确\n\
         1.信访举报投诉类申请 1 0 0 0 0 0 1\n2.重复申请 0 0 0 0 0 0 0\n（七）总计 8 0 1 0 0 0 9\n\n\
         3 0 0 0 0 0 3\n\n2 0 1 0 0 0 3\n\n0 0 0 0 0 0 0\n\n（六）其\n他处理\n\n四、结转下年度继续办理 1 0 0 0 0 0 1\n{TAIL}"
    );
    for path in ["not_held", "needs_creation", "still_unclear"] {
        assert_eq!(row(&text, &format!("requests.unavailable.{path}")), "? ? ? ? ? ? ?", "{path}");
    }
    assert_eq!(row(&text, "requests.not_processed.petition"), "1! 0! 0! 0! 0! 0! 1!");
}

#[test]
fn a_column_of_totals_behind_the_rows() {
    let mut text = String::from(HEAD);
    let rows = [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "（一）予以公开",
        "1.属于国家秘密",
    ];
    for (label, figures) in
        rows.iter().zip(["7\n1\n0\n0\n2\n0", "1\n0\n0\n0\n0\n0", "5\n1\n0\n0\n1\n0", "2\n0\n0\n0\n0\n0"])
    {
        text += &format!("{label}\n{figures}\n");
    }
    text += &format!(
        "2.其他法律行政法规禁止公开\n0\n0\n0\n0\n1\n0\n3.危及“三安全一稳定”\n1\n0\n0\n0\n0\n0\n\
                      4.保护第三方合法权益\n0\n0\n0\n0\n0\n0\n7.属于行政执法案卷\n0\n0\n0\n0\n0\n0\n8.属于行政查询事项\n0\n0\n0\n0\n0\n0\n\
                      （七）总计\n8\n1\n0\n0\n2\n0\n四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n\n- 2 -\n\n总计\n\n\
                      10\n1\n7\n2\n1\n1\n0\n0\n0\n11\n0\n\n{TAIL}"
    );
    for (path, printed) in
        [("received", "7 1 0 0 2 0 10"), ("granted", "5 1 0 0 1 0 7"), ("carried_over", "1 0 0 0 0 0 1")]
    {
        right_or_open(&text, &format!("requests.{path}"), printed);
    }
}

#[test]
fn figures_of_a_table_below_the_next_heading() {
    let labels = "一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n（一）予以公开\n（七）总计\n四、结转下年度继续办理\n";
    let columns = "自然人\n6\n1\n5\n5\n2\n商业企业\n1\n0\n1\n1\n0\n总计\n7\n1\n6\n6\n2\n";
    let rest = "五、存在的主要问题及改进情况\n无。\n";
    let dispute = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 \
                   尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n";
    let behind = format!("{HEAD}{labels}四、政府信息公开行政复议、行政诉讼情况\n{columns}{dispute}{rest}");
    let before =
        format!("{HEAD}12\n{}{labels}四、政府信息公开行政复议、行政诉讼情况\n{rest}", "0\n".repeat(12));
    for text in [behind, before] {
        for path in ["received", "carried_over", "granted", "total", "carried_forward"] {
            assert_eq!(row(&text, &format!("requests.{path}")), "? ? ? ? ? ? ?", "{text}");
        }
    }
}

#[test]
fn columns_behind_labels_in_another_order() {
    // Rows whose cells are narrower stand first, so that the figures may be in any order.
    let text = format!(
        "{HEAD}（一）予以公开\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n申请人情况\n自然人\n\
         2\n8\n1\n0\n1\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n1\n0\n0\n3\n9\n1\n{TAIL}"
    );
    for path in ["granted", "received", "carried_over"] {
        assert_eq!(row(&text, &format!("requests.{path}")), "? ? ? ? ? ? ?", "{path}");
    }
}

#[test]
fn figures_below_the_name_of_another_clause() {
    let text = "雾岭县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n规章\n规范性文件\n本年新公开数量\n\
                3\n8\n对外公开总数量\n5\n11\n信息内容\n政府集中采购\n第二十条第（一）项\n本年新制作数量\n4\n9\n\
                第二十条第（九）项\n采购项目数量\n26\n采购总金额（单位：万元）\n310.5\n三、收到和处理政府信息公开申请情况\n";
    right_or_open(text, "proactive.government_procurement", "26 3105000");
}

#[test]
fn wrapped_labels_behind_their_figures_amid_others() {
    // Blocks of a page by their lower edges: figures stand behind labels of one line and before those of two.
    let cells = |figures: &str| figures.replace(' ', "\n") + "\n";
    let text = format!(
        "{HEAD}一、本年新收政府信息公开申请数量\n{}二、上年结转政府信息公开申请数量\n{}（一）予以公开\n{}\
         自然人\n商业企业\n科研机构\n{}（二）部分公开（区分处理的，只计\n这一情形，不计其他情形）\n{}\
         2.其他法律行政法规禁止公\n开\n3.危及“三安全一稳定”\n{}4.保护第三方合法权益\n{}\
         5.要求行政机关确认或重新\n出具已获取信息\n（六）其他处理\n{}（七）总计\n{}\
         四、结转下年度继续办理\n{}{TAIL}",
        cells("9 0 1 0 0 0 10"),
        cells("1 0 0 0 0 0 1"),
        cells("4 0 0 0 0 0 4"),
        cells("0 0 1 0 0 0 1"),
        cells("3 0 0 0 0 0 3"),
        cells("0 0 0 0 0 0 0"),
        cells("1 0 0 0 0 0 1"),
        cells("0 0 0 0 0 0 0"),
        cells("8 0 1 0 0 0 9"),
        cells("2 0 0 0 0 0 2")
    );
    right_or_open(&text, "requests.partially_granted", "0 0 1 0 0 0 1");
    right_or_open(&text, "requests.denied.prohibited_by_law", "3 0 0 0 0 0 3");
    assert_eq!(row(&text, "requests.denied.third_party_rights"), "1! 0! 0! 0! 0! 0! 1!");
}

#[test]
fn figures_wrapped_in_their_cells_move_no_other_row() {
    // The last digits of the first row stand on lines of their own: what is left over of it is no row without a label.
    let cells = |figures: &str| figures.replace(' ', "\n") + "\n";
    let text = format!(
        "{HEAD}一、本年新收政府信息公开申请数量\n{}二、上年结转政府信息公开申请数量\n{}（一）予以公开\n{}\
         （二）部分公开（区分处理的，只\n计这一情形，不计其他情形）\n{}1.属于国家秘密\n{}2.其他法律行政法\n规禁止公开\n{}\
         （七）总计\n{}四、结转下年度继续办理\n{}{TAIL}",
        cells("1204 3 1101 8 1310 2 1422 5 1633 7 1118 4 779 09"),
        cells("12 3 0 4 0 1 20"),
        cells("400 30 20 10 5 5 470"),
        cells("31 2 0 4 0 3 40"),
        cells("6 1 0 0 2 0 9"),
        cells("7 0 1 0 0 2 10"),
        cells("1205 1 1101 9 1310 2 1422 6 1633 7 1118 4 779 29"),
        cells("8 2 1 0 0 1 12"),
    );
    assert_eq!(row(&text, "requests.granted"), "400! 30! 20! 10! 5! 5! 470!");
    assert_eq!(row(&text, "requests.partially_granted"), "31! 2! 0! 4! 0! 3! 40!");
}
