//! The name of the reporting organ and the names of others.

use alloc::string::String;

use super::context::Speaker;
use super::token::Token;
use crate::Report;

/// Words for organs that are part of another, or below it.
const ORGANS: [&str; 21] = [
    "局", "委", "厅", "镇", "乡", "街", "司", "部门", "单位", "站所", "高校", "直属", "下属", "下辖", "所辖",
    "基层", "省直", "市直", "县直", "区直", "州直",
];

/// Whether words name an organ that is part of another.
pub(super) fn names_part(words: &str) -> bool {
    ORGANS.iter().any(|organ| words.contains(organ))
}

/// Whether words behind 各 name organs or places.
pub(super) fn names_any(words: &str) -> bool {
    words.starts_with(PLACES) || names_part(words)
}

/// Characters in which the names of organs end that are no government of a place. What the office of a government
/// reports may be its own figures or those of the place.
const OFFICE_ENDS: [char; 13] =
    ['局', '委', '厅', '会', '队', '处', '院', '心', '室', '办', '所', '站', '署'];

/// Characters in which the name of an organ or of its place can end.
const NAME_ENDS: &str = "省市县区州旗镇乡局委厅办室府会处院所站心道";

/// Characters in which the names of places end, and those of places that have places below them.
const PLACES: [char; 9] = ['省', '市', '县', '区', '州', '旗', '镇', '乡', '道'];
const LARGE: &str = "省市县区州旗";

/// What the reporting organ is called.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnName {
    name: String,
    /// It is an office of a place and does not speak for all of it.
    is_office: bool,
    /// The kind of the place that it governs: 县, 镇.
    place: Option<char>,
}

impl OwnName {
    pub(super) fn of(report: &Report) -> Self {
        let mut name = match (&report.agency, &report.title) {
            (Some(agency), _) => agency.name.clone(),
            (None, Some(title)) => title
                .text
                .split(|c: char| c.is_ascii_digit())
                .next()
                .and_then(|name| name.split("政府信息公开").next())
                .map(String::from)
                .unwrap_or_default(),
            (None, None) => String::new(),
        };
        let is_office = name.ends_with(OFFICE_ENDS);
        if !name.is_empty() && !name.contains("政府") {
            name.push_str("人民政府");
        }
        let place = name.strip_suffix("人民政府").and_then(|place| place.chars().last());
        Self { name, is_office, place: place.filter(|place| PLACES.contains(place)) }
    }

    /// Whose figures those of 全县 are: those of a county in its own report, in that of a town those of another.
    pub(super) fn speaks_for(&self, place: char) -> Speaker {
        let own = !self.is_office && self.place.is_none_or(|own| own == place);
        if own { Speaker::Whole } else { Speaker::Other }
    }

    /// Whether it is the government of a place that has places below it.
    fn is_large(&self) -> bool {
        self.place.is_some_and(|place| LARGE.contains(place))
    }

    /// Whether `words` are the name or a shorter form of it: its characters in their order, some left out. 县政府 is none
    /// for the government of a county: it often stands for the county's own offices without those below.
    pub(super) fn is(&self, words: &str) -> bool {
        let mut name = self.name.chars();
        words.len() <= self.name.len()
            && words.chars().nth(1).is_some()
            && words.ends_with(|c| NAME_ENDS.contains(c))
            && words.chars().all(|c| name.any(|of_name| of_name == c))
            && (words == self.name || !(self.is_large() && words.ends_with('府')))
    }

    pub(super) fn names(&self, line: &str, token: Token) -> bool {
        line.get(token.range()).is_some_and(|words| self.is(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_of_the_own_name() {
        let of = |name: &str| {
            let mut report = Report::new(crate::Edition::E2021);
            report.agency = Some(crate::Agency { name: name.into(), span: crate::Span::new(0, 0) });
            OwnName::of(&report)
        };
        assert!(of("清河县人民政府").is("清河县"));
        assert!(of("清河县人民政府").is("清河县人民政府"));
        assert!(!of("清河县人民政府").is("县政府"));
        assert!(of("柳树镇人民政府").is("镇政府"));
        assert!(of("柳树镇").is("镇政府"));
        assert!(of("清河县人民政府办公室").is("政府办"));
        assert!(!of("清河县人民政府").is("县政府办"));
        assert!(!of("清河县人民政府").is("县教育局"));
        assert!(!of("清河县人民政府").is("县"));
        assert!(!of("").is("清河县"));
    }
}
