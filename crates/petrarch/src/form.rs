//! Regular forms: the plural of a noun, what a verb becomes.

/// The plural of the last word of a name in capitals.
pub(crate) fn plural(name: &str) -> String {
    match name.strip_suffix('Y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}IES"),
        _ if name.ends_with("SS") => format!("{name}ES"),
        _ => format!("{name}S"),
    }
}

/// A verb's stem and the forms that regular verbs have.
pub(crate) fn regular(stem: &str) -> [String; 4] {
    let (s, ed, ing) = match stem.strip_suffix('Y') {
        Some(short) if !ends_in_vowel(short) => {
            (format!("{short}IES"), format!("{short}IED"), stem.to_owned())
        }
        _ => match stem.strip_suffix('E') {
            Some(short) => (format!("{stem}S"), format!("{stem}D"), short.to_owned()),
            None => (third(stem), format!("{stem}ED"), stem.to_owned()),
        },
    };
    [stem.to_owned(), s, ed, format!("{ing}ING")]
}

fn third(stem: &str) -> String {
    let hisses = ["S", "X", "Z", "CH", "SH"].iter().any(|end| stem.ends_with(end));
    format!("{stem}{}", if hisses { "ES" } else { "S" })
}

fn ends_in_vowel(text: &str) -> bool {
    text.ends_with(['A', 'E', 'I', 'O', 'U'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_ending() {
        for (name, want) in [("SPY", "SPIES"), ("BOY", "BOYS"), ("BOSS", "BOSSES"), ("OAK", "OAKS")] {
            assert_eq!(plural(name), want);
        }
    }

    #[test]
    fn verbs_follow_the_ending() {
        assert_eq!(regular("PARRY"), ["PARRY", "PARRIES", "PARRIED", "PARRYING"]);
        assert_eq!(regular("BAKE"), ["BAKE", "BAKES", "BAKED", "BAKING"]);
        assert_eq!(regular("FISH"), ["FISH", "FISHES", "FISHED", "FISHING"]);
        assert_eq!(regular("PLAY"), ["PLAY", "PLAYS", "PLAYED", "PLAYING"]);
    }
}
