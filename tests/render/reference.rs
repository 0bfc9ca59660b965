//! The brute-force reference: which cells of a row does the text determine, where it does not separate or
//! place them? It knows the identities of a row and nothing else.

use super::marks::is_blank;
use super::notation::{Expect, Printed};
use super::table::{Body, Kind};
use super::truth::Shows;

/// A row's content as one reading has it: `None` is a blank cell.
type Reading = Vec<Option<String>>;

/// For each cell of the row, whether every admissible reading has it as it was printed.
pub fn determined(kind: Kind, body: &Body, shows: Shows, residue: (usize, usize), blanks: bool) -> Vec<bool> {
    let texts: Vec<String> = body.printed.iter().map(|cell| cell.text.trim().to_owned()).collect();
    let readings = match shows {
        Shows::Cells => windows(&texts, residue),
        Shows::Tokens => placements(&texts),
        Shows::Glued if kind == Kind::Disputes => match groups(&texts.concat(), blanks) {
            Some(readings) if readings.iter().any(|reading| same(reading, &texts)) => readings,
            _ => return vec![false; texts.len()],
        },
        Shows::Glued => match splits(&texts.concat(), texts.len(), blanks) {
            Some(readings) => readings,
            None => return vec![false; texts.len()],
        },
    };
    // A row without a label that prints nothing is not in the text at all.
    if kind == Kind::Disputes && shows != Shows::Cells && texts.iter().all(|text| text.is_empty()) {
        return vec![false; texts.len()];
    }
    let holding: Vec<&Reading> = readings.iter().filter(|reading| holds(kind, reading)).collect();
    let consistent = holding.iter().any(|reading| same(reading, &texts));
    let admissible: Vec<&Reading> = if consistent { holding } else { readings.iter().collect() };
    (0..texts.len())
        .map(|at| admissible.iter().all(|reading| reading[at].as_deref().unwrap_or("") == texts[at]))
        .collect()
}

fn same(reading: &Reading, texts: &[String]) -> bool {
    reading.iter().zip(texts).all(|(cell, text)| cell.as_deref().unwrap_or("") == text)
}

/// A row of cells with empty places around it: where may its cells begin?
fn windows(texts: &[String], (before, behind): (usize, usize)) -> Vec<Reading> {
    let cell = |text: &String| if is_blank(text) { None } else { Some(text.clone()) };
    let mut row: Reading = vec![None; before];
    row.extend(texts.iter().map(cell));
    row.extend(vec![None; behind]);
    (0..=before + behind)
        .filter(|start| row[..*start].iter().chain(&row[start + texts.len()..]).all(Option::is_none))
        .map(|start| row[start..start + texts.len()].to_vec())
        .collect()
}

/// All ways to lay the printed figures into the columns, in order.
fn placements(texts: &[String]) -> Vec<Reading> {
    let printed: Vec<&String> = texts.iter().filter(|text| !is_blank(text)).collect();
    let mut all = vec![];
    let mut reading = vec![None; texts.len()];
    fn go(at: usize, left: &[&String], reading: &mut Reading, all: &mut Vec<Reading>) {
        let Some((first, rest)) = left.split_first() else {
            all.push(reading.clone());
            return;
        };
        for place in at..=reading.len() - left.len() {
            reading[place] = Some((*first).clone());
            go(place + 1, rest, reading, all);
            reading[place] = None;
        }
    }
    go(0, &printed, &mut reading, &mut all);
    all
}

const LIMIT: usize = 400_000;

/// All ways to cut a run into `cells` figures; `None` when there are too many to look at.
fn splits(run: &str, cells: usize, blanks: bool) -> Option<Vec<Reading>> {
    let mut all = vec![];
    let mut reading = vec![];
    fn go(run: &str, cells: usize, blanks: bool, reading: &mut Reading, all: &mut Vec<Reading>) -> bool {
        if cells == 0 {
            if run.is_empty() {
                all.push(reading.clone());
            }
            return all.len() < LIMIT;
        }
        if !blanks && run.len() < cells {
            return true;
        }
        if blanks {
            reading.push(None);
            if !go(run, cells - 1, blanks, reading, all) {
                return false;
            }
            reading.pop();
        }
        for (end, _) in run.char_indices().skip(1).chain([(run.len(), ' ')]) {
            if is_figure(&run[..end]) {
                reading.push(Some(run[..end].to_owned()));
                if !go(&run[end..], cells - 1, blanks, reading, all) {
                    return false;
                }
                reading.pop();
            }
        }
        true
    }
    go(run, cells, blanks, &mut reading, &mut all).then_some(all)
}

/// The readings of the third table's row: three groups of five, each keeping its identity.
fn groups(run: &str, blanks: bool) -> Option<Vec<Reading>> {
    if blanks || !run.is_ascii() || run.len() > 34 {
        return None;
    }
    let mut partial: Vec<(usize, Reading)> = vec![(0, vec![])];
    for group in 0..3 {
        let mut next = vec![];
        for (start, before) in partial {
            let ends = if group == 2 { run.len()..=run.len() } else { start + 5..=run.len() };
            for end in ends.filter(|end| *end >= start + 5) {
                for reading in splits(&run[start..end], 5, false)? {
                    if sums(&reading) {
                        next.push((end, [before.clone(), reading].concat()));
                    }
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
fn holds(kind: Kind, reading: &Reading) -> bool {
    match kind {
        Kind::Proactive => true,
        Kind::Requests => sums(reading),
        Kind::Disputes => reading.chunks(5).all(sums),
    }
}

/// Whether the last of some cells is the sum of the others.
fn sums(cells: &[Option<String>]) -> bool {
    let value = |cell: &Option<String>| -> i64 {
        let text = cell.as_deref().unwrap_or("");
        let digits: String = text
            .chars()
            .filter_map(|c| match c {
                '0'..='9' => Some(c),
                '０'..='９' => char::from_u32(u32::from(c) - 0xFF10 + 48),
                _ => None,
            })
            .collect();
        digits.parse().unwrap_or(0)
    };
    cells.split_last().is_some_and(|(total, cells)| cells.iter().map(value).sum::<i64>() == value(total))
}

/// What must come of a path that is printed once or twice.
pub fn expected(printings: &[&Printed]) -> Expect {
    let mut values = vec![];
    for printed in printings {
        match &printed.expect {
            Expect::Value(value) if !values.contains(value) => values.push(value.clone()),
            Expect::Value(_) => {}
            other => return other.clone(),
        }
    }
    match values.len() {
        0 => Expect::Missing,
        1 => Expect::Value(values.remove(0)),
        _ => Expect::Ambiguous(values),
    }
}
