//! What the examples share: reading files in the encodings in use, and saying clearly what could not be read.
#![allow(dead_code, reason = "each example uses its part")]

pub(crate) mod cli;
pub(crate) mod lines;

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};

use encoding_rs::{BIG5, Encoding, GB18030, GBK};
use serde::Serialize;

/// The text of one file, decoded.
pub(crate) struct Input {
    /// The argument as given.
    pub(crate) file: String,
    /// UTF-8, a byte order mark included: spans count its three bytes.
    pub(crate) text: String,
    /// What the file was written in, unless UTF-8.
    pub(crate) encoding: Option<&'static str>,
}

/// Why a file gave nothing: one JSON object in the output, exit code 2 at the end.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub(crate) struct Failure {
    pub(crate) file: String,
    /// `io`, `encoding` or a kind of [`gongkai::ErrorKind`].
    pub(crate) error: &'static str,
    pub(crate) message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.file, self.message, self.error)
    }
}

/// No report is near this; keeps a film given by mistake out of memory. Text longer than the parser's own limit is
/// refused by the parser.
const MOST_BYTES: u64 = 64 << 20;

/// Reads and decodes a file, or standard input for `-`.
pub(crate) fn read(file: &OsStr) -> Result<Input, Failure> {
    let name = file.to_string_lossy().into_owned();
    let bytes = match bytes_of(file) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Failure { file: name, error: "io", message: error.to_string() }),
    };
    if bytes.len() as u64 > MOST_BYTES {
        let message = format!("more than {} MiB", MOST_BYTES >> 20);
        return Err(Failure { file: name, error: "too_long", message });
    }
    match decode(bytes) {
        Ok((text, encoding)) => Ok(Input { file: name, text, encoding }),
        Err(message) => Err(Failure { file: name, error: "encoding", message }),
    }
}

fn bytes_of(file: &OsStr) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Decodes strictly: a byte that fits no encoding is an error, never a replacement character in a figure's place.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<(String, Option<&'static str>), String> {
    if let Some(format) = document_format(&bytes) {
        return Err(format!("this is {format}, not text: extract its text first"));
    }
    let not_utf8 = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, None)),
        Err(error) => error,
    };
    let at = not_utf8.utf8_error().valid_up_to();
    let bytes = not_utf8.into_bytes();
    let encoding = Encoding::for_bom(&bytes).map_or_else(|| guess(&bytes), |(encoding, _)| encoding);
    match encoding.decode_without_bom_handling_and_without_replacement(&bytes) {
        Some(text) => Ok((text.to_string(), Some(name_of(encoding, &text)))),
        None => Err(format!("neither UTF-8 (byte {at} does not fit) nor {}", encoding.name())),
    }
}

/// GBK or GB18030, which share a decoder, unless the text is clearly Big5: reports come in nothing else.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let likely = detector.guess(Some(b"cn"), chardetng::Utf8Detection::Deny);
    if likely == BIG5 { BIG5 } else { GBK }
}

/// The name under which another program can read the file: GBK only where GB18030 is not needed.
fn name_of(encoding: &'static Encoding, text: &str) -> &'static str {
    let beyond_gbk = encoding == GBK && GBK.encode(text).2;
    if beyond_gbk { GB18030.name() } else { encoding.name() }
}

/// The document formats that people take for text files.
fn document_format(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 6] = [
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a Word (.docx) or other zip file"),
        (b"\xD0\xCF\x11\xE0", "an old Word (.doc) file"),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
    ];
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, name)| name)
}

/// Reads the report in a file.
pub(crate) fn report(file: &OsStr) -> Result<(Input, gongkai::Parsed), Failure> {
    let input = read(file)?;
    match gongkai::parse_report(&input.text) {
        Ok(parsed) => Ok((input, parsed)),
        Err(error) => {
            Err(Failure { file: input.file, error: error.kind().as_str(), message: error.to_string() })
        }
    }
}

/// One value as one line of JSON.
pub(crate) fn json_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}
