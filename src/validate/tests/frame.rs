use super::{doubt, in_order, outcome, violation};
use crate::report::{Date, Period, Report, Section, SectionKind, Signature, TableSource, Title};
use crate::template::{Edition, TableKind};
use crate::validate::Reason;
use crate::{Layout, Span};

const HERE: Span = Span::new(3, 9);

/// A report for 2020 with everything around its tables.
fn framed() -> Report {
    let mut report = in_order(Edition::E2019);
    report.title =
        Some(Title {
            text: "某县2020年政府信息公开工作年度报告".into(), year: Some(2020), span: HERE
        });
    report.year = Some(2020);
    report.period = Some(Period { start: day(2020, 1, 1), end: day(2020, 12, 31), span: HERE });
    report.signature = Some(Signature { agency: None, date: Some(day(2021, 1, 25)), span: HERE });
    report.sections = SectionKind::ALL.into_iter().map(section).collect();
    let source = TableSource { layout: Layout::TabRows, span: HERE };
    report.proactive.source = Some(source.clone());
    report.requests.source = Some(source.clone());
    report.disputes.source = Some(source);
    report
}

fn day(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

fn section(kind: SectionKind) -> Section {
    Section { kind, number: Some(kind.number()), heading: HERE, body: HERE, prose: 20 }
}

#[test]
fn a_report_in_order_satisfies_every_rule_of_the_frame() {
    let report = framed();
    for rule in ["report.sections", "report.edition", "report.period", "report.signature"] {
        assert_eq!(outcome(&report, rule, "report"), "satisfied", "{rule}");
    }
}

#[test]
fn sections() {
    let found = |report: &Report| violation(report, "report.sections", "report").1;
    let mut report = framed();
    report.sections.remove(3);
    assert_eq!(found(&report), "1 2 3 5 6");
    report.sections[3].number = Some(4);
    assert_eq!(found(&report), "1 2 3 5(as 4) 6");

    let mut report = framed();
    report.sections.swap(1, 2);
    assert_eq!(found(&report), "1 3 2 4 5 6");

    let mut report = framed();
    report.sections.push(section(SectionKind::Other));
    assert_eq!(found(&report), "1 2 3 4 5 6 6");

    let mut report = framed();
    report.sections[5].number = None;
    assert_eq!(found(&report), "1 2 3 4 5 6(unnumbered)");

    // No numbers at all is a style, not a step missed.
    report.sections.iter_mut().for_each(|section| section.number = None);
    assert_eq!(outcome(&report, "report.sections", "report"), "satisfied");
    report.sections.clear();
    let (reason, missing) = doubt(&report, "report.sections", "report");
    assert_eq!((reason, missing.len()), (Reason::Operands, 6));
}

#[test]
fn edition() {
    let (rule, at) = ("report.edition", "report");
    let mut report = framed();
    report.year = Some(2021);
    assert_eq!(violation(&report, rule, at).0, "edition 2021");

    let mut report = framed();
    report.requests.edition = Edition::E2021;
    assert_eq!(
        violation(&report, rule, at),
        ("edition 2019".into(), "proactive 2019, requests 2021, disputes 2019".into())
    );
    // A table that the text does not have is of no edition.
    report.requests.source = None;
    assert_eq!(outcome(&report, rule, at), "satisfied");

    report.year = None;
    assert_eq!(doubt(&report, rule, at), (Reason::Operands, vec!["report.year".into()]));
    for table in [&mut report.proactive.source, &mut report.disputes.source] {
        *table = None;
    }
    assert_eq!(outcome(&report, rule, at), "not_evaluated");
}

#[test]
fn period() {
    let (rule, at) = ("report.period", "report");
    let mut report = framed();
    report.period = Some(Period { start: day(2019, 1, 1), end: day(2019, 12, 31), span: HERE });
    assert_eq!(
        violation(&report, rule, at),
        ("2020-01-01 to 2020-12-31".into(), "2019-01-01 to 2019-12-31".into())
    );
    report.title = None;
    assert_eq!(doubt(&report, rule, at), (Reason::Operands, vec!["report.title.year".into()]));
    report.period = Some(Period { start: day(2019, 1, 1), end: day(2019, 11, 30), span: HERE });
    assert_eq!(violation(&report, rule, at).1, "2019-01-01 to 2019-11-30");
    report.period = None;
    assert_eq!(outcome(&report, rule, at), "not_evaluated");
}

#[test]
fn signature() {
    let (rule, at) = ("report.signature", "report");
    let mut report = framed();
    report.signature.as_mut().unwrap().date = Some(day(2020, 1, 25));
    assert_eq!(violation(&report, rule, at), ("after 2020-12-31".into(), "2020-01-25".into()));
    // Without a stated period, the year's end.
    report.period = None;
    assert_eq!(outcome(&report, rule, at), "violated");
    report.signature.as_mut().unwrap().date = Some(day(2020, 12, 31));
    assert_eq!(outcome(&report, rule, at), "violated");
    report.signature.as_mut().unwrap().date = Some(day(2021, 1, 1));
    assert_eq!(outcome(&report, rule, at), "satisfied");
    report.year = None;
    assert_eq!(doubt(&report, rule, at), (Reason::Operands, vec!["report.year".into()]));
    let mut report = framed();
    report.signature = None;
    assert_eq!(doubt(&report, rule, at), (Reason::Operands, vec!["report.signature.date".into()]));
}

#[test]
fn section_empty() {
    let rule = "report.section_empty";
    let mut report = framed();
    for (place, at) in [(0, "report.sections.overview"), (4, "report.sections.problems")] {
        assert_eq!(outcome(&report, rule, at), "satisfied");
        report.sections[place].prose = 0;
        assert_eq!(violation(&report, rule, at), ("prose".into(), "nothing".into()));
    }
    report.sections.retain(|section| section.kind != SectionKind::Problems);
    assert_eq!(
        doubt(&report, rule, "report.sections.problems"),
        (Reason::Operands, vec!["report.sections.problems".into()])
    );
}

#[test]
fn the_table_kinds_index_the_habits() {
    assert_eq!(TableKind::ALL.map(|table| table as usize), [0, 1, 2]);
}
