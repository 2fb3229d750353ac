// Does somebody's answer ask for no more mails? Only words that can mean nothing else; a doubt is left to a person.
import { anyOf, wholly } from "./any-of";

const PLEASE =
  /(?:please|pls|bitte|por favor|s'il vous plaît|svp|per favore|请|請|麻烦|我要)[,，\s]*/;
const THANKS =
  /\s*(?:me|me please|please|pls|bitte|谢谢|謝謝|thanks?|thank you|merci|danke|gracias|now|吧)/;

/** The whole answer, or its first line. */
const ALONE = wholly(
  PLEASE,
  anyOf(
    "i",
    /stop(?: it)?|unsubscribe|opt[- ]?out|remove|cancel|take me off|no more(?: e?-?mails?)?|quit/,
    /退订|退訂|取消订阅|取消訂閱|td|t|n|别再发了?|不要再发了?|停止发送|解除|配信停止|구독취소|수신거부/,
    /arr[êe]te[rz]?|d[ée]sabonner|d[ée]sabonnement|d[ée]sinscri(?:re|ption)/,
    /abmelden|abmeldung|abbestellen|stopp|aus|afmelden|uitschrijven/,
    /baja|darme de baja|cancelar(?: suscripción)?|parar|descadastrar|remover/,
    /cancella(?:mi)?|disiscriv(?:i|imi)|отписаться|отпишите|стоп/,
  ),
  THANKS,
);

/** Somewhere in a short answer. */
const SAID = anyOf(
  "iu",
  /\b(?:please|kindly|pls|must|want(?: you)? to|like(?: you)? to|wish to) unsubscribe/,
  /\b(?:please|kindly|want to|like to|wish to) (?:opt[- ]out|be (?:removed|unsubscribed|taken off))/,
  /\bunsubscribe me\b|\btake me off\b/,
  /\b(?:remove|take|delete) (?:me|my (?:e-?mail|address|name)[^.\n]{0,20}) (?:from|off)\b/,
  /\b(?:stop|quit) (?:sending|mailing|e-?mailing|contacting|spamming|writing)(?: to)? (?:me|us)\b/,
  /\b(?:stop|quit) sending (?:these|this|such|your)? ?(?:e-?mails?|mails?|messages?|spam)\b/,
  /\b(?:do not|don'?t|never) (?:ever )?(?:send|e-?mail|mail|contact|write(?: to)?) (?:me|us)\b/,
  /\bno (?:more|further) (?:e-?mails?|mails?|messages?|newsletters?)\b/,
  /(?:请|請|帮我|幫我|我要|我想|麻烦|给我)[^。\n]{0,8}(?:退订|退訂|取消订阅|取消訂閱)/,
  /(?:不要|别|請勿|请勿|勿)再?(?:给我|給我)?再?(?:发|發|寄)(?:邮件|郵件|信|了|来)|停止(?:给我)?发送?邮件/,
  /(?:配信|メール)を?(?:停止|解除)(?:して|を(?:希望|お願い))|もう送らないで/,
  /(?:veuillez|merci de|je (?:veux|souhaite|voudrais)|pouvez-vous)[^.\n]{0,20}d[ée](?:sabonner|sinscrire)/,
  /\barrêtez (?:de )?(?:m'(?:envoyer|écrire)|vos (?:mails|e-?mails|messages))/,
  /\b(?:bitte|möchte|will) [^.\n]{0,30}(?:abmelden|abbestellen|austragen)/,
  /\bkeine (?:weiteren )?(?:e-?)?mails? mehr|\bhören sie auf/,
  /\b(?:quiero|deseo|favor de|ruego)[^.\n]{0,20}(?:darme de baja|la baja|cancelar)/,
  /\bd[aeé](?:r|n)?(?:me|nos) de baja\b|\bno me (?:env[ií]e[ns]?|escriban?|manden?) más/,
  /\b(?:voglio|vorrei|desidero)[^.\n]{0,20}(?:cancellar|disiscriver)/,
  /\bnon (?:inviatemi|mandatemi|scrivetemi) più|\bnão (?:me )?(?:envie[m]?|mande[m]?) mais/,
  /отпишите меня|хочу отписаться|не (?:пишите|присылайте) мне/,
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
const ANSWERS = /^(?:\s*(?:re|aw|sv|antw|回复|答复)\s*[:：])+/i;

/** `written` is what the sender wrote, without what was quoted. */
export function asksToStop(written: string, subject: string): boolean {
  const text = written.slice(0, 4_000).replace(/\s+/g, " ").trim();
  if (text === "") return isAlone(subject.replace(ANSWERS, ""));
  if (DENIED.test(text)) return false;
  const [first = ""] = written.trim().split("\n");
  return isAlone(text) || isAlone(first) || (text.length <= SHORT_MAX && SAID.test(text));
}

function isAlone(line: string): boolean {
  if (line.length > 200) return false;
  return ALONE.test(line.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
}
