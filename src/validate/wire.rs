//! Findings in other formats: with what they say, and with what makes them the same.

use alloc::string::String;

use serde::{Serialize, Serializer};

use super::finding::{Basis, Finding, Verdict};
use super::fingerprint::Fingerprint;
use super::operand::Operand;
use super::place::At;
use super::rule::Relation;
use crate::diagnostic::Severity;

#[derive(Serialize)]
struct Wire<'a> {
    rule: &'static str,
    at: At,
    severity: Severity,
    #[serde(flatten)]
    verdict: &'a Verdict,
    basis: Option<Basis>,
    relation: Option<Relation>,
    operands: &'a [Operand],
    message: String,
    fingerprint: Fingerprint,
    suppressed: Option<&'a str>,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wire = Wire {
            rule: self.rule.id,
            at: self.at,
            severity: self.severity,
            verdict: &self.verdict,
            basis: self.basis,
            relation: self.relation,
            operands: &self.operands,
            message: self.message(),
            fingerprint: self.fingerprint(),
            suppressed: self.suppressed.as_deref(),
        };
        wire.serialize(serializer)
    }
}
