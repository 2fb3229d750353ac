// How a mail looks by day and by night: inline styles, which every mail program keeps, and one block that those obey which
// let a mail choose its dark look, as Apple Mail does. Others, Gmail's apps among them, turn the light colours round by
// themselves; plain ones come through that well.

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly link: string;
  readonly step: string;
  readonly onStep: string;
  readonly line: string;
}
export const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1f2933",
  quiet: "#5b6772",
  link: "#0b5c66",
  step: "#0b5c66",
  onStep: "#ffffff",
  line: "#d8dee4",
};
export const DARK: Palette = {
  paper: "#16191d",
  ink: "#e4e8ec",
  quiet: "#a3adb7",
  link: "#7ccbd5",
  step: "#7ccbd5",
  onStep: "#0b2a2f",
  line: "#3a434c",
};

const FONT =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,'PingFang SC'," +
  "'Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/** Attributes of what a mail is made of. The class is for the dark look, the style for everything else. */
export const LOOK = {
  body: attributes("d-page", `margin:0;background:${LIGHT.paper}`),
  // Its own background: a program that darkens its window but not our ink would make it unreadable.
  page: attributes(
    "d-page",
    `margin:0 auto;max-width:600px;padding:12px 10px;font:16px/1.65 ${FONT};` +
      `background:${LIGHT.paper};color:${LIGHT.ink};overflow-wrap:break-word`,
  ),
  link: attributes("d-link", `color:${LIGHT.link};text-decoration:underline`),
  step: attributes(
    "d-step",
    `display:inline-block;padding:11px 20px;border-radius:6px;background:${LIGHT.step};` +
      `color:${LIGHT.onStep};text-decoration:none;font-weight:600`,
  ),
  foot: attributes(
    "d-foot",
    `margin-top:36px;padding-top:14px;border-top:1px solid ${LIGHT.line};font-size:13px;` +
      `line-height:1.6;color:${LIGHT.quiet}`,
  ),
  footLink: attributes("d-foot", `color:${LIGHT.quiet}`),
  token: attributes("d-foot", `margin-top:10px;font-size:11px;color:${LIGHT.quiet}`),
} as const;

/** Opens what holds only in the dark; a preview opens it by hand. */
export const DARK_ONLY = "<style>@media (prefers-color-scheme:dark)";
export const BOTH_SCHEMES = 'content="light dark"';

export const HEAD_STYLE = [
  `<meta name="color-scheme" ${BOTH_SCHEMES}>`,
  `<meta name="supported-color-schemes" ${BOTH_SCHEMES}>`,
  `${DARK_ONLY}{`,
  `.d-page{background:${DARK.paper}!important;color:${DARK.ink}!important}`,
  `.d-link{color:${DARK.link}!important}`,
  `.d-step{background:${DARK.step}!important;color:${DARK.onStep}!important}`,
  `.d-foot{color:${DARK.quiet}!important;border-color:${DARK.line}!important}`,
  "}</style>",
].join("");

function attributes(className: string, style: string): string {
  return `style="${style}" class="${className}"`;
}
