// What the pages can do better with scripts. Everything here is an addition: without it the forms work all the same,
// but for security keys and proofs of work, which only a script can answer.

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Finds the number of a proof of work; the answer as the ALTCHA widget would send it. */
async function work({ algorithm, challenge, maxnumber, salt, signature }) {
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number++) {
    if (hex(await crypto.subtle.digest(algorithm, encoder.encode(`${salt}${number}`))) === challenge) {
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
  }
  throw new Error('the work has no result');
}

async function workInto(input, status, challenge) {
  status.textContent = status.dataset.lkBusy;
  input.value = await work(challenge);
  status.textContent = status.dataset.lkDone;
}

function setUpWork() {
  if (!globalThis.crypto?.subtle) return;
  const input = document.querySelector('input[name=captchaWord]');
  const must = document.querySelector('[data-lk-work]');
  if (input && must) {
    input.closest('.cdx-field__control').hidden = true;
    workInto(input, must.querySelector('[role=status]'), JSON.parse(must.dataset.lkWork));
  }
  const may = document.querySelector('[data-lk-challenge]');
  if (input && may) {
    may.hidden = false;
    const button = may.querySelector('button');
    button.addEventListener('click', async () => {
      button.disabled = true;
      const response = await fetch(may.dataset.lkChallenge, { credentials: 'same-origin' });
      await workInto(input, may.querySelector('[role=status]'), await response.json());
      input.readOnly = true;
    });
  }
}

/** Asks the security key or passkey at once, and sends its answer. */
function setUpKey() {
  const place = document.querySelector('[data-lk-key]');
  const form = place?.closest('form');
  if (!form || !globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  const info = JSON.parse(form.elements.auth_info.value);
  const options = info.publicKey ?? info;
  const ask = async () => {
    const isNew = 'pubKeyCredParams' in options;
    const credential = isNew
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential.toJSON());
  };
  let isAnswered = false;
  form.addEventListener('submit', async (event) => {
    if (isAnswered || event.submitter?.formNoValidate || event.submitter?.name) return;
    event.preventDefault();
    try {
      await ask();
      isAnswered = true;
      form.requestSubmit();
    } catch {
      place.hidden = false;
      const status = place.querySelector('[role=status]');
      status.textContent = status.dataset.lkFailed;
    }
  });
}

/** A form that was sent is not sent a second time by an impatient click. */
function setUpOnce() {
  for (const form of document.forms) {
    let sentAt = 0;
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      const now = Date.now();
      if (now - sentAt < 3000) event.preventDefault();
      sentAt = now;
    });
  }
}

setUpWork();
setUpKey();
setUpOnce();
