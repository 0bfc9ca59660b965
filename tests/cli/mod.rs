//! Runs the examples as a user does.
#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The bundled report.
pub(crate) const SAMPLE: &str = include_str!("../../examples/sample-report.txt");

/// A report with glued cells, one row of them ambiguous, and without its other tables.
pub(crate) const DAMAGED: &str = "\
云澜县水利局2020年政府信息公开工作年度报告

二、主动公开政府信息情况
第二十条第（一）项
信息内容本年新制作数量本年新公开数量对外公开总数量
规章000
规范性文件1234
第二十条第（五）项
信息内容上一年项目数量本年增/减处理决定数量
行政许可000
其他对外管理服务事项000
第二十条第（六）项
信息内容上一年项目数量本年增/减处理决定数量
行政处罚000
行政强制000
第二十条第（八）项
信息内容上一年项目数量本年增/减
行政事业性收费00
第二十条第（九）项
信息内容采购项目数量采购总金额（单位：万元）
政府集中采购00
";

/// An example as `cargo test` built it, run in the folder of the project.
pub(crate) fn example(name: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let path = test.ancestors().nth(2).unwrap().join("examples").join(name);
    let path = path.with_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.exists(), "{} is not built: cargo build --examples --all-features", path.display());
    let mut command = Command::new(path);
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Runs an example.
pub(crate) fn run(name: &str, arguments: &[&str]) -> Output {
    example(name).args(arguments).output().unwrap()
}

/// Runs an example with something on its standard input.
pub(crate) fn run_on(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = example(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// What a run printed.
pub(crate) fn text(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// The same, line by line.
pub(crate) fn lines(output: &Output) -> Vec<&str> {
    text(output).lines().collect()
}

/// A new, empty folder of a test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// A file in the tests' folder, and its path as an argument.
pub(crate) fn file(name: &str, bytes: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // Tests beside this one may read the same file: it is there whole, or not yet.
    let own = format!("{name}-{}-{:?}", std::process::id(), std::thread::current().id());
    let own = path.with_file_name(own);
    std::fs::write(&own, bytes).unwrap();
    std::fs::rename(&own, &path).unwrap();
    path.to_str().unwrap().to_owned()
}
