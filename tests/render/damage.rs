//! Which damages a document gets: each by a draw of its own, so that one can be isolated.

use std::cell::RefCell;

use super::rng::Rng;

/// What the environment asks for.
#[derive(Clone, PartialEq, Eq)]
pub enum Filter {
    All,
    None,
    /// Only these, and these always.
    Only(Vec<String>),
}

impl Filter {
    /// `GONGKAI_DAMAGE=none|all|<name>[,<name>…]`; without it, all.
    pub fn from_env() -> Self {
        match std::env::var("GONGKAI_DAMAGE").as_deref() {
            Err(_) | Ok("all" | "") => Self::All,
            Ok("none") => Self::None,
            Ok(names) => Self::Only(names.split(',').map(str::to_owned).collect()),
        }
    }
}

/// The damages of one document, drawn on demand and recorded.
pub struct Damages {
    seed: u64,
    filter: Filter,
    /// How many of the damages drawn are kept, in percent: some documents are nearly clean, some wrecked.
    level: f64,
    drawn: RefCell<Vec<(String, bool)>>,
}

impl Damages {
    pub fn new(seed: u64, filter: Filter) -> Self {
        let level = [0.0, 35.0, 60.0, 100.0][Rng::named(seed, "level").below(4)];
        Self { seed, filter, level, drawn: RefCell::default() }
    }

    /// Whether the document has this damage, which comes in `percent` of the documents.
    pub fn has(&self, name: &str, percent: f64) -> bool {
        if let Some((_, yes)) = self.drawn.borrow().iter().find(|(drawn, _)| drawn == name) {
            return *yes;
        }
        let yes = match &self.filter {
            Filter::None => false,
            Filter::Only(names) => names.iter().any(|only| only == name),
            Filter::All => self.rng(name).chance(percent * self.level / 60.0),
        };
        self.drawn.borrow_mut().push((name.to_owned(), yes));
        yes
    }

    /// Random numbers for the damage itself.
    pub fn rng(&self, name: &str) -> Rng {
        Rng::named(self.seed, name)
    }

    /// The damages that were done.
    pub fn names(&self) -> Vec<String> {
        self.drawn.borrow().iter().filter(|(_, yes)| *yes).map(|(name, _)| name.clone()).collect()
    }
}
