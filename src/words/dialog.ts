// What every window over the sheet says by itself.
export const DIALOG = {
  en: {
    working: "Working …",
    done: (done: number, of: number) => `${done} of ${of}`,
    close: "Close",
    tooOld:
      "This window is too old, or was used before. Nothing was done: close it and open it again.",
    failed: "That did not work, and nothing more was done:",
    lost: "The sheet did not answer. Look in it before you press again.",
  },
  zh: {
    working: "处理中……",
    done: (done: number, of: number) => `${done} / ${of}`,
    close: "关闭",
    tooOld: "此窗口已过期或已使用过。未作任何改动：请关闭后重新打开。",
    failed: "没有成功，未再作改动：",
    lost: "表格没有响应。再按之前，请先查看表格。",
  },
} as const;
