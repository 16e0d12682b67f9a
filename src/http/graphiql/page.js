"use strict";

const EXAMPLES = [
  {
    name: "Who am I?",
    query: `query WhoAmI {
  viewer {
    id
    email
    role
  }
}`,
  },
  {
    name: "Whom we met last",
    query: `query LastMeetings($first: Int) {
  meetings(first: $first, orderBy: { field: HELD_ON, direction: DESC }) {
    totalCount
    nodes {
      id
      time { firstDay }
      stakeholders { stakeholder { name { en ur } } text }
      decisions { text { text } }
    }
  }
}`,
    variables: { first: 10 },
  },
  {
    name: "Whom do we reach?",
    query: `query WhomWeReach {
  coverage(period: {}) {
    period { from to }
    view
    groups {
      category
      figures {
        inScope { value }
        met { value }
        notReached { value }
        lastMeetingOn
      }
    }
  }
}`,
  },
  {
    name: "What can be asked?",
    query: `query WhatCanBeAsked {
  __schema {
    queryType { fields { name description } }
    mutationType { fields { name description } }
  }
}`,
  },
  {
    name: "What is in a type?",
    query: `query WhatIsInAType($name: String!) {
  __type(name: $name) {
    description
    fields { name description args { name } type { ...named } }
    inputFields { name description type { ...named } }
    enumValues { name description }
  }
}

fragment named on __Type {
  name
  kind
  ofType { name kind ofType { name kind ofType { name } } }
}`,
    variables: { name: "MeetingFilter" },
  },
];

const find = (id) => document.getElementById(id);
const [query, variables, token, status, result] =
  ["query", "variables", "token", "status", "result"].map(find);

function paste(example) {
  query.value = example.query;
  variables.value = example.variables ? JSON.stringify(example.variables, null, 2) : "";
  query.focus();
}

function say(words, answer = "") {
  status.textContent = words;
  result.textContent = answer;
}

function body() {
  const given = variables.value.trim();
  return JSON.stringify({ query: query.value, variables: given ? JSON.parse(given) : null });
}

function options(text) {
  const headers = {
    accept: "application/graphql-response+json",
    "content-type": "application/json",
  };
  const secret = token.value.trim();
  if (secret) headers.authorization = `Bearer ${secret}`;
  // The cookie and a token at once are refused, since they may name two different users.
  return { method: "POST", headers, body: text, credentials: secret ? "omit" : "same-origin" };
}

// There the answer stands below what was asked, and out of sight.
const isNarrow = matchMedia("(width < 60rem)");
let running = 0;

async function run() {
  let text;
  try {
    text = body();
  } catch (error) {
    say(`The variables are not JSON: ${error.message}`);
    variables.focus();
    return;
  }
  running += 1;
  const turn = running;
  say("Running…");
  const began = performance.now();
  try {
    const answer = await fetch("/graphql", options(text));
    const said = await answer.text();
    if (turn !== running) return;
    const ms = Math.round(performance.now() - began);
    say(`Status ${answer.status}, ${ms} ms`, pretty(said));
    if (isNarrow.matches) find("answer").scrollIntoView();
  } catch (error) {
    if (turn === running) say(`The server did not answer: ${error.message}`);
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

for (const example of EXAMPLES) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = example.name;
  button.addEventListener("click", () => paste(example));
  find("examples").append(button);
}

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    find("form").requestSubmit();
  }
});

paste(EXAMPLES[0]);
