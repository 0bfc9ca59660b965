//! How a figure is printed: signs, units, separators, width, marks, notes, blanks.

use std::collections::BTreeMap;

use super::damage::Damages;
use super::rng::Rng;
use super::truth::{Shows, Truth, clauses, magnitude};

/// What must come of a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expect {
    /// A figure, as plain decimal.
    Value(String),
    Blank,
    NotApplicable,
    /// Several readings are right together.
    Ambiguous(Vec<String>),
    Missing,
}

/// A cell as printed, and what must come of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed {
    pub text: String,
    pub expect: Expect,
}

impl Printed {
    pub fn new(text: impl Into<String>, expect: Expect) -> Self {
        Self { text: text.into(), expect }
    }

    fn count(value: i64) -> Self {
        Self::new(value.to_string(), Expect::Value(value.to_string()))
    }
}

/// The figures of the second and third table.
pub fn tables(figures: &BTreeMap<String, i64>, damages: &Damages, shows: Shows, truth: &mut Truth) {
    let style = Style::draw(damages, shows);
    let mut rng = damages.rng("cells");
    let zeros_blank = damages.has("zeros_blank", 12.0);
    let some_blank = damages.has("some_blank", 14.0);
    let marks = damages.has("marks", 10.0);
    let totals_blank = damages.has("totals_blank", 2.0);
    let mark = *damages.rng("marks").pick(&[&"/", &"／", &"—", &"无", &"-"]);
    for (path, &value) in figures {
        let result_total =
            path.starts_with("requests.") && path.ends_with(".total") && !path.contains("received");
        let cell = if totals_blank && result_total && value > 0 {
            truth.misprint = true;
            Printed::new("", Expect::Blank)
        } else if value == 0 && (zeros_blank || some_blank && rng.chance(20.0)) {
            Printed::new("", Expect::Blank)
        } else if value == 0 && marks && !(shows == Shows::Glued && mark == "-") && rng.chance(30.0) {
            Printed::new(mark, Expect::NotApplicable)
        } else {
            style.print(value, &mut rng)
        };
        truth.blanks |= cell.expect == Expect::Blank;
        truth.cells.insert(path.clone(), cell);
    }
}

/// The figures of the first table, drawn and printed.
pub fn proactive(rng: &mut Rng, damages: &Damages, shows: Shows, truth: &mut Truth) {
    let style = Style::draw(damages, shows);
    let edition_2021 = truth.edition_2021[0];
    let blanks = damages.has("proactive_blanks", 12.0);
    let quiet = rng.chance(25.0);
    for clause in clauses(edition_2021) {
        for item in clause.items {
            for measure in item.columns {
                let path = format!("proactive.{}.{}", item.path, measure.path);
                let value = if quiet || rng.chance(35.0) { 0 } else { magnitude(rng) };
                let cell = if measure.path == "amount" {
                    money(value, rng, damages, shows, edition_2021, truth)
                } else if blanks && rng.chance(20.0) {
                    Printed::new("", Expect::Blank)
                } else if measure.path == "change" {
                    change(value, rng, damages)
                } else if measure.path == "prior_items" && style.note && value > 0 {
                    let note = ["（公共服务事项）", "（含下放事项）", "(其中新增3项)"][rng.below(3)];
                    Printed::new(format!("{value}{note}"), Expect::Value(value.to_string()))
                } else {
                    style.print(value, rng)
                };
                truth.blanks |= cell.expect == Expect::Blank;
                truth.cells.insert(path, cell);
            }
        }
    }
}

fn change(size: i64, rng: &mut Rng, damages: &Damages) -> Printed {
    let value = if rng.chance(45.0) { -size } else { size };
    if !damages.has("signs", 35.0) {
        return Printed::count(value);
    }
    let text = match (value.signum(), rng.below(3)) {
        (0, 0) => "未增未减".to_owned(),
        (0, 1) => "+0".to_owned(),
        (1, 0) => format!("增{value}"),
        (1, 1) => format!("+{value}"),
        (-1, 0) => format!("减{}", -value),
        _ => value.to_string(),
    };
    Printed::new(text, Expect::Value(value.to_string()))
}

fn money(
    size: i64,
    rng: &mut Rng,
    damages: &Damages,
    shows: Shows,
    edition_2021: bool,
    truth: &mut Truth,
) -> Printed {
    let mut mode = if damages.has("units", 45.0) { damages.rng("units").below(6) } else { 1 };
    if damages.has("wrong_header", 3.0) && !edition_2021 {
        // The header of another clause is printed, so that no unit stands in it.
        mode = [0, 4, 4, 0, 4, 5][mode];
    }
    if mode == 5 && size == 0 && shows != Shows::Glued {
        let mark = ["无", "未收取", "/", "不适用"][damages.rng("units").below(4)];
        truth.header_unit = edition_2021.then_some("万元");
        return Printed::new(mark, Expect::NotApplicable);
    }
    let places = rng.below(4);
    let scale = 10i64.pow(u32::try_from(places).unwrap());
    let tail = if places == 0 || size == 0 { 0 } else { i64::try_from(rng.below(scale as usize)).unwrap() };
    let amount = if tail == 0 { size.to_string() } else { format!("{size}.{tail:0places$}") };
    let amount = if amount.contains('.') { amount.trim_end_matches('0').to_owned() } else { amount };
    let (unit, power) = [("万元", 4), ("元", 0), ("亿元", 8), ("万", 4)][rng.below(4)];
    let gap = if shows != Shows::Glued && rng.chance(30.0) { " " } else { "" };
    let value = |power| Expect::Value(scaled(&amount, power));
    match mode {
        0 | 5 => Printed::new(format!("{amount}{gap}{unit}"), value(power)),
        1 | 2 => {
            let header = if edition_2021 || mode == 1 { "万元" } else { "元" };
            truth.header_unit = Some(header);
            Printed::new(&amount, value(if header == "万元" { 4 } else { 0 }))
        }
        3 => {
            truth.header_unit = Some("万元");
            Printed::new(format!("{amount}{gap}{unit}"), value(power))
        }
        _ if size == 0 => Printed::new("0", Expect::Value("0".into())),
        _ => Printed::new(&amount, Expect::Ambiguous(vec![scaled(&amount, 0), scaled(&amount, 4)])),
    }
}

/// `amount` × 10^`power` as plain decimal.
pub fn scaled(amount: &str, power: usize) -> String {
    let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
    let mut digits = fraction.to_owned();
    while digits.len() < power {
        digits.push('0');
    }
    let (moved, rest) = digits.split_at(power);
    let whole = format!("{whole}{moved}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        other => other,
    };
    match rest.trim_end_matches('0') {
        "" => whole.to_owned(),
        rest => format!("{whole}.{rest}"),
    }
}

/// The habits of a document's figures.
struct Style {
    separators: Option<&'static str>,
    full_width: bool,
    padding: bool,
    counter: bool,
    note: bool,
}

impl Style {
    fn draw(damages: &Damages, shows: Shows) -> Self {
        let glued = shows == Shows::Glued;
        let comma = if damages.rng("separators").chance(60.0) { "," } else { "，" };
        Self {
            separators: (!glued && damages.has("separators", 12.0)).then_some(comma),
            full_width: !glued && damages.has("full_width", 6.0),
            padding: shows == Shows::Cells && damages.has("padding", 15.0),
            counter: !glued && damages.has("counter", 6.0),
            note: !glued && damages.has("note", 10.0),
        }
    }

    fn print(&self, value: i64, rng: &mut Rng) -> Printed {
        let mut text = value.to_string();
        if let Some(comma) = self.separators {
            if text.len() > 3 {
                text.insert_str(text.len() - 3, comma);
            }
        }
        if self.full_width && rng.chance(50.0) {
            text = text.chars().map(wide).collect();
        }
        if self.counter && rng.chance(30.0) {
            text.push_str(["件", "条", "项", "批次", "宗"][rng.below(5)]);
        }
        if self.padding && rng.chance(30.0) {
            let space = ["\u{a0}", " ", "\u{3000}", "\u{a0}\u{a0}", "\u{2003}"][rng.below(5)];
            text = if rng.chance(60.0) { format!("{space}{text}") } else { format!("{text}{space}") };
        }
        Printed::new(text, Expect::Value(value.to_string()))
    }
}

fn wide(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(u32::from(c) - u32::from('0') + 0xFF10).unwrap(),
        other => other,
    }
}
