// Does somebody's answer ask for no more mails? Only words that can mean nothing else; a doubt is left to a person.
import { anyOf, wholly } from "./any-of";

const PLEASE =
  /(?:please|pls|bitte|por favor|s'il vous plaît|svp|per favore|请|請|麻烦|我要)[,，\s]*/;
const THANKS =
  /\s*(?:me|me please|please|pls|bitte|谢谢|謝謝|thanks?|thank you|merci|danke|gracias|now|吧)/;

/** The whole answer, or one of its first lines. */
const ALONE = wholly(
  PLEASE,
  anyOf(
    "i",
    /(?:stop[ !.,]*){1,5}(?: it)?|stop (?:all )?(?:e-?mails?|mails?)|unsub|unsu(?:bsc|bs|bc|sc)ribe|opt[- ]?out|remove/,
    /take me off|no more(?: e?-?mails?)?|quit|do not (?:contact|e-?mail|mail)|i want off this list/,
    /(?:回复?)?(?:td)?(?:退订|退訂|取消订阅|取消訂閱|退出订阅)|(?:回复?)?td|我?要?退出|拒收|停止发送/,
    /(?:请)?(?:别|不要|勿)再?(?:给我)?发(?:送)?(?:邮件)?了?|解除|配信停止|구독취소|수신거부/,
    /arr[êe]te[rz]?|d[ée]sabonne(?:r|ment|z[- ]moi)|d[ée]sins(?:crire|cription|crivez[- ]moi)/,
    /abmelden|abmeldung|abbestellen|stopp|aus|afmelden|uitschrijven/,
    /(?:dar(?:me|se)? de )?baja|cancelar (?:la )?suscripci[óo]n|parar|descadastrar|remover/,
    /cancella(?:mi)?|disiscriv(?:i|imi)|отписаться|отпишите|стоп/,
  ),
  THANKS,
);

/** Somewhere in a short answer. */
const SAID = anyOf(
  "iu",
  /\b(?:please|kindly|pls|must|want(?: you)? to|like(?: you)? to|wish to|how (?:do|can) i) unsubscribe/,
  /^unsubscribe\b|\bunsubscribe me\b|\b(?:want to|like to|wish to|how (?:do|can) i) opt[- ]out/,
  /\b(?:please|want to|like to|wish to) be (?:removed|unsubscribed|taken off)/,
  /\b(?:remove|take|delete) (?:me|my (?:e-?mail|address|name|data)\b).{0,30}\b(?:lists?|e-?mails|mailings?|newsletter|database)\b/,
  /^(?:please |kindly |pls )?(?:remove|delete) my (?:e-?mail|address|data)\b/,
  /\b(?:stop|quit|cease)(?: from)? (?:sending|mailing|e-?mailing|contacting|spamming|writing)(?: to)? (?:me|us)\b/,
  /\b(?:stop|quit) sending (?:these|this|such|your|any)\b|\bcease (?:all|any) (?:communication|e-?mails?|contact)/,
  /\b(?:do not|don'?t|never) (?:ever )?(?:e-?mail|contact|write(?: to)?) (?:me|us)\b/,
  /\b(?:do not|don'?t|never) (?:ever )?(?:send|mail) (?:me|us) (?:any|more|these|this|e-?mails|mails|messages)/,
  /\bno (?:more|further) (?:e-?mails?|mails?|messages?|newsletters?)\b/,
  /\b(?:no longer|don'?t|do not) (?:wish|want) to (?:receive|get|hear)\b/,
  /(?:请|請|帮我|幫我|我要|我想|麻烦|给我)[^。\n]{0,8}(?:退订|退訂|取消订阅|取消訂閱|退出订阅)/,
  /(?:不要|别|請勿|请勿|勿)再?(?:给我|給我)?再?(?:发|發|寄)(?:送)?(?:邮件|郵件|信|了|来)|停止(?:给我)?发送?邮件/,
  /(?:不想|不要|不愿意?)再?(?:收到|接收)[^。\n]{0,8}(?:邮件|郵件|信)|把我[^。\n]{0,6}(?:名单|列表|名單)[^。\n]{0,4}(?:移除|删除|出)/,
  /把我(?:移出|移除|删除)[^。\n]{0,6}(?:名单|列表|名單)|请不要再发送/,
  /(?:配信|メール)を?(?:停止|解除)(?:して|を(?:希望|お願い))|もう送らないで|수신거부 ?(?:부탁|해)/,
  /(?:veuillez|merci de|je (?:veux|souhaite|voudrais)|pouvez-vous)[^.\n]{0,20}d[ée](?:sabonner|sinscrire)/,
  /\barrêtez (?:de )?(?:m'(?:envoyer|écrire)|vos (?:mails|e-?mails|messages))|\bne plus m'(?:envoyer|écrire)/,
  /\bne (?:souhaite|veux|désire) plus recevoir/,
  /\b(?:bitte|möchte|will) [^.\n]{0,30}(?:abmelden|abbestellen|austragen)/,
  /\bkeine? (?:weiteren )?(?:e-?mails?|mails?|newsletter) mehr|\bhören sie auf|\baus (?:dem|ihrem) verteiler/,
  /\b(?:quiero|deseo|favor de|ruego)[^.\n]{0,20}(?:darme de baja|la baja|cancelar la suscripci)/,
  /\bd[aeé](?:r|n)?(?:me|nos) de baja\b|\bno (?:me )?(?:env[ií]e[ns]?|escriban?|manden?) más/,
  /\bno (?:quiero|deseo) recibir más|\bnon voglio più ricevere|\bgostaria de cancelar a (?:inscri|assina)/,
  /\b(?:voglio|vorrei|desidero)[^.\n]{0,20}(?:cancellarmi|disiscriver)|\bgraag uitschrijven/,
  /\bnon (?:inviatemi|mandatemi|scrivetemi) più|\bnão (?:me )?(?:envie[m]?|mande[m]?) mais/,
  /отпишите меня|хочу отписаться|не (?:пишите|присылайте) (?:мне|больше)/,
);

/** Somebody who wants to stay, or says what was not meant. */
const DENIED = anyOf(
  "i",
  /\b(?:do not|don'?t|never|not|please no|without)\s+(?:\w+\s+){0,3}?(?:stop|unsubscribe|remove|quit)/,
  /\b(?:wouldn'?t|won'?t|didn'?t)\s+(?:\w+\s+){0,3}?(?:stop|unsubscribe|remove|quit|opt[- ]?out)/,
  /\b(?:do not|don'?t|never|not)\s+(?:\w+\s+){0,3}?(?:opt[- ]?out|cancel|take me off)/,
  /(?:不要|别|不想|不会|勿|不用|没有|没想)(?:再)?(?:给我)?(?:退订|退訂|取消订阅|停止|停发)/,
  /\bnicht (?:abmelden|abbestellen|aufhören)|\bne (?:pas |me |vous )?(?:d[ée]sabonne|arr[êe]te)/,
  /\bno (?:quiero|deseo) (?:darme|la) (?:de )?baja|\bnon (?:voglio )?cancella/,
);
/** A wish is short; who tells a story asks for a person. */
const SHORT_MAX = 400;
const LINES_MAX = 4;
const ANSWERS = /^(?:\s*(?:re|aw|sv|antw|回复|答复)\s*[:：])+/i;

/** `written` is what the sender wrote, without what was quoted. */
export function asksToStop(written: string, subject: string): boolean {
  const text = written.slice(0, 4_000).replace(/\s+/g, " ").trim();
  if (text === "") return isAlone(subject.replace(ANSWERS, ""));
  if (DENIED.test(text)) return false;
  if (isAlone(text)) return true;
  // "Hi," may come first, a name last.
  const lines = written
    .trim()
    .split("\n")
    .slice(0, LINES_MAX)
    .filter((line) => line.trim() !== "");
  return text.length <= SHORT_MAX && (lines.some(isAlone) || SAID.test(text));
}

function isAlone(line: string): boolean {
  if (line.length > 200) return false;
  return ALONE.test(line.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
}
