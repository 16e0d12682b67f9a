/** The addresses at which the page stands; at any other one the server is asked. */
export const PAGES =
  /^\/(?:(?:offices|meetings|letters|promises|whom-we-met|me)(?:\/[^.?]*)?)?(?:\?.*)?$/;
