//! What the examples share: reading files in the encodings in use, and saying clearly what could not be read.
#![allow(dead_code, reason = "each example uses its part")]

pub(crate) mod lines;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;

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

/// Reads the report in a text.
pub(crate) fn parse(input: &Input) -> Result<gongkai::Parsed, Failure> {
    gongkai::parse_report(&input.text).map_err(|error| Failure {
        file: input.file.clone(),
        error: error.kind().as_str(),
        message: error.to_string(),
    })
}

/// One value as one line of JSON.
pub(crate) fn json_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}

/// The parsed command line of an example, or what to print instead of running.
pub(crate) enum Usage {
    /// `--help` was asked for.
    Help,
    /// The command line is wrong.
    Wrong(String),
}

impl From<lexopt::Error> for Usage {
    fn from(error: lexopt::Error) -> Self {
        Self::Wrong(error.to_string())
    }
}

/// At least one file must be named.
pub(crate) fn some_files(files: Vec<OsString>) -> Result<Vec<OsString>, Usage> {
    if files.is_empty() { Err(Usage::Wrong("no file given".into())) } else { Ok(files) }
}

/// What an example that prints files in one of two formats is asked.
#[derive(Default)]
pub(crate) struct Asked {
    /// The second of the formats.
    pub(crate) other: bool,
    /// Everything, not only what most want to see.
    pub(crate) all: bool,
    pub(crate) files: Vec<OsString>,
}

/// Reads `--format`, `--all` and the files.
pub(crate) fn asked(formats: [&str; 2]) -> Result<Asked, Usage> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    let mut asked = Asked::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Err(Usage::Help),
            Long("format") => {
                let format = arguments.value()?.string()?;
                let place = formats.iter().position(|name| *name == format);
                asked.other = place.ok_or_else(|| unknown_format(&format, formats))? == 1;
            }
            Long("all") => asked.all = true,
            Value(file) => asked.files.push(file),
            _ => return Err(argument.unexpected().into()),
        }
    }
    asked.files = some_files(asked.files)?;
    Ok(asked)
}

fn unknown_format(format: &str, [first, second]: [&str; 2]) -> Usage {
    Usage::Wrong(format!("unknown format '{format}': {first} or {second}"))
}

/// Runs an example: its help, its usage errors, its output; a closed pipe behind it (`| head`) is no error.
pub(crate) fn run<T>(
    help: &str,
    options: Result<T, Usage>,
    work: impl FnOnce(T, &mut dyn Write) -> io::Result<ExitCode>,
) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match options {
        Ok(options) => work(options, &mut out),
        Err(Usage::Help) => out.write_all(help.as_bytes()).map(|()| ExitCode::SUCCESS),
        Err(Usage::Wrong(message)) => {
            eprintln!("error: {message}\nTry --help.");
            Ok(ExitCode::from(2))
        }
    };
    match done.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether the reader behind the output has gone; the `csv` crate wraps that error in its own.
fn is_closed_pipe(error: &io::Error) -> bool {
    let wrapped = error.get_ref().and_then(|inner| inner.downcast_ref::<csv::Error>());
    let inner = wrapped.and_then(|wrapped| match wrapped.kind() {
        csv::ErrorKind::Io(inner) => Some(inner.kind()),
        _ => None,
    });
    inner.unwrap_or(error.kind()) == io::ErrorKind::BrokenPipe
}
