use super::{in_order, put, set, slash};
use crate::Span;
use crate::report::{Agency, Cell, Report, Signature};
use crate::template::Edition;
use crate::validate::{Basis, Comparison, Finding, Reason, Verdict, across_years};

const HERE: Span = Span::new(0, 9);

fn agency(name: &str) -> Option<Agency> {
    Some(Agency { name: name.into(), span: HERE })
}

/// Two reports of one body in which everything carries over.
fn pair(edition: Edition) -> (Report, Report) {
    let mut earlier = in_order(edition);
    earlier.agency = agency("青禾县人民政府");
    earlier.year = Some(edition.year());
    let mut later = earlier.clone();
    later.year = Some(edition.year() + 1);
    for (column, figure) in [("natural_person", 2), ("business", 1), ("other_org", 1), ("total", 4)] {
        set(&mut later, &format!("requests.carried_over.{column}"), figure);
    }
    match edition {
        Edition::E2019 => set(&mut later, "proactive.administrative_penalty.prior_items", 36),
        Edition::E2021 => set(&mut later, "proactive.normative_documents.in_force", 6),
    }
    (earlier, later)
}

fn result(comparison: &Comparison, rule: &str, at: &str) -> Finding {
    let found = comparison.results.iter().find(|f| f.rule.id == rule && f.at.to_string() == at);
    found.unwrap_or_else(|| panic!("no {rule} at {at}")).clone()
}

fn violations(earlier: &Report, later: &Report) -> Vec<String> {
    across_years(earlier, later).findings().map(|f| format!("{}: {}", f.rule.id, f.message())).collect()
}

#[test]
fn what_carries_over_satisfies_every_rule() {
    for (edition, rules) in [(Edition::E2019, 1 + 7 + 5 + 2), (Edition::E2021, 1 + 7 + 2 + 2)] {
        let (earlier, later) = pair(edition);
        let summary = across_years(&earlier, &later).summary();
        assert_eq!((summary.satisfied, summary.violated), (rules, 0), "{edition:?}");
    }
}

#[test]
fn carry() {
    let (earlier, mut later) = pair(Edition::E2021);
    set(&mut later, "requests.carried_over.total", 5);
    assert_eq!(
        violations(&earlier, &later),
        ["years.carry: earlier carried_forward 4 ≠ later carried_over 5"]
    );
    let found = result(&across_years(&earlier, &later), "years.carry", "requests.*.total");
    assert_eq!(
        found.in_chinese().unwrap(),
        "上年度报告 四、结转下年度继续办理 4 ≠ 本年度报告 二、上年结转政府信息公开申请数量 5"
    );
    for cell in [Cell::MISSING, Cell::ambiguous(None)] {
        put(&mut later, "requests.carried_over.total", cell);
        let found = result(&across_years(&earlier, &later), "years.carry", "requests.*.total");
        assert_eq!(found.verdict.as_str(), "not_evaluated");
        assert!(found.message().ends_with("later requests.carried_over.total"), "{}", found.message());
    }
}

#[test]
fn a_blank_carry_over_is_zero_only_where_blanks_mean_zero() {
    let (earlier, mut later) = pair(Edition::E2021);
    put(&mut later, "requests.carried_over.research", slash());
    let found = result(&across_years(&earlier, &later), "years.carry", "requests.*.research");
    assert_eq!((found.verdict, found.basis), (Verdict::Satisfied, Some(Basis::BlankAsZero)));

    // 4 carried forward, nothing printed a year later: the table shows no habit, as its own sums fail with it.
    put(&mut later, "requests.carried_over.total", Cell::BLANK);
    put(&mut later, "requests.carried_over.research", Cell::exact(0.into()));
    let found = result(&across_years(&earlier, &later), "years.carry", "requests.*.total");
    assert!(matches!(found.verdict, Verdict::NotEvaluated { reason: Reason::BlankUnclear, .. }), "{found}");

    // In a table whose blanks mean zero it is a contradiction.
    let (earlier, mut later) = pair(Edition::E2021);
    for column in ["natural_person", "business", "other_org", "total"] {
        put(&mut later, &format!("requests.carried_over.{column}"), Cell::BLANK);
        set(&mut later, &format!("requests.carried_forward.{column}"), 0);
    }
    for (column, received) in [("natural_person", 10), ("business", 2), ("other_org", 2), ("total", 15)] {
        set(&mut later, &format!("requests.received.{column}"), received);
    }
    let found = result(&across_years(&earlier, &later), "years.carry", "requests.*.total");
    assert_eq!((found.verdict.as_str(), found.basis), ("violated", Some(Basis::BlankAsZero)));
}

#[test]
fn in_force() {
    let (earlier, mut later) = pair(Edition::E2021);
    set(&mut later, "proactive.normative_documents.in_force", 9);
    assert_eq!(
        violations(&earlier, &later),
        ["years.in_force: earlier in_force 3 + later issued 5 - later repealed 2 = 6 ≠ later in_force 9"]
    );
    put(&mut later, "proactive.normative_documents.issued", Cell::MISSING);
    assert_eq!(violations(&earlier, &later), Vec::<String>::new());
}

#[test]
fn items() {
    let (earlier, mut later) = pair(Edition::E2019);
    set(&mut later, "proactive.administrative_penalty.prior_items", 145);
    assert_eq!(
        violations(&earlier, &later),
        ["years.items: earlier prior_items 145 + earlier change -109 = 36 ≠ later prior_items 145"]
    );
    put(&mut later, "proactive.administrative_penalty.prior_items", Cell::MISSING);
    let found = result(&across_years(&earlier, &later), "years.items", "proactive.administrative_penalty.*");
    assert_eq!(found.verdict.as_str(), "not_evaluated");
}

#[test]
fn crosswalk() {
    let (earlier, later) = pair(Edition::E2021);
    let comparison = across_years(&earlier, &later);
    assert_eq!(result(&comparison, "years.crosswalk", "proactive").verdict, Verdict::Satisfied);

    let (mut earlier, _) = pair(Edition::E2019);
    let (_, mut later) = pair(Edition::E2021);
    (earlier.year, later.year) = (Some(2020), Some(2021));
    let comparison = across_years(&earlier, &later);
    assert_eq!(comparison.findings().count(), 0);
    let found = result(&comparison, "years.crosswalk", "proactive");
    let Verdict::NotEvaluated { reason: Reason::Editions, missing } = found.verdict else {
        panic!("{found}")
    };
    assert_eq!(missing.len(), 22 - 3);
    // One row of other results became three: that is a sum, so nothing is lost.
    assert_eq!(result(&comparison, "years.crosswalk", "requests").verdict, Verdict::Satisfied);
    assert!(comparison.results.iter().all(|f| !matches!(f.rule.id, "years.items" | "years.in_force")));
    assert_eq!(comparison.results.iter().filter(|f| f.rule.id == "years.carry").count(), 7);
}

#[test]
fn same_body() {
    let (earlier, later) = pair(Edition::E2021);
    let compared = |one: &str, other: &str| {
        let (mut earlier, mut later) = (earlier.clone(), later.clone());
        (earlier.agency, later.agency) = (agency(one), agency(other));
        across_years(&earlier, &later).results.len() > 1
    };
    for (one, other, same) in [
        ("青禾县", "青禾县人民政府", true),
        ("云山省青禾县人民政府", "青禾县", true),
        ("青禾县", "白石县", false),
        ("青禾县", "青禾县教育局", false),
        ("东川市鼓楼区", "西川市鼓楼区", false),
        // The government's office reports on its own.
        ("青禾县人民政府", "青禾县人民政府办公室", false),
        ("人民政府", "人民政府", true),
    ] {
        assert_eq!(compared(one, other), same, "{one} and {other}");
        assert_eq!(compared(other, one), same, "{other} and {one}");
    }
}

#[test]
fn the_office_that_signs_stands_for_its_government() {
    let (earlier, mut later) = pair(Edition::E2021);
    later.agency = None;
    assert_eq!(across_years(&earlier, &later).results.len(), 1);
    later.signature =
        Some(Signature { agency: agency("青禾县人民政府办公室"), date: None, span: HERE });
    assert!(across_years(&earlier, &later).results.len() > 1);
}

#[test]
fn nothing_is_compared_without_a_reason_given() {
    let (earlier, mut later) = pair(Edition::E2021);
    later.year = Some(2023);
    let comparison = across_years(&earlier, &later);
    let [found] = comparison.results.as_slice() else { panic!("{comparison:?}") };
    assert!(found.is_violated());
    assert_eq!(
        found.message(),
        "both reports are of one body, for consecutive years: expected 2022, actual 2023"
    );
    later.year = None;
    let comparison = across_years(&earlier, &later);
    let [found] = comparison.results.as_slice() else { panic!("{comparison:?}") };
    assert!(found.message().ends_with("years: later report.year"), "{}", found.message());
    // Swapped reports are not compared either.
    let (earlier, later) = pair(Edition::E2021);
    assert_eq!(across_years(&later, &earlier).results.len(), 1);
}
