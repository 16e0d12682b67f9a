//! Who asks: a caller is a value.

use std::net::SocketAddr;

use entity::enums::{Language, Role, StakeholderCategory};
use rabta::cli::token;
use rabta::cli::user::{self, NewSignIn, Who};
use rabta::concepts::access::Scope;
use rabta::kit::graphql::id::parse;
use serde_json::{Value, json};

use crate::support::answer::Answer;
use crate::support::app::App;

/// The password of every user.
const PASSWORD: &str = "correct horse battery staple";

/// Somebody who sends requests, or nobody who is signed in.
#[derive(Clone, Debug)]
pub struct Caller {
    address: SocketAddr,
    client: reqwest::Client,
    pub token: Option<String>,
    /// The member for whom he acts.
    pub acting_for: Option<String>,
    pub email: String,
    /// The id of the person she is.
    pub person: String,
    /// The id of her membership, if she is a member.
    pub member: String,
}

impl Caller {
    /// Sends a query with its variables.
    pub async fn run(&self, query: &str, variables: Value) -> Answer {
        self.send(json!({ "query": query, "variables": variables }).to_string())
            .await
    }

    /// Sends a body as it is.
    pub async fn send(&self, body: String) -> Answer {
        let request = self
            .client
            .post(format!("http://{}/graphql", self.address))
            .header("content-type", "application/json")
            .body(body);
        let response = self.signed(request).send().await.unwrap();
        let status = response.status().as_u16();
        let body = response.text().await.unwrap();
        let body = serde_json::from_str(&body).expect(&body);
        Answer { status, body }
    }

    /// Sends a file, with what stands in the address beside what it hangs on, and answers the status
    /// and the answer.
    pub async fn attaches(&self, on: &str, more: &[(&str, &str)], bytes: &[u8]) -> (u16, Value) {
        let place = format!("http://{}/attachments", self.address);
        let place = reqwest::Url::parse_with_params(&place, [("on", on)]).unwrap();
        let place = reqwest::Url::parse_with_params(place.as_str(), more).unwrap();
        let request = self.client.post(place).body(bytes.to_vec());
        let request = request.header("content-type", "application/octet-stream");
        let response = self.signed(request).send().await.unwrap();
        let status = response.status().as_u16();
        let body = response.text().await.unwrap();
        (status, serde_json::from_str(&body).expect(&body))
    }

    /// What a method answers at an address of the server.
    pub async fn reads(&self, method: &str, address: &str) -> reqwest::Response {
        let method = method.parse().unwrap();
        let place = format!("http://{}{address}", self.address);
        let request = self.client.request(method, place);
        self.signed(request).send().await.unwrap()
    }

    fn signed(&self, mut request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(member) = &self.acting_for {
            request = request.header("rabta-acting-for", member);
        }
        request
    }

    /// The same who acts for a member.
    pub fn acting_for(&self, member: &Self) -> Self {
        Self {
            acting_for: Some(member.member.clone()),
            person: member.person.clone(),
            member: member.member.clone(),
            ..self.clone()
        }
    }

    /// The same who asks by a token.
    pub fn with_token(&self, secret: &str) -> Self {
        Self {
            token: Some(secret.to_owned()),
            ..self.clone()
        }
    }

    /// The id of her own sign-in.
    pub async fn user(&self) -> String {
        let viewer = self.ask("{ viewer { id } }").await.ok();
        viewer["viewer"]["id"].as_str().unwrap().to_owned()
    }

    /// The version of a user; null when that is not for the caller.
    pub async fn version_of_user(&self, id: &str) -> Value {
        let query = "query ($id: ID!) { user(id: $id) { version } }";
        let found = self.run(query, json!({ "id": id })).await.ok();
        found["user"]["version"].clone()
    }

    /// Changes a user from her version as it is now.
    pub async fn updates_user(&self, id: &str, shown: &str, more: Value) -> Answer {
        let input = json!({ "id": id, "expectedVersion": self.version_of_user(id).await });
        let input = crate::support::build::merged(input, more);
        self.act("updateUser", shown, input).await
    }

    /// Lets another act for her, and answers him as he does so.
    pub async fn lets(&self, other: &Self) -> Self {
        let input = json!({ "userId": other.user().await });
        self.act("letActForMe", "member { id }", input).await.ok();
        other.acting_for(self)
    }

    /// Sends a query without variables.
    pub async fn ask(&self, query: &str) -> Answer {
        self.run(query, json!({})).await
    }

    /// Sends a mutation whose one argument is `input`, and asks for `shown` of its payload.
    pub async fn act(&self, name: &str, shown: &str, input: Value) -> Answer {
        let kind = name[..1].to_uppercase() + &name[1..];
        let query = format!(
            "mutation ($input: {kind}Input!) {{ \
               {name}(input: $input) {{ {shown} userErrors {{ code path message }} }} }}"
        );
        let answer = self.run(&query, json!({ "input": input })).await;
        let body = match answer.body.pointer(&format!("/data/{name}")) {
            Some(payload) if answer.body.get("errors").is_none() => json!({ "data": payload }),
            _ => answer.body,
        };
        Answer { body, ..answer }
    }
}

impl App {
    /// Nobody who is signed in.
    pub fn anonymous(&self) -> Caller {
        Caller {
            address: self.address,
            client: self.client.clone(),
            token: None,
            acting_for: None,
            email: String::new(),
            person: String::new(),
            member: String::new(),
        }
    }

    /// The coordinator, the same at every call.
    pub async fn coordinator(&self) -> Caller {
        let make = || self.sign_in("Naila", Role::Coordinator, Scope::default());
        self.desk.get_or_init(make).await.clone()
    }

    /// A member of the caucus since January 2024, by her first name.
    pub async fn member(&self, name: &str) -> Caller {
        let mut caller = self.sign_in(name, Role::Member, Scope::default()).await;
        let input = json!({ "personId": caller.person, "joinedOn": "2024-01-01" });
        let desk = self.coordinator().await;
        let made = desk.act("createMember", "member { id }", input).await.ok();
        made["member"]["id"]
            .as_str()
            .unwrap()
            .clone_into(&mut caller.member);
        caller
    }

    /// A partner who was given programmes, by id, and categories, by name, to see.
    pub async fn partner(&self, programmes: &[&str], categories: &[&str]) -> Caller {
        let category = |name: &&str| serde_json::from_value::<StakeholderCategory>(json!(name));
        let scope = Scope {
            programmes: programmes
                .iter()
                .map(|id| parse(&(*id).into()).unwrap())
                .collect(),
            categories: categories
                .iter()
                .map(|name| category(name).unwrap())
                .collect(),
        };
        self.sign_in("Greta", Role::Partner, scope).await
    }

    /// An administrator.
    pub async fn admin(&self) -> Caller {
        self.sign_in("Adil", Role::Admin, Scope::default()).await
    }

    /// An aide who acts for nobody yet.
    pub async fn aide(&self) -> Caller {
        self.sign_in("Akbar", Role::Aide, Scope::default()).await
    }

    /// A new user with a person of her own, who asks by a token.
    pub async fn sign_in(&self, name: &str, role: Role, scope: Scope) -> Caller {
        let email = format!(
            "{}.{:08x}@caucus.example",
            name.to_lowercase(),
            getrandom::u32().unwrap()
        );
        let new = NewSignIn {
            email: email.clone(),
            password: PASSWORD.to_owned(),
            who: Who::New {
                en: Some(name.to_owned()),
                ur: None,
            },
            role,
            language: Language::En,
            scope,
        };
        user::add(&self.server, new).await.unwrap();
        let token = token::create(&self.server, &email, "test", 300)
            .await
            .unwrap();
        let mut caller = Caller {
            token: Some(token),
            email,
            ..self.anonymous()
        };
        let viewer = caller.ask("{ viewer { person { id } } }").await.ok();
        // A partner sees nobody, herself neither, without a record that shows her.
        let person = viewer.pointer("/viewer/person/id").and_then(Value::as_str);
        person.unwrap_or_default().clone_into(&mut caller.person);
        caller
    }
}

impl App {
    /// Signs a user in as the page does, and answers her cookie.
    pub async fn cookie(&self, email: &str) -> String {
        let body = json!({ "email": email, "password": PASSWORD }).to_string();
        let request = self.client.post(format!("http://{}/sign-in", self.address));
        let request = request
            .header("content-type", "application/json")
            .body(body);
        let signed_in = request.send().await.unwrap();
        let cookie = signed_in.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }
}
