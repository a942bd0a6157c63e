/** What the old product calls a case, and a comment on one. Source: communifire-api.md section 1, entity types. */
export const CASE_ENTITY = 19;
export const COMMENT_ENTITY = 20;
