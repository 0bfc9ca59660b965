//! Labels as they really come: each variant seen, and what must come of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod small;

use small::{Facts, base, difference, facts, parse};

/// Replaces in the report and says what then differs from the report as it was.
fn vary(edition_2021: bool, replacements: &[(&str, &str)], change: &[(&str, &str)]) -> Vec<String> {
    let (mut text, mut expected) = base(edition_2021);
    for (from, to) in replacements {
        assert!(text.contains(from), "{from} is not in the report");
        text = text.replace(from, to);
    }
    for (path, value) in change {
        expected.insert((*path).to_owned(), (*value).to_owned());
    }
    difference(&expected, &facts(&text))
}

/// A variant: what stands in the report, what stands there instead; the figures stay what they are.
const SAME_2019: &[(&str, &str)] = &[
    // Missing or extra words.
    ("其他法律行政法规禁止公开", "其他法律法规禁止公开"),
    ("其他法律行政法规禁止公开", "其他法律行政止公开"),
    ("四类过程性信息", "四类过程类信息"),
    ("补正后申请内容", "补证后申请内容"),
    ("确认或重新出具", "确认或者重新出具"),
    ("结果维持", "结果维护"),
    ("结转下年度继续办理", "结转下年继续办理"),
    ("结转下年度继续办理", "结转下一年度继续办理"),
    ("四、结转下年度继续办理", "四、结转下年度"),
    ("勾稽关系", "钩稽关系"),
    ("科研机构", "科研企业"),
    ("对外公开总数量", "对外公开数量"),
    ("本年增/减", "本年增/"),
    ("采购总金额", "采购总金额(单位:万元)"),
    // Spaces inside.
    ("规章", "规    章"),
    ("规章", "规　章"),
    ("自然人", "自 然 人"),
    ("总计", "总 计"),
    ("总计", "总\u{a0}计"),
    ("三、本年度办理结果", "三、 本年度办理结果"),
    ("（一）予以公开", "(一) 予以公开"),
    ("第二十条第（五）项", "第二十条  第(五)项"),
    // Punctuation.
    ("（", "("),
    ("）", ")"),
    ("，", ","),
    ("1.属于国家秘密", "1、属于国家秘密"),
    ("1.属于国家秘密", "1．属于国家秘密"),
    ("1.属于国家秘密", "1属于国家秘密"),
    ("“三安全一稳定”", "\"三安全一稳定\""),
    ("“三安全一稳定”", "三安全一稳定"),
    ("“三安全一稳定”", "「三安全一稳定」"),
    (
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "(二) 部分公开(区分处理的, 只计这一情形, 不计其他情形)",
    ),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
    // Years and guidance inside.
    ("一、本年新收", "一、本年(2021)新收"),
    ("二、上年结转", "二、上年(2020)结转"),
    ("本年增/减", "本年增/减(指2020年增加或减少的事项数,减用负值表示,如-8)"),
    ("处理决定数量", "处理决定数量(指2019年办件量)"),
    (
        "其他对外管理服务事项",
        "其他对外管理服务事项(指行政许可以外的管理服务事项，含行政确认、行政处罚、行政强制等)",
    ),
    // Headers cut or wrong.
    ("自然人\t", "\t"),
    ("本年新制作数量\t本年新公开数量", "本年新\t本年新"),
    ("信息内容\t采购项目数量\t采购总金额", "信息内容\t上一年项目数量\t本年增/减"),
    // Traditional characters, also converted wrongly.
    ("第二十条", "第二十條"),
    ("规范性文件", "規範性文件"),
    ("规范性文件", "規范性文件"),
    ("规范性文件", "規範性檔案"),
    ("行政强制", "行政強制"),
    ("行政强制", "行政強製"),
    ("政府集中采购", "政府集中採購"),
    ("政府集中采购", "政府集中采購"),
    ("勾稽关系", "勾稽關係"),
    ("总计", "總計"),
    (
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（二）部分公開（區分處理的，只計這一情形，不計其他情形）",
    ),
    ("结转下年度继续办理", "結轉下年度繼續辦理"),
    ("属于", "屬於"),
    // Glosses.
    ("规章", "规(guī)章"),
    ("规章", "規(guī)章"),
    ("其他对外管理服务事项", "其他對(duì)外管理服務(wù)事項(xiàng)"),
    ("第（一）项", "第(一(yī))項(xiàng)"),
    ("第（一）项", "第（一（yī））项"),
];

const SAME_2021: &[(&str, &str)] = &[
    ("现行有效件数", "现行有效件"),
    ("本年制发件数", "本年制\n发件数"),
    ("1.申请人无正当理由", "1、申请人无正当理由"),
    ("3.其他", "3、其他"),
    ("3.其他", "其他"),
    ("逾期不补正、行政机关", "逾期不补正，行政机关"),
    ("行政规范性文件", "规范性文件"),
    ("第（八）项", "第(八)項"),
];

#[test]
fn a_label_in_other_words_is_the_same_label() {
    let mut failures = vec![];
    for (edition_2021, table) in [(false, SAME_2019), (true, SAME_2021)] {
        for (from, to) in table {
            if to.contains('\n') {
                continue;
            }
            let wrong = vary(edition_2021, &[(from, to)], &[]);
            if !wrong.is_empty() {
                failures.push(format!("{from} → {to}: {} facts differ\n{}", wrong.len(), wrong[0]));
            }
        }
    }
    assert!(failures.is_empty(), "{} variants:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_unvaried_reports_are_read() {
    for edition_2021 in [false, true] {
        let wrong = vary(edition_2021, &[], &[]);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn result_groups_numbered_like_their_items() {
    let replacements: Vec<(String, String)> =
        ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "总计"]
            .iter()
            .zip("一二三四五六七".chars())
            .enumerate()
            .map(|(at, (name, han))| (format!("（{han}）{name}"), format!("{}.{name}", at + 1)))
            .collect();
    let pairs: Vec<(&str, &str)> =
        replacements.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    for edition_2021 in [false, true] {
        let wrong = vary(edition_2021, &pairs, &[]);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Rows that the form does not have stay out of it: named, what is put where, what the facts become.
type Row = (&'static str, &'static [(&'static str, &'static str)], &'static [(&'static str, &'static str)]);

const ROWS: &[Row] = &[
    (
        "其他主动公开文件",
        &[("规范性文件\t21\t22\t23\n", "规范性文件\t21\t22\t23\n其他主动公开文件\t901\t902\t903\n")],
        &[],
    ),
    (
        "其他对外管理服务事项 split in two",
        &[("其他对外管理服务事项\t41\t42\t43\n", "行政检查\t901\t902\t903\n行政确认\t904\t905\t906\n")],
        &[
            ("proactive.other_services.prior_items", "missing"),
            ("proactive.other_services.change", "missing"),
            ("proactive.other_services.decisions", "missing"),
        ],
    ),
    (
        "a row over the whole width",
        &[("规范性文件\t21\t22\t23\n", "规范性文件\t21\t22\t23\n2020年规范性文件发布总数量:2条\t\t\t\n")],
        &[],
    ),
    (
        "a line of rules",
        &[("政府集中采购\t81\t82万元\n", "政府集中采购\t81\t82万元\n--------\t----\t--------\n")],
        &[],
    ),
];

#[test]
fn superfluous_rows_are_not_squeezed_into_the_form() {
    for (name, replacements, change) in ROWS {
        let wrong = vary(false, replacements, change);
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn a_superfluous_row_is_kept_and_named() {
    let (text, _) = base(false);
    let text = text.replace("行政强制\t61", "行政检查\t901\t902\t903\n行政强制\t61");
    let parsed = parse(&text);
    let rows = &parsed.report.proactive.additional;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].label, "行政检查");
    let values: Vec<Option<i64>> = rows[0].cells.iter().map(|cell| cell.count()).collect();
    assert_eq!(values, [Some(901), Some(902), Some(903)]);
    assert!(parsed.diagnostics.iter().any(|found| found.code.as_str() == "row.additional"));
}

#[test]
fn procurement_repeated_with_a_project_name_is_no_count() {
    let (text, expected) = base(false);
    let row = "政府集中采购\t81\t82万元\n";
    let text = text.replace(row, &format!("{row}政府集中采购\t2号楼电梯更新\t31万元\n"));
    let got = facts(&text);
    assert_ne!(got["proactive.government_procurement.projects"], "2");
    assert_ne!(got["proactive.government_procurement.amount"], "310000");
    let rest: Facts =
        got.into_iter().filter(|(path, _)| !path.starts_with("proactive.government_procurement")).collect();
    let expected: Facts = expected
        .into_iter()
        .filter(|(path, _)| !path.starts_with("proactive.government_procurement"))
        .collect();
    assert_eq!(difference(&expected, &rest), Vec::<String>::new());
}

#[test]
fn a_subtotal_column_is_left_out() {
    let (text, expected) = base(false);
    let text: String = text
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let figures =
                cells.iter().filter(|cell| cell.chars().all(|c| c.is_ascii_digit()) && !cell.is_empty());
            if line.contains("商业企业") {
                line.replace("\t其他\t", "\t其他\t法人小计\t")
            } else if figures.count() == 7 {
                let (before, total) = line.rsplit_once('\t').unwrap();
                let business = cells[cells.len() - 6];
                format!("{before}\t{business}\t{total}")
            } else {
                line.to_owned()
            }
        })
        .map(|line| line + "\n")
        .collect();
    let wrong = difference(&expected, &facts(&text));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_table_of_one_clause_leaves_the_rest_missing() {
    let (text, expected) = base(false);
    let start = text.find("第二十条第（五）项").unwrap();
    let end = text.find("三、收到").unwrap();
    let text = format!("{}{}", text.split_at(start).0, text.split_at(end).1);
    let mut want = expected;
    for (path, value) in &mut want {
        if path.starts_with("proactive.") && !path.contains("regulations") && !path.contains("normative") {
            *value = "missing".into();
        }
    }
    let wrong = difference(&want, &facts(&text));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
