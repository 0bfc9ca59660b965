//! `report_facts(text)`: the figures of one report as a list, a scalar function of SQL.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, ListArray, StringBuilder, StructArray, UInt32Builder};
use datafusion::arrow::buffer::OffsetBuffer;
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::cast::as_string_array;
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use gongkai::{Candidate, Certainty, Fact, Status, plain};

/// What is told of a figure, under the names of the JSON Lines contract; `error` where a text is no report.
pub fn fields() -> Fields {
    let field = |name: &str, kind: &DataType| Field::new(name, kind.clone(), true);
    let text = ["path", "status", "value", "certainty", "candidates", "raw"];
    let place = ["start", "end"];
    let text = text.map(|name| field(name, &DataType::Utf8)).into_iter();
    let place = place.map(|name| field(name, &DataType::UInt32));
    text.chain(place).chain([field("error", &DataType::Utf8)]).collect()
}

/// The function. A report is an item a figure, anything else one item with an `error`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ReportFacts(Signature);

impl Default for ReportFacts {
    fn default() -> Self {
        Self(Signature::exact(vec![DataType::Utf8], Volatility::Immutable))
    }
}

impl ScalarUDFImpl for ReportFacts {
    fn name(&self) -> &str {
        "report_facts"
    }

    fn signature(&self) -> &Signature {
        &self.0
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::List(item()))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let arrays = ColumnarValue::values_to_arrays(&args.args)?;
        let mut items = Items::default();
        let mut lengths = Vec::new();
        for array in &arrays {
            let texts = as_string_array(array)?;
            lengths.extend(texts.iter().map(|text| items.read(text.unwrap_or_default())));
        }
        let lists = OffsetBuffer::from_lengths(lengths);
        Ok(ColumnarValue::Array(Arc::new(ListArray::try_new(item(), lists, items.finish()?, None)?)))
    }
}

fn item() -> Arc<Field> {
    Arc::new(Field::new_list_field(DataType::Struct(fields()), true))
}

/// The columns while they grow.
#[derive(Default)]
struct Items {
    text: [StringBuilder; 6],
    place: [UInt32Builder; 2],
    error: StringBuilder,
}

impl Items {
    /// Adds what a text says; how many items that are.
    fn read(&mut self, text: &str) -> usize {
        match gongkai::parse_report(text) {
            Ok(parsed) => parsed.report.facts().map(|fact| self.fact(text, fact)).count(),
            Err(error) => {
                self.item([const { None }; 6], [None; 2], Some(error.kind().as_str()));
                1
            }
        }
    }

    fn fact(&mut self, text: &str, fact: Fact<'_>) {
        let span = fact.span();
        let readings = fact.candidates().iter().map(|candidate| match *candidate {
            Candidate::Value(value) => plain(value),
            _ => String::new(),
        });
        let readings = readings.collect::<Vec<_>>().join(";");
        let told = [
            Some(fact.path().to_string()),
            Some(status(fact.status()).into()),
            fact.value().map(plain),
            fact.certainty().map(|certainty| word(certainty).into()),
            (!fact.candidates().is_empty()).then_some(readings),
            span.and_then(|span| span.slice(text)).map(String::from),
        ];
        self.item(told, [span.map(|span| span.start), span.map(|span| span.end)], None);
    }

    fn item(&mut self, text: [Option<String>; 6], place: [Option<u32>; 2], error: Option<&str>) {
        self.text.iter_mut().zip(text).for_each(|(column, text)| column.append_option(text));
        self.place.iter_mut().zip(place).for_each(|(column, at)| column.append_option(at));
        self.error.append_option(error);
    }

    fn finish(mut self) -> Result<ArrayRef> {
        let text = self.text.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let place = self.place.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let error = Arc::new(self.error.finish()) as ArrayRef;
        let columns = text.chain(place).chain([error]).collect();
        Ok(Arc::new(StructArray::try_new(fields(), columns, None)?))
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Value => "value",
        Status::Blank => "blank",
        Status::NotApplicable => "not_applicable",
        Status::Ambiguous => "ambiguous",
        Status::Missing => "missing",
        _ => "unreadable",
    }
}

const fn word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Exact => "exact",
        Certainty::Resolved => "resolved",
        _ => "repaired",
    }
}
