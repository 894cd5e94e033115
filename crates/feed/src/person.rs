//! Names of people, as feeds write them.

use crate::plain;

/// The name in `mail (Name)`, `Name <mail>` or `Name`; the mail address where there is nothing else.
pub(crate) fn name(text: &str) -> Option<String> {
    let text = plain::title(text)?;
    let in_brackets = text.split_once('(').filter(|(before, _)| before.trim().contains('@'));
    let name = match (in_brackets, text.split_once('<')) {
        (Some((_, name)), _) => name.trim().trim_end_matches(')'),
        (None, Some((name, rest))) if rest.contains('@') => name,
        _ => text.as_str(),
    };
    let name = name.trim().trim_matches('"').trim();
    let name = if name.is_empty() { text.trim_matches(|c| "<>() ".contains(c)) } else { name };
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_out_of_addresses() {
        let cases = [
            ("desk@paper.example (Ann Lee)", "Ann Lee"),
            ("Ann Lee <desk@paper.example>", "Ann Lee"),
            ("\"Lee, Ann\" &lt;desk@paper.example&gt;", "Lee, Ann"),
            ("Ann Lee", "Ann Lee"),
            ("Ann Lee (Kyiv)", "Ann Lee (Kyiv)"),
            ("desk@paper.example", "desk@paper.example"),
            ("desk@paper.example ()", "desk@paper.example"),
        ];
        for (given, expected) in cases {
            assert_eq!(name(given).unwrap(), expected, "{given}");
        }
        assert_eq!(name("  "), None);
    }
}
