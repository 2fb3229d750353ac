// Where mailboxes are thrown away after use: the well-known ones, each of them also in the list of
// github.com/disposable-email-domains (CC0 1.0). Without a full stop: .com.

const LISTED = `
0-mail|027168|0815.ru|10mail.org|10minutemail.co.uk|10minutemail|10minutemail.de|
10minutemail.net|1secmail|1secmail.net|1secmail.org|20mail.it|20minutemail|24hourmail|
30minutemail|5ymail|60minutemail|anonbox.net|anonymbox|antispam.de|armyspy|bbitq|bccto.me|
binkmail|bobmail.info|boun.cr|bouncr|brefmail|bspamfree.org|bugmenot|byom.de|chacuo.net|
chong-mail|cosmorph|courriel.fr.nf|crazymailing|cuvox.de|dayrep|deadaddress|deadfake.cf|
despam.it|dhm.ro|disbox.net|disbox.org|discard.email|discardmail|discardmail.de|
disposableemailaddresses|disposableinbox|disposeamail|disposemail|dispostable|dodgeit|dodgit|
dropmail.me|dumpmail.de|dumpyemail|e4ward|easytrashmail|einmalmail.de|einrot|email-fake|
emailfake|emailondeck|emailtemporanea|emailtemporanea.net|emailtemporario.com.br|emailtmp|
emkei.cf|emlhub|emlpro|emltmp|fakeinbox|fakemail.fr|fakemail.net|fakemailgenerator|filzmail|
fleckens.hu|freundin.ru|fudgerub|getairmail|getnada|getonemail|gishpuppy|grr.la|
guerrillamail.biz|guerrillamail|guerrillamail.de|guerrillamail.info|guerrillamail.net|
guerrillamail.org|guerrillamailblock|gustr|haltospam|harakirimail|hidemail.de|hulapla.de|
inboxalias|inboxbear|inboxkitten|incognitomail|incognitomail.org|instant-mail.de|jetable|
jetable.net|jetable.org|jnxjn|jourrapide|kasmail|kurzepost.de|lackmail.net|linshiyou|
linshiyouxiang.net|lookugly|lroid|mail-temporaire.fr|mail.tm|mail7.io|mailbidon|mailbox.in.ua|
mailcatch|mailde.de|maildrop.cc|maileater|maileimer.de|mailexpire|mailforspam|mailimate|mailin8r|
mailinater|mailinator|mailinator.net|mailinator.org|mailinator2|mailismagic|mailme.lv|
mailmetrash|mailmoat|mailnator|mailnesia|mailnull|mailpoof|mailquack|mailrock.biz|mailsac|
mailscrap|mailshell|mailsiphon|mailslite|mailtemp.info|mailtothis|mailtrash.net|mailzilla|
mailzilla.org|mbx.cc|meltmail|mierdamail|mintemail|minuteinbox|moakt.cc|moakt|moakt.ws|mohmal|
mohmal.im|mohmal.tech|mt2015|muellmail|mvrht.net|mycleaninbox.net|mytemp.email|mytrashmail|
nada.email|nervmich.net|netmails.net|no-spam.ws|nospamfor.us|notsharingmy.info|nowmymail|nqmo|
nwytg.net|objectmail|ohaaa.de|oneoffemail|onewaymail|pjjkp|plexolan.de|pokemail.net|pookmail|
privy-mail|proxymail.eu|punkass|put2.net|quickinbox|rcpt.at|recode.me|regbypass|rhyta|royal.net|
rppkn|rtrtr|s0ny.net|safetymail.info|sharklasers|shieldemail|shitmail.me|shortmail.net|skeefmail|
slopsbox|smailpro|snakemail|sofimail|sofort-mail.de|sogetthis|spam.la|spam4.me|spambob|spambog|
spambog.de|spambox.us|spamcero|spamcorptastic|spamex|spamfree24|spamfree24.de|spamfree24.org|
spamherelots|spamhole|spamify|spaml|spammotel|spamspot|supermailer.jp|superrito|suremail.info|
sute.jp|tagyourself|teleworm.us|temp-mail.org|temp-mail.ru|tempail|tempemail|tempemail.net|
tempinbox.co.uk|tempinbox|tempmail.de|tempmail.eu|tempmail.it|tempmail.plus|tempmailer|
tempmailer.de|tempmailo|tempomail.fr|temporarily.de|temporarioemail.com.br|temporaryemail.net|
temporaryinbox|tempr.email|tempthe.net|thankyou2010|thisisnotmyrealemail|throwam|
throwawayemailaddress|throwawaymail|tilien|tmail.ws|tmailinator|tmails.net|tmpbox.net|tmpeml|
tmpmail.net|tmpmail.org|trash-mail.at|trash-mail|trash-mail.de|trash2009|trashdevil|
trashemail.de|trashmail.at|trashmail|trashmail.de|trashmail.io|trashmail.me|trashmail.net|
trashmail.org|trashmail.ws|trashmailer|trashymail|trbvm|tyldd|vomoto|vpn.st|wegwerfadresse.de|
wegwerfemail|wegwerfemail.de|wegwerfmail.de|wegwerfmail.net|wegwerfmail.org|wemel.top|wh4f.org|
whyspam.me|willselfdestruct|wuzup.net|xagloo|xemaps|yep.it|yopmail|yopmail.fr|yopmail.gq|
yopmail.net|you-spam|zehnminuten.de|zehnminutenmail.de|zetmail|zippymail.info|zoemail.org`;

export const DISPOSABLE_DOMAINS: ReadonlySet<string> = new Set(
  LISTED.trim()
    .split(/[|\s]+/)
    .map((name) => (name.includes(".") ? name : `${name}.com`)),
);
