//! Where a row's own sums are the only check, a wrong split keeps them by chance now and then (`0 187 | 0 0 8 8` as
//! `1 87 0 0 88`), and what was printed is a row with a misprint. The two are weighed against each other: a reading weighs
//! as many digits as it takes to say it, and a misprint is kept in mind unless it is a thousand times less likely than
//! what keeps all sums.

use alloc::vec;
use alloc::vec::Vec;

use super::atoms::Sequence;
use super::edit::Edit;
use super::figures::width;
use super::form::Form;
use super::readings::{Head, Readings};
use super::slot::Slot;
use super::sums::{Check, Rules, Search};

/// How many digits a reading with a misprint may take more than one without.
const MARGIN: u32 = 2;
/// The most by which a figure is off after a miscount.
const MISCOUNT: u64 = 3;

/// A figure other than zero takes its digits.
pub(super) fn digits(figure: i64) -> u32 {
    if figure == 0 { 0 } else { u32::try_from(width(figure)).unwrap_or(u32::MAX) }
}

/// The sum of a block follows from its parts.
fn consistent(slots: &[Slot]) -> u32 {
    slots.split_last().map_or(0, |(_, parts)| parts.iter().map(|part| digits(part.value)).sum())
}

/// The figure that should be there, and how it became what is printed: a miscount, a last digit lost or added, or else
/// anything.
fn slip(meant: i64, printed: i64) -> u32 {
    let near = meant.abs_diff(printed) <= MISCOUNT || meant / 10 == printed || printed / 10 == meant;
    1 + if near { 0 } else { u32::try_from(width(printed)).unwrap_or(u32::MAX) }
}

/// What a block weighs, its total last, of which one figure is misprinted; `None` where nothing is. No less than the digits
/// that its parts are printed with.
pub(super) fn misprinted(slots: &[Slot]) -> Option<u32> {
    let (total, parts) = slots.split_last()?;
    let sum = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.value));
    let over = sum.checked_sub(total.value).filter(|over| *over != 0)?;
    let all = consistent(slots);
    let part = |part: &Slot| {
        let meant = part.value.checked_sub(over).filter(|meant| *meant >= 0)?;
        Some(all - digits(part.value) + digits(meant) + slip(meant, part.value))
    };
    parts.iter().filter_map(part).chain([all + slip(sum, total.value)]).min()
}

/// The readings of a row of digits, of which one block at most is misprinted, that weigh little more than those that keep
/// all sums, which are known.
pub(super) fn read(sequence: &Sequence, form: &Form, known: &Readings, steps: &mut u32) -> Readings {
    let left = steps.checked_sub(known.searched.1).filter(|_| !known.searched.0.is_empty());
    let mut out = if left.is_some() { known.as_searched() } else { Readings::default() };
    *steps = left.unwrap_or(*steps);
    let rules = Rules { vanish: false, blank_sums: false, check: Check::All, limits: &[] };
    let blocks = form.blocks().len();
    // What may stand before a misprinted block, and what may stand behind it.
    let mut search = Search::new(sequence, form, rules, Edit::None, steps, &mut out);
    if left.is_none() {
        search.forward();
    }
    let mut ends = vec![sequence.len()];
    for number in (1..blocks).rev() {
        let mark = search.out.heads.len();
        let (first, width) = search.enter(number);
        for to in ends {
            (first..(to + 1).saturating_sub(width)).for_each(|from| search.consistent(from, to));
        }
        ends = search.out.heads.iter().skip(mark).map(|head| usize::from(head.from)).collect();
        ends.sort_unstable();
        ends.dedup();
    }
    out.heads.sort_by_key(|head| head.block);
    let mut paths = Paths::new(form, sequence.len());
    paths.measure(&out);
    let most = paths.behind(0, 0, false).saturating_add(MARGIN);
    // Between those, one that does not.
    let kept = out.heads.len();
    let mut search = Search::new(sequence, form, rules, Edit::None, steps, &mut out);
    for number in 0..blocks {
        let (first, width) = search.enter(number);
        for from in first..=sequence.len() {
            if paths.ahead(number, from, false) == NEVER {
                continue;
            }
            for to in from + width..=sequence.len() {
                let others =
                    paths.ahead(number, from, false).saturating_add(paths.behind(number + 1, to, false));
                // Zeros have no misprint.
                if others < most && sequence.digits(from, to) > 0 {
                    search.misprinted(from, to, most - others);
                }
            }
        }
    }
    if out.heads.len() == kept {
        // None that is not known.
        out.heads.clear();
        return out;
    }
    let mut behind: Vec<Head> = out.heads.iter().take(kept).copied().collect();
    behind.iter_mut().for_each(|head| head.excused = (true, true));
    out.heads.extend(behind);
    out.heads.sort_by_key(|head| head.block);
    paths.measure(&out);
    let mut weights = paths
        .weights
        .iter()
        .zip(&out.heads)
        .map(|(weight, head)| paths.through(head, *weight))
        .collect::<Vec<u32>>()
        .into_iter();
    out.heads.retain(|_| weights.next().is_some_and(|weight| weight <= most));
    out
}

const NEVER: u32 = u32::MAX;

/// The least that a row's beginning up to an atom weighs, and its rest from there: by block, atom and whether the misprint
/// is behind.
struct Paths<'f> {
    form: &'f Form,
    width: usize,
    ahead: Vec<u32>,
    behind: Vec<u32>,
    /// Of each block.
    weights: Vec<u32>,
}

impl<'f> Paths<'f> {
    fn new(form: &'f Form, atoms: usize) -> Self {
        Self { form, width: atoms + 1, ahead: Vec::new(), behind: Vec::new(), weights: Vec::new() }
    }

    fn node(&self, block: usize, at: usize, misprinted: bool) -> usize {
        (block * self.width + at) * 2 + usize::from(misprinted)
    }

    fn ends(&self, head: &Head) -> (usize, usize) {
        let (block, (before, behind)) = (usize::from(head.block), head.excused);
        (self.node(block, head.from.into(), before), self.node(block + 1, head.to.into(), behind))
    }

    fn ahead(&self, block: usize, at: usize, misprinted: bool) -> u32 {
        self.ahead.get(self.node(block, at, misprinted)).copied().unwrap_or(NEVER)
    }

    fn behind(&self, block: usize, at: usize, misprinted: bool) -> u32 {
        self.behind.get(self.node(block, at, misprinted)).copied().unwrap_or(NEVER)
    }

    /// `readings`: block after block.
    fn measure(&mut self, readings: &Readings) {
        let blocks = self.form.blocks();
        let last = self.node(blocks.len(), self.width - 1, false);
        let size = last + 2;
        let weight = |head: &Head| {
            let width = blocks.get(usize::from(head.block)).map_or(0, |block| block.columns.into());
            let slots = readings.slots(head, width);
            misprinted(slots).unwrap_or_else(|| consistent(slots))
        };
        self.weights = readings.heads.iter().map(weight).collect();
        let (mut ahead, mut behind) = (vec![NEVER; size], vec![NEVER; size]);
        lighten(&mut ahead, 0, 0);
        lighten(&mut behind, last, 0);
        lighten(&mut behind, last + 1, 0);
        let heads =
            || readings.heads.iter().zip(&self.weights).map(|(head, weight)| (self.ends(head), *weight));
        for ((from, to), weight) in heads() {
            let so_far = ahead.get(from).copied().unwrap_or(NEVER);
            lighten(&mut ahead, to, so_far.saturating_add(weight));
        }
        for ((from, to), weight) in heads().rev() {
            let rest = behind.get(to).copied().unwrap_or(NEVER);
            lighten(&mut behind, from, rest.saturating_add(weight));
        }
        (self.ahead, self.behind) = (ahead, behind);
    }

    /// What the lightest reading weighs that has this block.
    fn through(&self, head: &Head, weight: u32) -> u32 {
        let (from, to) = self.ends(head);
        let get = |of: &[u32], node: usize| of.get(node).copied().unwrap_or(NEVER);
        get(&self.ahead, from).saturating_add(weight).saturating_add(get(&self.behind, to))
    }
}

fn lighten(nodes: &mut [u32], node: usize, weight: u32) {
    if let Some(least) = nodes.get_mut(node) {
        *least = weight.min(*least);
    }
}
