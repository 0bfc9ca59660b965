//! `parse_report` as a table function of SQL, in Apache DataFusion: `SELECT * FROM parse_report('reports.parquet')`.
//!
//! The function only writes a plan: scan the file, put each text through the scalar function `report_facts`, unnest its
//! list. All its nodes are DataFusion's own, so an engine that distributes such plans (Ballista) needs to know nothing but
//! the scalar function.

mod facts;

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::catalog::{TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::{Column, plan_err};
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl};
use datafusion::datasource::{ViewTable, provider_as_source};
use datafusion::error::Result;
use datafusion::logical_expr::{Expr, LogicalPlanBuilder, ScalarUDF};
use datafusion::prelude::{SessionConfig, SessionContext, col};
use datafusion::scalar::ScalarValue;

pub use facts::ReportFacts;

/// A text is hundreds of rows: DataFusion's usual batch of 8,192 texts would fill the memory.
const TEXTS_AT_A_TIME: usize = 32;

/// A session that knows both functions.
pub fn session() -> SessionContext {
    let session = SessionContext::new_with_config(SessionConfig::new().with_batch_size(TEXTS_AT_A_TIME));
    session.register_udf(ScalarUDF::from(ReportFacts::default()));
    session.register_udtf("parse_report", Arc::new(ParseReport));
    session
}

/// What a file of texts must have: each with its name.
pub fn texts() -> Arc<Schema> {
    let column = |name| Field::new(name, DataType::Utf8, true);
    Arc::new(Schema::new(vec![column("file"), column("text")]))
}

/// The table function: its argument is a Parquet file, or a folder of them.
#[derive(Debug)]
pub struct ParseReport;

impl TableFunctionImpl for ParseReport {
    fn call_with_args(&self, args: TableFunctionArgs) -> Result<Arc<dyn TableProvider>> {
        let [Expr::Literal(ScalarValue::Utf8(Some(path)), _)] = args.exprs() else {
            return plan_err!(
                "parse_report takes one text: the path of a Parquet file with the columns file and text"
            );
        };
        let file = ListingTableConfig::new(ListingTableUrl::parse(path)?)
            .with_listing_options(ListingOptions::new(Arc::new(ParquetFormat::default())))
            .with_schema(texts());
        let file = provider_as_source(Arc::new(ListingTable::try_new(file)?));
        let facts = ScalarUDF::from(ReportFacts::default()).call(vec![col("text")]);
        let columns = facts::fields();
        let columns = columns.iter().map(|field| {
            let column = Column::from_name(format!("fact.{}", field.name()));
            Expr::Column(column).alias(field.name())
        });
        let plan = LogicalPlanBuilder::scan("reports", file, None)?
            .project([col("file"), facts.alias("fact")])?
            // The list, then the members of its items.
            .unnest_column("fact")?
            .unnest_column("fact")?
            .project([col("file")].into_iter().chain(columns))?
            .build()?;
        Ok(Arc::new(ViewTable::new(plan, None)))
    }
}
