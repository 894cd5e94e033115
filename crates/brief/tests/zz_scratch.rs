//! scratch
mod sample;
#[test]
fn show() {
    for (n, s) in [("rich", sample::rich()), ("hostile", sample::hostile()), ("empty", sample::empty())] {
        let t = std::time::Instant::now();
        let a = saydo_brief::terminal(&s.picture, &s.citations, saydo_brief::Look::default());
        let ta = t.elapsed(); let t = std::time::Instant::now();
        let b = saydo_brief::markdown(&s.picture, &s.citations);
        let tb = t.elapsed(); let t = std::time::Instant::now();
        let c = saydo_brief::html(&s.picture, &s.citations);
        let tc = t.elapsed(); let t = std::time::Instant::now();
        let d = saydo_brief::json(&s.picture, &s.citations);
        println!("{n}: {} {ta:?}, {} {tb:?}, {} {tc:?}, {} {:?}", a.len(), b.len(), c.len(), d.len(), t.elapsed());
        std::fs::write(format!("/tmp/brief-{n}.html"), c).unwrap();
        std::fs::write(format!("/tmp/brief-{n}.txt"), a).unwrap();
        std::fs::write(format!("/tmp/brief-{n}.md"), b).unwrap();
    }
}
