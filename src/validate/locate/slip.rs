//! Slips of a hand: how one figure becomes another.

/// The slip that makes one figure of another.
///
/// ```
/// use gongkai::validate::Slip;
/// assert_ne!(Slip::DigitLost, Slip::DigitAdded);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Slip {
    /// One digit is another: 52 for 57.
    OneDigit,
    /// Two neighbouring digits change places: 52 for 25.
    DigitsSwapped,
    /// A digit was lost: 52 for 502.
    DigitLost,
    /// A digit too many: 522 for 52.
    DigitAdded,
    /// A minus sign too many or too few.
    Sign,
}

/// Decimal digits of a figure without its sign, the last first.
fn digits(figure: i64) -> impl DoubleEndedIterator<Item = u8> + Clone {
    let figure = figure.unsigned_abs();
    let count = figure.checked_ilog10().map_or(1, |log| log + 1);
    (0..count).map(move |place| {
        let digit = figure / 10_u64.pow(place) % 10;
        u8::try_from(digit).unwrap_or(0)
    })
}

/// The slip by which `from` was printed for `to`.
pub(super) fn slip(from: i64, to: i64) -> Option<Slip> {
    if from == to {
        return None;
    }
    if from == -to {
        return Some(Slip::Sign);
    }
    if from.is_negative() != to.is_negative() {
        return None;
    }
    let (printed, meant) = (digits(from), digits(to));
    let (short, long) = (printed.clone().count(), meant.clone().count());
    if short == long {
        return same_length(printed, meant);
    }
    if short + 1 == long && without_one(meant, printed) {
        Some(Slip::DigitLost)
    } else if long + 1 == short && without_one(digits(from), digits(to)) {
        Some(Slip::DigitAdded)
    } else {
        None
    }
}

fn same_length(
    printed: impl Iterator<Item = u8> + Clone,
    meant: impl Iterator<Item = u8> + Clone,
) -> Option<Slip> {
    let mut differing = printed.zip(meant).enumerate().filter(|(_, (one, other))| one != other);
    let first = differing.next()?;
    match (first, differing.next(), differing.next()) {
        (_, None, _) => Some(Slip::OneDigit),
        ((place, (a, b)), Some((next, (c, d))), None) if next == place + 1 && a == d && b == c => {
            Some(Slip::DigitsSwapped)
        }
        _ => None,
    }
}

/// Whether dropping one digit of `long` gives `short`.
fn without_one(long: impl Iterator<Item = u8>, mut short: impl Iterator<Item = u8>) -> bool {
    let mut expected = short.next();
    let mut dropped = false;
    for digit in long {
        if expected == Some(digit) {
            expected = short.next();
        } else if dropped {
            return false;
        } else {
            dropped = true;
        }
    }
    expected.is_none()
}

#[cfg(test)]
mod tests {
    use super::{Slip, slip};

    #[test]
    fn slips() {
        for (from, to, expected) in [
            (52, 57, Some(Slip::OneDigit)),
            (0, 7, Some(Slip::OneDigit)),
            (52, 25, Some(Slip::DigitsSwapped)),
            (1234, 1324, Some(Slip::DigitsSwapped)),
            (1234, 4231, None),
            (52, 502, Some(Slip::DigitLost)),
            (52, 520, Some(Slip::DigitLost)),
            (2, 52, Some(Slip::DigitLost)),
            (522, 52, Some(Slip::DigitAdded)),
            (152, 52, Some(Slip::DigitAdded)),
            (-5, 5, Some(Slip::Sign)),
            (-5, 6, None),
            (52, 52, None),
            (52, 68, None),
            (52, 5002, None),
            (i64::MIN, 3, None),
        ] {
            assert_eq!(slip(from, to), expected, "{from} for {to}");
        }
    }
}
