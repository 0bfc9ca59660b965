//! What the prose claims, against the tables.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::comparison::{Comparison, Habits, Sum};
use super::finding::{Basis, Finding, Reason, Verdict};
use super::operand::{Operand, Side, Value};
use super::place::{At, Place};
use super::rule::{Rule, Scope};
use super::{meant, share};
use crate::Span;
use crate::diagnostic::Severity;
use crate::narrative::{Claim, ClaimYear, Claims, Share, Statement, Subject};
use crate::report::{Report, SectionKind};

const fn rule(id: &'static str, holds: &'static str, chinese: &'static str) -> Rule {
    Rule::new(id, Scope::Prose, Severity::Warning, holds, chinese)
}

pub(super) static RULES: [Rule; 10] = [
    rule("narrative.received", "the requests received are those of the table", "收到申请的件数与表格一致"),
    rule(
        "narrative.carried_over",
        "the requests carried over are those of the table",
        "上年结转的件数与表格一致",
    ),
    rule(
        "narrative.carried_forward",
        "the requests carried forward are those of the table",
        "结转下年度的件数与表格一致",
    ),
    rule("narrative.processed", "the requests decided are those of the table", "办结的件数与表格一致"),
    rule("narrative.outcome", "the results are those of the table", "办理结果的件数与表格一致"),
    rule(
        "narrative.applicants",
        "the requests by applicant are those of the table",
        "各类申请人的件数与表格一致",
    ),
    rule("narrative.share", "the share is that of the figures, rounded", "所占比例与件数相符"),
    rule(
        "narrative.disputes",
        "reviews and court cases are those of the table",
        "复议、诉讼的件数与表格一致",
    ),
    rule("narrative.none", "nothing in the table contradicts it", "表格中没有与之矛盾的数据"),
    Rule::new(
        "report.year_in_prose",
        Scope::Report,
        Severity::Warning,
        "this year, in prose, is the year of the report",
        "文字所称本年度为报告年度",
    ),
];

/// The rule of a claim.
fn rule_of(claim: &Claim) -> &'static Rule {
    let [received, over, forward, processed, outcome, applicants, _, disputes, none, _] = &RULES;
    match (claim.statement, claim.subject) {
        (Statement::None | Statement::All, _) => none,
        (_, Subject::Received) => received,
        (_, Subject::CarriedOver) => over,
        (_, Subject::CarriedForward) => forward,
        (_, Subject::Processed) => processed,
        (_, Subject::Results(_) | Subject::Result(_)) => outcome,
        (_, Subject::Applicants(_)) => applicants,
        (_, Subject::Disputes(..)) => disputes,
    }
}

/// Compares what the prose claims with the tables.
///
/// Claims about other years than the report's have no result. Where the prose leaves open what it counts, with or
/// without the requests carried over, any reading that agrees satisfies the rule.
///
/// ```
/// use gongkai::{Cell, Edition, Report, narrative, validate::validate_prose};
/// let text = "全年共收到政府信息公开申请258件。";
/// let mut report = Report::new(Edition::E2021);
/// report.set("requests.received.total".parse()?, Cell::exact(275.into()));
/// report.set("requests.carried_over.total".parse()?, Cell::exact(0.into()));
/// let comparison = validate_prose(&report, &narrative::claims(text, &report));
/// let finding = comparison.findings().next().unwrap();
/// assert_eq!(finding.to_string(), "narrative.received at prose.overview: received 275 ≠ prose.overview 258");
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
pub fn validate_prose(report: &Report, claims: &Claims) -> Comparison {
    if claims.is_empty() {
        return Comparison::default();
    }
    let mut prose = Prose { report, habits: Habits::of(report), wholes: Vec::new() };
    for claim in claims {
        prose.note_whole(claim);
    }
    let mut results = Vec::with_capacity(claims.len());
    let mut year_before = None;
    for claim in claims {
        let year = match claim.year {
            ClaimYear::NamedAsReported(year) => Some(year),
            _ => None,
        };
        if let Some(year) = year.filter(|_| year != year_before) {
            results.push(prose.year(claim, year));
        }
        year_before = year;
        if prose.is_of_this_year(claim) {
            results.extend(prose.compare(claim));
            results.extend(prose.share(claim));
        }
    }
    Comparison { results }
}

/// A report whose prose is compared with its tables.
pub(super) struct Prose<'r> {
    pub(super) report: &'r Report,
    habits: Habits,
    /// What a share can be taken of, each once.
    wholes: Vec<Claim>,
}

impl Prose<'_> {
    fn is_of_this_year(&self, claim: &Claim) -> bool {
        match claim.year {
            ClaimYear::Unstated | ClaimYear::Reported => true,
            ClaimYear::Named(year) | ClaimYear::NamedAsReported(year) => self.report.year == Some(year),
            ClaimYear::Previous => false,
        }
    }

    /// The section that makes the claim.
    pub(super) fn section(&self, claim: &Claim) -> SectionKind {
        let holds = |span: Span| span.start <= claim.span.start && claim.span.end <= span.end;
        let mut sections = self.report.sections.iter();
        sections.find(|section| holds(section.body)).map_or(SectionKind::Overview, |section| section.kind)
    }

    /// A figure that the prose gives.
    pub(super) fn said(&self, claim: &Claim, value: Value, side: Side, span: Span) -> Operand {
        Operand::new(Place::Prose(self.section(claim)), side, Some(value), Some(span))
    }

    fn note_whole(&mut self, claim: &Claim) {
        let same = |whole: &Claim| (whole.subject, whole.carry_over) == (claim.subject, claim.carry_over);
        if meant::is_whole(claim.subject) && self.is_of_this_year(claim) && !self.wholes.iter().any(same) {
            self.wholes.push(*claim);
        }
    }

    /// The numbers of the prose that `share` can be taken of.
    pub(super) fn bases(&self, claim: &Claim, share: &Share) -> impl Iterator<Item = Operand> {
        let wholes =
            self.wholes.iter().filter(|whole| meant::is_base(whole.subject, claim.subject, share.base));
        wholes.filter_map(|whole| {
            let count = i64::try_from(whole.count()?).ok()?;
            Some(self.said(whole, count.into(), Side::Expected, whole.figure.unwrap_or(whole.span)))
        })
    }

    fn at(&self, claim: &Claim) -> At {
        At::Prose(self.section(claim))
    }

    /// 本年度（2020年） names the year of the report.
    fn year(&self, claim: &Claim, year: u16) -> Finding {
        let [.., rule] = &RULES;
        let title = self.report.title.as_ref().map(|title| title.span);
        let reported = self.report.year.map(|year| Value::from(i64::from(year)));
        let said = Value::from(i64::from(year));
        let (verdict, basis) = match &reported {
            Some(reported) if *reported == said => (Verdict::Satisfied, Some(Basis::Strict)),
            Some(reported) => {
                let violated = Verdict::Violated { expected: reported.clone(), actual: said.clone() };
                (violated, Some(Basis::Strict))
            }
            None => {
                let missing = alloc::vec![Place::Year];
                (Verdict::NotEvaluated { reason: Reason::Operands, missing }, None)
            }
        };
        let operands = alloc::vec![
            Operand::new(Place::Year, Side::Expected, reported, title),
            self.said(claim, said, Side::Actual, claim.span),
        ];
        Finding::new(rule, self.at(claim), verdict, basis, None, operands)
    }

    fn compare(&self, claim: &Claim) -> Option<Finding> {
        match claim.statement {
            Statement::Count(count) => self.count(claim, i64::try_from(count).ok()?),
            Statement::None | Statement::All => Some(self.nothing_contradicts(claim)),
        }
    }

    /// A number: the first reading that agrees, or else what the nearest one has against it.
    fn count(&self, claim: &Claim, count: i64) -> Option<Finding> {
        let mut results = meant::readings(self.report, claim).into_iter().map(|facts| {
            let said = self.said(claim, count.into(), Side::Actual, claim.figure.unwrap_or(claim.span));
            let table = facts.into_iter().map(|path| Operand::fact(self.report, path, Side::Expected));
            let sum = Sum {
                rule: rule_of(claim),
                at: self.at(claim),
                operands: table.chain([said]).collect(),
                tolerance: Decimal::ZERO,
                bounded: false,
                habit: &|operand| self.habits.blank_is_zero(operand),
            };
            sum.finding()
        });
        let mut nearest = results.next()?;
        let more = match nearest.verdict {
            // The other readings add figures to the first one.
            Verdict::Violated { expected: Value::Number(table), .. } => table < count.into(),
            _ => false,
        };
        for other in results {
            match other.verdict {
                Verdict::Satisfied if nearest.verdict != Verdict::Satisfied => return Some(other),
                Verdict::NotEvaluated { .. } if more => nearest = other,
                _ => {}
            }
        }
        Some(nearest)
    }

    /// Words: each of the figures that would contradict them is zero.
    fn nothing_contradicts(&self, claim: &Claim) -> Finding {
        let table: Vec<Operand> = meant::contradicting(claim)
            .into_iter()
            .map(|path| Operand::fact(self.report, path, Side::Expected))
            .collect();
        let number = |operand: &Operand| match operand.value {
            Some(Value::Number(number)) if !number.is_zero() => Some(number),
            _ => None,
        };
        // The figures of a group come with their total first: what it has is not to be counted twice.
        let most = table.iter().filter_map(number).max();
        let missing =
            |of: fn(&Operand) -> bool| table.iter().filter(move |o| of(o)).map(|o| o.place).collect();
        let (verdict, basis) = if let Some(most) = most {
            (Verdict::Violated { expected: most.into(), actual: 0.into() }, Some(Basis::Strict))
        } else if table.iter().any(Operand::is_absent) {
            (Verdict::NotEvaluated { reason: Reason::Operands, missing: missing(Operand::is_absent) }, None)
        } else if table.iter().any(Operand::is_blank) {
            (Verdict::Satisfied, Some(Basis::BlankAsZero))
        } else {
            (Verdict::Satisfied, Some(Basis::Strict))
        };
        let violated = matches!(verdict, Verdict::Violated { .. });
        let kept = table.into_iter().filter(|operand| !violated || number(operand).is_some());
        let said = self.said(claim, 0.into(), Side::Actual, claim.span);
        Finding::new(rule_of(claim), self.at(claim), verdict, basis, None, kept.chain([said]).collect())
    }

    fn share(&self, claim: &Claim) -> Option<Finding> {
        let [.., rule, _, _, _] = &RULES;
        share::finding(self, rule, self.at(claim), claim)
    }
}
