import type { PasswordForm } from './password-form.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (character) => escapes[character] ?? '');

const page = (workspace: string, title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · ${escapeHtml(workspace)}</title>
<link rel="stylesheet" href="/password/style.css">
</head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body>
</html>
`;

interface ShownForm extends PasswordForm {
  /** What was wrong with the last try, as a sentence. */
  readonly problem?: string;
}

/** The form in which a user chooses a password. */
export const passwordForm = ({ workspace, username, newName, problem }: ShownForm): string =>
  page(
    workspace,
    newName === undefined ? 'Choose a password' : 'Set up your workspace',
    `<p>${newName === undefined ? 'for' : 'Choose its name, and a password for'} the user <strong>${escapeHtml(username)}</strong></p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
<form method="post">
${newName === undefined ? '' : nameField(newName)}
<input type="text" name="username" value="${escapeHtml(username)}" autocomplete="username" hidden>
<label>New password, at least 12 characters <input type="password" name="password" autocomplete="new-password" minlength="12" required${newName === undefined ? ' autofocus' : ''}></label>
<label>The same again <input type="password" name="repetition" autocomplete="new-password" required></label>
<button>${newName === undefined ? 'Set password' : 'Begin'}</button>
</form>`,
  );

const nameField = ({
  value,
  maxLength,
}: NonNullable<PasswordForm['newName']>): string => `<label>Name of the workspace <input type="text" name="workspace"
value="${escapeHtml(value)}" maxlength="${maxLength}" autocomplete="organization" required autofocus></label>`;

/** Says that it worked. */
export const passwordSet = ({ workspace, username }: PasswordForm): string =>
  page(
    workspace,
    'The password is set',
    `<p>You can sign in as <strong>${escapeHtml(username)}</strong> now.</p>
<p><a class="button" href="/sign-in">Sign in</a></p>`,
  );

/** Says that the link cannot be used. */
export const linkUnusable = (workspace: string, reason: string): string =>
  page(workspace, 'This link does not work', `<p>${escapeHtml(reason)}</p><p>An administrator can make a new one.</p>`);

/** The looks of the web interface, as far as one form needs them. */
export const passwordStyle = `:root { color-scheme: light dark; --green: #156e58; --on-green: #fff; --line: #ced4da;
  --card: #fff; --text: #000; --dim: #5c636a;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--card); color: var(--text); }
main { box-sizing: border-box; width: min(24rem, 100vw - 2rem); padding: 2rem; border: 1px solid var(--line);
  border-radius: 1rem; }
h1 { font-size: 1.35rem; line-height: 1.3; font-weight: 620; margin: 0 0 .5rem; }
p { margin: .5rem 0; color: var(--dim); overflow-wrap: anywhere; }
label { display: block; margin: 1rem 0; font-weight: 600; font-size: .9rem; }
input { display: block; box-sizing: border-box; width: 100%; font: inherit; font-weight: 400; color: inherit;
  background: var(--card); padding: .45rem .75rem; margin-top: .25rem; border: 1px solid var(--line);
  border-radius: .5rem; }
[hidden] { display: none; }
button, .button { display: block; box-sizing: border-box; width: 100%; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; padding: .5rem 1rem; margin-top: 1rem; border: 0; border-radius: .5rem;
  background: var(--green); color: var(--on-green); cursor: pointer; }
:focus-visible { outline: 2px solid var(--green); outline-offset: 2px; }
.problem { color: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --green: #8bc4b4; --on-green: #10211c; --line: #424242; --card: #242424; --text: #d5d5d5; --dim: #a6a6a6; }
  .problem { color: #f2b8b5; }
}
`;
