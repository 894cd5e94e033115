//! Languages: others are named, English is never taken for one of them.

use saydo_read::{language, plain};
use saydo_text::ProblemKind;

#[test]
fn twelve_other_languages_are_named() {
    for (code, text) in [
        (
            "de",
            "Das Ministerium teilte am Dienstag mit, dass einige Einheiten nach den Übungen in ihre Kasernen zurückkehren. Der Sprecher nannte keine Zahlen.",
        ),
        (
            "fr",
            "Le ministère a annoncé mardi que plusieurs unités rentraient dans leurs casernes après les exercices. Le porte-parole n'a donné aucun chiffre.",
        ),
        (
            "es",
            "El ministerio anunció el martes que varias unidades regresaban a sus cuarteles después de las maniobras. El portavoz no dio ninguna cifra.",
        ),
        (
            "ru",
            "Министерство сообщило во вторник, что несколько подразделений возвращаются в казармы после учений. Представитель не назвал никаких цифр.",
        ),
        (
            "uk",
            "Міністерство повідомило у вівторок, що кілька підрозділів повертаються до казарм після навчань. Речник не назвав жодних чисел.",
        ),
        (
            "ar",
            "أعلنت الوزارة يوم الثلاثاء أن عدة وحدات تعود إلى ثكناتها بعد انتهاء التدريبات، ولم يذكر المتحدث أي أرقام.",
        ),
        ("zh", "国防部星期二宣布，几支部队在演习结束后返回营地。发言人没有给出任何数字。"),
        (
            "tr",
            "Bakanlık salı günü yaptığı açıklamada, bazı birliklerin tatbikatların ardından kışlalarına döndüğünü bildirdi. Sözcü herhangi bir sayı vermedi.",
        ),
        (
            "pt",
            "O ministério anunciou na terça-feira que várias unidades estavam a regressar aos quartéis depois dos exercícios. O porta-voz não deu números.",
        ),
        (
            "it",
            "Il ministero ha annunciato martedì che alcune unità stanno tornando nelle loro caserme dopo le esercitazioni. Il portavoce non ha fornito cifre, ma ha detto che il rientro è già cominciato.",
        ),
        (
            "pl",
            "Ministerstwo poinformowało we wtorek, że kilka jednostek wraca do koszar po ćwiczeniach. Rzecznik nie podał żadnych liczb.",
        ),
        (
            "nl",
            "Het ministerie maakte dinsdag bekend dat enkele eenheden na de oefeningen naar hun kazernes terugkeren. De woordvoerder noemde geen aantallen, maar zei dat de terugtocht al begonnen was en dat de laatste treinen nog deze week zouden vertrekken.",
        ),
    ] {
        assert_eq!(language(text), Some(code), "{text}");
    }
}

#[test]
fn english_is_never_another_language() {
    for text in [
        "NATO chief: no pull-back",
        "Macron, Scholz, Zelensky, Putin, Lukashenko and Erdogan to meet in Geneva",
        "President Alexander Lukashenko receives Sergei Lavrov, Viktor Khrenin and Igor Konashenkov in Minsk",
        "Donetsk, Luhansk, Stanytsia Luhanska, Zolote, Marinka, Popasna, Volnovakha, Mariupol, Avdiivka",
        "The defence ministry spokesman said that no date had been set.",
    ] {
        assert!(matches!(language(text), None | Some("en")), "{text}: {:?}", language(text));
    }
}

#[test]
fn too_little_to_tell() {
    assert_eq!(language(""), None);
    assert_eq!(language("12:30, 591 – 153!"), None);
}

#[test]
fn another_language_is_a_problem_with_its_name() {
    let report = plain("test", "Москва заявила, что часть войск возвращается на базы.".as_bytes());
    assert!(!report.is_readable());
    assert_eq!(report.problems[0].kind, ProblemKind::Language);
    assert!(report.problems[0].detail.contains("Russian (ru)"));
}

#[test]
fn a_long_text_is_judged_by_samples() {
    let text = "The minister said that nothing had changed on the ground. ".repeat(100_000);
    assert_eq!(language(&text), Some("en"));
}
