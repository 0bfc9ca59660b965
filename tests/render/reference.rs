//! The brute-force reference: which cells of a row does the text determine, where it does not separate or
//! place them? It knows the identities of a row and nothing else.

use super::marks::is_blank;
use super::notation::{Expect, Printed};
use super::table::{Body, Kind};
use super::truth::Shows;

/// A row's content as one reading has it; an empty text is a blank cell.
type Reading<'a> = Vec<&'a str>;

/// For each cell of the row, whether every admissible reading has it as it was printed.
pub fn determined(kind: Kind, body: &Body, shows: Shows, residue: (usize, usize), blanks: bool) -> Vec<bool> {
    let texts: Vec<&str> = body.printed.iter().map(|cell| cell.text.trim()).collect();
    let nothing = vec![false; texts.len()];
    // A row without a label that prints nothing is not in the text at all.
    if kind == Kind::Disputes && shows != Shows::Cells && texts.iter().all(|text| text.is_empty()) {
        return nothing;
    }
    let consistent = holds(kind, &texts);
    let keep = |reading: &[&str]| !consistent || holds(kind, reading);
    let run = texts.concat();
    let readings = match shows {
        Shows::Cells => Some(windows(&texts, residue)),
        Shows::Tokens => Some(placements(&texts)),
        Shows::Glued if kind == Kind::Disputes => groups(&run, blanks || !consistent),
        Shows::Glued => splits(&run, texts.len(), blanks, &keep),
    };
    let Some(mut readings) = readings else { return nothing };
    readings.retain(|reading| keep(reading));
    (0..texts.len()).map(|at| readings.iter().all(|reading| reading[at] == texts[at])).collect()
}

/// A row of cells with empty places around it: where may its cells begin?
fn windows<'a>(texts: &[&'a str], (before, behind): (usize, usize)) -> Vec<Reading<'a>> {
    let mut row: Reading<'a> = vec![""; before];
    row.extend(texts);
    row.extend(vec![""; behind]);
    let empty = |cells: &[&str]| cells.iter().all(|cell| cell.is_empty());
    (0..=before + behind)
        .filter(|start| empty(&row[..*start]) && empty(&row[start + texts.len()..]))
        .map(|start| row[start..start + texts.len()].to_vec())
        .collect()
}

/// All ways to lay the printed figures into the columns, in order.
fn placements<'a>(texts: &[&'a str]) -> Vec<Reading<'a>> {
    fn go<'a>(at: usize, left: &[&'a str], reading: &mut Reading<'a>, all: &mut Vec<Reading<'a>>) {
        let Some((first, rest)) = left.split_first() else {
            all.push(reading.clone());
            return;
        };
        for place in at..=reading.len() - left.len() {
            reading[place] = first;
            go(place + 1, rest, reading, all);
            reading[place] = "";
        }
    }
    let printed: Vec<&str> = texts.iter().copied().filter(|text| !is_blank(text)).collect();
    let mut all = vec![];
    go(0, &printed, &mut vec![""; texts.len()], &mut all);
    all
}

/// Readings looked at before a row is given up as not determined.
const LIMIT: usize = 200_000;

/// The search for all ways to cut a run.
struct Cut<'a, 'k> {
    run: &'a str,
    blanks: bool,
    keep: &'k dyn Fn(&[&str]) -> bool,
    seen: usize,
    all: Vec<Reading<'a>>,
}

impl<'a> Cut<'a, '_> {
    /// Cuts the rest into so many cells; false when there are too many ways to look at.
    fn go(&mut self, from: usize, cells: usize, reading: &mut Reading<'a>) -> bool {
        let rest = &self.run[from..];
        if cells == 0 {
            self.seen += 1;
            if rest.is_empty() && (self.keep)(reading) {
                self.all.push(reading.clone());
            }
            return self.seen < LIMIT;
        }
        if !self.blanks && rest.len() < cells {
            return true;
        }
        let ends = rest.char_indices().map(|(at, c)| from + at + c.len_utf8());
        let start = if self.blanks { Some(from) } else { None };
        for end in start.into_iter().chain(ends) {
            let last = cells == 1 && end != self.run.len();
            let cell = &self.run[from..end];
            if last || !(cell.is_empty() || is_figure(cell)) {
                continue;
            }
            reading.push(cell);
            let more = self.go(end, cells - 1, reading);
            reading.pop();
            if !more {
                return false;
            }
        }
        true
    }
}

/// All ways to cut a run into `cells` figures; `None` when there are too many to look at.
fn splits<'a>(
    run: &'a str,
    cells: usize,
    blanks: bool,
    keep: &dyn Fn(&[&str]) -> bool,
) -> Option<Vec<Reading<'a>>> {
    let mut cut = Cut { run, blanks, keep, seen: 0, all: vec![] };
    cut.go(0, cells, &mut vec![]).then_some(cut.all)
}

/// The readings of the third table's row: three groups of five, each keeping its identity.
fn groups(run: &str, unsure: bool) -> Option<Vec<Reading<'_>>> {
    if unsure || !run.is_ascii() || run.len() > 34 {
        return None;
    }
    let mut partial: Vec<(usize, Reading<'_>)> = vec![(0, vec![])];
    for group in 0..3 {
        let mut next = vec![];
        for (start, before) in partial {
            let ends = if group == 2 { run.len()..=run.len() } else { start + 5..=run.len() };
            for end in ends.filter(|end| *end >= start + 5) {
                for reading in splits(&run[start..end], 5, false, &sums)? {
                    next.push((end, [before.clone(), reading].concat()));
                }
            }
        }
        if next.len() > LIMIT / 10 {
            return None;
        }
        partial = next;
    }
    Some(partial.into_iter().map(|(_, reading)| reading).collect())
}

/// A count, an amount with or without unit, or a mark.
fn is_figure(text: &str) -> bool {
    if ["/", "／", "—", "无", "未增未减", "未收取", "不适用"].contains(&text) {
        return true;
    }
    let body = text.trim_start_matches(['+', '-', '增', '减']);
    let number = ["万元", "亿元", "元", "万"].iter().find_map(|unit| body.strip_suffix(unit)).unwrap_or(body);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

/// Whether a reading keeps the identity of its row, blank counted as nothing.
fn holds(kind: Kind, reading: &[&str]) -> bool {
    match kind {
        Kind::Proactive => true,
        Kind::Requests => sums(reading),
        Kind::Disputes => reading.chunks(5).all(sums),
    }
}

/// Whether the last of some cells is the sum of the others.
fn sums(cells: &[&str]) -> bool {
    // A reading of a run of digits may take more of them than a number has.
    let value = |cell: &&str| -> i128 {
        cell.chars().take(30).fold(0i128, |sum, c| match c {
            '0'..='9' => sum * 10 + i128::from(u32::from(c) - 48),
            '０'..='９' => sum * 10 + i128::from(u32::from(c) - 0xFF10),
            _ => sum,
        })
    };
    cells.split_last().is_some_and(|(total, cells)| cells.iter().map(value).sum::<i128>() == value(total))
}

/// What must come of a path that is printed once or twice.
pub fn expected(printings: &[&Printed]) -> Expect {
    let mut values = vec![];
    for printed in printings {
        let value = match &printed.expect {
            Expect::Value(value) => value.clone(),
            Expect::Blank | Expect::NotApplicable => String::new(),
            other => return other.clone(),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    match (values.len(), printings.first()) {
        (0, _) | (_, None) => Expect::Missing,
        (1, Some(printed)) => printed.expect.clone(),
        _ => Expect::Ambiguous(values),
    }
}
