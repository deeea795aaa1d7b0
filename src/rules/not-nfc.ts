import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import type { Rule, RulePage, TextContext } from './rule.ts';

const page: RulePage = {
  title: { en: 'Vietnamese letters in loose marks', vi: 'chữ tiếng Việt viết bằng Unicode tổ hợp' },
  what: {
    en: 'The file holds words whose accents are characters of their own (NFD, or windows-1258 style) instead of whole letters (NFC). They look the same on the screen.',
    vi: 'Tệp có từ mà dấu là ký tự riêng (Unicode tổ hợp, NFD) thay vì chữ liền dấu (Unicode dựng sẵn, NFC). Trên màn hình trông giống hệt nhau.',
  },
  why: {
    en: 'dti-eval reads both alike, but search, comparison and spreadsheets do not. Convert the file to NFC; the conversion tool of UniKey does it.',
    vi: 'dti-eval đọc hai kiểu như nhau, nhưng tìm kiếm, so sánh và bảng tính thì không. Hãy chuyển tệp sang Unicode dựng sẵn, chẳng hạn bằng công cụ chuyển mã của UniKey.',
  },
  wrong: {
    yaml: `indicators:
  - id: kts-1
    name: Ty\u0309 tro\u0323ng kinh tê\u0301 sô\u0301 trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
  right: {
    yaml: `indicators:
  - id: kts-1
    name: Tỷ trọng kinh tế số trong GRDP
    unit: "%"
    targets: { 2025: 20 }
    lead: [so-tttt]
    source: I.1
agencies: { so-tttt: Sở Thông tin và Truyền thông }
`,
  },
};

export const notNfc: Rule = { id: 'not-nfc', page, checkText };

/** Beyond the first, so many words are shown with their places. */
const SHOWN = 3;

/** One finding for the whole file: it is mended in one go. */
function* checkText({ text, placeAt, pathAt }: TextContext): Generator<Report> {
  const [first, ...rest] = looseWords(text);
  if (!first) return;
  yield {
    rule: 'not-nfc',
    place: placeAt(first.from, first.to),
    path: pathAt(first.from),
    message: message('not-nfc', { word: first.word, words: rest.length + 1 }),
    related: rest.slice(0, SHOWN).map(({ word, from, to }) => ({
      message: message('also-not-nfc', { word }),
      place: placeAt(from, to),
    })),
  };
}

function looseWords(text: string): { word: string; from: number; to: number }[] {
  if (text === text.normalize('NFC')) return [];
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => word !== word.normalize('NFC'))
    .map(({ 0: word, index }) => ({
      word: word.normalize('NFC'),
      from: index,
      to: index + word.length,
    }));
}
