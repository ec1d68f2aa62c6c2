#!/usr/bin/env node
// Sends a sample request to the app as the district's form does: signed per the Standard Webhooks specification.
//
//   node samples/send.mjs complete                  samples/requests/complete.json as it stands
//   node samples/send.mjs complete --in-weeks 4     with the session on the first open Wednesday so many weeks ahead of the app's clock
//   node samples/send.mjs my-request.json --url https://... --secret whsec_...
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values: options, positionals: [name] } = parseArgs({
  allowPositionals: true,
  options: {
    'in-weeks': { type: 'string' },
    url: { type: 'string', default: 'http://localhost:7071' },
    secret: { type: 'string', default: 'whsec_dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXQ=' },
  },
});

if (!name) {
  fail('Say which request to send: complete, with-partners, incomplete, too-late, or a file of your own.');
}

const file = existsSync(name) ? name : new URL(`requests/${name}.json`, import.meta.url);
if (!existsSync(file)) {
  fail(`There is no request "${name}". There are: complete, with-partners, incomplete, too-late, or a file of your own.`);
}

const request = JSON.parse(readFileSync(file, 'utf8'));
if (options['in-weeks'] !== undefined) {
  await moveDates(request, Number(options['in-weeks']));
}

const body = JSON.stringify(request);
const answer = await post('/api/mini-grants', body, sign(body));
console.log(`${answer.status} ${answer.statusText}`);
console.log(JSON.stringify(await answer.json().catch(() => null), null, 2));
if (answer.ok) {
  console.log(`\nRead the mails at ${options.url}/local`);
}

/** The three headers of the specification: an id, the time, and the HMAC-SHA256 of both with the body. */
function sign(text) {
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(options.secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

async function post(path, text, headers) {
  try {
    return await fetch(new URL(path, options.url), { method: 'POST', body: text, headers: { ...headers, 'content-type': 'application/json' } });
  } catch {
    fail(`Nothing answers at ${options.url}. Start the app first: dotnet run --project src/Functions`);
  }
}

/** Moves every date so that the session lies on an open Wednesday, so many weeks ahead of the app's clock. */
async function moveDates(form, weeks) {
  const today = await appsToday();
  const closed = readFileSync(new URL('district/closed-days.csv', import.meta.url), 'utf8');
  let session = addDays(today, weeks * 7 + ((3 - weekday(today) + 7) % 7));
  while (closed.includes(`${session},`)) {
    session = addDays(session, 7);
  }

  form.session.date = session;
  form.discussedWithLearningTeamOn = addDays(today, -5);
  if (form.followUp) {
    form.followUp.date = addDays(session, 21);
  }
}

async function appsToday() {
  try {
    const answer = await fetch(new URL('/local/clock', options.url), { headers: { accept: 'application/json' } });
    return (await answer.json()).now.slice(0, 10);
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}

function weekday(date) {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
