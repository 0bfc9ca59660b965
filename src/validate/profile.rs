//! A user's view of the rules: other severities, suppressions with their reasons.

use alloc::collections::BTreeMap;
use alloc::string::String;

use super::finding::Finding;
use super::fingerprint::Fingerprint;
use super::rule::Rule;
use crate::diagnostic::Severity;

/// Changes severities and suppresses rules, or single findings, each with a reason. A suppressed finding is still
/// given, with its reason.
///
/// ```
/// use gongkai::{Cell, Edition, Report, Severity, validate::{Profile, validate}};
/// let mut report = Report::new(Edition::E2021);
/// report.set("requests.granted.total".parse()?, Cell::exact((-1).into()));
///
/// let profile = Profile::new()
///     .severity("requests.balance", Severity::Warning)?
///     .suppress("requests.not_negative_integer", "corrections are printed as negative counts here")?;
/// let finding = profile.apply(validate(&report).findings().next().unwrap());
/// assert!(!finding.is_violated());
/// assert_eq!(finding.suppressed.as_deref(), Some("corrections are printed as negative counts here"));
/// assert!(Profile::new().severity("requests.blance", Severity::Info).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Profile {
    #[cfg_attr(feature = "serde", serde(deserialize_with = "known"))]
    severities: BTreeMap<String, Severity>,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "known"))]
    suppressed: BTreeMap<String, String>,
    findings: BTreeMap<Fingerprint, String>,
}

/// A rule id that no rule has.
///
/// ```
/// use gongkai::{Severity, validate::{Profile, UnknownRule}};
/// let error: UnknownRule = Profile::new().severity("requests.blance", Severity::Info).unwrap_err();
/// assert_eq!(error.to_string(), "no rule is called requests.blance");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule is called {0}")]
#[non_exhaustive]
pub struct UnknownRule(pub String);

impl Profile {
    /// The rules as they are.
    pub const fn new() -> Self {
        Self { severities: BTreeMap::new(), suppressed: BTreeMap::new(), findings: BTreeMap::new() }
    }

    /// Gives a rule another severity.
    ///
    /// # Errors
    /// When no rule has this id.
    pub fn severity(mut self, rule: &str, severity: Severity) -> Result<Self, UnknownRule> {
        self.severities.insert(check(rule)?, severity);
        Ok(self)
    }

    /// Disregards the findings of a rule, for a reason.
    ///
    /// # Errors
    /// When no rule has this id.
    pub fn suppress(mut self, rule: &str, reason: impl Into<String>) -> Result<Self, UnknownRule> {
        self.suppressed.insert(check(rule)?, reason.into());
        Ok(self)
    }

    /// Disregards one finding, for a reason.
    ///
    /// ```
    /// use gongkai::{Cell, Edition, Report, validate::{Profile, validate}};
    /// let mut report = Report::new(Edition::E2021);
    /// report.set("requests.granted.total".parse()?, Cell::exact((-1).into()));
    /// let finding = validate(&report).findings().next().unwrap();
    /// let profile = Profile::new().suppress_finding(finding.fingerprint(), "corrected by a notice");
    /// assert!(!profile.apply(finding).is_violated());
    /// # Ok::<(), gongkai::ParsePathError>(())
    /// ```
    #[must_use]
    pub fn suppress_finding(mut self, fingerprint: Fingerprint, reason: impl Into<String>) -> Self {
        self.findings.insert(fingerprint, reason.into());
        self
    }

    /// The finding as this profile sees it.
    #[must_use]
    pub fn apply(&self, mut finding: Finding) -> Finding {
        if let Some(&severity) = self.severities.get(finding.rule.id) {
            finding.severity = severity;
        }
        let named = || self.findings.get(&finding.fingerprint());
        let single = if self.findings.is_empty() { None } else { named() };
        finding.suppressed = single.or_else(|| self.suppressed.get(finding.rule.id)).cloned();
        finding
    }
}

fn check(rule: &str) -> Result<String, UnknownRule> {
    if Rule::by_id(rule).is_some() { Ok(rule.into()) } else { Err(UnknownRule(rule.into())) }
}

/// A map whose keys are rules, so that a misspelt id in a file is an error too.
#[cfg(feature = "serde")]
fn known<'de, D, T>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    use serde::Deserialize as _;
    use serde::de::Error as _;
    let map = BTreeMap::<String, T>::deserialize(deserializer)?;
    for rule in map.keys() {
        check(rule).map_err(D::Error::custom)?;
    }
    Ok(map)
}
