//! The form as data: editions, rows, columns and the stable paths of their figures.
//!
//! Sources: 国办公开办函〔2019〕60号 (edition 2019), 国办公开办函〔2021〕30号 (edition 2021).

mod disputes;
pub(crate) mod labels;
mod path;
mod proactive;
mod requests;

pub use disputes::{Group, Outcome};
pub use path::{FactPath, ParsePathError};
pub use proactive::{Item, Measure};
pub use requests::{Column, ResultGroup, Row};

/// Which form a table follows. The year in the title does not decide it, the table's own labels do.
///
/// ```
/// use gongkai::Edition;
/// assert_eq!(Edition::E2019.paths().count(), 198);
/// assert_eq!(Edition::E2021.paths().count(), 200);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Edition {
    /// 国办公开办函〔2019〕60号: reports for 2019 and 2020, and stragglers.
    #[cfg_attr(feature = "serde", serde(rename = "2019"))]
    E2019,
    /// 国办公开办函〔2021〕30号: reports for 2021 and later.
    #[cfg_attr(feature = "serde", serde(rename = "2021"))]
    E2021,
}

impl Edition {
    /// The year that names the edition: 2019 or 2021.
    pub const fn year(self) -> u16 {
        match self {
            Self::E2019 => 2019,
            Self::E2021 => 2021,
        }
    }

    /// The edition that a report for `year` should follow.
    pub const fn for_year(year: u16) -> Self {
        if year == 2019 || year == 2020 { Self::E2019 } else { Self::E2021 }
    }

    /// The path of every figure of this edition, in table order.
    pub fn paths(self) -> impl Iterator<Item = FactPath> {
        FactPath::proactive(self).chain(FactPath::requests(self)).chain(FactPath::disputes())
    }
}

/// The three tables of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum TableKind {
    /// 二、主动公开政府信息情况.
    Proactive,
    /// 三、收到和处理政府信息公开申请情况.
    Requests,
    /// 四、政府信息公开行政复议、行政诉讼情况.
    Disputes,
}

impl TableKind {
    /// The three, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Proactive, Self::Requests, Self::Disputes];

    /// The first part of the table's paths.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Proactive => "proactive",
            Self::Requests => "requests",
            Self::Disputes => "disputes",
        }
    }
}

/// Declares an enum of the form: its members in table order, their key in paths and the form's own label.
macro_rules! form_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $label] $(#[$vmeta])* $variant,)+
        }

        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The part of a path that names it.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The label as the form prints it.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// The one that `key` names.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.key() == key)
            }
        }
    };
}
pub(crate) use form_enum;
