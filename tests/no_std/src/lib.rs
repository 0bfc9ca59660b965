//! Uses the library with nothing but `alloc`.
#![no_std]

extern crate alloc;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use gongkai::{Diagnostic, Parsed, Parser, narrative, validate};

/// No memory at all: the crate is built, not run.
struct Heap;

unsafe impl core::alloc::GlobalAlloc for Heap {
    unsafe fn alloc(&self, _: core::alloc::Layout) -> *mut u8 {
        core::ptr::null_mut()
    }

    unsafe fn dealloc(&self, _: *mut u8, _: core::alloc::Layout) {}
}

#[global_allocator]
static HEAP: Heap = Heap;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

const PARSER: Parser = Parser::new().max_len(1 << 20).max_diagnostics(100);

/// Every figure of a report with its name, then every finding; or the reason why it is none.
pub fn lines(text: &str) -> Result<Vec<String>, String> {
    let Parsed { report, .. } = PARSER.parse(text).map_err(|error| error.to_string())?;
    let figures = report.facts().map(|fact| alloc::format!("{} {:?}", fact.path(), fact.value()));
    let findings = validate::validate(&report).findings().map(|finding| finding.message()).collect::<Vec<_>>();
    let prose = validate::validate_prose(&report, &narrative::claims(text, &report));
    let prose = prose.findings().map(ToString::to_string).collect::<Vec<_>>();
    Ok(figures.chain(findings).chain(prose).collect())
}

/// What a strict caller does.
pub fn strict(text: &str) -> Result<usize, Vec<Diagnostic>> {
    let parsed = PARSER.parse(text).map_err(|_| Vec::new())?;
    Ok(parsed.into_strict()?.facts().count())
}

/// The error is a `core::error::Error`.
pub fn refuse(text: &str) -> Option<alloc::boxed::Box<dyn core::error::Error + Send + Sync>> {
    PARSER.parse(text).err().map(Into::into)
}

/// Into any format.
///
/// # Errors
/// Those of the format.
#[cfg(feature = "serde")]
pub fn write<S: serde::Serializer>(parsed: &Parsed, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(parsed, serializer)
}
