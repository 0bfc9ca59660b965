//! Rows that separators tell apart, broken over two lines at a separator.
#![allow(clippy::unwrap_used, clippy::panic)]

mod shown;

use gongkai::{Parsed, parse_report};
use shown::{disputes, row, shown};

/// Reads a report; `⇥` is a tab.
fn parse(text: &str) -> Parsed {
    parse_report(&text.replace('⇥', "\t")).unwrap()
}

fn requests(rows: &str) -> Parsed {
    parse(&format!("三、收到和处理政府信息公开申请情况\n{rows}\n"))
}

#[test]
fn the_cell_at_the_break_stands_on_both_lines() {
    for broken in ["⇥⇥⇥1⇥1\n⇥⇥⇥2⇥⇥", "⇥⇥\n⇥1⇥1⇥⇥⇥2⇥⇥", "⇥⇥⇥1⇥1⇥⇥\n⇥2⇥⇥"]
    {
        let parsed = requests(&format!(
            "一、本年新收政府信息公开申请数量⇥40⇥⇥6⇥⇥⇥⇥46⇥⇥\n二、上年结转政府信息公开申请数量{broken}\n三、本年度办理结果⇥（一）予以公开⇥40⇥⇥7⇥1⇥⇥⇥48⇥\n（七）总计⇥40⇥⇥7⇥1⇥⇥⇥48⇥⇥"
        ));
        assert_eq!(row(&parsed, "received"), "40 _ 6 _ _ _ 46", "{broken}");
        assert_eq!(row(&parsed, "carried_over"), "_ _ 1 1 _ _ 2", "{broken}");
        assert_eq!(row(&parsed, "granted"), "40 _ 7 1 _ _ 48", "{broken}");
    }
}

#[test]
fn cells_as_many_as_columns_are_joined_as_they_stand() {
    let parsed = requests(
        "一、本年新收政府信息公开申请数量⇥4⇥⇥6⇥⇥⇥⇥10\n三、本年度办理结果⇥（一）予以公开⇥0⇥\n6⇥⇥⇥⇥6\n（七）总计⇥0⇥⇥6⇥⇥⇥⇥6",
    );
    assert_eq!(row(&parsed, "granted"), "0 _ 6 _ _ _ 6");
}

#[test]
fn behind_the_rest_of_a_label_no_cell_is_shared() {
    let parsed = requests(
        "一、本年新收政府信息公开申请数量⇥1⇥⇥⇥3⇥2⇥⇥6⇥\n（二）部分公开（区分处理的，只计这一情形，不\n计其他情形）⇥⇥⇥⇥⇥2⇥⇥2⇥⇥\n（七）总计⇥1⇥⇥⇥3⇥2⇥⇥6⇥",
    );
    assert_eq!(row(&parsed, "partially_granted"), "_ _ _ _ 2? _ 2?");
}

const DISPUTES: &str = "四、政府信息公开行政复议、行政诉讼情况\n行政复议⇥⇥⇥⇥⇥行政诉讼⇥⇥⇥⇥⇥⇥⇥⇥⇥\n结果维持⇥结果纠正⇥其他结果⇥尚未审结⇥总计⇥未经复议直接起诉⇥⇥⇥⇥⇥复议后起诉⇥⇥⇥⇥\n⇥⇥⇥⇥⇥结果维持⇥结果纠正⇥其他结果⇥尚未审结⇥总计⇥结果维持⇥结果纠正⇥其他结果⇥尚未审结⇥总计\n";

#[test]
fn the_row_of_disputes_goes_on_with_the_cell_at_its_break() {
    let parsed = parse(&format!("{DISPUTES}⇥1⇥0⇥⇥1\n⇥0⇥⇥0⇥0⇥0⇥⇥0⇥0⇥0⇥0\n"));
    assert_eq!(disputes(&parsed), "_ 1 0 _ 1 0 _ 0 0 0 _ 0 0 0 0");
}

#[test]
fn the_last_total_of_disputes_may_stand_below() {
    let row = "1⇥0⇥0⇥0⇥1⇥2⇥0⇥0⇥0⇥2⇥3⇥0⇥0⇥1⇥";
    let parsed = parse(&format!("{DISPUTES}{row}\n4\n"));
    assert!(disputes(&parsed).ends_with("3? 0? 0? 1? 4?"), "{}", disputes(&parsed));
    // Another figure is the number of a page.
    let parsed = parse(&format!("{DISPUTES}{row}\n7\n"));
    assert!(disputes(&parsed).ends_with("3 0 0 1 _"), "{}", disputes(&parsed));
}

#[test]
fn a_figure_below_a_row_that_ends_blank_is_perhaps_its_own() {
    let parsed = parse(
        "二、主动公开政府信息情况\n信息内容⇥本年制发件数⇥本年废止件数⇥现行有效件数\n规章⇥0⇥1⇥2\n行政规范性文件⇥3⇥0⇥\n68\n信息内容⇥本年处理决定数量⇥⇥\n行政处罚⇥\n301⇥⇥\n行政强制⇥5⇥⇥\n",
    );
    assert_eq!(shown(&parsed, "proactive.normative_documents.in_force"), "*");
    assert_eq!(shown(&parsed, "proactive.administrative_penalty.decisions"), "*");
    assert_eq!(shown(&parsed, "proactive.regulations.in_force"), "2");
    assert_eq!(shown(&parsed, "proactive.administrative_compulsion.decisions"), "5");
}
