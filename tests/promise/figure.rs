//! A figure as a person reads it off the page.

use std::ops::Range;

/// What is read.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    /// Sign and digits as plain decimal text, without superfluous zeros.
    pub digits: String,
    /// Powers of ten of the unit behind it.
    pub exponent: Option<u32>,
}

const MORE: [&str; 4] = ["增加", "增", "+", "＋"];
const LESS: [&str; 8] = ["减少", "減少", "减", "減", "-", "－", "−", "–"];
const UNITS: [(&str, u32); 9] = [
    ("万元", 4),
    ("萬元", 4),
    ("万圆", 4),
    ("万", 4),
    ("亿元", 8),
    ("億元", 8),
    ("亿", 8),
    ("元", 0),
    ("圆", 0),
];
const COUNTERS: [&str; 15] =
    ["批次", "件次", "件", "项", "個", "个", "条", "次", "宗", "份", "起", "家", "笔", "批", "人"];

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

fn take(text: &mut &str, words: &[&str]) -> bool {
    let rest = words.iter().find_map(|word| text.strip_prefix(word));
    *text = rest.unwrap_or(text);
    rest.is_some()
}

fn take_digits(text: &mut &str) -> String {
    let digits: String = text.chars().map_while(digit).collect();
    let rest = text.trim_start_matches(|c| digit(c).is_some());
    *text = rest;
    digits
}

/// Reads what is printed; `None` when it is anything but one figure with its sign, unit and note.
pub fn read(printed: &str) -> Option<Read> {
    if printed != printed.trim() {
        return None;
    }
    if ["未增未减", "未增未減", "无增减"].contains(&printed) {
        return Some(Read { digits: "0".to_owned(), exponent: None });
    }
    let mut rest = printed;
    let less = take(&mut rest, &LESS);
    if !less {
        take(&mut rest, &MORE);
    }
    let mut whole = take_digits(&mut rest);
    if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let head = whole.len();
    loop {
        let mut group = rest;
        if !take(&mut group, &[",", "，", "'", "’"]) {
            break;
        }
        let digits = take_digits(&mut group);
        if digits.is_empty() {
            break;
        }
        if head > 3 || digits.len() != 3 {
            return None;
        }
        whole.push_str(&digits);
        rest = group;
    }
    let mut fraction = String::new();
    let mut behind = rest;
    if take(&mut behind, &[".", "．"]) {
        fraction = take_digits(&mut behind);
        if fraction.is_empty() {
            return None;
        }
        rest = behind;
    }
    rest = rest.trim_start();
    let unit = UNITS.iter().find(|(unit, _)| rest.starts_with(unit));
    match unit {
        Some((unit, _)) => rest = &rest[unit.len()..],
        None => _ = take(&mut rest, &COUNTERS),
    }
    let note = rest.is_empty() || (rest.starts_with(['（', '(']) && rest.ends_with(['）', ')']));
    note.then(|| Read {
        digits: decimal(less, &whole, &fraction),
        exponent: unit.map(|(_, exponent)| *exponent),
    })
}

fn decimal(less: bool, whole: &str, fraction: &str) -> String {
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let zero = fraction.is_empty() && whole == "0";
    format!("{}{whole}{point}{fraction}", if less && !zero { "-" } else { "" })
}

/// A mark is words or signs without any digit.
pub fn mark(printed: &str) -> Result<(), String> {
    let words = ["/", "／", "\\", "＼", "无", "無", "未收取", "未收费", "不适用"];
    let dashes = printed.chars().all(|c| "-－—–―─".contains(c));
    let known = words.contains(&printed) || (dashes && !printed.is_empty());
    if known { Ok(()) } else { Err(format!("{printed:?} is no mark")) }
}

/// Whether the digits at the ends of a place go on before or behind it.
pub fn goes_on(text: &str, place: Range<usize>) -> bool {
    let is_digit = |c: char| digit(c).is_some();
    let inner = &text[place.clone()];
    (inner.starts_with(is_digit) && text[..place.start].ends_with(is_digit))
        || (inner.ends_with(is_digit) && text[place.end..].starts_with(is_digit))
}

#[test]
fn figures_as_printed() {
    let of = |text| read(text).map(|read| (read.digits, read.exponent));
    let is = |digits: &str, exponent| Some((digits.to_owned(), exponent));
    assert_eq!(of("1,113"), is("1113", None));
    assert_eq!(of("减３8"), is("-38", None));
    assert_eq!(of("1978.830 万元"), is("1978.83", Some(4)));
    assert_eq!(of("277（公共服务事项）"), is("277", None));
    assert_eq!(of("-0"), is("0", None));
    for text in ["", "01", "1 2", "1,13", "12,345,67", "3.", "七", "5年", " 5"] {
        assert_eq!(of(text), None, "{text}");
    }
}
