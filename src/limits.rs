//! What a reading may grow to: what a text drives has a limit, and a diagnostic says when it is reached.

use alloc::vec::Vec;

use crate::diagnostic::{Code, Diagnostic};
use crate::parser::Parser;

/// The limits of one reading, named as the methods of [`Parser`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) len: usize,
    pub(crate) cells: usize,
    pub(crate) additional_rows: usize,
    pub(crate) sections: usize,
    pub(crate) diagnostics: usize,
}

impl Limits {
    /// At least sixteen times what a damaged honest report comes to.
    pub(crate) const DEFAULT: Self =
        Self { len: 16 << 20, cells: 16_384, additional_rows: 1024, sections: 256, diagnostics: 4096 };

    /// Keeps a diagnostic; the first that is one too many is kept as that fact, at its place.
    pub(crate) fn keep(&self, diagnostic: Diagnostic, among: &mut Vec<Diagnostic>) {
        if among.len() < self.diagnostics {
            among.push(diagnostic);
        } else if among.len() == self.diagnostics {
            among.push(Diagnostic::new(Code::LimitReached, diagnostic.span, "max_diagnostics"));
        }
    }
}

/// The limits, each with its default. A text that reaches one is still read: what is left out is never given
/// otherwise, and a diagnostic [`Code::LimitReached`] whose detail begins with the limit's name says what is missing.
/// Notes and candidates of cells need no limits of their own: there is at most one note a cell, of at most sixty
/// characters, and at most 128 candidates a figure.
impl Parser {
    /// The most bytes a text may have, 16 MiB by default; at most 4 GiB - 2, as spans are 32 bits wide. A longer text
    /// is refused with [`ErrorKind::TooLong`](crate::ErrorKind::TooLong).
    #[must_use]
    pub const fn max_len(mut self, bytes: usize) -> Self {
        let most = u32::MAX as usize - 1;
        self.limits.len = if bytes < most { bytes } else { most };
        self
    }

    /// The most cells a table may have, labels counted as well, 16,384 by default. Of a table with more only the
    /// place is given: all its figures are missing.
    #[must_use]
    pub const fn max_cells(mut self, cells: usize) -> Self {
        self.limits.cells = cells;
        self
    }

    /// The most rows outside the form that a report keeps, 1024 by default; those behind are left out.
    #[must_use]
    pub const fn max_additional_rows(mut self, rows: usize) -> Self {
        self.limits.additional_rows = rows;
        self
    }

    /// The most sections that a report lists, 256 by default; those behind are left out, but not their tables.
    #[must_use]
    pub const fn max_sections(mut self, sections: usize) -> Self {
        self.limits.sections = sections;
        self
    }

    /// The most diagnostics that are kept, 4096 by default. Of those that come behind only the first is kept, as
    /// [`Code::LimitReached`], so that [`Parsed::into_strict`](crate::Parsed::into_strict) refuses the report.
    #[must_use]
    pub const fn max_diagnostics(mut self, diagnostics: usize) -> Self {
        self.limits.diagnostics = diagnostics;
        self
    }
}
