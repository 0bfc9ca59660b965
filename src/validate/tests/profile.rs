use super::{finding, in_order, set};
use crate::Severity;
use crate::template::Edition;
use crate::validate::{Profile, Rule};

#[test]
fn one_finding_can_be_suppressed_by_its_fingerprint() {
    let mut report = in_order(Edition::E2021);
    set(&mut report, "disputes.reconsideration.total", 4);
    let found = finding(&report, "disputes.group_total", "disputes.reconsideration.*");
    let profile = Profile::new().suppress_finding(found.fingerprint(), "corrected by a notice");
    assert_eq!(profile.apply(found.clone()).suppressed.as_deref(), Some("corrected by a notice"));
    set(&mut report, "disputes.reconsideration.total", 5);
    let other = finding(&report, "disputes.group_total", "disputes.reconsideration.*");
    assert!(profile.apply(other).is_violated());
}

#[test]
fn a_profile_changes_severities() {
    let mut report = in_order(Edition::E2021);
    set(&mut report, "disputes.reconsideration.total", 4);
    let found = finding(&report, "disputes.group_total", "disputes.reconsideration.*");
    let profile = Profile::new().severity("disputes.group_total", Severity::Info).unwrap();
    assert_eq!(profile.apply(found).severity, Severity::Info);
}

#[test]
fn rules_have_distinct_ids_named_after_their_scope() {
    let mut ids: Vec<&str> = Rule::all().map(|rule| rule.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}
