// How mail servers say that a mail did not arrive, in the languages they speak. Phrases of many servers, never of one.

import { anyOf } from "./any-of";

/** Somebody who is no person: a mail server, or what stands for one. */
export const SERVER = anyOf(
  "i",
  /mailer[-_. ]?daemon|post-?master|\bm(?:ail)?daemon\b/,
  /mail(?:er)?[-. ]?(?:administrator|admin|system)\b/,
  /mail[-. ]?delivery|delivery[-. ]?(?:sub)?system|system[-. ]administrator/,
  /microsoft ?exchange/,
  /mail ?server|antivirus|smtp gateway|bounces?@/,
);

/** Of a subject. */
export const FAILED_SUBJECT = anyOf(
  "i",
  /undeliver|non[- ]?deliver|not (?:be )?deliver/,
  /deliver(?:y|ed)[^.]{0,40}\b(?:fail|problem|error|delay|status)/,
  /(?:fail(?:ed|ure)?|problem|error|delay|warning|status)[^.]{0,40}\bdeliver|failure notice/,
  /returned mail/,
  /mail (?:failed|error|system error|returned|rejected)|rejected mail|processing error/,
  /user unknown/,
  /address not found|message (?:blocked|not sent|delayed)|could not (?:be )?(?:deliver|send)/,
  /delivery delayed/,
  /unzustellbar|nicht zugestellt|konnte nicht|zustellung|non remis|non (?:distribu|délivr)/,
  /échec|notification d'état/,
  /no (?:se )?(?:ha )?(?:pudo|podido) (?:ser )?entrega|no entregad|devuelto|falha/,
  /não (?:foi )?entregue|mancata consegna/,
  /impossibile|onbestelbaar|niet bezorgd|недоставлен|не доставлен|не может быть доставлен/,
  /退信|退回|投递失败|无法投递|未送达|发送失败|传输失败|傳送失敗|無法傳遞|配信不能|届きません|返送|반송|전송 실패/,
);

/** The mail did not arrive, or has not yet. */
export const FAILED = anyOf(
  "i",
  /\b(?:un|non-?)deliver(?:able|ed|y)/,
  /could ?n[o']t (?:be )?(?:deliver|sen[dt]|reach|locat|found|process)/,
  /(?:unable|not able|impossible|failed|failure) to (?:be )?(?:deliver|send|relay|reach|locate)/,
  /(?:was|were|been|has|have)(?: not|n't) (?:yet )?(?:been )?(?:deliver|accept|able to (?:be )?deliver|sent|allowed)/,
  /did(?: not|n't) (?:reach|receive)/,
  /deli?ev?ery? (?:to|of|has|was|problem|error|failed|aborted|attempt)/,
  /\bfail(?:ed|s|ure)\b|\berror\b|permanent|rejected|refused|returned|bounced|blocked/,
  /gave up|giving up|aborted|timed out|malformed|exceed(?:s|ed)\b/,
  /(?:user|recipient|mailbox|account|address|alias)[^.\n]{0,60}\b(?:unknown|invalid|inactive|disabled)/,
  /(?:user|recipient|mailbox|account|address|alias)[^.\n]{0,60}\b(?:suspended|closed|full|expired)/,
  /(?:user|recipient|mailbox|account|address|alias)[^.\n]{0,60}\b(?:unavailable|no longer|not valid)/,
  /(?:domain|host|name)[^.\n]{0,60}\b(?:unknown|invalid|unavailable|unrouteable|expired)/,
  /not (?:found|known|recogni[sz]ed|existing|available|listed|exist)|does ?n[o']t exist/,
  /(?:unknown|invalid|no such|bad|illegal|wrong)[^.\n]{0,40}\b(?:user|recipient|mailbox|account)/,
  /(?:unknown|invalid|no such|bad|illegal|wrong)[^.\n]{0,40}\b(?:address|alias|domain|host|person)/,
  /does ?n[o']t (?:have|exist|like|match)|not (?:accept|exactly match|match|listed|a valid)/,
  /no mailbox|quota|over disk|mailbox is full|postponed|delayed|not yet/,
  /\b[45]\.\d{1,3}\.\d{1,3}\b|\b(?:4[25]|5[05])\d[ -]/,
  /unzustellbar|nicht (?:zugestellt|zustellbar|erreicht|bekannt)|unbekannt|existiert nicht/,
  /fehlgeschlagen/,
  /n'(?:a|ont) (?:pas )?(?:pu|été)|n'existe pas|non (?:remis|distribu)|inconnu|échou/,
  /no (?:se )?(?:ha )?(?:pudo|podido|existe|fue)|no entregad|desconocid/,
  /não (?:foi|pôde|existe|pode)|inesistente|non (?:è stato|esiste)/,
  /niet (?:bezorgd|worden|gevonden)|onbekend/,
  /не (?:может|удалось|доставлен|найден|существует)|недоступен/,
  /不存在|无法(?:送达|投递|发送|递送|到达)|退信|退回|被拒|拒收|未(?:送达|能送达)|(?:投递|发送|传输)失败|已满|超出|超过/,
  /無法|失敗|存在しません|できません|配信(?:でき|不能)|届け|존재하지|실패/,
);

/** It goes on being tried. */
export const TRIES_ON = anyOf(
  "i",
  /delay(?:ed|\))|not yet (?:been )?deliver|warning message only|just a warning/,
  /advisory-only|been postponed/,
  /(?:will|to) (?:(?:still )?be|continue|keep)[^.]{0,30}\b(?:retr(?:y|ied)|try|attempt|deliver)/,
  /attempts will continue/,
  /will (?:re)?try(?: again)?\b|will be retried|wird (?:weiterhin|erneut)|nouvelle tentative/,
  /se reintentar|仍(?:会|将)|继续(?:尝试|投递)|稍后重试/,
);
/** It does not, whatever else it says. */
export const GIVEN_UP = anyOf(
  "i",
  /permanent(?:ly)? (?:error|fatal|fail)|fail(?:ed|ure) permanent|given up|giving up|gave up/,
  /not going to try again/,
);

/** The address may be good: a full mailbox, a wall against this mail, a server that does not answer. */
export const MAY_PASS = anyOf(
  "i",
  /\bquota|(?:mailbox|mailfolder|inbox|folder)[^.\n]{0,20}\bfull|over (?:disk|storage)/,
  /too much mail|out of (?:disk|storage) space/,
  /\b4\.\d{1,3}\.\d{1,3}\b|\b5\.(?:2\.2|7\.\d{1,3}|3\.4)\b|\b4[25]\d[ -]|timed? ?out/,
  /try again later|temporar|greylist/,
  /spam|blacklist|blocklist|block list|reputation|policy|dmarc|too (?:large|big|many)/,
  /rate limit|connection (?:refused|timed)/,
  /已满|超出|空间不足|垃圾邮件|频率|容量/,
);

/** What stands behind is the mail that came back. */
export const ORIGINAL = anyOf(
  "i",
  /^[\s>|*=-]*(?:this is |below (?:this|the next) line is )(?:an? )?(?:copy of (?:the|your)|original)/,
  /^[\s>|*=-]*(?:copy of (?:the|your)|original|returned|unsent)[^@\n]{0,60}(?:message|mail|follow|below)/,
  /^[\s>|*=-]*(?:undelivered|forwarded|mensaje original)[^@\n]{0,60}(?:message|mail|adjunto|below)/,
  /^[\s>|*=-]*message (?:text|header|body)[^@\n]{0,60}(?:follow|below|headers?|---)/,
  /^[\s|*=-]{2,}.{0,40}\b(?:copy of (?:the|your) message|original message|returned mail)/,
  /^[\s|*=-]{2,}.{0,40}\b(?:message (?:text|header)s? follow|(?:forwarded|unsent) message)/,
  /^(?:the )?(?:first \d+ lines|header and top)|your message reads/,
  /a (?:summary|copy) of the (?:undelivered|original)|header of the original|old message:/,
  /^>?(?:return-path|received):|^begin forwarded|原(?:始)?(?:邮|信)件(?:如下|内容)|附件中的内容是原信件/,
);

/** Not whom it was for: whom to ask, or who it is now. */
export const ELSE = anyOf(
  "i",
  /contact|assist|question|\bhelp|support|please (?:reply|write|send|use|e?-?mail)/,
  /\btry(?:ing)?\b(?! again)|instead|new (?:e-?mail )?address|has moved|e\.g\.|for example/,
  /on behalf of|sent by|administrator|forward(?:ed)? to|formerly|emailing|联系|咨询|新邮箱|客服/,
);
/** A header shown again; it names many. */
export const SHOWN_HEADER = anyOf(
  "i",
  /^[\s>|*]*(?:from|to|cc|bcc|reply-to|sender|subject|date|sent|message-id|received)\s*[:：]/,
  /^[\s>|*]*(?:return-path|list-[\w-]+|x-[\w-]+|errors-to|发件人|收件人|主题|von|an|de|para|à)\s*[:：]/,
);
