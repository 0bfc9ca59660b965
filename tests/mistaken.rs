//! Words and figures that are easily taken for others: pieces of labels, rows that the form does not have, numbers of rows,
//! cells that cannot be read, a second table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod shown;

use gongkai::parse_report;
use shown::{disputes, row, shown};

const HEAD: &str =
    "⇥⇥⇥自然人⇥法人或其他组织⇥⇥⇥⇥⇥总计\n⇥⇥⇥⇥商业企业⇥科研机构⇥社会公益组织⇥法律服务机构⇥其他⇥\n";

/// Reads the rows of table three; `⇥` is a tab.
fn requests(rows: &str) -> gongkai::Parsed {
    requests_below(HEAD, rows)
}

/// The same below other heads.
fn requests_below(heads: &str, rows: &str) -> gongkai::Parsed {
    let text = format!("三、收到和处理政府信息公开申请情况\n{heads}{rows}\n");
    parse_report(&text.replace('⇥', "\t")).unwrap()
}

#[test]
fn a_wrapped_label_ends_its_own_row() {
    // 反复申请 is near to 重复申请.
    let parsed = requests(
        "（五）不予处理⇥2.重复申请⇥⇥5⇥0⇥0⇥0⇥0⇥0⇥5\n⇥4.无正当理由大量\n反复申请⇥⇥0⇥3⇥0⇥0⇥0⇥0⇥3\n四、结转下年度继续办理⇥⇥⇥1⇥0⇥0⇥0⇥0⇥0⇥1",
    );
    assert_eq!(row(&parsed, "not_processed.repeated"), "5 0 0 0 0 0 5");
    assert_eq!(row(&parsed, "not_processed.excessive"), "0 3 0 0 0 0 3");
}

#[test]
fn a_label_without_its_first_letter_is_still_near() {
    let parsed =
        requests("⇥（三）不予公开⇥1.属于国家秘密⇥0⇥0⇥0⇥0⇥0⇥0⇥0\n⇥⇥2.他法律行政法规禁止公开⇥4⇥0⇥0⇥1⇥0⇥0⇥5");
    assert_eq!(row(&parsed, "denied.prohibited_by_law"), "4 0 0 1 0 0 5");
}

#[test]
fn a_row_of_subtotals_is_no_column() {
    let parsed = requests(
        "三、本年度办理结果⇥（一）予以公开⇥⇥62⇥157⇥3⇥0⇥0⇥⇥222\n⇥（三）不予公开⇥1.属于国家秘密⇥2⇥0⇥0⇥0⇥0⇥1⇥3\n⇥⇥小计⇥2⇥0⇥0⇥0⇥0⇥1⇥3",
    );
    assert_eq!(row(&parsed, "granted"), "62 157 3 0 0 _ 222");
    assert_eq!(row(&parsed, "denied.state_secret"), "2 0 0 0 0 1 3");
}

#[test]
fn other_handling_cut_in_two_is_no_row_of_the_other_form() {
    let text = "三、收到和处理政府信息公开申请情况\n（五）不予处理 1.信访举报投诉类申请 0 0 0 0 0 0 0\n（六）其\n他 3 0 0 0 0 0 3\n处理\n（七）总计 268 1 4 0 1 4 278\n";
    let parsed = parse_report(text).unwrap();
    assert_eq!(row(&parsed, "other"), "3 0 0 0 0 0 3");
    assert_eq!(row(&parsed, "total"), "268 1 4 0 1 4 278");
}

#[test]
fn the_number_of_a_label_without_its_point_is_no_figure() {
    let blanks = "|\n".repeat(7);
    let text = format!(
        "三、收到和处理政府信息公开申请情况\n2.重复申请 |\n{blanks}3 要求提供公开出版物 |\n4 |\n0 |\n0 |\n0 |\n0 |\n0 |\n4 |\n"
    );
    let parsed = parse_report(&text).unwrap();
    assert_eq!(row(&parsed, "not_processed.repeated"), "_ _ _ _ _ _ _");
    assert_eq!(row(&parsed, "not_processed.publication"), "4 0 0 0 0 0 4");
}

/// A row of one cell a line; what cannot be read keeps its place, and hides nothing behind it.
#[test]
fn a_cell_on_its_line_that_cannot_be_read_is_not_blank() {
    for (cell, read) in [
        ("0①", "Unreadable"),
        ("&nbsp;5", "5"),
        ("5&nbsp;", "5"),
        ("o", "Unreadable"),
        ("○", "Unreadable"),
        ("1○", "Unreadable"),
        ("l8", "Unreadable"),
        ("&nbsp;", "_"),
        ("\"17\"", "17"),
    ] {
        let text = format!(
            "第二十条第（五）项 |\n信息内容 |\n上一年项目数量 |\n本年增/减 |\n处理决定数量 |\n行政许可 |\n12 |\n{cell} |\n31 |\n其他对外管理服务事项 |\n1 |\n0 |\n4 |\n"
        );
        let parsed = parse_report(&text).unwrap();
        let licensing = ["prior_items", "change", "decisions"]
            .map(|measure| shown(&parsed, &format!("proactive.administrative_licensing.{measure}")));
        assert_eq!(licensing, ["12", read, "31"], "{cell}");
    }
}

/// The first cell of a row, too.
#[test]
fn a_row_that_begins_with_a_cell_that_cannot_be_read_is_not_blank() {
    for cell in ["○", "l8", "1О"] {
        for between in ["\n", "\n\n", " |\n"] {
            let cells =
                ["1.属于国家秘密", cell, "0", "2", "0", "0", "1", "21", "七、总计", "5"].join(between);
            let text = format!(
                "三、收到和处理政府信息公开申请情况\n（一）予以公开{between}3{between}{cells}{between}"
            );
            let read = row(&parse_report(&text).unwrap(), "denied.state_secret");
            assert_eq!(read, "Unreadable 0 2 0 0 1 21", "{cell} {between:?}");
        }
    }
}

/// Where blanks leave no trace, a letter among the cells of a line is one of them.
#[test]
fn a_letter_among_the_cells_of_a_line_is_a_cell() {
    for letter in ["О", "l", "○", "I5"] {
        let rows = [
            "一、本年新收政府信息公开申请数量 11 0 1 0 0 3 15",
            &format!("（一）予以公开 7 {letter} 1 0 0 2 10"),
            &format!("（二）部分公开 4 0 0 0 0 1 {letter}"),
        ];
        let text =
            format!("三、收到和处理政府信息公开申请情况\n{}\n（七）总计 11 0 1 0 0 3 15\n", rows.join("\n"));
        let parsed = parse_report(&text).unwrap();
        assert_eq!(row(&parsed, "granted").replace('?', ""), "7 Unreadable 1 0 0 2 10", "{letter}");
        assert_eq!(row(&parsed, "partially_granted").replace('?', ""), "4 0 0 0 0 1 Unreadable", "{letter}");
    }
}

#[test]
fn a_second_table_of_disputes_is_open() {
    let table = |row: &str| {
        format!(
            "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n{}\n{row}\n",
            ["结果维持 结果纠正 其他结果 尚未审结 总计"; 3].join(" ")
        )
    };
    let (own, other) = ("7 0 0 1 8 2 0 0 0 2 0 0 0 0 0", "0 5 0 0 5 0 3 0 0 3 0 0 1 0 1");
    let heading = "四、政府信息公开行政复议、行政诉讼情况\n";
    for separator in [" ", "\t"] {
        let read = |second: &str| {
            let text =
                format!("{heading}{}2022年度情况\n{}", table(own), table(second)).replace(' ', separator);
            disputes(&parse_report(&text).unwrap())
        };
        assert_eq!(read(other), ["*"; 15].join(" "));
        assert_eq!(read(own), own);
    }
}

/// No cell is known by its place where the heads stand in another order than the form's.
#[test]
fn columns_in_another_order_are_open() {
    let heads = "⇥⇥⇥总计⇥自然人⇥法人或其他组织\n⇥⇥⇥⇥⇥商业企业⇥科研机构⇥社会公益组织⇥法律服务机构⇥其他\n";
    let parsed = requests_below(heads, "一、本年新收政府信息公开申请数量⇥⇥⇥54⇥21⇥24⇥4⇥0⇥0⇥5");
    assert_eq!(row(&parsed, "received"), ["*"; 7].join(" "));
    // Two rows of heads on one line are in order.
    let joined = "⇥⇥⇥自然人⇥法人或其他组织⇥⇥⇥⇥⇥总计⇥⇥⇥⇥⇥商业企业⇥科研机构⇥社会公益组织⇥法律服务机构⇥其他\n";
    let parsed = requests_below(joined, "一、本年新收政府信息公开申请数量⇥⇥⇥21⇥24⇥4⇥0⇥0⇥5⇥54");
    assert_eq!(row(&parsed, "received"), "21 24 4 0 0 5 54");

    // 法人或其他组织 before 自然人; on pages of PDF, the heads of one line.
    for (heads, figures) in [
        ("法人或其他组织⇥⇥⇥⇥⇥自然人⇥总计\n", "⇥24⇥4⇥0⇥0⇥5⇥21⇥54"),
        ("商业企业 科研机构 社会公益组织 法律服务机构 其他 自然人 总计\n", " 24 4 0 0 5 21 54"),
    ] {
        let parsed = requests_below(heads, &format!("一、本年新收政府信息公开申请数量{figures}"));
        assert_eq!(row(&parsed, "received"), ["*"; 7].join(" "), "{heads}");
    }

    let text = "第二十条第（一）项\n信息内容\t本年新制作数量\t对外公开总数量\t本年新公开数量\n规章\t8\t18\t12\n规范性文件\t1\t4\t2\n";
    let parsed = parse_report(text).unwrap();
    for measure in ["made", "newly_disclosed", "total_disclosed"] {
        assert_eq!(shown(&parsed, &format!("proactive.regulations.{measure}")), "*");
    }

    let group = "尚未审结\t结果维持\t结果纠正\t其他结果\t总计";
    let text = format!(
        "四、政府信息公开行政复议、行政诉讼情况\n{}\n2\t7\t0\t0\t9\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n",
        [group; 3].join("\t")
    );
    assert_eq!(disputes(&parse_report(&text).unwrap()), ["*"; 15].join(" "));
}

/// Where each head has a line of its own, the order of the lines is that of the columns.
#[test]
fn heads_on_lines_of_their_own_in_another_order_are_open() {
    let closed = |cells: &str| cells.split(' ').map(|cell| format!("{cell} |\n")).collect::<String>();
    let read = |cells: &str, figures: &str, pipes: bool| {
        let cells = format!(
            "{cells} 一、本年新收政府信息公开申请数量 {figures} 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0"
        );
        let lines = if pipes { closed(&cells) } else { cells.replace(' ', "\n") };
        let text = format!("三、收到和处理政府信息公开申请情况\n{lines}\n");
        row(&parse_report(&text).unwrap(), "received")
    };
    let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况";
    let organisations = "商业企业 科研机构 社会公益组织 法律服务机构 其他";
    let turned = "商业企业 法律服务机构 社会公益组织 科研机构 其他";
    for pipes in [true, false] {
        let heads = format!("{note} 总计 自然人 法人或其他组织 {organisations}");
        assert_eq!(read(&heads, "54 21 24 4 0 0 5", pipes), ["*"; 7].join(" "));
        let heads = format!("{note} 法人或其他组织 自然人 总计 {organisations}");
        assert_eq!(read(&heads, "24 4 0 0 5 21 54", pipes), ["*"; 7].join(" "));
        let heads = format!("申请人情况 自然人 法人或其他组织 总计 {turned}");
        assert_eq!(read(&heads, "21 24 0 0 4 5 54", pipes), ["*"; 7].join(" "));
        let heads = format!("{note} 自然人 法人或其他组织 总计 {organisations}");
        assert_eq!(read(&heads, "21 24 4 0 0 5 54", pipes), "21 24 4 0 0 5 54");
    }
    // On a page read by height 法人或其他组织 stands above the heads beside it, and a wrapped head begins above others.
    let page = "申请人情况 法人或其他组织 自然人 总计 社会公益 组织 商业企业 科研机构 法律服务机构 其他";
    assert_eq!(read(page, "21 24 4 0 0 5 54", false), "21 24 4 0 0 5 54");

    let text = format!(
        "四、政府信息公开行政复议、行政诉讼情况\n{}",
        closed(&format!(
            "行政复议 行政诉讼 未经复议直接起诉 复议后起诉 {} 0 1 0 3 4 1 11 0 1 13 0 0 0 0 0",
            ["结果纠正 结果维持 其他结果 尚未审结 总计"; 3].join(" ")
        ))
    );
    assert_eq!(disputes(&parse_report(&text).unwrap()), ["*"; 15].join(" "));

    let text = closed(
        "第二十条第（一）项 信息内容 本年新公开数量 本年新制作数量 对外公开总数量 规章 8 12 18 规范性文件 1 2 4",
    );
    let parsed = parse_report(&text).unwrap();
    assert_eq!(shown(&parsed, "proactive.regulations.made"), "*");
}

/// The last row of a table whose figures stand beside escaped spaces is part of it; none of them ends a row.
#[test]
fn escaped_spaces_beside_figures_are_no_words() {
    let figures = "3&nbsp;\n0&nbsp;\n0&nbsp;\n0&nbsp;\n0&nbsp;\n1&nbsp;\n4&nbsp;\n";
    let text = format!(
        "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n{figures}四、结转下年度继续办理\n{figures}"
    );
    let parsed = parse_report(&text).unwrap();
    assert_eq!(row(&parsed, "received"), "3 0 0 0 0 1 4");
    assert_eq!(row(&parsed, "carried_forward"), "3 0 0 0 0 1 4");

    // All labels before all figures: whose they are is not said.
    let text = format!(
        "三、收到和处理政府信息公开申请情况\n（五）不予处理\n1.信访举报投诉类申请\n（七）总计\n四、结转下年度继续办理\n{}",
        "2&nbsp;\n".repeat(21)
    );
    let parsed = parse_report(&text).unwrap();
    for label in ["not_processed.petition", "total", "carried_forward"] {
        assert_eq!(row(&parsed, label), ["*"; 7].join(" "), "{label}");
    }
}

/// `"/"` on a line of words and quotes is a mark, and no blank cell.
#[test]
fn marks_in_quotes_are_marks() {
    let parsed = requests(
        r#""一、本年新收政府信息公开申请数量" "19" "/" "/" "/" "/" "/" "19"
"二、上年结转政府信息公开申请数量" "/" "/" "/" "/" "/" "/" "/""#,
    );
    assert_eq!(row(&parsed, "received"), "19 / / / / / 19");
    assert_eq!(row(&parsed, "carried_over"), "/ / / / / / /");
}

/// Numbers of rows that stand between the cells of one row and the label of the next are no cells.
#[test]
fn numbers_of_rows_without_separators_are_no_figures() {
    let rows = [
        "一、本年新收政府信息公开申请数量 55 62 2 0 0 0 119",
        "二、上年结转政府信息公开申请数量 / / / / / / 2",
        "三、本年度办理结果 （一）予以公开 / 9 / 0 / 0 9",
        "四、结转下年度继续办理 0 0 0 0 0 0 0",
    ];
    let numbered = (1..).zip(rows).map(|(number, row)| format!("{number} {row}")).collect::<Vec<_>>();
    let heading = "三、收到和处理政府信息公开申请情况\n";
    let cells = numbered.join(" ").replace(' ', " |\n").replace("/ |", "|");
    let parsed = parse_report(&format!("{heading}序号 |\n自然人 |\n总计 |\n{cells} |\n")).unwrap();
    assert_eq!(row(&parsed, "received"), "55 62 2 0 0 0 119");
    assert_eq!(row(&parsed, "carried_over"), "_ _ _ _ _ _ 2");
    assert_eq!(row(&parsed, "granted"), "_ 9 _ 0 _ 0 9");

    let parsed =
        parse_report(&format!("{heading}申请人情况\n自然人 总计\n{}\n", numbered.join("\n"))).unwrap();
    assert_eq!(row(&parsed, "carried_over"), "/ / / / / / 2");
    assert_eq!(row(&parsed, "granted"), "/ 9 / 0 / 0 9");
}

/// Below heads of three rows, of which a program numbers none.
#[test]
fn numbers_of_rows_between_separators_are_no_figures() {
    let heads = "序号⇥（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）⇥申请人情况⇥⇥⇥⇥⇥⇥\n自然人⇥法人或其他组织⇥总计⇥⇥⇥⇥⇥⇥\n商业企业⇥科研机构⇥社会公益组织⇥法律服务机构⇥其他⇥⇥⇥⇥\n";
    let rows = [
        "1⇥一、本年新收政府信息公开申请数量⇥38⇥6⇥⇥⇥1⇥⇥45",
        "2⇥二、上年结转政府信息公开申请数量⇥⇥⇥⇥⇥⇥⇥",
        "3⇥（一）予以公开⇥12⇥10⇥0⇥3⇥1⇥2⇥28",
    ];
    let parsed = requests_below(heads, &rows.join("\n"));
    assert_eq!(row(&parsed, "received"), "38 6 _ _ 1 _ 45");
    assert_eq!(row(&parsed, "carried_over"), "_ _ _ _ _ _ _");
    assert_eq!(row(&parsed, "granted"), "12 10 0 3 1 2 28");
}

/// A whole requests table without separators: a row of each label, with these figures in the first two.
fn table_of_requests(received: &str, forward: &str) -> String {
    format!(
        "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n\
         一、本年新收政府信息公开申请数量 {received}\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n\
         三、本年度办理结果 （一）予以公开 0 0 0 0 0 0 0\n（七）总计 0 0 0 0 0 0 0\n\
         四、结转下年度继续办理 {forward}\n"
    )
}

#[test]
fn of_two_tables_the_one_under_the_year_of_the_report_is_its_own() {
    let heads = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n";
    let (own, other) = ("1 0 0 1 2 0 0 0 0 0 0 0 0 0 0", "0 0 3 0 3 0 0 0 0 0 0 4 0 0 4");
    let requests =
        [table_of_requests("7 0 0 0 0 0 7", "2 0 0 0 0 0 2"), table_of_requests("5 1 0 0 0 0 6", "")];
    let proactive = ["规章 4 5 6\n行政处罚 71\n行政强制 8\n", "规章\n行政处罚 12\n行政强制 9\n"]
        .map(|rows| format!("信息内容 本年制发件数 本年废止件数 现行有效件数\n{rows}"));
    let disputes_tables = [own, other].map(|row| format!("{heads}{row}\n"));
    let (this, before) = ("2023年（本年度）数据：\n", "附：2022年同期数据（供对比）\n");
    let title = "松岚县水务局2023年政府信息公开工作年度报告\n";
    let pair = |tables: &[String; 2], turned: bool| {
        let [own, other] = tables;
        if turned { format!("{before}{other}{this}{own}") } else { format!("{this}{own}{before}{other}") }
    };
    for turned in [false, true] {
        let text = format!(
            "{title}二、主动公开政府信息情况\n{}三、收到和处理政府信息公开申请情况\n{}四、政府信息公开行政复议、行政诉讼情况\n{}",
            pair(&proactive, turned),
            pair(&requests, turned),
            pair(&disputes_tables, turned)
        );
        let parsed = parse_report(&text).unwrap();
        assert_eq!(row(&parsed, "received"), "7 0 0 0 0 0 7");
        assert_eq!(row(&parsed, "carried_forward"), "2 0 0 0 0 0 2");
        assert_eq!(disputes(&parsed), own);
        let penalty = parsed
            .report
            .facts()
            .find(|fact| fact.path().to_string() == "proactive.administrative_penalty.decisions");
        assert_eq!(penalty.and_then(|fact| fact.cell().count()), Some(71));
    }
}

/// Blank cells leave no trace here: a row without figures is no less printed than the one with them.
#[test]
fn of_two_tables_without_years_none_is_the_reports_own() {
    let full = table_of_requests("7 0 0 0 0 0 7", "2 0 0 0 0 0 2");
    let blank = table_of_requests("", "");
    for (first, second) in [(&full, &blank), (&blank, &full)] {
        let text = format!("三、收到和处理政府信息公开申请情况\n甲表\n{first}乙表\n{second}\n");
        let parsed = parse_report(&text).unwrap();
        assert_eq!(row(&parsed, "received"), "* * * * * * *");
        assert_eq!(row(&parsed, "carried_forward"), "* * * * * * *");
        assert_eq!(row(&parsed, "carried_over"), "0 0 0 0 0 0 0");
    }
}

#[test]
fn a_table_of_disputes_without_figures_behind_another_leaves_both_open() {
    let heads = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n";
    let row = "1 0 0 1 2 0 0 0 0 0 0 0 0 0 0\n";
    for (separator, second) in
        [(" ", String::new()), ("\t", " ".repeat(14) + "\n"), ("\t", "/ ".repeat(14) + "/\n")]
    {
        let text = format!(
            "四、政府信息公开行政复议、行政诉讼情况\n{heads}{row}另表\n{heads}{second}五、存在的主要问题及改进情况\n无。\n"
        );
        let parsed = parse_report(&text.replace(' ', separator)).unwrap();
        assert_eq!(disputes(&parsed), ["*"; 15].join(" "), "{second:?}");
    }
}

#[test]
fn what_joins_a_label_to_that_of_its_group_is_no_cell() {
    for dash in ["-", "—", "－", " / "] {
        let rows = [
            "三、本年度办理结果~（一）予以公开⇥4⇥1⇥0⇥0⇥0⇥2⇥7",
            "三、本年度办理结果~（三）不予公开~1.属于国家秘密⇥-⇥3⇥0⇥0⇥0⇥0⇥3",
        ];
        let parsed = requests(&rows.join("\n").replace('~', dash));
        assert_eq!(row(&parsed, "granted"), "4 1 0 0 0 2 7", "{dash}");
        assert_eq!(row(&parsed, "denied.state_secret"), "/ 3 0 0 0 0 3", "{dash}");
    }
}

/// Below one row of heads, a row for each group.
#[test]
fn disputes_may_have_a_row_for_each_group() {
    let heads = "类别⇥⇥结果维持⇥结果纠正⇥其他结果⇥尚未审结⇥总计";
    let rows = ["行政复议⇥⇥2⇥0⇥1⇥0⇥3", "行政诉讼⇥未经复议直接起诉⇥0⇥0⇥⇥0⇥0", "⇥复议后起诉⇥0⇥4⇥0⇥/⇥4"];
    let read = |rows: &[&str]| {
        let text =
            format!("四、政府信息公开行政复议、行政诉讼情况\n{heads}\n{}\n五、存在的问题\n", rows.join("\n"));
        let tabs = parse_report(&text.replace('⇥', "\t")).unwrap();
        let pipes = parse_report(&text.replace('⇥', " | ")).unwrap();
        assert_eq!(disputes(&tabs), disputes(&pipes));
        disputes(&tabs)
    };
    assert_eq!(read(&rows), "2 0 1 0 3 0 0 _ 0 0 0 4 0 / 4");
    let joined =
        ["行政复议⇥⇥2⇥0⇥1⇥0⇥3", "行政诉讼-未经复议直接起诉⇥⇥0⇥0⇥⇥0⇥0", "行政诉讼（复议后起诉）⇥⇥0⇥4⇥0⇥/⇥4"];
    assert_eq!(read(&joined), "2 0 1 0 3 0 0 _ 0 0 0 4 0 / 4");
    // Not one cell for each outcome; a group that is lost; other groups behind them.
    let [first, second, third] = rows;
    for rows in [
        &[first, "行政诉讼⇥未经复议直接起诉⇥0⇥0⇥0⇥0", third][..],
        &[first, third],
        &[first, second, third, first],
    ] {
        assert!(!read(rows).contains(|c: char| c.is_ascii_digit()), "{rows:?}: {}", read(rows));
    }
}

/// As `pandas` prints tables: the number of each row before its label, from 0 on in each part of a table.
#[test]
fn the_numbers_of_rows_on_a_page_are_no_figures() {
    let text = "二、主动公开政府信息情况
      信息内容  本年制发件数  本年废止件数  现行有效件数
0       规章       7       0      21
1  行政规范性文件       0       4      17
   信息内容  本年处理决定数量
0  行政许可      2209
1  行政处罚      3934
2  行政强制         7
三、收到和处理政府信息公开申请情况
                     项目  自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他   总计
0      一、本年新收政府信息公开申请数量  406    13     6       5      11  12  453
1      二、上年结转政府信息公开申请数量    0     3     3       4       1   0   11
2  三、本年度办理结果 / （一）予以公开   10     0     0       1       0   0   11
";
    let parsed = parse_report(text).unwrap();
    let decisions = |item: &str| shown(&parsed, &format!("proactive.{item}.decisions"));
    assert_eq!(shown(&parsed, "proactive.normative_documents.in_force"), "17");
    assert_eq!(["administrative_licensing", "administrative_penalty"].map(decisions), ["2209", "3934"]);
    assert_eq!(row(&parsed, "received"), "406 13 6 5 11 12 453");
    assert_eq!(row(&parsed, "granted"), "10 0 0 1 0 0 11");
    // Where one does not go on with the others, it may be a cell.
    let parsed = parse_report(&text.replace("\n2  三、", "\n9  三、")).unwrap();
    assert_ne!(row(&parsed, "carried_over"), "0 3 3 4 1 0 11");
}
