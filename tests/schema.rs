//! The JSON Schemas under `schema/`: they are those of this version, and what is printed keeps to them.
//!
//! `GONGKAI_STORE=1 cargo test --all-features --test schema` writes them anew, for a release that changes them on purpose.
#![cfg(all(feature = "std", feature = "schemars"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

#[path = "../examples/check/lines.rs"]
#[allow(dead_code, reason = "only its schema is used")]
mod check_lines;
mod cli;
#[path = "../examples/common/mod.rs"]
mod common;
#[path = "../examples/facts/lines.rs"]
#[allow(dead_code, reason = "only its schema is used")]
mod facts_lines;
mod small;

use gongkai::{Parsed, Report, parse_report};
use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// A line of `facts --meta --additional`.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum FactsLine<'a> {
    Fact(common::lines::FactLine<'a>),
    Meta(facts_lines::Meta<'a>),
    Additional(facts_lines::AdditionalLine<'a>),
    Failure(common::Failure),
}

/// A line of `check`.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum CheckLine<'a> {
    Finding(check_lines::FindingLine<'a>),
    Diagnostic(check_lines::DiagnosticLine<'a>),
    Failure(common::Failure),
}

/// Descriptions are the docs of the types; their examples in Rust are of no use to who reads a schema.
fn without_code(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        text.truncate(text.find("\n\n```").unwrap_or(text.len()));
    }
}

/// The stored schema, which is that of the type.
fn schema<T: JsonSchema>(name: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(without_code));
    let made = settings.into_generator().into_root_schema_for::<T>();
    let made = serde_json::to_string_pretty(&made).unwrap() + "\n";
    let path = format!("schema/{name}.schema.json");
    if std::env::var("GONGKAI_STORE").is_ok() {
        std::fs::write(&path, &made).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap();
    assert!(stored == made, "{path} is not the schema of this version");
    serde_json::from_str(&stored).unwrap()
}

/// Objects admit later fields; to see that none is printed which the schema does not describe, they are closed here.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(closed);
            if object.get("properties").is_some_and(Value::is_object) {
                object.insert("additionalProperties".into(), json!(false));
            }
        }
        Value::Array(array) => array.iter_mut().for_each(closed),
        _ => {}
    }
}

fn validator<T: JsonSchema>(name: &str) -> Validator {
    let mut schema = schema::<T>(name);
    closed(&mut schema);
    jsonschema::validator_for(&schema).unwrap()
}

fn keeps(validator: &Validator, value: &Value) {
    let errors: Vec<_> =
        validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\nin {value}");
}

/// A good report, one that is no report, one with ambiguous figures, one in GBK, and one with all that cells can be.
fn files(example: &str) -> Vec<String> {
    let file = |name: &str, bytes: &[u8]| cli::file(&format!("schema-{example}-{name}.txt"), bytes);
    let (text, _) = small::base(false);
    let odd = text
        .replace("规章\t11\t12\t13", "规章\t/\t—\t无\n指南\t1\t2\t3")
        .replace("行政处罚\t51\t52\t53", "行政处罚\t五十二\t-52\t1.5");
    vec![
        "examples/sample-report.txt".into(),
        "no/such/file.txt".into(),
        file("news", "今日本市有雨。\n".as_bytes()),
        file("damaged", cli::DAMAGED.as_bytes()),
        file("gbk", &encoding_rs::GBK.encode(cli::SAMPLE).0),
        file("odd", odd.as_bytes()),
    ]
}

/// What an example prints of the files, line by line.
fn printed(example: &str, options: &[&str]) -> Vec<Value> {
    let files = files(example);
    let arguments: Vec<&str> = options.iter().copied().chain(files.iter().map(String::as_str)).collect();
    let output = cli::run(example, &arguments);
    cli::lines(&output).into_iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn with<'a>(lines: &'a [Value], key: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line.get(key).is_some()).collect()
}

#[test]
fn facts_keeps_to_its_schema() {
    let validator = validator::<FactsLine<'static>>("facts");
    let lines = printed("facts", &["--meta", "--additional"]);
    for (key, number) in [("path", 200 + 198 + 200 + 198), ("tables", 4), ("label", 1), ("error", 2)] {
        assert_eq!(with(&lines, key).len(), number, "{key}");
    }
    assert!(lines.iter().any(|line| line["candidates"].as_array().is_some_and(|list| !list.is_empty())));
    lines.iter().for_each(|line| keeps(&validator, line));
    let fact = with(&lines, "path")[0];
    for (key, wrong) in [
        ("path", json!("requests.granted.sum")),
        ("status", json!("empty")),
        ("value", json!(12)),
        ("value", json!("1e3")),
        ("value", json!("+1")),
        ("start", json!(-1)),
        ("candidates", json!(["many"])),
    ] {
        let mut line = fact.clone();
        line[key] = wrong;
        assert!(!validator.is_valid(&line), "{line}");
    }
}

#[test]
fn check_keeps_to_its_schema() {
    let validator = validator::<CheckLine<'static>>("check");
    let lines = printed("check", &["--all"]);
    assert!(with(&lines, "rule").len() > 200 && with(&lines, "diagnostic").len() > 5);
    assert_eq!(with(&lines, "error").len(), 2);
    for outcome in ["satisfied", "violated", "not_evaluated"] {
        assert!(lines.iter().any(|line| line["outcome"] == outcome), "{outcome}");
    }
    lines.iter().for_each(|line| keeps(&validator, line));
    let mut line = with(&lines, "rule")[0].clone();
    line["spans"] = json!([[1]]);
    assert!(!validator.is_valid(&line));
}

#[test]
fn reports_keep_to_their_schema() {
    let validator = validator::<Report>("report");
    let stored: Parsed =
        serde_json::from_str(&std::fs::read_to_string("tests/stored/parsed.json").unwrap()).unwrap();
    let texts = [cli::SAMPLE, cli::DAMAGED];
    let reports = texts.map(|text| parse_report(text).unwrap().report);
    for report in reports.iter().chain([&stored.report]) {
        keeps(&validator, &serde_json::to_value(report).unwrap());
    }
    let mut report = serde_json::to_value(&stored.report).unwrap();
    report["disputes"]["reconsideration"]["upheld"] = json!({"status": "value", "printed": "1,2"});
    assert!(!validator.is_valid(&report));
}
