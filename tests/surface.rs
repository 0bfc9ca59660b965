//! The public surface: what may grow can grow, values cross threads, and the crate is of use without `std`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

use std::path::Path;

/// Types that are complete as they are; whatever else is public can get members without breaking a caller.
const CLOSED: &[(&str, &str)] = &[
    ("Span", "a start and an end"),
    ("LineColumn", "a line and a column"),
    ("Severity", "three weights are what profiles and exit codes rest on"),
    ("TableKind", "the tables of the form; each has a field of its own in `Report`"),
    ("SectionKind", "the sections of the form, numbered"),
    ("FactPath", "one variant a table"),
    ("Basis", "a rule counts blanks as zero, or it does not"),
    ("Verdict", "a rule holds, does not hold, or was not evaluated"),
    ("Relation", "equal, at least, at most"),
];

fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else {
            into.push(std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn what_may_grow_is_non_exhaustive() {
    let mut files = vec![];
    sources(Path::new("src"), &mut files);
    let mut closed: Vec<String> = vec![];
    for file in &files {
        let lines: Vec<&str> = file.lines().map(str::trim).collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(rest) = line.strip_prefix("pub enum ").or_else(|| line.strip_prefix("pub struct "))
            else {
                continue;
            };
            let name = rest.split(|c: char| !c.is_alphanumeric() && c != '$').next().unwrap();
            // A struct with a private field grows anyway.
            let body = lines[at + 1..].iter().take_while(|line| !line.starts_with('}'));
            let fields = || body.clone().filter(|line| line.contains(": ") && !line.starts_with("//"));
            let private = line.contains("pub struct")
                && (line.ends_with(';') && !line.contains("(pub")
                    || fields().any(|line| !line.starts_with("pub ")));
            let attributes = lines[..at].iter().rev().take_while(|line| line.starts_with('#'));
            let open = attributes.clone().any(|line| *line == "#[non_exhaustive]");
            if !open && !private {
                closed.push(name.to_owned());
            }
        }
    }
    closed.sort();
    let mut allowed: Vec<&str> = CLOSED.iter().map(|(name, _)| *name).collect();
    allowed.sort_unstable();
    assert_eq!(closed, allowed);
}

/// Fails to compile when a type stops being what threads, caches and error handlers ask for.
macro_rules! everywhere {
    ($($name:ty),+ $(,)?) => {
        #[test]
        fn values_cross_threads() {
            fn is<T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe + std::fmt::Debug + 'static>() {}
            $(is::<$name>();)+
        }

        /// Every public type is asked.
        #[test]
        fn no_type_is_left_out() {
            let asked: Vec<&str> = vec![$(stringify!($name).split("::").last().unwrap().trim_end_matches("<'static>")),+];
            let mut files = vec![];
            sources(Path::new("src"), &mut files);
            for line in files.iter().flat_map(|file| file.lines()) {
                if let Some(rest) = line.strip_prefix("pub enum ").or_else(|| line.strip_prefix("pub struct ")) {
                    let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap();
                    assert!(asked.contains(&name) || name == "Tokens", "{name}");
                }
            }
        }
    };
}

everywhere!(
    gongkai::AdditionalRow,
    gongkai::Agency,
    gongkai::Candidate,
    gongkai::Cell,
    gongkai::Certainty,
    gongkai::Code,
    gongkai::Column,
    gongkai::Date,
    gongkai::Diagnostic,
    gongkai::DisputeGroup,
    gongkai::Disputes,
    gongkai::Edition,
    gongkai::Error,
    gongkai::ErrorKind,
    gongkai::Fact<'static>,
    gongkai::FactPath,
    gongkai::Group,
    gongkai::Item,
    gongkai::Layout,
    gongkai::LineColumn,
    gongkai::Mark,
    gongkai::Measure,
    gongkai::Outcome,
    gongkai::ParsePathError,
    gongkai::Parsed,
    gongkai::Parser,
    gongkai::Period,
    gongkai::PrintedRow,
    gongkai::Proactive,
    gongkai::Report,
    gongkai::Requests,
    gongkai::ResultGroup,
    gongkai::Row,
    gongkai::Section,
    gongkai::SectionKind,
    gongkai::Severity,
    gongkai::Signature,
    gongkai::Span,
    gongkai::Status,
    gongkai::TableKind,
    gongkai::TableSource,
    gongkai::Title,
    gongkai::Unit,
    gongkai::combinator::Heading,
    gongkai::narrative::Applicants,
    gongkai::narrative::CarryOver,
    gongkai::narrative::Claim,
    gongkai::narrative::ClaimYear,
    gongkai::narrative::Claims,
    gongkai::narrative::Proceeding,
    gongkai::narrative::Share,
    gongkai::narrative::ShareBase,
    gongkai::narrative::Statement,
    gongkai::narrative::Subject,
    gongkai::validate::At,
    gongkai::validate::Basis,
    gongkai::validate::Cause,
    gongkai::validate::Change,
    gongkai::validate::Check<'static>,
    gongkai::validate::Comparison,
    gongkai::validate::Edit,
    gongkai::validate::Explanation,
    gongkai::validate::Finding,
    gongkai::validate::Fingerprint,
    gongkai::validate::Located,
    gongkai::validate::Operand,
    gongkai::validate::Place,
    gongkai::validate::Profile,
    gongkai::validate::Reason,
    gongkai::validate::Relation,
    gongkai::validate::Rule,
    gongkai::validate::Scope,
    gongkai::validate::Side,
    gongkai::validate::Slip,
    gongkai::validate::Subject,
    gongkai::validate::Summary,
    gongkai::validate::UnknownRule,
    gongkai::validate::Validation<'static>,
    gongkai::validate::Value,
    gongkai::validate::Verdict,
);

#[test]
fn errors_are_errors() {
    fn is<T: std::error::Error + Send + Sync + 'static>() {}
    is::<gongkai::Error>();
    is::<gongkai::ParsePathError>();
    is::<gongkai::validate::UnknownRule>();
}

/// The stored listing of the public interface names no type of a dependency that may be exchanged.
#[test]
fn no_private_dependency_in_a_signature() {
    let listing = std::fs::read_to_string("tests/stored/api.txt").unwrap();
    assert!(listing.lines().count() > 500);
    for private in ["html5gum", "memchr", "thiserror", "unicode_segmentation"] {
        assert!(!listing.contains(private), "{private}");
    }
    for line in listing.lines().filter(|line| line.contains("nom::")) {
        assert!(line.contains("gongkai::combinator::"), "{line}");
    }
}

/// Parsed values are shared between threads while they are read.
#[test]
fn many_threads_read_one_report() {
    let text = include_str!("../examples/sample-report.txt");
    let parsed = gongkai::parse_report(text).unwrap();
    let counts: Vec<usize> = std::thread::scope(|scope| {
        let readers: Vec<_> =
            (0..4).map(|_| scope.spawn(|| parsed.report.facts().filter_map(|f| f.value()).count())).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).collect()
    });
    assert!(counts.iter().all(|count| *count == counts[0] && *count > 100));
}
