//! The readings of a row, each written out.

use std::collections::BTreeSet;

use super::super::*;

/// `None`: nothing printed, a blank.
pub(super) type Cells = Vec<Option<i64>>;

#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) vanish: bool,
    pub(super) lost: bool,
}

impl Row {
    pub(super) fn tokens(&self) -> Vec<&str> {
        self.text.split_whitespace().collect()
    }

    pub(super) fn is_run(&self) -> bool {
        self.text.starts_with('~')
    }

    /// Whether it has fewer digits and pieces than columns.
    pub(super) fn is_short(&self, columns: usize) -> bool {
        self.tokens().iter().map(|t| if t.starts_with('~') { t.len() - 1 } else { 1 }).sum::<usize>()
            < columns
    }
}

pub(super) fn figure(digits: &str) -> Option<i64> {
    if digits.len() > 1 && digits.starts_with('0') { None } else { digits.parse().ok() }
}

/// Every way to fill `columns` with the tokens, in order.
pub(super) fn fill(
    tokens: &[&str],
    columns: usize,
    vanish: bool,
    so_far: &mut Cells,
    out: &mut BTreeSet<Cells>,
) {
    if columns == 0 {
        if tokens.iter().all(|token| *token == "_") {
            out.insert(so_far.clone());
        }
        return;
    }
    let mut put = |cell: Option<i64>, rest: &[&str]| {
        so_far.push(cell);
        fill(rest, columns - 1, vanish, so_far, out);
        so_far.pop();
    };
    if vanish {
        put(None, tokens);
    }
    let Some((first, rest)) = tokens.split_first() else { return };
    match first.strip_prefix('~') {
        Some(run) => {
            for cut in 1..=run.len() {
                let left = format!("~{}", &run[cut..]);
                let mut rest = rest.to_vec();
                if cut < run.len() {
                    rest.insert(0, &left);
                }
                if let Some(value) = figure(&run[..cut]) {
                    put(Some(value), &rest);
                }
            }
        }
        None if *first == "_" => put(None, rest),
        None => {
            if let Some(value) = figure(first) {
                put(Some(value), rest);
            }
        }
    }
}

pub(super) fn literal(tokens: &[&str], columns: usize, vanish: bool) -> BTreeSet<Cells> {
    let mut out = BTreeSet::new();
    let blanks = tokens.iter().take_while(|token| **token == "_").count();
    for skip in 0..=blanks {
        fill(&tokens[skip..], columns, vanish, &mut Vec::new(), &mut out);
    }
    out
}

pub(super) fn value(cell: Option<i64>) -> i64 {
    cell.unwrap_or(0)
}

/// The blocks of `width` columns whose last is not the sum of the others.
pub(super) fn broken(cells: &Cells, width: usize) -> Vec<usize> {
    let sums = |block: &[Option<i64>]| {
        block[..width - 1].iter().copied().map(value).sum::<i64>() == value(block[width - 1])
    };
    cells.chunks(width).enumerate().filter(|(_, block)| !sums(block)).map(|(at, _)| at).collect()
}

/// The readings of a row, whether they are free of repairs, and whether a misprint is to be weighed.
#[derive(Clone, Debug, Default)]
pub(super) struct Domain {
    pub(super) fixed: bool,
    /// Read without a repair.
    pub(super) literal: bool,
    pub(super) readings: BTreeSet<Cells>,
    /// Those without regard to the sums, for a row that holds a misprint.
    pub(super) free: BTreeSet<Cells>,
    pub(super) doubtful: bool,
    /// Readings that leave out figures.
    pub(super) losing: BTreeSet<Cells>,
}

pub(super) fn admissible(all: &BTreeSet<Cells>, width: usize) -> BTreeSet<Cells> {
    all.iter().filter(|cells| broken(cells, width).is_empty()).cloned().collect()
}

/// Rows one too long: a piece left out, or two joined.
pub(super) fn repairs(tokens: &[&str], columns: usize) -> (BTreeSet<Cells>, BTreeSet<Cells>) {
    let (mut all, mut keeping) = (BTreeSet::new(), BTreeSet::new());
    for at in 0..tokens.len() {
        let mut fewer = tokens.to_vec();
        let gone = fewer.remove(at);
        let readings = literal(&fewer, columns, false);
        all.extend(readings.iter().cloned());
        if gone == "_" || gone == "0" {
            keeping.extend(readings);
        }
        if at + 1 < tokens.len() && tokens[at] != "_" && tokens[at + 1] != "_" {
            let joined = format!("{}{}", tokens[at], tokens[at + 1]);
            let mut fewer = tokens.to_vec();
            fewer.splice(at..at + 2, [joined.as_str()]);
            let readings = literal(&fewer, columns, false);
            all.extend(readings.iter().cloned());
            keeping.extend(readings);
        }
    }
    (all, keeping)
}

/// Rows that are not too long: two pieces joined, or one taken for several.
pub(super) fn mends(row: &Row, columns: usize) -> BTreeSet<Cells> {
    let tokens = row.tokens();
    let mut all = BTreeSet::new();
    let mut add = |tokens: Vec<&str>| {
        let row = Row { text: tokens.join(" "), ..row.clone() };
        all.extend(literal(&row.tokens(), columns, row.vanish || row.is_short(columns)));
    };
    for at in 0..tokens.len() {
        if at + 1 < tokens.len() && tokens[at] != "_" && tokens[at + 1] != "_" {
            let joined = format!("{}{}", tokens[at], tokens[at + 1]);
            let mut fewer = tokens.clone();
            fewer.splice(at..at + 2, [joined.as_str()]);
            add(fewer);
        }
        if tokens[at].len() > 1 {
            let run = format!("~{}", tokens[at]);
            let mut split = tokens.clone();
            split[at] = run.as_str();
            add(split);
        }
    }
    all
}

pub(super) fn domain(row: &Row, columns: usize, width: usize) -> Domain {
    let tokens = row.tokens();
    let vanish = row.vanish || row.is_short(columns);
    let mut free = literal(&tokens, columns, vanish);
    let fixed =
        |cells: &BTreeSet<Cells>| Domain { fixed: true, readings: cells.clone(), ..Domain::default() };
    if free.len() == 1 && !row.is_run() {
        return fixed(&free);
    }
    let whole = free.clone();
    let good = admissible(&free, width);
    let mended = if row.is_run() || tokens.len() > columns { BTreeSet::new() } else { mends(row, columns) };
    if vanish && !row.vanish {
        free.extend(mended.iter().cloned());
    }
    if !good.is_empty() {
        // As many digits as columns.
        let plain = row.is_run() && !row.vanish && tokens[0].len() == columns + 1;
        return Domain { fixed: plain, literal: true, readings: good, free, ..Domain::default() };
    }
    if row.is_run() && !vanish {
        let mut doubt = admissible(&literal(&tokens, columns, true), width);
        if !doubt.is_empty() {
            if free.len() == 1 {
                doubt.extend(free.iter().cloned());
            }
            return Domain { readings: doubt, free, doubtful: true, ..Domain::default() };
        }
    }
    let mended = admissible(&mended, width);
    if !mended.is_empty() {
        return Domain { readings: mended, free, doubtful: row.vanish, ..Domain::default() };
    }
    if whole.len() == 1 {
        return fixed(&whole);
    }
    if free.is_empty() && tokens.len() == columns + 1 {
        let (free, keeping) = repairs(&tokens, columns);
        let readings = admissible(&free, width);
        let losing = readings.difference(&keeping).cloned().collect();
        return Domain { readings, free, losing, ..Domain::default() };
    }
    Domain { free, ..Domain::default() }
}
