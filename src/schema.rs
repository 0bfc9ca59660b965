//! The schemas of what is serialised by hand.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::FactPath;
use crate::template::Edition;
use crate::validate::{At, Place};

/// A figure as decimal text.
pub(crate) enum Figure {}

macro_rules! text {
    ($($name:ident $called:literal $description:literal $pattern:literal;)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $called.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"description": $description, "type": "string", "pattern": $pattern})
            }
        }
    )+};
}

text! {
    Figure "Figure" "A figure as plain decimal text." r"^-?\d+(\.\d+)?$";
    At "At" "Which instance of a rule: `requests.*.total`, `report.sections.overview`."
        r"^(proactive|requests|disputes|report|prose)(\.[a-z_]+)*(\.\*)?(\.[a-z_]+)?$";
    Place "Place" "A figure of a table by its path, or something around the tables: `report.signature.date`."
        r"^(proactive|requests|disputes|report|prose)(\.[a-z_]+)+(\.\d+)?$";
}

impl JsonSchema for FactPath {
    fn schema_name() -> Cow<'static, str> {
        "FactPath".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let paths: BTreeSet<String> =
            Edition::E2019.paths().chain(Edition::E2021.paths()).map(|path| path.to_string()).collect();
        json_schema!({"description": "The stable name of a figure.", "type": "string", "enum": paths})
    }
}
