import { graphql } from "../../gql";

export const Files_meeting = graphql(`
  fragment Files_meeting on Meeting {
    id
    audience
    wordsAudience
    attachments {
      id
      archivedOn
      ...FileRow_attachment
    }
  }
`);

export const Files_document = graphql(`
  fragment Files_document on Document {
    id
    audience
    wordsAudience
    attachments {
      id
      archivedOn
      ...FileRow_attachment
    }
  }
`);
