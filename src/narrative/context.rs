//! What earlier words of a passage settle for the later ones: topic, year, and whose figures they are.

use alloc::string::String;

use super::claim::ClaimYear;
use super::kind::Kind;
use super::subject::Proceeding;
use super::token::Token;
use crate::Report;

/// What the passage is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Topic {
    #[default]
    Unsaid,
    Requests,
    Disputes(Proceeding),
    /// Proposals, websites, training.
    Foreign,
}

/// Whose figures they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Speaker {
    #[default]
    Unsaid,
    /// The reporting organ.
    Own,
    /// All of the place that the reporting organ governs: 全县.
    Whole,
    /// Another organ.
    Other,
}

/// What is settled at a point of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) topic: Topic,
    /// 政府信息公开 or its requests were named.
    pub(super) disclosure: bool,
    pub(super) year: ClaimYear,
    /// The last word was a year, commas aside.
    year_before: bool,
    /// The figures speak of another time than a year.
    pub(super) part: bool,
    pub(super) speaker: Speaker,
    /// Behind 其中.
    pub(super) among: bool,
    /// A part was counted whose words are not understood.
    pub(super) loose: bool,
    /// The requests carried over were counted by themselves.
    pub(super) apart: bool,
}

impl Context {
    pub(super) const fn new(disclosure: bool) -> Self {
        Self {
            topic: Topic::Unsaid,
            disclosure,
            year: ClaimYear::Unstated,
            year_before: false,
            part: false,
            speaker: Speaker::Unsaid,
            among: false,
            loose: false,
            apart: false,
        }
    }

    /// Whether nothing said before can make a claim of words that name no topic themselves.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self.topic, Topic::Unsaid | Topic::Foreign)
    }

    /// A sentence ends.
    pub(super) const fn end_sentence(&mut self) {
        self.end_list();
        self.part = false;
        self.speaker = Speaker::Unsaid;
    }

    /// A list of parts ends.
    pub(super) const fn end_list(&mut self) {
        self.among = false;
        self.loose = false;
    }

    /// Takes in a word. `leads`: nothing but a year stands before it in its clause.
    pub(super) fn note(&mut self, token: Token, line: &str, own: &OwnName, leads: bool) {
        let year_before = self.year_before;
        self.year_before = matches!(token.kind, Kind::Year(_))
            || (year_before && matches!(token.kind, Kind::Comma | Kind::Open));
        match token.kind {
            Kind::Year(year) => {
                self.year = if year_before { joined(self.year, year) } else { year };
                self.part = false;
            }
            Kind::Part => self.part = true,
            Kind::Cumulative => self.part |= self.year == ClaimYear::Unstated,
            Kind::Whole(place) => self.speaker = own.speaks_for(place),
            Kind::Own => self.speaker = Speaker::Own,
            Kind::Among => self.among = true,
            Kind::Requests => {
                self.topic = Topic::Requests;
                self.disclosure = true;
            }
            Kind::Disclosure => self.disclosure = true,
            Kind::Proceeding(proceeding) => self.topic = Topic::Disputes(proceeding),
            Kind::Foreign => self.topic = Topic::Foreign,
            Kind::Unknown => {
                let name = line.get(token.range()).unwrap_or_default();
                if own.is(name) {
                    self.speaker = Speaker::Own;
                } else if leads && names_organ(name) {
                    self.speaker = Speaker::Other;
                }
            }
            _ => {}
        }
    }
}

/// 2020年全年, 本年度（2020年）: the year named is said to be the one reported on.
const fn joined(before: ClaimYear, year: ClaimYear) -> ClaimYear {
    match (before, year) {
        (ClaimYear::Named(named), ClaimYear::Reported) | (ClaimYear::Reported, ClaimYear::Named(named)) => {
            ClaimYear::NamedAsReported(named)
        }
        (_, year) => year,
    }
}

/// Characters in which the names of organs end that are part of another.
const ORGANS: [char; 7] = ['局', '委', '厅', '镇', '乡', '街', '司'];

fn names_organ(words: &str) -> bool {
    words.contains(ORGANS)
}

/// Characters in which the names of organs end that are no government of a place. What the office of a government
/// reports may be its own figures or those of the place.
const OFFICE_ENDS: [char; 13] =
    ['局', '委', '厅', '会', '队', '处', '院', '心', '室', '办', '所', '站', '署'];

/// Characters in which the name of an organ or of its place can end.
const NAME_ENDS: &str = "省市县区州旗镇乡局委厅办室府会处院所站心道";

/// Characters in which the names of places end, and those of places that have places below them.
const PLACES: &str = "省市县区州旗镇乡道";
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
        Self { name, is_office, place: place.filter(|place| PLACES.contains(*place)) }
    }

    /// Whose figures those of 全县 are: those of a county in its own report, in that of a town those of another.
    fn speaks_for(&self, place: char) -> Speaker {
        let own = !self.is_office && self.place.is_none_or(|own| own == place);
        if own { Speaker::Whole } else { Speaker::Other }
    }

    /// Whether it is the government of a place that has places below it.
    fn is_large(&self) -> bool {
        self.place.is_some_and(|place| LARGE.contains(place))
    }

    /// Whether `words` are the name or a shorter form of it: its characters in their order, some left out. 县政府 is none
    /// for the government of a county: it often stands for the county's own offices without those below.
    fn is(&self, words: &str) -> bool {
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
