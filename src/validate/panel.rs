//! Two reports of one body for consecutive years.

use super::rule::Rule;

pub(super) static RULES: [Rule; 0] = [];
