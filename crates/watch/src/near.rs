//! The nearest of many names, for advice.

/// Of `names`, the one that a few changed letters turn `typed` into; `None` where all are too far off.
pub(crate) fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let typed: Vec<char> = letters(typed).collect();
    let most = if typed.len() < 4 { 1 } else { 1 + typed.len() / 5 };
    let rank = |name: &&str| distance(&typed, &letters(name).collect::<Vec<_>>(), most);
    let ranked = names.filter_map(|name| Some((rank(&name)?, name)));
    ranked.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(64)
}

/// How many letters must be put in, left out, changed or swapped with the next; `None` if more than `most`.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut older = vec![0; b.len() + 1];
    let mut old: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut new = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            new[j + 1] = (old[j] + usize::from(a[i] != b[j])).min(old[j + 1] + 1).min(new[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                new[j + 1] = new[j + 1].min(older[j - 1] + 1);
            }
        }
        older = std::mem::replace(&mut old, new);
    }
    Some(old[b.len()]).filter(|d| *d <= most)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_hand_is_forgiven() {
        let names = ["Russia", "Ukraine", "Belarus", "Iran", "Iraq"];
        let near = |typed| nearest(typed, names.into_iter());
        assert_eq!(near("Rusia"), Some("Russia"));
        assert_eq!(near("ukriane"), Some("Ukraine"));
        assert_eq!(near("Irqn"), Some("Iran"));
        assert_eq!(near("Peru"), None);
        assert_eq!(near(""), None);
    }
}
