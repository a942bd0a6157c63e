const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (character) => escapes[character] ?? '');

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Casekeep</title>
<link rel="stylesheet" href="/password/style.css">
</head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body>
</html>
`;

interface PasswordForm {
  readonly username: string;
  /** What was wrong with the last try, as a sentence. */
  readonly problem?: string;
}

/** The form in which a user chooses a password. */
export const passwordForm = ({ username, problem }: PasswordForm): string =>
  page(
    'Choose a password',
    `<p>for the user <strong>${escapeHtml(username)}</strong></p>
${problem === undefined ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`}
<form method="post">
<input type="text" name="username" value="${escapeHtml(username)}" autocomplete="username" hidden>
<label>New password, at least 12 characters <input type="password" name="password" autocomplete="new-password" minlength="12" required autofocus></label>
<label>The same again <input type="password" name="repetition" autocomplete="new-password" required></label>
<button>Set password</button>
</form>`,
  );

/** Says that it worked. */
export const passwordSet = (username: string): string =>
  page('The password is set', `<p>You can sign in as <strong>${escapeHtml(username)}</strong> now.</p>`);

/** Says that the link cannot be used. */
export const linkUnusable = (reason: string): string =>
  page('This link does not work', `<p>${escapeHtml(reason)}</p><p>An administrator can make a new one.</p>`);

export const passwordStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { width: min(22rem, 100vw - 2rem); padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
label { display: block; margin: 1rem 0; }
input { display: block; box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; margin-top: .25rem; }
button { font: inherit; padding: .5rem 1rem; }
.problem { color: #b3261e; }
@media (prefers-color-scheme: dark) { .problem { color: #f2b8b5; } }
`;
