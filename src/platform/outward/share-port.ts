export interface ShareCard {
  title: string;
  /** Page with leading slash and its query, as pageUrl makes it. Never holds identity. */
  page: string;
}
