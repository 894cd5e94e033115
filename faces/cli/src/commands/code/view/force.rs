//! Forces in plain words: "more than 100,000 troops in".

use saydo_record::Force;

/// What of a force moves which way.
pub(super) fn tell(force: &Force) -> String {
    let way = match force.movement.as_str() {
        "stay" => "staying",
        "around" => "moving around",
        other => other,
    };
    format!("{} {way}", amount(force)).trim_end().to_owned()
}

fn amount(force: &Force) -> String {
    let element = force.element.replace('_', " ");
    let number = match (force.low, force.high) {
        (Some(low), Some(high)) if low == high => Some(grouped(low)),
        (Some(low), Some(high)) => Some(format!("{} to {}", grouped(low), grouped(high))),
        (Some(low), None) => Some(format!("at least {}", grouped(low))),
        (None, Some(high)) => Some(format!("up to {}", grouped(high))),
        (None, None) => None,
    };
    match (number, force.extent.as_deref()) {
        (Some(number), _) => format!("{number} {element}"),
        (None, extent) => measured(extent, &element),
    }
}

fn measured(extent: Option<&str>, element: &str) -> String {
    let many = element.ends_with('s') && element != "logistics";
    match extent {
        Some("none") => format!("no {element}"),
        Some("part") => format!("part of the {element}"),
        Some("rest") => format!("the rest of the {element}"),
        Some("less") if many => format!("fewer {element}"),
        Some("many") if !many => format!("much {element}"),
        Some("few") if !many => format!("little {element}"),
        Some(extent) => format!("{extent} {element}"),
        None => element.to_owned(),
    }
}

/// A number with a comma before each three digits.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let comma = |i: usize| i > 0 && (digits.len() - i).is_multiple_of(3);
    digits.char_indices().flat_map(|(i, c)| comma(i).then_some(',').into_iter().chain([c])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forces_are_told_as_people_say_them() {
        let of = |element: &str, movement: &str, extent: Option<&str>, low, high| {
            let (element, movement, extent) =
                (element.to_owned(), movement.to_owned(), extent.map(str::to_owned));
            tell(&Force { element, movement, extent, low, high })
        };
        assert_eq!(of("troops", "in", Some("some"), Some(7000), Some(7000)), "7,000 troops in");
        assert_eq!(of("troops", "in", None, Some(100_000), None), "at least 100,000 troops in");
        assert_eq!(of("troops", "out", None, None, Some(1_234_567)), "up to 1,234,567 troops out");
        assert_eq!(of("armour", "out", None, Some(20), Some(30)), "20 to 30 armour out");
        assert_eq!(of("air_defence", "stay", Some("less"), None, None), "less air defence staying");
        assert_eq!(of("ships", "around", Some("less"), None, None), "fewer ships moving around");
        assert_eq!(of("troops", "out", Some("part"), None, None), "part of the troops out");
        assert_eq!(of("equipment", "", None, None, None), "equipment");
    }
}
