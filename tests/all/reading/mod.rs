//! Every page can be read by a child of nine, and by somebody in a second language.

mod grades;
mod syllables;

use self::grades::{Counts, sentences, words};
use self::syllables::syllables;
use airt::knowledge::Knowledge;
use airt::knowledge::entry::{Audience, Entry};
use airt::knowledge::routes::{ForWhom, Route};
use serde_json::Value;

/// The highest school grade (United States) of a page, by either formula.
const HIGHEST_GRADE: f64 = 7.0;
/// The same of a page for workers.
const HIGHEST_GRADE_FOR_WORKERS: f64 = 8.0;
/// The highest average of all pages, by either formula.
const HIGHEST_AVERAGE: f64 = 5.0;
/// The longest sentence, in words. Names count word by word, too.
const LONGEST_SENTENCE: usize = 20;
/// The formulas speak of texts; a group of words shorter than this is part of a larger one.
const SHORTEST_TEXT: usize = 60;

/// What a page has read out to a person: it is measured by the bar for persons, too.
fn aloud(knowledge: &Knowledge) -> Vec<&str> {
    knowledge.entries().iter().flat_map(|entry| &entry.aloud).map(String::as_str).collect()
}

/// All that a page says in its own words.
fn page(entry: &Entry) -> Vec<&str> {
    let later = entry.later.iter().flat_map(|fact| &fact.paragraphs);
    let head = [&entry.title, &entry.summary, &entry.act];
    let lists = entry.lists.iter().flat_map(|list| &list.lines).chain(&entry.aloud);
    let all = head.into_iter().chain(&entry.who).chain(&entry.body).chain(lists).chain(later);
    all.map(String::as_str).collect()
}

/// All that "Who can help me?" says.
fn questions(route: &Route) -> Vec<&str> {
    let mut texts = vec![route.intro()];
    for question in route.questions() {
        texts.push(&question.ask);
        texts.extend(question.note.as_deref());
    }
    for outcome in route.outcomes() {
        texts.push(&outcome.title);
        texts.extend(outcome.call.iter().map(|suggestion| suggestion.why.as_str()));
    }
    texts
}

/// The sentences of the interface: what is no sentence is a name or a label.
fn interface() -> Vec<String> {
    let json = include_str!("../../../data/interface/en.json");
    let mut texts = Vec::new();
    collect(&serde_json::from_str(json).expect("the words are JSON"), &mut texts);
    texts
}

fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) if text.ends_with(['.', '?', '!']) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(values) => values.values().for_each(|value| collect(value, texts)),
        _ => {}
    }
}

/// One row of the table.
struct Row {
    name: String,
    counts: Counts,
}

impl Row {
    fn new<'a>(name: &str, texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self { name: name.to_owned(), counts: Counts::of(texts) }
    }
}

fn pages(knowledge: &Knowledge, audience: Audience) -> Vec<Row> {
    let places = knowledge.places().filter(|place| knowledge.audience(*place) == audience);
    places.map(|place| Row::new(&knowledge[place].id, page(&knowledge[place]))).collect()
}

fn others(knowledge: &Knowledge) -> Vec<Row> {
    let route =
        |for_whom: ForWhom| Row::new(for_whom.id(), questions(knowledge.routes().route(for_whom)));
    let mut rows: Vec<Row> = ForWhom::ALL.into_iter().map(route).collect();
    rows.push(Row::new("words to read out", aloud(knowledge)));
    let terms = knowledge.glossary().places().map(|(_, term)| term.says.as_str());
    rows.push(Row::new("glossary", terms));
    rows.push(Row::new("interface", interface().iter().map(String::as_str)));
    rows
}

/// Prints the table and gives the average grade by each formula.
#[expect(clippy::cast_precision_loss, reason = "there are few pages")]
fn report(rows: &[Row]) -> [f64; 2] {
    println!(
        "{:27} {:>5} {:>8} {:>15} {:>13}",
        "", "words", "sentence", "Flesch-Kincaid", "Coleman-Liau"
    );
    for Row { name, counts } in rows {
        let [kincaid, liau] = counts.grades();
        println!("{name:27} {:5} {:8} {kincaid:15.1} {liau:13.1}", counts.words, counts.longest);
    }
    let average = |formula: usize| {
        rows.iter().map(|row| row.counts.grades()[formula]).sum::<f64>() / rows.len() as f64
    };
    let averages = [average(0), average(1)];
    println!("{:27} {:5} {:8} {:15.1} {:13.1}", "average", "", "", averages[0], averages[1]);
    averages
}

#[test]
fn every_page_is_easy_to_read() {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    for (audience, highest) in
        [(Audience::Everybody, HIGHEST_GRADE), (Audience::Workers, HIGHEST_GRADE_FOR_WORKERS)]
    {
        let rows = pages(&knowledge, audience);
        let averages = report(&rows);
        for Row { name, counts } in &rows {
            for grade in counts.grades() {
                assert!(grade <= highest, "{name} is for grade {grade:.1}: use shorter words");
            }
        }
        for average in averages {
            assert!(average <= HIGHEST_AVERAGE, "the average page is for grade {average:.1}");
        }
    }
}

#[test]
fn the_questions_and_the_interface_are_easy_to_read() {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    let rows = others(&knowledge);
    report(&rows);
    for Row { name, counts } in rows {
        assert!(counts.words >= SHORTEST_TEXT, "{name} is too short to be measured");
        for grade in counts.grades() {
            assert!(grade <= HIGHEST_GRADE, "{name} is for grade {grade:.1}: use shorter words");
        }
    }
}

#[test]
fn no_sentence_is_long() {
    let knowledge = Knowledge::embedded().expect("the data is sound");
    let pages = knowledge.entries().iter().flat_map(page);
    let routes = ForWhom::ALL.map(|for_whom| questions(knowledge.routes().route(for_whom)));
    let interface = interface();
    let texts =
        pages.chain(routes.into_iter().flatten()).chain(interface.iter().map(|text| &**text));
    for sentence in texts.flat_map(sentences) {
        let length = words(sentence).count();
        assert!(length <= LONGEST_SENTENCE, "{length} words: {sentence}");
    }
}

#[test]
fn syllables_are_counted_as_they_are_said() {
    let said = [
        (1, "you make makes helped means called who through scared Esc Wales closed hours"),
        (2, "someone table people children helper rather started private women lawyer TV"),
        (3, "area exploited slavery officer camera anyone decision 999 NRM agency period"),
        (4, "European community emergency interpreter automatic mechanism guardianship"),
        (5, "investigation nationality anti-trafficking"),
    ];
    for (count, words) in said {
        for word in words.split(' ') {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}

#[test]
fn sentences_end_where_a_reader_stops() {
    let text = "Call 999. Is it safe? Read modernslaveryhelpline.org, then go. Stay";
    let parts: Vec<&str> = sentences(text).map(str::trim).collect();
    let expected = ["Call 999.", "Is it safe?", "Read modernslaveryhelpline.org, then go.", "Stay"];
    assert_eq!(parts, expected);
}

#[test]
fn the_formulas_give_what_a_hand_gives() {
    // 9 words in 2 sentences, 10 syllables, 27 letters: worked out by hand.
    let [kincaid, liau] = Counts::of(["The cat sat on the mat.", "It was happy."]).grades();
    assert!((kincaid - -0.724).abs() < 0.001, "{kincaid}");
    assert!((liau - -4.738).abs() < 0.001, "{liau}");
}
