//! Figures and dates of prose.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{map_opt, not, opt, peek, recognize, value, verify};
use nom::multi::{many0_count, many1_count};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::anchor::UNITS;
use super::fold::GAP;

/// A figure with what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// A whole number of cases, with the length of its digits.
    Count { count: u64, len: u8 },
    /// A number of cases in Chinese numerals, which is not read.
    Spelled,
    /// A percentage, 10^scale times as large, with the length of its digits.
    Percent { mantissa: u32, scale: u8, len: u8 },
    /// Any other: approximate, with another unit, broken by white space.
    Other,
}

/// What a date says about the time that figures speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Year(u16),
    /// A month, a day, the time since a date.
    Part,
}

fn digits(rest: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_digit())(rest)
}

/// 2020年, 2020年度.
pub(super) fn year(rest: &str) -> IResult<&str, u16> {
    let number = map_opt(take_while_m_n(4, 4, |c: char| c.is_ascii_digit()), |text: &str| text.parse().ok());
    terminated(verify(number, |year| (1990..=2100).contains(year)), (tag("年"), opt(tag("度")))).parse(rest)
}

/// A date or a stretch of time.
pub(super) fn period(rest: &str) -> IResult<&str, Period> {
    let days = |rest| value(Period::Part, many1_count((digits, one_of("年月日")))).parse(rest);
    let months = value(Period::Part, (digits, one_of("-至到~"), digits, tag("月"), opt(tag("份"))));
    let edge =
        alt((tag("底"), tag("末"), tag("初"), tag("以来"), tag("以前"), tag("之前"), tag("起"), tag("来")));
    let edge_of_year = value(Period::Part, (year, edge));
    let plain = terminated(year, peek(not(one_of("0123456789"))));
    alt((whole_year, edge_of_year, plain.map(Period::Year), months, days)).parse(rest)
}

/// 2020年1月1日至12月31日, 2020年1-12月.
fn whole_year(rest: &str) -> IResult<&str, Period> {
    let months = (
        tag("1"),
        opt(tag("月")),
        one_of("-至到~—"),
        tag("12月"),
        opt(tag("份")),
        peek(not(one_of("0123456789"))),
    );
    if let Ok((rest, year)) = terminated(year, months).parse(rest) {
        return Ok((rest, Period::Year(year)));
    }
    let to = (opt(tag("起")), alt((tag("至"), tag("到"), tag("-"), tag("—"), tag("~"))));
    let last = terminated(opt(year), (tag("12月31日"), opt(tag("止"))));
    let (rest, (first, last)) = (terminated(year, (tag("1月1日"), to)), last).parse(rest)?;
    let one = last.is_none_or(|last| last == first);
    Ok((rest, if one { Period::Year(first) } else { Period::Part }))
}

/// A figure, its unit included.
pub(super) fn figure(rest: &str) -> IResult<&str, Figure> {
    let (behind, number) =
        recognize((digits, many0_count(thousands), opt((char('.'), digits)))).parse(rest)?;
    let broken = preceded(char(GAP), take_while1(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')));
    let (behind, gaps) = many0_count(broken).parse(behind)?;
    let Ok((behind, unit)) = unit(behind) else { return Ok((behind, Figure::Other)) };
    let figure = if gaps > 0 { None } else { read(number, unit) };
    Ok((behind, figure.unwrap_or(Figure::Other)))
}

/// 一百一十二件. 一件 is often no count (每一件).
pub(super) fn spelled(rest: &str) -> IResult<&str, Figure> {
    let numeral = |c: char| "一二两三四五六七八九十百千零〇".contains(c);
    let number = verify(take_while_m_n(1, 9, numeral), |number: &str| !matches!(number, "一" | "零" | "〇"));
    value(Figure::Spelled, (number, unit)).parse(rest)
}

/// `,119` where no further digit follows.
fn thousands(rest: &str) -> IResult<&str, &str> {
    let group = take_while_m_n(3, 3, |c: char| c.is_ascii_digit());
    preceded(char(','), terminated(group, peek(not(one_of("0123456789"))))).parse(rest)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Cases,
    Percent,
}

fn unit(rest: &str) -> IResult<&str, Unit> {
    let cases =
        map_opt(one_of("件宗份条起例"), |unit| UNITS.iter().any(|u| u.starts_with(unit)).then_some(()));
    let vague = alt((tag("次"), tag("余"), tag("多"), tag("左右"), tag("以上"), tag("以下"), tag("数")));
    alt((value(Unit::Cases, terminated(cases, peek(not(vague)))), value(Unit::Percent, char('%'))))
        .parse(rest)
}

fn read(number: &str, unit: Unit) -> Option<Figure> {
    let len = u8::try_from(number.len()).ok()?;
    let mut value: u64 = 0;
    let mut scale: Option<u8> = None;
    for c in number.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                value = value.checked_mul(10)?.checked_add(digit.into())?;
                scale = scale.map(|scale| scale.saturating_add(1));
            }
            None if c == '.' => scale = Some(0),
            None => {}
        }
    }
    match (unit, scale) {
        (Unit::Cases, None) => Some(Figure::Count { count: value, len }),
        (Unit::Cases, Some(_)) => None,
        (Unit::Percent, scale) => {
            Some(Figure::Percent { mantissa: u32::try_from(value).ok()?, scale: scale.unwrap_or(0), len })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Figure {
        let (rest, figure) = figure(text).unwrap();
        assert!(rest.len() < text.len());
        figure
    }

    #[test]
    fn counts_and_percentages() {
        assert_eq!(read_all("12件"), Figure::Count { count: 12, len: 2 });
        assert_eq!(read_all("3,119件"), Figure::Count { count: 3119, len: 5 });
        assert_eq!(read_all("33.9%"), Figure::Percent { mantissa: 339, scale: 1, len: 4 });
        for other in
            ["12场", "50余件", "50件左右", "3件次", "3 119件", "1.2件", "1.2万件", "99999999999999999999件"]
        {
            assert_eq!(read_all(other), Figure::Other, "{other}");
        }
        assert_eq!(figure("12,3456件").unwrap().0, ",3456件");
    }

    #[test]
    fn dates() {
        assert_eq!(period("2020年全"), Ok(("全", Period::Year(2020))));
        assert_eq!(period("2020年度,"), Ok((",", Period::Year(2020))));
        assert_eq!(period("2020年1月1日至12月31日,"), Ok((",", Period::Year(2020))));
        assert_eq!(period("2020年1月1日至2020年12月31日,"), Ok((",", Period::Year(2020))));
        assert_eq!(period("2020年1-12月,"), Ok((",", Period::Year(2020))));
        assert_eq!(period("2020年1月至12月,"), Ok((",", Period::Year(2020))));
        assert_eq!(period("2020年1月至12月31日").unwrap().1, Period::Part);
        for part in ["2020年底", "2020年以来", "2020年6月", "1-6月", "3月5日", "10月份"] {
            assert_eq!(period(part).unwrap().1, Period::Part, "{part}");
        }
        assert!(period("12件").is_err());
    }
}
