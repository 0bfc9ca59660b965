//! Tables whose rows have fewer or more cells than the form: columns left out, blanks without a trace, a column of sums.
#![allow(clippy::unwrap_used, clippy::panic)]

mod shown;

use gongkai::{Parsed, parse_report};
use shown::row;

/// Reads the rows of table three below its heads; `⇥` is a tab.
fn requests(text: &str) -> Parsed {
    parse_report(&format!("三、收到和处理政府信息公开申请情况\n{text}").replace('⇥', "\t")).unwrap()
}

const LABELS: [&str; 6] = [
    "一、本年新收政府信息公开申请数量⇥⇥",
    "二、上年结转政府信息公开申请数量⇥⇥",
    "三、本年度办理结果⇥（一）予以公开⇥",
    "⇥（三）不予公开⇥1.属于国家秘密",
    "⇥（七）总计⇥",
    "四、结转下年度继续办理⇥⇥",
];

const ROWS: [&str; 6] =
    ["received", "carried_over", "granted", "denied.state_secret", "total", "carried_forward"];

/// The same of rows as the form labels them.
fn labelled(heads: &str, rows: [&str; 6]) -> Parsed {
    let rows: String = LABELS.iter().zip(rows).map(|(label, cells)| format!("{label}⇥{cells}\n")).collect();
    requests(&format!("{heads}{rows}五、存在的主要问题及改进情况\n无。"))
}

#[test]
fn columns_that_the_heads_lack_are_blank() {
    let heads = "⇥⇥⇥自然人⇥法人或其他组织⇥⇥总计\n⇥⇥⇥⇥商业企业⇥其他⇥\n";
    let parsed = labelled(heads, ["5⇥2⇥⇥7", "⇥⇥1⇥1", "3⇥2⇥⇥5", "2⇥⇥⇥2", "5⇥2⇥⇥7", "⇥⇥1⇥1"]);
    let read = ROWS.map(|name| row(&parsed, name));
    let printed = [
        "5? 2? _ _ _ _ 7?",
        "_ _ _ _ _ 1? 1?",
        "3? 2? _ _ _ _ 5?",
        "2? _ _ _ _ _ 2?",
        "5? 2? _ _ _ _ 7?",
        "_ _ _ _ _ 1? 1?",
    ];
    assert_eq!(read, printed);
}

/// With the residue of their labels, rows have as many cells as the form has columns.
#[test]
fn rows_below_each_other_have_the_columns_of_their_heads() {
    let heads = "⇥⇥⇥自然人⇥法人或其他组织⇥⇥⇥总计\n⇥⇥⇥⇥商业企业⇥社会公益组织⇥法律服务机构⇥\n";
    let rows = ["⇥1⇥⇥1⇥2", "⇥3⇥1⇥⇥4", "⇥⇥⇥⇥", "⇥4⇥1⇥⇥5", "⇥4⇥1⇥⇥5", "⇥⇥⇥1⇥1"];
    let read = labelled(heads, rows);
    assert_eq!(row(&read, "received"), "_ 1? _ _ 1? _ 2?");
    assert_eq!(row(&read, "carried_over"), "_ 3? _ 1? _ _ 4?");
    assert_eq!(row(&read, "denied.state_secret"), "_ 4? _ 1? _ _ 5?");
    assert_eq!(row(&read, "carried_forward"), "_ _ _ _ 1? _ 1?");
}

#[test]
fn a_column_whose_head_was_lost_is_still_one() {
    // The rows have seven cells, and only firms asked.
    let heads = "自然人⇥法人或其他组织⇥总计\n商业企业⇥科研机构⇥法律服务机构⇥其他\n";
    let parsed = requests(&format!(
        "{heads}一、本年新收政府信息公开申请数量⇥⇥3⇥⇥⇥⇥⇥3\n三、本年度办理结果⇥（一）予以公开⇥⇥⇥⇥⇥⇥⇥\n（七）总计⇥⇥3⇥⇥⇥⇥⇥3\n四、结转下年度继续办理⇥⇥⇥⇥⇥⇥⇥\n"
    ));
    assert_eq!(row(&parsed, "received"), "_ 3 _ _ _ _ 3");
    assert_eq!(row(&parsed, "total"), "_ 3 _ _ _ _ 3");
}

#[test]
fn a_total_before_its_column_is_of_fewer_columns() {
    // Which ones, heads that cannot be read do not say.
    let heads = "自然人⇥法入或其他组织⇥总计\n商业⇥其\n";
    let rows = ["5⇥2⇥⇥7⇥⇥⇥", "⇥⇥1⇥1⇥⇥⇥", "3⇥2⇥⇥5⇥⇥⇥", "2⇥⇥⇥2⇥⇥⇥", "5⇥2⇥⇥7⇥⇥⇥", "⇥⇥1⇥1⇥⇥⇥"];
    let labels = LABELS.map(|label| label.trim_matches('⇥'));
    let rows: String = labels.iter().zip(rows).map(|(label, cells)| format!("{label}⇥{cells}\n")).collect();
    let parsed = requests(&format!("{heads}{rows}"));
    for name in ROWS {
        let read = row(&parsed, name);
        assert!(!read.contains(|c: char| c.is_ascii_digit()), "{name}: {read}");
    }
}

#[test]
fn figures_packed_behind_their_labels_have_lost_their_blanks() {
    let heads = "⇥⇥⇥自然人⇥法人或其他组织⇥⇥⇥⇥⇥总计\n⇥⇥⇥⇥商业企业⇥科研机构⇥社会公益组织⇥法律服务机构⇥其他⇥\n";
    let parsed = labelled(heads, ["5⇥2⇥7⇥⇥⇥⇥", "1⇥1⇥⇥⇥⇥", "3⇥2⇥5⇥⇥⇥⇥", "2⇥2⇥⇥⇥⇥", "5⇥2⇥7⇥⇥⇥⇥", "1⇥1⇥⇥⇥⇥"]);
    for (name, total) in ROWS.iter().zip(["7?", "1?", "5?", "2?", "7?", "1?"]) {
        let read = row(&parsed, name);
        let (parts, own) = read.rsplit_once(' ').unwrap();
        assert_eq!(own, total, "{name}: {read}");
        assert!(!parts.contains(|c: char| c.is_ascii_digit()), "{name}: {read}");
    }
}

#[test]
fn figures_of_the_last_columns_alone_are_not_packed() {
    // One row has lost a cell.
    let parsed = requests(
        "一、本年新收政府信息公开申请数量⇥⇥⇥⇥⇥⇥2⇥2⇥⇥\n二、上年结转政府信息公开申请数量⇥⇥⇥⇥⇥⇥1⇥1⇥⇥\n三、本年度办理结果⇥（一）予以公开⇥⇥⇥⇥⇥⇥⇥⇥\n（二）部分公开⇥⇥⇥⇥⇥⇥3⇥⇥\n（七）总计⇥⇥⇥⇥⇥⇥3⇥3⇥⇥\n五、存在的主要问题及改进情况",
    );
    assert_eq!(row(&parsed, "received"), "_ _ _ _ _ 2? 2?");
    assert_eq!(row(&parsed, "total"), "_ _ _ _ _ 3? 3?");
}

#[test]
fn zeros_packed_behind_their_labels_have_lost_their_blanks() {
    let parsed = labelled("", ["0⇥0⇥0", "0⇥0", "0⇥0⇥0⇥0", "0⇥0⇥0", "0⇥0⇥0⇥0⇥0", "0⇥0⇥0⇥0⇥0⇥0⇥0"]);
    assert_eq!(row(&parsed, "carried_forward"), "0 0 0 0 0 0 0");
    for name in ["received", "carried_over", "granted", "denied.state_secret", "total"] {
        let read = row(&parsed, name);
        assert!(!read.contains('0') || read.ends_with("0?"), "{name}: {read}");
        assert!(!read.ends_with('_'), "{name}: {read}");
    }
}

#[test]
fn a_second_total_behind_the_organisations_is_their_sum() {
    for head in ["合计", "总计"] {
        let heads = format!(
            "⇥⇥⇥自然人⇥法人或其他组织⇥⇥⇥⇥⇥⇥总计\n⇥⇥⇥⇥商业企业⇥科研机构⇥社会公益组织⇥法律服务机构⇥其他⇥{head}⇥\n"
        );
        let parsed = labelled(
            &heads,
            ["4⇥3⇥⇥⇥⇥⇥3⇥7", "⇥⇥⇥⇥1⇥⇥1⇥1", "3⇥⇥⇥⇥⇥⇥⇥3", "1⇥3⇥⇥⇥1⇥⇥4⇥5", "4⇥3⇥⇥⇥1⇥⇥4⇥8", "⇥⇥⇥⇥⇥⇥⇥"],
        );
        let read = ROWS.map(|name| row(&parsed, name));
        let printed = [
            "4 3 _ _ _ _ 7",
            "_ _ _ _ 1 _ 1",
            "3 _ _ _ _ _ 3",
            "1 3 _ _ 1 _ 5",
            "4 3 _ _ 1 _ 8",
            "_ _ _ _ _ _ _",
        ];
        assert_eq!(read, printed, "{head}");
    }
}

/// A grid for each page: that of the second lacks the columns in which it has nothing, and the sums of all rows tell which.
#[test]
fn rows_of_a_page_of_fewer_columns_are_read_beside_whole_ones() {
    let text = "三、收到和处理政府信息公开申请情况
||自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
|---|---|---|---|---|---|---|---|---|
||一、本年新收政府信息公开申请数量|33|9|2|||2|46|
||二、上年结转政府信息公开申请数量||||||||
|三、本年度办理结果|（一）予以公开|12|2|1|||1|16|
||（二）部分公开|4|1|||||5|
||（三）不予公开<br>1.属于国家秘密|3|1|||||4|

||2.其他法律行政法规禁止公开|5|1|1|1|8|
|---|---|---|---|---|---|---|
||3.危及“三安全一稳定”|1|1|||2|
||4.保护第三方合法权益|1|1|||2|
||5.属于三类内部事务信息|1|1|||2|
||8.属于行政查询事项|6|1|||7|
||（七）总计|33|9|2|2|46|
||四、结转下年度继续办理||||||
";
    let parsed = parse_report(text).unwrap();
    assert_eq!(row(&parsed, "received"), "33 9 2 _ _ 2 46");
    assert_eq!(row(&parsed, "denied.prohibited_by_law"), "5? 1? 1? _ _ 1? 8?");
    assert_eq!(row(&parsed, "total"), "33? 9? 2? _ _ 2? 46?");
}
