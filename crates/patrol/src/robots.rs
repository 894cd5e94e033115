//! What the robots.txt of each host allows, as long as it holds.

use std::collections::HashMap;

use saydo_fetch::robots::Robots;

/// The rules of the hosts. A host that has none is allowed: the planner asks for rules first.
#[derive(Debug, Default)]
pub(crate) struct Cabinet {
    rules: HashMap<String, Robots>,
}

impl Cabinet {
    /// Keeps the rules of a host; `None` where it could not be asked.
    pub(crate) fn keep(&mut self, host: &str, rules: Option<Robots>) {
        match rules {
            Some(rules) => self.rules.insert(host.to_owned(), rules),
            None => self.rules.remove(host),
        };
    }

    /// Whether an address may be asked for.
    pub(crate) fn allows(&self, address: &str) -> bool {
        let host = saydo_rounds::host(address);
        host.and_then(|host| self.rules.get(&host)).is_none_or(|rules| rules.allows(address))
    }
}
