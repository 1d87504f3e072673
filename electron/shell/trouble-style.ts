/** The plain page's own look: the same colours and focus as the app, without any of its files. */
export const troubleStyle = `
:root { color-scheme: light dark; --text: #212b32; --page: #f0f4f5; --line: #4c6272; --act: #005eb8; --on-act: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f4f5; --page: #171d21; --line: #b3c0c8; --act: #6fb4f0; --on-act: #171d21; }
}
body { margin: 0; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; color: var(--text); background: var(--page); }
main { max-width: 640px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 24px; margin: 0 0 16px; }
h2 { font-size: 18px; margin: 24px 0 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
label { display: block; font-weight: bold; margin-bottom: 4px; }
input { font: inherit; width: 100%; box-sizing: border-box; min-height: 40px; padding: 4px 8px; margin-bottom: 8px; border: 2px solid var(--line); border-radius: 0; background: none; color: inherit; }
.asks { margin-bottom: 16px; }
button { font: inherit; min-height: 40px; padding: 4px 16px; border: 2px solid var(--act); border-radius: 4px; background: none; color: var(--act); cursor: pointer; }
form:first-child button { background: var(--act); color: var(--on-act); font-weight: bold; }
button:focus-visible, input:focus-visible, pre:focus-visible { outline: 3px solid #ffeb3b; box-shadow: 0 0 0 5px #212b32; }
pre { margin: 0; padding: 12px; border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }
`;
