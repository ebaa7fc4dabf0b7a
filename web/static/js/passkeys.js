// Passkeys: shows what needs them where they work, asks the device, and posts its answer as an ordinary form.

const FIELDS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
const PROBLEMS = {
  AbortError: 'late',
  NotAllowedError: 'stopped', // browsers use one name for stopping and for having none, so that pages can't find out
  InvalidStateError: 'known',
  NotSupportedError: 'unable',
  ConstraintError: 'unable',
};

export function passkeys(root) {
  root.querySelectorAll('[data-passkey-at]').forEach((part) => {
    const works = Boolean(window.PublicKeyCredential) && part.dataset.passkeyAt === location.origin;
    part.hidden = !works;
    if (!works) return;
    root.querySelectorAll('[data-passkey-elsewhere]').forEach((words) => { words.hidden = true; });
    if (part.dataset.passkey) prepare(part);
  });
}

function prepare(form) {
  const button = form.querySelector('[data-passkey-go]');
  button.addEventListener('click', async () => {
    button.disabled = true;
    say(form, '');
    try {
      fill(form, await ask(form.dataset.passkey, JSON.parse(form.dataset.passkeyOptions)));
      form.requestSubmit();
    } catch (error) {
      button.disabled = false;
      say(form, PROBLEMS[error.name]);
    }
  });
}

// What a browser says when its own patience is over is the same as when somebody stops, so ours ends first.
async function ask(verb, options) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.timeout);
  try {
    return await navigator.credentials[verb]({ publicKey: withBytes(options), signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}

function withBytes(options) {
  const named = (list) => list?.map((known) => ({ ...known, id: bytes(known.id) }));
  return {
    ...options,
    timeout: 2 * options.timeout,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: named(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: named(options.allowCredentials) }),
  };
}

function fill(form, credential) {
  const answers = { id: credential.rawId };
  FIELDS.forEach((name) => { answers[name] = credential.response[name]; });
  Object.entries(answers).forEach(([name, value]) => {
    if (form.elements[name] && value) form.elements[name].value = text(value);
  });
}

function say(form, problem) {
  const words = Array.from(form.querySelectorAll('[data-passkey-problem]'));
  const fits = words.some((word) => word.dataset.passkeyProblem === problem);
  const wanted = fits || problem === '' ? problem : 'failed';
  words.forEach((word) => { word.hidden = word.dataset.passkeyProblem !== wanted; });
}

function bytes(base64url) {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function text(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
