#!/usr/bin/env node
// Sends a mail to the app's mailbox as somebody outside would, into the mail service of a local run.
//
//   node samples/mail.mjs --eml samples/mails/complete.eml                     a mail as it stands
//   node samples/mail.mjs --eml samples/mails/complete.eml --in-weeks 4        with the session on the first open Wednesday so many weeks ahead
//   node samples/mail.mjs --from aaron.eriksen@example.org --form request.docx the form attached to a short mail
import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';

const options = readOptions();

const types = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.doc': 'application/msword',
  '.pdf': 'application/pdf',
};

const file = options.eml ?? options.form;
if (!file || (options.eml && options.form)) {
  fail('Say what to send: --eml with a mail, or --form with a form.');
}

if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
  fail(`There is no file "${file}".`);
}

if (options['in-weeks'] !== undefined && !/^\d{1,3}$/.test(options['in-weeks'])) {
  fail(`--in-weeks takes a number of weeks such as 4, not "${options['in-weeks']}".`);
}

if (!/^https?:\/\//.test(options.url) || !URL.canParse(options.url)) {
  fail(`--url takes an address such as http://localhost:7071, not "${options.url}".`);
}

const mail = options.eml ? await readMail(file) : writeMail(file);
const answer = await post(`/local/mailboxes/${encodeURIComponent(options.to)}/messages`, mail);
const said = await answer.json().catch(() => null);
if (!answer.ok) {
  fail(`The mail was not taken: ${answer.status}. ${said?.detail ?? `Does TechPlan run at ${options.url}?`}`);
}

console.log(`The mail has arrived at ${options.to}: ${options.url}/local/mail/${said.id}`);
console.log(`Answers follow within a minute at ${options.url}/local`);

function readOptions() {
  try {
    return parseArgs({
      options: {
        eml: { type: 'string' },
        form: { type: 'string' },
        from: { type: 'string', default: 'aaron.eriksen@example.org' },
        to: { type: 'string', default: 'mini-grants@example.org' },
        subject: { type: 'string', default: 'Mini-grant request' },
        text: { type: 'string', default: 'Our request is attached.' },
        'in-weeks': { type: 'string' },
        url: { type: 'string', default: 'http://localhost:7071' },
      },
    }).values;
  } catch (wrong) {
    return fail(wrong.message);
  }
}

/** A mail with the form attached, authenticated as the tenant's mail service would note it. */
function writeMail(path) {
  const boundary = `=_${randomUUID()}`;
  const domain = options.from.split('@')[1];
  const content = readFileSync(path).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    ...head(domain),
    `From: ${options.from}`,
    `To: ${options.to}`,
    `Subject: =?utf-8?B?${Buffer.from(options.subject).toString('base64')}?=`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(options.text).toString('base64'),
    `--${boundary}`,
    `Content-Type: ${types[extname(path).toLowerCase()] ?? 'application/octet-stream'}`,
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(basename(path))}`,
    'Content-Transfer-Encoding: base64',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** A sample without a Message-ID and a Date is given new ones, so that it can be sent again as another mail. */
async function readMail(path) {
  const bytes = readFileSync(path);
  const text = bytes.toString('latin1');
  if (!/^[!-9;-~]+[ \t]*:/.test(text)) {
    fail(`"${path}" is not a mail: it begins with no header such as From or Subject. A form goes with --form.`);
  }

  const dates = options['in-weeks'] === undefined ? null : await sessionDates(Number(options['in-weeks']));
  const dated = dates ? text.replace(/\{(session|discussed|followUp)\}/g, (_, name) => dates[name]) : text;
  if (/\{(session|discussed|followUp)\}/.test(dated)) {
    fail(`"${path}" has dates to be filled in: add --in-weeks 4.`);
  }

  const [head] = dated.split(/\r?\n\r?\n/, 1);
  const missing = [/^message-id:/im.test(head) ? '' : `Message-ID: <${randomUUID()}@mail.example.org>\r\n`, /^date:/im.test(head) ? '' : `Date: ${mailDate()}\r\n`];
  return Buffer.from(missing.join('') + dated, 'latin1');
}

function head(domain) {
  return [
    `Return-Path: <${options.from}>`,
    `Authentication-Results: spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain}; dmarc=pass action=none header.from=${domain}; compauth=pass reason=100`,
    `Message-ID: <${randomUUID()}@${domain}>`,
    `Date: ${mailDate()}`,
  ];
}

function mailDate() {
  return new Date().toUTCString().replace('GMT', '+0000');
}

async function post(path, body) {
  try {
    return await fetch(new URL(path, options.url), { method: 'POST', body, headers: { 'content-type': 'message/rfc822' } });
  } catch {
    fail(`Nothing answers at ${options.url}. Start the app first: dotnet run --project src/Functions`);
  }
}

/** The session lies on an open Wednesday, so many weeks ahead of the app's clock. */
async function sessionDates(weeks) {
  const today = await appsToday();
  const closed = readFileSync(new URL('district/closed-days.csv', import.meta.url), 'utf8');
  let session = addDays(today, weeks * 7 + ((3 - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7));
  while (closed.includes(`${session},`)) {
    session = addDays(session, 7);
  }

  return { session: spoken(session), discussed: spoken(addDays(today, -5)), followUp: spoken(addDays(session, 21)) };
}

async function appsToday() {
  try {
    const clock = await fetch(new URL('/local/clock', options.url), { headers: { accept: 'application/json' } });
    return (await clock.json()).now.slice(0, 10);
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}

/** As people write a date: 10/14/2026. */
function spoken(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}

function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
