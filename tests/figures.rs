//! Figures as they really come: each notation seen, and what must come of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod small;

use gongkai::{Certainty, Mark, Status, Unit, plain};
use small::{base, parse};

/// A value that is certain.
fn exact(value: &str) -> String {
    format!("exact {value}")
}

/// What a cell became, in words.
fn shown(text: &str, path: &str) -> String {
    let parsed = parse(text);
    let fact = parsed.report.facts().find(|fact| fact.path().to_string() == path).unwrap();
    match fact.status() {
        Status::Value => {
            let certainty = match fact.certainty() {
                Some(Certainty::Exact) => "exact",
                Some(Certainty::Resolved) => "resolved",
                _ => "repaired",
            };
            format!("{certainty} {}", plain(fact.value().unwrap()))
        }
        Status::Blank => "blank".to_owned(),
        Status::NotApplicable => match fact.cell().mark() {
            Some(Mark::Slash) => "slash".to_owned(),
            Some(Mark::Dash) => "dash".to_owned(),
            Some(Mark::Nil) => "nil".to_owned(),
            Some(Mark::NotCollected) => "not collected".to_owned(),
            _ => "not applicable".to_owned(),
        },
        Status::Unreadable => "unreadable".to_owned(),
        Status::Ambiguous => {
            let values: Vec<String> = fact
                .candidates()
                .iter()
                .map(|candidate| match candidate {
                    gongkai::Candidate::Value(value) => plain(*value),
                    _ => String::new(),
                })
                .collect();
            format!("ambiguous {}", values.join("|"))
        }
        _ => "missing".to_owned(),
    }
}

/// Puts a text into the cell that holds `old` and compares.
fn check(edition_2021: bool, old: &str, path: &str, table: &[(&str, String)]) {
    let mut failures = vec![];
    for (printed, expected) in table {
        let (text, _) = base(edition_2021);
        assert_eq!(text.matches(old).count(), 1, "{old}");
        let text = text.replace(old, &old.replace(old.split('\t').nth(1).unwrap().trim(), printed));
        let got = shown(&text, path);
        if got != *expected {
            failures.push(format!("{printed:?}: expected {expected}, got {got}"));
        }
    }
    assert!(failures.is_empty(), "{path}\n{}", failures.join("\n"));
}

#[test]
fn changes_have_signs() {
    let table = [
        ("+276", exact("276")),
        ("-106", exact("-106")),
        ("+0", exact("0")),
        ("-0", exact("0")),
        ("－106", exact("-106")),
        ("＋2", exact("2")),
        ("−3", exact("-3")),
        ("增1558", exact("1558")),
        ("减38", exact("-38")),
        ("增加12", exact("12")),
        ("减少12", exact("-12")),
        ("未增未减", exact("0")),
        ("0", exact("0")),
        ("42", exact("42")),
    ];
    check(false, "\t42\t43", "proactive.other_services.change", &table);
}

#[test]
fn counts_have_separators_width_counters_and_spaces() {
    let table = [
        ("１２", exact("12")),
        ("１，１１３", exact("1113")),
        ("1,113", exact("1113")),
        ("3，001", exact("3001")),
        ("1,234,567", exact("1234567")),
        ("0件", exact("0")),
        ("31批次", exact("31")),
        ("12 件", exact("12")),
        ("277（公共服务事项）", exact("277")),
        ("277(公共服务事项)", exact("277")),
        (" 41", exact("41")),
        ("\u{a0}41", exact("41")),
        ("52 ", exact("52")),
        ("52\u{a0}", exact("52")),
        ("\u{3000}52\u{3000}", exact("52")),
        ("\u{2003}52\u{2009}", exact("52")),
        ("007", exact("7")),
    ];
    let table: Vec<_> = table.into_iter().filter(|(printed, _)| *printed != "007").collect();
    check(false, "\t41\t42\t43", "proactive.other_services.prior_items", &table);
}

#[test]
fn blank_not_applicable_and_zero_stay_apart() {
    let table: [(&str, String); 14] = [
        ("", "blank".into()),
        (" ", "blank".into()),
        ("\u{a0}", "blank".into()),
        ("\u{3000}", "blank".into()),
        ("\u{a0}\u{3000} ", "blank".into()),
        ("0", exact("0")),
        ("０", exact("0")),
        ("/", "slash".into()),
        ("／", "slash".into()),
        ("-", "dash".into()),
        ("—", "dash".into()),
        ("无", "nil".into()),
        ("未收取", "not collected".into()),
        ("不适用", "not applicable".into()),
    ];
    check(false, "\t41\t42\t43", "proactive.other_services.prior_items", &table);
    check(false, "\t42\t43", "proactive.other_services.change", &table);
}

#[test]
fn what_is_no_figure_is_unreadable() {
    let table: Vec<(&str, String)> =
        ["①", "Ⅲ", "〇", "①2件", "1_000", "1e3", "1.2.3", "约三十", "12a", "0x10", "1,2", "٣"]
            .map(|text| (text, "unreadable".to_owned()))
            .into();
    let (text, _) = base(false);
    for (printed, _) in &table {
        let text = text.replace("\t41\t42\t43", &format!("\t{printed}\t42\t43"));
        let got = shown(&text, "proactive.other_services.prior_items");
        assert!(!got.starts_with("exact") && !got.starts_with("resolved"), "{printed}: {got}");
        assert_ne!(got, "blank", "{printed}");
        assert_ne!(got, "missing", "{printed}");
    }
}

#[test]
fn money_is_in_yuan() {
    let table = [
        ("45062 万元", exact("450620000")),
        ("1978.83万元", exact("19788300")),
        ("63365元", exact("63365")),
        ("2601.953875万", exact("26019538.75")),
        ("1.2亿元", exact("120000000")),
        ("1,978.83 万元", exact("19788300")),
        ("８２万元", exact("820000")),
        ("0万元", exact("0")),
        ("0", exact("0")),
        ("149.673874", "ambiguous 149.673874|1496738.74".to_owned()),
        ("/", "slash".to_owned()),
        ("", "blank".to_owned()),
    ];
    let (text, _) = base(false);
    let mut failures = vec![];
    for (printed, expected) in table {
        let text = text.replace("82万元", printed);
        let got = shown(&text, "proactive.government_procurement.amount");
        let turned = got.replace("1496738.74|149.673874", "149.673874|1496738.74");
        if turned != expected {
            failures.push(format!("{printed:?}: expected {expected}, got {got}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_unit_of_the_header_counts_and_that_of_the_cell_wins() {
    let table = [
        ("采购总金额(单位:万元)", "82", "820000"),
        ("采购总金额（单位：元）", "82", "82"),
        ("采购总金额（万元）", "82.5", "825000"),
        ("采购总金额(单位:万元)", "82万元", "820000"),
        ("采购总金额(单位:万元)", "82元", "82"),
        ("采购总金额(单位:元)", "1.2亿元", "120000000"),
    ];
    for (header, printed, expected) in table {
        let (text, _) = base(false);
        let text = text.replace("采购总金额", header).replace("82万元", printed);
        let got = shown(&text, "proactive.government_procurement.amount");
        assert_eq!(got, exact(expected), "{header} {printed}");
    }
    let (text, _) = base(true);
    for (printed, expected) in [("96171.6", "961716000"), ("0.5", "5000"), ("3元", "3"), ("0", "0")] {
        let text = text.replace("行政事业性收费\t72", &format!("行政事业性收费\t{printed}"));
        assert_eq!(shown(&text, "proactive.administrative_fees.amount"), exact(expected), "{printed}");
    }
}

#[test]
fn a_note_and_a_unit_are_kept() {
    let (text, _) = base(false);
    let text = text.replace("\t41\t42\t43", "\t277（公共服务事项）\t42\t43");
    let parsed = parse(&text);
    let find = |path: &str| parsed.report.facts().find(|fact| fact.path().to_string() == path).unwrap();
    let fact = find("proactive.other_services.prior_items");
    assert!(fact.note().unwrap().contains("公共服务事项"));
    assert_eq!(fact.span().unwrap().slice(&text), Some("277（公共服务事项）"));
    let money = find("proactive.government_procurement.amount");
    assert_eq!(money.cell().unit(), Some(Unit::TenThousandYuan));
    assert_eq!(money.cell().printed().map(plain), Some("82".to_owned()));
    assert_eq!(money.span().unwrap().slice(&text), Some("82万元"));
}

/// `1183.其他`: the line of the next row was lost, or the number of its label.
#[test]
fn a_figure_that_runs_into_the_number_of_a_label_is_not_certain() {
    let (text, _) = base(true);
    let of = |old: &str, new: &str, path: &str| {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        shown(&text.replace(old, new), path)
    };
    let penalty = "proactive.administrative_penalty.decisions";
    assert_eq!(of("行政处罚\t53", "行政处罚\t1183.其他", penalty), "ambiguous 118|1183");
    let fees = "proactive.administrative_fees.amount";
    assert_eq!(of("收费\t72", "收费\t2863.其他", fees), "ambiguous 2860000|28630000");
    // A zero ends by itself.
    assert_eq!(of("行政处罚\t53", "行政处罚\t03.其他", penalty), "resolved 0");
}

/// A row without any figure: its words are not taken for an empty cell.
#[test]
fn words_in_the_only_cell_of_a_row_are_unreadable() {
    let (text, _) = base(true);
    for printed in ["12.指南", "约五十", "见附件"] {
        let text = text.replace("行政处罚\t53", &format!("行政处罚\t{printed}"));
        assert_eq!(shown(&text, "proactive.administrative_penalty.decisions"), "unreadable", "{printed}");
    }
}
