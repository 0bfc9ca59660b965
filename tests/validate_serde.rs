//! Findings and profiles in files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![cfg(feature = "serde")]

use gongkai::validate::{Profile, across_years, locate, validate};
use gongkai::{Cell, Edition, Report, Severity};

fn wrong() -> Report {
    let mut report = Report::new(Edition::E2021);
    for (outcome, figure) in [("upheld", 2), ("corrected", 0), ("other", 0), ("pending", 1), ("total", 4)] {
        let path = format!("disputes.reconsideration.{outcome}").parse().unwrap();
        report.set(path, Cell::exact(figure.into()));
    }
    report
}

#[test]
fn a_finding_as_json() {
    let report = wrong();
    let finding = validate(&report).findings().next().unwrap();
    let json = serde_json::to_value(&finding).unwrap();
    assert_eq!(json["rule"], "disputes.group_total");
    assert_eq!(json["at"], "disputes.reconsideration.*");
    assert_eq!(json["severity"], "error");
    assert_eq!(json["outcome"], "violated");
    assert_eq!((&json["expected"], &json["actual"]), (&"3".into(), &"4".into()));
    assert_eq!(json["basis"], "strict");
    assert_eq!(json["fingerprint"], finding.fingerprint().to_string());
    let total = &json["operands"][4];
    assert_eq!(total["place"], "disputes.reconsideration.total");
    assert_eq!((&total["status"], &total["value"]), (&"value".into(), &"4".into()));
}

#[test]
fn what_was_not_evaluated_names_what_is_missing() {
    let report = Report::new(Edition::E2021);
    let check = validate(&report).checks().find(|check| check.rule().id == "disputes.group_total").unwrap();
    let json = serde_json::to_value(check.finding()).unwrap();
    assert_eq!((&json["outcome"], &json["reason"]), (&"not_evaluated".into(), &"operands".into()));
    assert_eq!(json["missing"][0], "disputes.reconsideration.upheld");
    assert!(json["basis"].is_null());
}

#[test]
fn located_errors_and_comparisons_as_json() {
    let json = serde_json::to_value(locate(&wrong())).unwrap();
    assert_eq!(json[0]["broken"][0][0], "disputes.group_total");
    assert_eq!(json[0]["cause"], "misprint");
    assert_eq!(json[0]["explanations"][0]["changes"][0]["path"], "disputes.reconsideration.upheld");
    let json = serde_json::to_value(across_years(&wrong(), &wrong())).unwrap();
    assert_eq!(json["results"][0]["rule"], "years.same_body");
}

#[test]
fn a_profile_is_read_from_a_file() {
    let text = r#"{"severities":{"requests.shape":"info"},"suppressed":{"proactive.unit":"no units here"}}"#;
    let profile: Profile = serde_json::from_str(text).unwrap();
    let built = Profile::new().severity("requests.shape", Severity::Info).unwrap();
    assert_eq!(profile, built.suppress("proactive.unit", "no units here").unwrap());
    let finding = validate(&wrong()).findings().next().unwrap();
    let profile = profile.suppress_finding(finding.fingerprint(), "corrected");
    let again: Profile = serde_json::from_str(&serde_json::to_string(&profile).unwrap()).unwrap();
    assert_eq!(again, profile);
}

#[test]
fn a_misspelt_rule_in_a_profile_is_an_error() {
    let error = serde_json::from_str::<Profile>(r#"{"suppressed":{"proactive.unti":"?"}}"#).unwrap_err();
    assert!(error.to_string().starts_with("no rule is called proactive.unti"), "{error}");
    assert!(serde_json::from_str::<Profile>(r#"{"severity":{}}"#).is_err());
}
