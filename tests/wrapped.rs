//! A page of columns with labels wrapped in their cells: figures beside some piece of a label are its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod shown;

use gongkai::{Parsed, Row, parse_report};
use shown::{row, shown};

const HEADING: &str = "三、收到和处理政府信息公开申请情况\n";

fn read(rows: &str) -> Parsed {
    parse_report(&format!("{HEADING}{rows}")).unwrap()
}

/// Figures above all pieces of their label but the first, beside pieces of the group's.
const ABOVE: &str = "\
一、                                       5   4   0   0   0   1   10
本年新收政府信息公开申请数量
二、上年结转政府信息公开                   0   2   0   0   0   0   2
申请数量
三、本年  （一                             4   0   0   0   0   0   4
度办理结  ）予以公开
果        （二）部分公开                   1   5   0   0   0   1   7
          （区分处理的，只计这一情形，
          不计其他情形）
          （三）不  1.                     0   0   0   0   0   0   0
          予公开    属于国家秘密
                    2.其他法律行政法规禁   0   1   0   0   0   0   1
                    止公开
                    4.保                   0   0   0   0   0   0   0
                    护第三方合法权益
          （七                             5   6   0   0   0   1   12
          ）总计
四、结转下年                               0   0   0   0   0   0   0
度继续办理
";

#[test]
fn figures_stand_beside_the_first_piece() {
    let parsed = read(ABOVE);
    for (name, figures) in [
        ("received", "5 4 0 0 0 1 10"),
        ("carried_over", "0 2 0 0 0 0 2"),
        ("granted", "4 0 0 0 0 0 4"),
        ("partially_granted", "1 5 0 0 0 1 7"),
        ("denied.state_secret", "0 0 0 0 0 0 0"),
        ("denied.prohibited_by_law", "0 1 0 0 0 0 1"),
        ("denied.third_party_rights", "0 0 0 0 0 0 0"),
        ("total", "5 6 0 0 0 1 12"),
        ("carried_forward", "0 0 0 0 0 0 0"),
    ] {
        assert_eq!(row(&parsed, name), figures, "{name}");
    }
    // They are found where they stand in the text that was given.
    let text = format!("{HEADING}{ABOVE}");
    let total = shown::fact(&parsed, "requests.received.total").span().unwrap();
    assert_eq!((total.slice(&text), total.start as usize), (Some("10"), text.find("10\n").unwrap()));
    let label = parsed.report.requests.printed.iter().find(|printed| printed.row == Row::CarriedForward);
    assert!(label.unwrap().label.slice(&text).unwrap().ends_with("度继续办理"));
}

#[test]
fn figures_stand_beside_the_last_piece() {
    let parsed = read(
        "\
一、本年新收政府
信息公开申请数量                           5   4   0   0   0   1   10
二、上年结转政府信息公开申请数量           0   2   0   0   0   0   2
三、本年  （一）予以
度办理结  公开                             4   0   0   0   0   0   4
          （三）不
          予公开    1.属于国家秘密         0   0   0   0   0   0   0
                    4.保护
                    第三方合法权益         1   6   0   0   0   1   8
                    1.申请人无正当理由
                    逾期不补正、行政机
          （六）其  关不再处理其政府信
          他处理    息公开申请             0   0   0   0   0   0   0
          （七
          ）总计                           5   6   0   0   0   1   12
四、结转下年度继
续办理                                     0   0   0   0   0   0   0
",
    );
    for (name, figures) in [
        ("received", "5 4 0 0 0 1 10"),
        ("granted", "4 0 0 0 0 0 4"),
        ("denied.state_secret", "0 0 0 0 0 0 0"),
        ("denied.third_party_rights", "1 6 0 0 0 1 8"),
        ("other.overdue_correction", "0 0 0 0 0 0 0"),
        ("total", "5 6 0 0 0 1 12"),
        ("carried_forward", "0 0 0 0 0 0 0"),
    ] {
        assert_eq!(row(&parsed, name), figures, "{name}");
    }
}

#[test]
fn gaps_stay_below_the_figures_of_their_columns() {
    // The label is longer than the column of labels is wide.
    let parsed = read(
        "\
一、本年新收政府信息  5   4   0   0   0   1   10
公开申请数量
二、上年结转政府信息      2                   2
公开申请数量
（一）予以公开        4           0           4
（七）总计            5   6   0   0   0   1   12
四、结转              0                       0
下年度继续办理
",
    );
    assert_eq!(row(&parsed, "received"), "5 4 0 0 0 1 10");
    assert_eq!(row(&parsed, "carried_over"), "_ 2? _ _ _ _ 2?");
    assert_eq!(row(&parsed, "granted"), "4? _ _ 0? _ _ 4?");
    assert_eq!(row(&parsed, "carried_forward"), "0? _ _ _ _ _ 0?");
}

#[test]
fn labels_of_the_first_table_are_wrapped_as_well() {
    let parsed = parse_report(
        "\
二、主动公开政府信息情况
第二十条第（一）项
信息内容    本年制发件数    本年废止件数    现行有效件数
规章        2               1               4
行政
规范性文件  5               0               24
第二十条第（八）项
信息内容    本年收费金额（单位：万元）
行政        158593
事业性收费
",
    )
    .unwrap();
    let row = |columns: [&str; 3]| {
        columns.map(|column| shown(&parsed, &format!("proactive.normative_documents.{column}"))).join(" ")
    };
    assert_eq!(row(["issued", "repealed", "in_force"]), "5 0 24");
    assert_eq!(shown(&parsed, "proactive.administrative_fees.amount"), "1585930000");
}

#[test]
fn two_labels_are_not_one_with_guidance() {
    // The second begins and ends with brackets, and has no figures.
    let parsed = read(
        "\
一、本年新收政府信息公开申请数量                           5   4   0   0   0   1   10
三、本年度办理结果  （一）予以公开                         4   0   0   0   0   1   5
                    （二）部分公开（区分处理的，不计其他）
（七）总计                                                 4   0   0   0   0   1   5
四、结转                                                   1   4   0   0   0   0   5
下年度继续办理
",
    );
    assert_eq!(row(&parsed, "granted"), "4 0 0 0 0 1 5");
    assert_eq!(row(&parsed, "carried_forward"), "1 4 0 0 0 0 5");
}

#[test]
fn figures_beside_no_label_may_be_those_of_the_label_above() {
    // The last figures stand lower than their label: so may those above.
    let parsed = read(
        "\
一、本年新收政府信息公开申请数量       4   3   0   0   0   0   7
                    5.属于三类
                    内部事务信息
                    6.属               0   3   0   0   0   0   3
                    于四类过程性信息
                                       4   0   0   0   0   0   4
（七）总计                             4   3   0   0   0   0   7
",
    );
    assert_ne!(row(&parsed, "denied.process_information"), "0 3 0 0 0 0 3");
}

/// Rows of a page whose labels are wrapped around their figures: of two labels between the figures of two rows, each has
/// those that stand amid it.
#[test]
fn a_label_begun_on_the_line_above_has_the_figures_amid_it() {
    let parsed = read(
        "一、本年新收政府信息\n97 0 0 0 2 0 99\n公开申请数量\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n\
         （一）予以公开 61 0 0 0 1 0 62\n（六）其他处理 15 0 0 0 0 0 15\n\
         （七）\n76 0 0 0 1 0 77\n总计\n四、结转\n21 0 0 0 1 0 22\n下年度继续办理\n",
    );
    assert_eq!(row(&parsed, "total"), "76 0 0 0 1 0 77");
    assert_eq!(row(&parsed, "carried_forward"), "21 0 0 0 1 0 22");
}
