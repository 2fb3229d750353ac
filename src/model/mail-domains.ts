// The domains most people have their mail at, and what looks like one of them and is another: for finding slips of the fingers.

/** The likelier first: a beginning that several share means the first. */
export const KNOWN_DOMAINS: readonly string[] =
  "gmail.com qq.com 163.com 126.com outlook.com hotmail.com yahoo.com icloud.com foxmail.com sina.com googlemail.com".split(
    " ",
  );
/** mail.com, email.com, ymail.com, cloud.com and national branches are no slips. */
export const REAL_DOMAINS =
  "^([a-z]?mail|email|[a-z]?cloud)\\.com$|^(yahoo|hotmail|outlook)\\.(com?\\.)?(?!c?om?$|cm$)[a-z]{2}$";
/** Endings that no domain has. */
export const SLIPPED_ENDING = "\\.(con|cmo|ocm|vom|xom|cpm|comm|coom)$";
