//! What went wrong short of failing: data with stable codes, one table of them.

use alloc::borrow::Cow;
use core::fmt;

use crate::Span;

/// How much a diagnostic or a finding weighs.
///
/// ```
/// use gongkai::Severity;
/// assert!(Severity::Error > Severity::Warning);
/// assert_eq!(Severity::Info.as_str(), "info");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Severity {
    /// Says what was chosen, such as the layout of a table.
    Info,
    /// The text is damaged or unusual; what is given is still right or says that it is not certain.
    Warning,
    /// Figures were lost to it.
    Error,
}

impl Severity {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Declares the codes: name, severity, message, help.
macro_rules! codes {
    ($($variant:ident $code:literal $severity:ident $message:literal $help:literal;)+) => {
        /// The stable codes of diagnostics.
        ///
        /// | code | severity | meaning |
        /// |---|---|---|
        $(#[doc = concat!("| `", $code, "` | ", stringify!($severity), " | ", $message, " |")])+
        ///
        /// ```
        /// use gongkai::{Code, Severity};
        /// assert_eq!(Code::TableMissing.as_str(), "table.missing");
        /// assert_eq!(Code::TableMissing.severity(), Severity::Warning);
        /// assert_eq!(Code::TableMissing.message(), "a table of the form is not in the text");
        /// assert!(Code::ALL.iter().all(|code| !code.help().is_empty()));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Code {
            $(
                #[doc = $message]
                #[cfg_attr(feature = "serde", serde(rename = $code))]
                $variant,
            )+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// How much it weighs.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// What it means, in one sentence.
            pub const fn message(self) -> &'static str {
                match self { $(Self::$variant => $message),+ }
            }

            /// What a person can do about it.
            pub const fn help(self) -> &'static str {
                match self { $(Self::$variant => $help),+ }
            }
        }
    };
}

codes! {
    LayoutChosen "layout.chosen" Info "the layout in which a table was read"
        "compare with the source when a table looks wrong";
    TableMissing "table.missing" Warning "a table of the form is not in the text"
        "it may have been published as a picture";
    TableTruncated "table.truncated" Warning "the text ends or turns to prose inside a table"
        "rows behind the break are given as missing";
    TableRepeated "table.repeated" Warning "a table stands in the text twice"
        "the first is read";
    SectionMissing "section.missing" Warning "a section of the form has no heading in the text"
        "see whether the report was published in full";
    SectionRepeated "section.repeated" Warning "a section's heading stands in the text twice"
        "the first is taken as the section";
    RowMissing "row.missing" Warning "a row of the form is not in the table"
        "its figures are given as missing";
    RowRepeated "row.repeated" Warning "a row of the form is printed twice"
        "equal figures count once, different ones are ambiguous";
    RowAdditional "row.additional" Warning "a row that the form does not have"
        "it is kept among the additional rows";
    RowUnlabelled "row.unlabelled" Warning "a row of figures without a label"
        "it is used only where order and identities leave one place";
    RowCells "row.cells" Warning "a row has more or fewer cells than the form has columns"
        "its cells are placed by evidence, never by counting alone";
    ColumnAdditional "column.additional" Warning "a column that the form does not have"
        "its figures are left out";
    CellAmbiguous "cell.ambiguous" Warning "several readings of a cell are possible"
        "see its candidates";
    CellRepaired "cell.repaired" Warning "a cell was read otherwise than literally"
        "compare with the source";
    CellUnreadable "cell.unreadable" Warning "something is printed in a cell that is no figure"
        "see the text at its span";
    UnitMissing "unit.missing" Warning "an amount of money without a unit in cell or header"
        "it is ambiguous between 元 and 万元";
    UnitConflict "unit.conflict" Warning "cell and header state different units"
        "the cell's own unit was used";
    IdentityBroken "identity.broken" Warning "no reading of a damaged table satisfies its identities"
        "undecided cells are ambiguous; the publisher's sums may be wrong";
    SearchBounded "search.bounded" Warning "a search among readings was cut at its bound"
        "cells that it left undecided are ambiguous";
    LimitReached "limit.reached" Error "a limit of the parser was reached"
        "raise it on the Parser if the text is honest";
    SecondReport "report.second" Warning "another report begins in the same text"
        "split the text there; only the first report was read";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Something that a user of the figures should know, with its place in the text.
///
/// ```
/// let parsed = gongkai::parse_report("一、总体情况\n二、主动公开政府信息情况\n规章\t1\t2\t3\n")?;
/// let missing = parsed.diagnostics.iter().find(|d| d.code.as_str() == "table.missing").unwrap();
/// assert_eq!(missing.severity(), gongkai::Severity::Warning);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind it is.
    pub code: Code,
    /// What it is about, in addition to the code's message.
    pub detail: Cow<'static, str>,
    /// Where.
    pub span: Option<Span>,
}

impl Diagnostic {
    pub(crate) fn new(
        code: Code,
        span: impl Into<Option<Span>>,
        detail: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { code, detail: detail.into(), span: span.into() }
    }

    /// How much it weighs.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.message())?;
        if self.detail.is_empty() { Ok(()) } else { write!(f, ": {}", self.detail) }
    }
}
