/** The report's looks: those of VS Code where it stands in one, else light, dark or of high contrast by the system; and on paper. */
export const styleSheet = `
:root {
  --paper: var(--vscode-editor-background, #ffffff);
  --ink: var(--vscode-editor-foreground, #1f2328);
  --soft: var(--vscode-descriptionForeground, #59636e);
  --rule: var(--vscode-editorWidget-border, #d1d9e0);
  --bar: var(--vscode-charts-blue, #0969da);
  --band: var(--vscode-editor-selectionBackground, #b6d4f5);
  --link: var(--vscode-textLink-foreground, #0969da);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: var(--vscode-editor-background, #0d1117);
    --ink: var(--vscode-editor-foreground, #e6edf3);
    --soft: var(--vscode-descriptionForeground, #9198a1);
    --rule: var(--vscode-editorWidget-border, #3d444d);
    --bar: var(--vscode-charts-blue, #4493f8);
    --band: var(--vscode-editor-selectionBackground, #1f4b85);
    --link: var(--vscode-textLink-foreground, #4493f8);
  }
}
@media (prefers-contrast: more) { :root { --soft: var(--ink); --rule: var(--ink); } }
@media (forced-colors: active) {
  :root { --paper: Canvas; --ink: CanvasText; --soft: CanvasText; --rule: CanvasText; --bar: Highlight; --band: GrayText; --link: LinkText; }
  svg { forced-color-adjust: none; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--paper); color: var(--ink); font: 14px/1.5 var(--vscode-font-family, system-ui, sans-serif); }
h1 { margin: 0; font-size: 1.6rem; }
h2 { margin: 2.5rem 0 .25rem; font-size: 1.2rem; }
a { color: var(--link); }
.headline { font-size: 1.1rem; }
.note, footer { color: var(--soft); margin: 0 0 .75rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
figure { margin: 0 0 1rem; }
svg { display: block; width: 100%; max-width: 760px; height: auto; }
svg > rect:first-of-type { fill: none; }
.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
th, td { padding: .3rem .75rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; white-space: nowrap; }
tbody th { font-weight: 400; white-space: normal; overflow-wrap: anywhere; min-width: 14rem; }
td { font-variant-numeric: tabular-nums; white-space: normal; min-width: 6rem; }
.figure { text-align: right; white-space: nowrap; min-width: 0; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --rule: #999; --bar: #1a5fb4; --band: #bcd3ee; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10px; }
  nav { display: none; }
  section { break-inside: avoid-page; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .table { overflow: visible; }
  th, td { white-space: normal; padding: .15rem .4rem; }
}
`;
