//! Queries reports in a Parquet file, or makes such a file.

use std::error::Error;
use std::ffi::OsString;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, RecordBatch, StringArray};
use datafusion::dataframe::DataFrameWriteOptions;
use gongkai_datafusion::{session, texts};

const HELP: &str = "\
Queries annual disclosure reports (政府信息公开工作年度报告) in Parquet files, with SQL.

Usage: gongkai-datafusion SQL
       gongkai-datafusion --pack OUT.parquet FILE...

  SQL            reads reports with the table function parse_report('FILE.parquet'), a row a figure:
                 file, path, status, value, certainty, candidates, raw, start, end, error
  --pack OUT     makes such a file from texts in UTF-8: the columns file and text
  -h, --help     this text
";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    let mut arguments = lexopt::Parser::from_env();
    let (mut out, mut values) = (None, Vec::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => {
                print!("{HELP}");
                return Ok(());
            }
            Long("pack") => out = Some(arguments.value()?.string()?),
            Value(value) => values.push(value),
            _ => return Err(argument.unexpected().into()),
        }
    }
    match (out, values.as_slice()) {
        (Some(out), files @ [_, ..]) => pack(&out, files).await,
        (None, [sql]) => {
            let sql = sql.to_str().ok_or("the query is not UTF-8")?;
            Ok(session().sql(sql).await?.show().await?)
        }
        _ => Err("one query, or --pack and files; try --help".into()),
    }
}

/// Writes texts into one Parquet file.
async fn pack(out: &str, files: &[OsString]) -> Result<(), Box<dyn Error>> {
    let mut contents = Vec::new();
    for file in files {
        let content = std::fs::read_to_string(file);
        contents.push(content.map_err(|error| format!("{}: {error}", file.display()))?);
    }
    let names = files.iter().map(|file| file.to_string_lossy());
    let names: ArrayRef = Arc::new(StringArray::from_iter_values(names));
    let contents: ArrayRef = Arc::new(StringArray::from(contents));
    let batch = RecordBatch::try_new(texts(), vec![names, contents])?;
    session().read_batch(batch)?.write_parquet(out, DataFrameWriteOptions::new(), None).await?;
    Ok(())
}
