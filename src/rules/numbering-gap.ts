import type { Report } from '../finding.ts';
import { message } from '../message/message.ts';
import { gapsIn, listsOf, sourceItems } from './numbering.ts';
import type { PlanContext, Rule, RulePage } from './rule.ts';

const page: RulePage = {
  title: { en: 'the numbering of tasks leaves an item out', vi: 'số thứ tự nhiệm vụ bị nhảy' },
  what: {
    en: 'Within one list of tasks the places in the document (“source”) jump. Vietnamese lists run a, b, c, d, đ, e, g, h, i, k; f, j, w and z may be there or not. Dashes have no number of the document’s own, and where a list starts or ends is not looked at.',
    vi: 'Trong một danh sách nhiệm vụ, vị trí trong văn bản (“source”) bị nhảy. Thứ tự tiếng Việt là a, b, c, d, đ, e, g, h, i, k; f, j, w, z có thể có hoặc không. Không xét gạch đầu dòng, vì không phải số của văn bản, và không xét danh sách bắt đầu hay kết thúc ở đâu.',
  },
  why: {
    en: 'Either a task was forgotten here, or the document itself lost one. Compare with the document, and if the gap is its own, suppress the finding with that reason.',
    vi: 'Hoặc tệp bỏ sót nhiệm vụ, hoặc chính văn bản thiếu. Hãy đối chiếu với văn bản; nếu văn bản in như vậy, hãy bỏ qua phát hiện này với lý do đó.',
  },
  wrong: {
    yaml: `tasks:
  - { id: nv-d, title: Trường học số, due: 2024, source: III.10.đ }
  - { id: nv-e, title: Địa chỉ số, due: 2024, source: III.10.e }
  - { id: nv-h, title: Phòng trải nghiệm số, due: 2024, source: III.10.h }
`,
  },
  right: {
    yaml: `tasks:
  - { id: nv-d, title: Trường học số, due: 2024, source: III.10.đ }
  - { id: nv-e, title: Địa chỉ số, due: 2024, source: III.10.e }
  - { id: nv-g, title: Phòng trải nghiệm số, due: 2024, source: III.10.g }
`,
  },
};

export const numberingGap: Rule = { id: 'numbering-gap', page, check };

function* check({ plan, locate }: PlanContext): Generator<Report> {
  const items = plan.tasks.flatMap((task) => sourceItems(task.source, task));
  for (const { name, kind, members } of listsOf(items))
    for (const { before, after, missing } of gapsIn(members, kind)) {
      const path = [...after.owner.path, 'source'];
      yield {
        rule: 'numbering-gap',
        place: locate(path),
        path,
        message: message('numbering-gap', {
          list: name,
          before: before.mark,
          after: after.mark,
          missing,
        }),
        related: [
          {
            message: message('item-before', {}),
            place: locate([...before.owner.path, 'source']),
          },
        ],
      };
    }
}
