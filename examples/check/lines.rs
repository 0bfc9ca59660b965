//! The lines of JSON that `check` prints.

use gongkai::validate::{At, Basis, Finding, Place, Value, Verdict};
use gongkai::{Diagnostic, Severity, Span};
use serde::Serialize;

use crate::common::Input;

/// A finding as JSON. The order of the fields is that of the output, and part of the contract.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct FindingLine<'a> {
    file: &'a str,
    rule: &'a str,
    outcome: &'a str,
    basis: Option<Basis>,
    severity: Severity,
    at: At,
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    expected: Option<&'a Value>,
    #[cfg_attr(feature = "schemars", schemars(with = "Option<String>"))]
    actual: Option<&'a Value>,
    paths: Vec<Place>,
    message: String,
    /// Parallel to `paths`; null where nothing is printed.
    spans: Vec<Option<Span>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
}

impl<'a> FindingLine<'a> {
    pub(crate) fn new(input: &'a Input, finding: &'a Finding) -> Self {
        let (expected, actual) = match &finding.verdict {
            Verdict::Violated { expected, actual } => (Some(expected), Some(actual)),
            _ => (None, None),
        };
        Self {
            file: &input.file,
            rule: finding.rule.id,
            outcome: finding.verdict.as_str(),
            basis: finding.basis,
            severity: finding.severity,
            at: finding.at,
            expected,
            actual,
            paths: finding.operands.iter().map(|operand| operand.place).collect(),
            message: finding.message(),
            spans: finding.operands.iter().map(|operand| operand.span).collect(),
            encoding: input.encoding,
        }
    }
}

/// A diagnostic as JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct DiagnosticLine<'a> {
    file: &'a str,
    diagnostic: &'a str,
    severity: Severity,
    message: String,
    spans: Vec<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
}

impl<'a> DiagnosticLine<'a> {
    pub(crate) fn new(input: &'a Input, diagnostic: &Diagnostic) -> Self {
        Self {
            file: &input.file,
            diagnostic: diagnostic.code.as_str(),
            severity: diagnostic.severity(),
            message: diagnostic.to_string(),
            spans: diagnostic.span.into_iter().collect(),
            encoding: input.encoding,
        }
    }
}
