//! What few cells have: notes and candidates, in lists that the cells of a report share.

use alloc::string::String;
use alloc::vec::Vec;

use super::cell::Candidate;

/// The notes and candidates of cells, those of one behind those of another.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "Vec<super::wire::Detail>", from = "Vec<super::wire::Detail>"))]
pub(crate) struct Details {
    notes: String,
    candidates: Vec<Candidate>,
    /// Where each cell's note and candidates end.
    ends: Vec<(usize, usize)>,
}

impl Details {
    /// Keeps what a cell has; one more than its place.
    pub(crate) fn push(&mut self, note: &str, candidates: impl IntoIterator<Item = Candidate>) -> u32 {
        self.notes.push_str(note);
        self.candidates.extend(candidates);
        self.ends.push((self.notes.len(), self.candidates.len()));
        u32::try_from(self.ends.len()).unwrap_or(0)
    }

    pub(crate) fn note(&self, detail: u32) -> Option<&str> {
        let ((start, _), (end, _)) = self.bounds(detail)?;
        self.notes.get(start..end).filter(|note| !note.is_empty())
    }

    pub(crate) fn candidates(&self, detail: u32) -> &[Candidate] {
        let own = self.bounds(detail).and_then(|((_, start), (_, end))| self.candidates.get(start..end));
        own.unwrap_or(&[])
    }

    fn bounds(&self, detail: u32) -> Option<((usize, usize), (usize, usize))> {
        let at = (detail as usize).checked_sub(1)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        Some((start.copied().unwrap_or_default(), *self.ends.get(at)?))
    }

    /// How many cells have any.
    #[cfg(feature = "serde")]
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }
}
