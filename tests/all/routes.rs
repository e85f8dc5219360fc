//! "Who can help me?": every way through the questions ends with the right people to call.

use airt::knowledge::Knowledge;
use airt::knowledge::fault::Fault;
use airt::knowledge::routes::{
    ForWhom, LeadsTo, MOST_QUESTIONS, Outcome, QuestionIndex, Route, Routes, SKIP,
};
use serde_json::{Value, json};

const JSON: &str = include_str!("../../data/routes.json");

fn read(json: &str) -> Result<Routes, Vec<Fault>> {
    let knowledge = Knowledge::embedded().unwrap();
    Routes::from_json("routes.json", json, |id| knowledge.find(id))
}

/// The end that these answers lead to.
fn end<'a>(route: &'a Route, answers: &[&str]) -> &'a Outcome {
    let ways = ways(route);
    ways.into_iter().find(|(way, _)| way == answers).expect("these answers end").1
}

/// The ids of the entries that an end names, in order.
fn ids(outcome: &Outcome) -> Vec<String> {
    let knowledge = Knowledge::embedded().unwrap();
    outcome.call.iter().map(|suggestion| knowledge[suggestion.entry].id.clone()).collect()
}

fn called(for_whom: ForWhom, answers: &[&str]) -> Vec<String> {
    ids(end(read(JSON).unwrap().route(for_whom), answers))
}

fn check_called(answers: &[&str], expected: &[&str]) {
    for for_whom in ForWhom::ALL {
        assert_eq!(called(for_whom, answers), expected, "{for_whom:?} {answers:?}");
    }
}

/// Every way through a route, as the answers given and where they end.
fn ways(route: &Route) -> Vec<(Vec<String>, &Outcome)> {
    let mut ways = Vec::new();
    let mut open = vec![(Vec::new(), QuestionIndex::FIRST)];
    while let Some((answers, question)) = open.pop() {
        for answer in &route[question].answers {
            let mut answers = answers.clone();
            answers.push(answer.id.clone());
            match answer.leads_to {
                LeadsTo::Question(next) => open.push((answers, next)),
                LeadsTo::Outcome(outcome) => ways.push((answers, &route[outcome])),
            }
        }
    }
    ways
}

#[test]
fn danger_now_ends_at_once_with_999_first() {
    check_called(&["yes"], &["emergency-999", "modern-slavery-helpline"]);
}

#[test]
fn a_girl_of_15_reaches_childline_first() {
    let young =
        ["childline", "modern-slavery-helpline", "police-101", "guardianship", "emergency-999"];
    check_called(&["no", "yes"], &young);
    check_called(&[SKIP, "yes"], &young);
}

#[test]
fn a_woman_made_to_sell_sex_reaches_tara_first() {
    check_called(
        &["no", "no", "yes"],
        &["tara", "modern-slavery-helpline", "childline", "emergency-999"],
    );
}

#[test]
fn a_man_from_a_farm_reaches_a_free_sure_number_before_a_paid_doubtful_one() {
    let adult = ["modern-slavery-helpline", "migrant-help", "childline", "emergency-999"];
    check_called(&["no", "no", "no"], &adult);
}

#[test]
fn who_does_not_say_what_happened_is_shown_both_and_who_each_is_for() {
    check_called(
        &["no", "no", SKIP],
        &["modern-slavery-helpline", "tara", "migrant-help", "childline", "emergency-999"],
    );
}

#[test]
fn who_does_not_say_their_age_is_shown_both_kinds() {
    let with = |service| {
        ["childline", "modern-slavery-helpline", service, "guardianship", "emergency-999"]
    };
    check_called(&["no", SKIP, "yes"], &with("tara"));
    check_called(&["no", SKIP, "no"], &with("migrant-help"));
}

/// Nobody who may be a child is asked about sex, a boy least of all.
#[test]
fn whose_age_is_in_doubt_is_asked_nothing_more_and_shown_who_is_for_a_child_first() {
    check_called(
        &["no", "not-sure"],
        &[
            "childline",
            "modern-slavery-helpline",
            "tara",
            "migrant-help",
            "guardianship",
            "emergency-999",
        ],
    );
    let routes = read(JSON).unwrap();
    let doubt = end(routes.route(ForWhom::SomeoneElse), &["no", "not-sure"]);
    assert!(doubt.title.contains("treat them as a child until the council has checked"));
}

#[test]
fn who_says_nothing_is_shown_everyone_the_helpline_and_999_first() {
    let everyone = [
        "modern-slavery-helpline",
        "emergency-999",
        "childline",
        "tara",
        "migrant-help",
        "guardianship",
    ];
    check_called(&[SKIP, SKIP, SKIP], &everyone);
}

#[test]
fn every_way_ends_in_time_with_a_short_list_that_has_the_helpline_and_999() {
    let routes = read(JSON).unwrap();
    for for_whom in ForWhom::ALL {
        let ways = ways(routes.route(for_whom));
        // Danger ends at once; no and skip each go on to 1 + 3 + 1 + 3 ways.
        assert_eq!(ways.len(), 1 + 2 * (1 + 3 + 1 + 3));
        for (answers, outcome) in ways {
            assert!(answers.len() <= MOST_QUESTIONS, "{answers:?}");
            assert!((2..=6).contains(&outcome.call.len()), "{answers:?}");
            for id in ["modern-slavery-helpline", "emergency-999"] {
                assert!(ids(outcome).contains(&id.to_owned()), "{answers:?} lacks {id}");
            }
        }
    }
}

#[test]
fn nobody_is_sent_to_a_service_that_is_not_for_them() {
    let routes = read(JSON).unwrap();
    for (answers, outcome) in ways(routes.route(ForWhom::Myself)) {
        let says = |place: usize, id: &str| answers.get(place).is_some_and(|answer| answer == id);
        let called = ids(outcome);
        let calls = |id: &str| called.iter().any(|called| called == id);
        assert!(!(says(1, "yes") && (calls("tara") || calls("migrant-help"))), "{answers:?}");
        assert!(!(says(1, "no") && calls("guardianship")), "{answers:?}");
        assert!(!(says(2, "yes") && calls("migrant-help")), "{answers:?}");
        assert!(!(says(2, "no") && calls("tara")), "{answers:?}");
    }
}

#[test]
fn the_words_speak_to_the_person_or_of_the_person() {
    let routes = read(JSON).unwrap();
    let first = |for_whom| routes.route(for_whom)[QuestionIndex::FIRST].ask.clone();
    assert_eq!(first(ForWhom::Myself), "Are you in danger now?");
    assert_eq!(first(ForWhom::SomeoneElse), "Is the person in danger now?");
    let woman = end(routes.route(ForWhom::Myself), &["no", "no", "yes"]);
    assert_eq!(
        woman.call[0].why,
        "They help women over 18 who were used by others for sex, stripping or sexual pictures."
    );
}

/// What is said of the routes with one value changed.
fn told(path: &str, value: Value) -> Vec<String> {
    let mut routes: Value = serde_json::from_str(JSON).unwrap();
    *routes.pointer_mut(path).unwrap() = value;
    read(&routes.to_string()).unwrap_err().iter().map(ToString::to_string).collect()
}

fn check_told(path: &str, value: Value, expected: &str) {
    let told = told(path, value);
    assert!(told.iter().any(|fault| fault == expected), "{path}: {told:#?}");
}

#[test]
fn a_dead_end_is_told() {
    check_told(
        "/questions/0/answers/0",
        json!({"id": "yes"}),
        "routes.json: danger: the answer \"yes\" must lead to one thing: \
         a question to `ask` or an outcome to `call`",
    );
    check_told(
        "/questions/0/answers/0/call",
        json!("nobody"),
        "routes.json: danger: the answer \"yes\" calls \"nobody\", which is no outcome",
    );
    check_told(
        "/questions/0/answers/1/ask",
        json!("nothing"),
        "routes.json: danger: the answer \"no\" asks \"nothing\", which is no question",
    );
    check_told(
        "/questions",
        json!([]),
        "routes.json: questions: there is no question: write at least one",
    );
}

#[test]
fn a_circle_and_a_fourth_question_are_told() {
    check_told(
        "/questions/3/answers/1",
        json!({"id": "no", "ask": "danger"}),
        "routes.json: danger: a way from here asks more than 3 questions",
    );
    check_told(
        "/questions/3/answers/1",
        json!({"id": "no", "ask": "adult"}),
        "routes.json: danger: a way from here asks more than 3 questions",
    );
}

#[test]
fn an_end_without_the_helpline_or_999_is_told() {
    check_told(
        "/outcomes/0/call",
        json!([{"entry": "emergency-999", "why": "danger-now"}]),
        "routes.json: danger: add \"modern-slavery-helpline\": every list of people to call has it",
    );
    check_told(
        "/outcomes/0/call",
        json!([{"entry": "modern-slavery-helpline", "why": "danger-now"}]),
        "routes.json: danger: add \"emergency-999\": every list of people to call has it",
    );
    check_told(
        "/outcomes/3/call/0/entry",
        json!("tarra"),
        "routes.json: woman: no entry has the id \"tarra\"",
    );
}

#[test]
fn a_question_that_cannot_be_skipped_is_told() {
    check_told(
        "/questions/1/answers/3/id",
        json!("perhaps"),
        "routes.json: age: its last answer must be \"rather-not-say\": nobody has to answer",
    );
}

#[test]
fn what_no_answer_leads_to_is_told() {
    check_told(
        "/questions/0/answers/0/call",
        json!("young"),
        "routes.json: danger: no answer leads here: take it out, or let an answer lead to it",
    );
    check_told(
        "/questions/1/answers/1/ask",
        json!("age-unknown"),
        "routes.json: adult: no answer leads here: take it out, or let an answer lead to it",
    );
}

#[test]
fn words_that_do_not_fit_are_told() {
    check_told(
        "/words/myself/why",
        json!({"tarra": "They help women."}),
        "routes.json: myself: the words of why \"tarra\" belong to nothing",
    );
    check_told(
        "/words/someone-else/questions",
        json!({}),
        "routes.json: someone-else: write the words of questions \"danger\"",
    );
    let told = told("/words/myself/questions/age/ask", json!("Are you under 16?"));
    assert!(told[0].contains("a digit stands in the words"), "{told:?}");
}

#[test]
fn a_file_of_another_shape_is_told() {
    let told = read("{}").unwrap_err();
    assert!(told[0].to_string().starts_with("routes.json: missing field `values`"), "{told:?}");
}
