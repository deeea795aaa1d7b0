import type { Day } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import type { Letter } from '../letter.ts';
import { fileError, readText } from './files.ts';
import { checkForm } from './form.ts';
import { dayFindings } from './values.ts';
import { readYaml } from './yaml.ts';

interface RawLetter {
  superior?: string;
  issuer?: string;
  number?: string;
  place?: string;
  date?: Day;
  kind?: string;
  subject?: string;
  addressees?: string[];
  signer?: { authority?: string[]; post?: string; name?: string };
  recipients?: string[];
  archive?: string;
}

/** A letter file as read; no letter where its form is broken. */
export interface LetterRead {
  letter: Letter | null;
  findings: Finding[];
}

/**
 * Reads what is to stand around an official document.
 * @throws UsageError for a file that cannot be read
 */
export async function readLetter(file: string, cwd: string): Promise<LetterRead> {
  const content = readText(file, cwd);
  if ('problem' in content) throw fileError(file, content.problem, cwd);
  return letterOf(file, content.text);
}

/** Reads a letter from the text of its file. */
export async function letterOf(file: string, text: string): Promise<LetterRead> {
  const { default: validate } = await import('./compiled/letter.js');
  const yaml = readYaml(file, text);
  const findings = [...yaml.findings];
  if (yaml.data !== undefined) findings.push(...checkForm(yaml, validate));
  const raw = yaml.data as RawLetter | undefined;
  const isSound = () => !findings.some(({ level }) => level === 'error');
  if (raw?.date !== undefined && isSound()) findings.push(...dayFindings(yaml, ['date'], raw.date));
  return { letter: isSound() && raw ? built(raw) : null, findings };
}

function built(raw: RawLetter): Letter {
  const { signer = {} } = raw;
  return {
    isEmpty: false,
    superior: line(raw.superior),
    issuer: line(raw.issuer),
    number: line(raw.number),
    place: line(raw.place),
    date: raw.date ?? null,
    kind: line(raw.kind),
    subject: line(raw.subject),
    addressees: lines(raw.addressees),
    signer: {
      authority: lines(signer.authority),
      post: line(signer.post),
      name: line(signer.name),
    },
    recipients: lines(raw.recipients),
    archive: line(raw.archive),
  };
}

function line(text: string | undefined): string | null {
  return text === undefined ? null : text.replace(/\s+/g, ' ').trim();
}

function lines(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map((text) => line(text)!);
}
