//! What makes two findings the same.

use core::fmt::{self, Write as _};

use super::finding::Finding;
use super::operand::{Operand, Side};
use crate::report::Status;

/// The same for the same finding, however its report was laid out: it depends on the rule, the instance and what the
/// operands say, never on spans. Printed as sixteen hexadecimal digits.
///
/// ```
/// use gongkai::{Cell, Edition, Report, validate::validate};
/// let mut report = Report::new(Edition::E2021);
/// report.set("requests.granted.total".parse()?, Cell::exact((-1).into()));
/// let fingerprint = validate(&report).findings().next().unwrap().fingerprint();
/// assert_eq!(fingerprint.to_string().len(), 16);
/// assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
/// # Ok::<(), gongkai::ParsePathError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

/// FNV-1a: stable across releases and machines, which the hashers of the standard library do not promise.
struct Fnv(u64);

impl fmt::Write for Fnv {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

impl Fingerprint {
    /// Of a finding whose actual side is a lower bound, what it exceeds counts alone.
    pub(super) fn of(finding: &Finding) -> Self {
        let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
        let mut write = || -> fmt::Result {
            write!(hash, "{}\n{}", finding.rule.id, finding.at)?;
            let counts = |operand: &&Operand| !finding.bounded || operand.side != Side::Actual;
            for operand in finding.operands.iter().filter(counts) {
                write!(hash, "\n{:?} {}=", operand.of, operand.place)?;
                match (&operand.value, operand.status) {
                    (Some(value), _) => write!(hash, "{value}")?,
                    (None, Status::Blank) => hash.write_str("blank")?,
                    (None, Status::NotApplicable) => hash.write_str("not applicable")?,
                    // How a figure was lost is a matter of the extractor.
                    (None, _) => hash.write_str("?")?,
                }
            }
            Ok(())
        };
        // A hash takes any text.
        let _ = write();
        Self(hash.0)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl core::str::FromStr for Fingerprint {
    type Err = core::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Fingerprint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = alloc::string::String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
